#include "docking/point_grid.hpp"

#include <algorithm>  // for sort, lower_bound
#include <cmath>      // for floor
#include <numeric>    // for iota
#include <stdexcept>  // for logic_error

namespace azoo::docking {

PointGrid::PointGrid(std::span<const Vector3> points, double distance)
    : points_(points), distance_(distance) {
  if (!(distance > 0.0)) throw std::logic_error("a grid of points needs a distance above 0");
  std::vector<Cube> cube(points.size());
  for (std::size_t i = 0; i < points.size(); ++i) cube[i] = cube_of(points[i]);
  order_.resize(points.size());
  std::iota(order_.begin(), order_.end(), std::size_t{0});
  std::sort(order_.begin(), order_.end(),
            [&](std::size_t a, std::size_t b) { return cube[a] != cube[b] ? cube[a] < cube[b] : a < b; });
  for (std::size_t k = 0; k < order_.size(); ++k) {
    if (k > 0 && cube[order_[k]] == cubes_.back()) continue;
    cubes_.push_back(cube[order_[k]]);
    first_.push_back(k);
  }
  first_.push_back(order_.size());
}

PointGrid::Cube PointGrid::cube_of(const Vector3& place) const {
  const auto number = [&](double value) { return static_cast<std::int64_t>(std::floor(value / distance_)); };
  return {number(place.x), number(place.y), number(place.z)};
}

std::span<const std::size_t> PointGrid::inside(const Cube& cube) const {
  const auto found = std::lower_bound(cubes_.begin(), cubes_.end(), cube);
  if (found == cubes_.end() || *found != cube) return {};
  const auto k = static_cast<std::size_t>(found - cubes_.begin());
  return std::span(order_).subspan(first_[k], first_[k + 1] - first_[k]);
}

}  // namespace azoo::docking
