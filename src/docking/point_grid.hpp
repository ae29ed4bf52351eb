// Finds the points that lie near a place: points sorted into cubes as wide as the search distance, so that
// only the 27 cubes around a place are looked through. Order of what is found: by cube, then by index; always
// the same.
#pragma once

#include <array>    // for array
#include <cstddef>  // for size_t
#include <cstdint>  // for int64_t
#include <span>     // for span
#include <vector>   // for vector

#include "docking/vector3.hpp"  // for Vector3

namespace azoo::docking {

class PointGrid {
 public:
  // Points must outlive the grid. distance > 0.
  PointGrid(std::span<const Vector3> points, double distance);

  // Calls found(index, squared distance) for each point nearer than the distance.
  template <class Found>
  void near(const Vector3& place, const Found& found) const {
    const Cube centre = cube_of(place);
    for (std::int64_t dz = -1; dz <= 1; ++dz)
      for (std::int64_t dy = -1; dy <= 1; ++dy)
        for (std::int64_t dx = -1; dx <= 1; ++dx)
          for (const std::size_t i : inside({centre[0] + dx, centre[1] + dy, centre[2] + dz})) {
            const double squared = squared_distance(points_[i], place);
            if (squared < distance_ * distance_) found(i, squared);
          }
  }

 private:
  using Cube = std::array<std::int64_t, 3>;
  [[nodiscard]] Cube cube_of(const Vector3& place) const;
  [[nodiscard]] std::span<const std::size_t> inside(const Cube& cube) const;

  std::span<const Vector3> points_;
  double distance_;
  std::vector<Cube> cubes_;         // those that hold points, sorted
  std::vector<std::size_t> first_;  // of each cube, into order_; one more at the end
  std::vector<std::size_t> order_;  // points by cube
};

}  // namespace azoo::docking
