// Poses and clusters as CSV: what a run writes (poses.csv, clusters.csv) and what other programs may hand in.
// Columns: docs/docking-results.md.
#pragma once

#include <cstddef>      // for size_t
#include <filesystem>   // for path
#include <optional>     // for optional
#include <string>       // for string
#include <string_view>  // for string_view
#include <vector>       // for vector

#include "core/problem.hpp"        // for Problems
#include "docking/clustering.hpp"  // for Cluster
#include "docking/evaluation.hpp"  // for Quality
#include "docking/pose.hpp"        // for Poses

namespace azoo::docking {

// Numbers are the shortest text that reads back to the same double. Qualities: of each pose, or none at all.
[[nodiscard]] std::string poses_csv(const Poses& poses, const std::vector<Quality>& qualities = {});
// One row a cluster: rank is the cluster's, pose_rank that of its representative among the poses. Qualities
// as above, of the poses.
[[nodiscard]] std::string clusters_csv(const Poses& poses, const std::vector<Cluster>& clusters,
                                       const std::vector<Quality>& qualities = {});

struct PoseTable {
  std::string file;
  Poses poses;                     // in order of rank
  std::vector<int> ranks;          // as the file has them
  bool has_terms = false;          // all of them; a column that is left out reads as 0
  std::vector<Quality> qualities;  // empty when the file does not have all five columns
};

// Needs the columns rank, score, qw, qx, qy, qz, tx, ty and tz, in any order; columns it does not know are
// passed over. Quaternions that are not of unit length are made so. Problems, with line and column name: what
// parse_csv finds, a column that is missing, a field that is no finite number, a rank twice, a quaternion
// without length, no pose.
[[nodiscard]] std::optional<PoseTable> parse_poses(std::string_view text, const std::string& file,
                                                   Problems& problems);
[[nodiscard]] std::optional<PoseTable> read_poses(const std::filesystem::path& path, Problems& problems);

}  // namespace azoo::docking
