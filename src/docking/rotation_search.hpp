// The exhaustive search: for each rotation of the ligand every shift on the grid is scored at once, by one
// transform forth for each channel and one back for all.
#pragma once

#include <cstddef>     // for size_t
#include <cstdint>     // for uint32_t
#include <functional>  // for function
#include <string>      // for string
#include <vector>      // for vector

#include "core/parallel.hpp"           // for StopFlag
#include "docking/channels.hpp"        // for Channel
#include "docking/grid_minima.hpp"     // for GridMinimum
#include "docking/grid_transform.hpp"  // for GridTransform
#include "docking/rigid_motion.hpp"    // for Quaternion, RigidMotion
#include "docking/search_grid.hpp"     // for SearchGrid

namespace azoo::docking {

struct SearchHit {
  std::int32_t score = 0;      // in quanta
  std::uint32_t rotation = 0;  // index into the rotations searched
  std::uint32_t cell = 0;
};

class RotationSearch {
 public:
  // Partners stand about the origin of their own frames. Fields and spectra of the receptor are made here.
  RotationSearch(const ScoredPartner& receptor, const ScoredPartner& ligand, std::vector<Channel> channels,
                 const SearchGrid& grid);

  // Of every rotation at most `a_rotation` places, at least `apart_A` from one another; of all of them the
  // best `kept`, in order of score, rotation, cell. done(n) is told as rotations are finished, from any
  // thread. False if stopped.
  [[nodiscard]] bool run(const std::vector<Quaternion>& rotations, std::size_t a_rotation, double apart_A,
                         std::size_t kept, unsigned threads, std::vector<SearchHit>& hits,
                         const std::function<void(std::size_t)>& done, const StopFlag* stop) const;

  // Scores of every shift at one rotation, as the search sees them; for tests. Lines of 2 (side / 2 + 1).
  void scores(const Quaternion& rotation, GridBuffer& result) const;

  [[nodiscard]] RigidMotion motion_of(const SearchHit& hit, const std::vector<Quaternion>& rotations) const;
  [[nodiscard]] std::size_t transforms_a_rotation() const { return channels_.size() + 1; }
  [[nodiscard]] const GridTransform& transform() const { return transform_; }
  [[nodiscard]] const SearchGrid& grid() const { return grid_; }

 private:
  struct Workspace;
  void correlate(const Quaternion& rotation, Workspace& space) const;

  const ScoredPartner& ligand_;
  std::vector<Channel> channels_;
  SearchGrid grid_;
  GridTransform transform_;
  std::vector<GridBuffer> spectra_;  // of the receptor's fields, divided by side^3
};

}  // namespace azoo::docking
