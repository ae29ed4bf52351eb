// Answers whether a point lies within a given distance of any atom of a molecule, quickly for many points.
#pragma once

#include <array>    // for array
#include <cstddef>  // for size_t
#include <cstdint>  // for uint32_t
#include <vector>   // for vector

#include "docking/structure.hpp"  // for Structure
#include "docking/vector3.hpp"    // for Vector3

namespace azoo::docking {

class ReceptorReach {
 public:
  ReceptorReach(const Structure& structure, double reach_A);
  [[nodiscard]] bool within(const Vector3& point) const noexcept;

 private:
  struct Offset {
    std::array<int, 3> cells{};
    double least_distance_cells = 0.0;  // of the two cells' nearest points
  };
  [[nodiscard]] bool any_near(std::size_t cell, const Vector3& point) const noexcept;

  double squared_reach_ = 0.0;
  double edge_ = 1.0;  // a cube's diagonal is the reach: whoever shares a cell with an atom is near it
  Vector3 origin_;
  std::array<int, 3> cells_{};
  std::vector<Offset> offsets_;  // cells that can hold a near atom, nearest first, the cell itself left out
  std::vector<std::uint32_t> starts_;  // atoms of a cell: from starts_[c] to starts_[c + 1]
  std::vector<Vector3> atoms_;         // sorted by cell
};

}  // namespace azoo::docking
