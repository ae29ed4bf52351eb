// Points sorted into cubes, to find those near a place without looking at all.
#pragma once

#include <array>    // for array
#include <cstddef>  // for size_t
#include <cstdint>  // for uint32_t
#include <span>     // for span
#include <vector>   // for vector

#include "docking/vector3.hpp"  // for Vector3

namespace azoo::docking {

class CellList {
 public:
  // The points must outlive the list. cell_A > 0.
  CellList(std::span<const Vector3> points_A, double cell_A);

  // Calls use(index) for every point in a cube that the sphere about `place` may touch: those farther than
  // the reach are among them.
  template <class Use>
  void for_each_near(const Vector3& place, double reach_A, const Use& use) const {
    const auto low = cell_of(place - Vector3{reach_A, reach_A, reach_A});
    const auto high = cell_of(place + Vector3{reach_A, reach_A, reach_A});
    for (int x = low[0]; x <= high[0]; ++x)
      for (int y = low[1]; y <= high[1]; ++y) {
        const std::size_t row =
            (static_cast<std::size_t>(x) * size_[1] + static_cast<std::size_t>(y)) * size_[2];
        const std::uint32_t end = begins_[row + static_cast<std::size_t>(high[2]) + 1];
        for (std::uint32_t k = begins_[row + static_cast<std::size_t>(low[2])]; k < end; ++k) use(order_[k]);
      }
  }

  // Calls use(index, squared distance) for every point nearer than the reach, cube by cube: always in the
  // same order, not by index.
  template <class Use>
  void for_each_within(const Vector3& place, double reach_A, const Use& use) const {
    for_each_near(place, reach_A, [&](std::uint32_t i) {
      const double squared = squared_distance(points_A_[i], place);
      if (squared < reach_A * reach_A) use(i, squared);
    });
  }

 private:
  // Held within the box, so that far places cost little.
  [[nodiscard]] std::array<int, 3> cell_of(const Vector3& place) const;
  std::span<const Vector3> points_A_;
  Vector3 origin_;
  double cell_A_;
  std::array<std::size_t, 3> size_{};
  std::vector<std::uint32_t> begins_;
  std::vector<std::uint32_t> order_;
};

}  // namespace azoo::docking
