// For every small cube around a molecule, the atoms that lie within a reach of any of its points: looked up,
// not searched, for each atom of each pose.
#pragma once

#include <array>    // for array
#include <cstddef>  // for size_t
#include <cstdint>  // for uint32_t
#include <span>     // for span
#include <vector>   // for vector

#include "docking/vector3.hpp"  // for Vector3

namespace azoo::docking {

class ReachLists {
 public:
  ReachLists(std::span<const Vector3> points_A, double reach_A);
  // Points within the reach of `place`, and some that lie up to a cube's diagonal farther.
  [[nodiscard]] std::span<const std::uint32_t> near(const Vector3& place) const;

 private:
  Vector3 origin_;
  double edge_A_ = 0.0;
  std::array<std::size_t, 3> size_{};
  std::vector<std::uint32_t> begins_;
  std::vector<std::uint32_t> points_;
};

}  // namespace azoo::docking
