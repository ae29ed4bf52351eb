// A measured skeleton of seminiferous tubules: centre-line points of branched tubules in order, with the
// stage of the cycle at each, read from a table and checked. Columns: running number, Tubule_ID, Branch_ID,
// X, Y, Z in voxels, Stage (1 to 12; 0 and 255: not known), Ref (name of the node at the first and last point
// of a branch: R.. an end at the rete, b.. a branching point; 0 between). The data are not shipped: a study
// names the file.
#pragma once

#include <cstdint>      // for uint8_t
#include <filesystem>   // for path
#include <string>       // for string
#include <string_view>  // for string_view
#include <vector>       // for vector

#include "core/problem.hpp"  // for Problems

namespace azoo::testis {

inline constexpr std::uint8_t no_stage_code = 0;  // codes 0 and 255 of the table

struct SkeletonPoint {
  double along_mm = 0.0;  // from the first point of the branch
  double x_mm = 0.0;
  double y_mm = 0.0;
  double z_mm = 0.0;
  std::uint8_t stage_code = no_stage_code;  // 1 .. 12
};

struct SkeletonBranch {
  int tubule = 0;  // numbers of the table
  int branch = 0;
  std::string start_node;
  std::string end_node;
  double length_mm = 0.0;
  std::vector<SkeletonPoint> points;  // at least two
};

struct Skeleton {
  std::string file;
  double voxel_um = 0.0;
  std::vector<SkeletonBranch> branches;  // in the order of the file

  [[nodiscard]] std::vector<int> tubules() const;  // their numbers, ascending
  [[nodiscard]] double length_mm(int tubule) const;
  [[nodiscard]] double length_mm() const;
  // A node at which the tubule opens into the rete testis.
  [[nodiscard]] static bool at_rete(const std::string& node) { return !node.empty() && node.front() == 'R'; }
};

// Length of a branch: sum of the distances between neighbouring points times the edge of a voxel (cubes).
// Problems: a column that is missing, a field that is no number or stage code, a branch in two places of the
// file, of one point or without node names, neighbouring points more than five voxels apart; at most twenty
// are told. voxel_um > 0.
[[nodiscard]] Skeleton read_skeleton(const std::filesystem::path& path, double voxel_um, Problems& problems);
[[nodiscard]] Skeleton parse_skeleton(std::string_view text, const std::string& file, double voxel_um,
                                      Problems& problems);

}  // namespace azoo::testis
