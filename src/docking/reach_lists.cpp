#include "docking/reach_lists.hpp"

#include <algorithm>  // for min, max
#include <cmath>      // for sqrt

#include "docking/cell_list.hpp"  // for CellList

namespace azoo::docking {
namespace {

constexpr double finest_A = 2.5;
constexpr double most_cubes = 2.0e5;  // keeps the lists of a large molecule within some 100 MB

}  // namespace

ReachLists::ReachLists(std::span<const Vector3> points_A, double reach_A) : edge_A_(finest_A) {
  Vector3 low = points_A.empty() ? Vector3{} : points_A[0], high = low;
  for (const Vector3& p : points_A) {
    low = {std::min(low.x, p.x), std::min(low.y, p.y), std::min(low.z, p.z)};
    high = {std::max(high.x, p.x), std::max(high.y, p.y), std::max(high.z, p.z)};
  }
  origin_ = low - Vector3{reach_A, reach_A, reach_A};
  const Vector3 span = high - low + 2.0 * Vector3{reach_A, reach_A, reach_A};
  const auto along = [&](double length) { return static_cast<std::size_t>(length / edge_A_) + 1; };
  while (span.x * span.y * span.z / (edge_A_ * edge_A_ * edge_A_) > most_cubes) edge_A_ *= 1.2;
  size_ = {along(span.x), along(span.y), along(span.z)};
  const CellList cells(points_A, 4.0);
  const double wide = reach_A + 0.5 * edge_A_ * std::sqrt(3.0);
  begins_.push_back(0);
  for (std::size_t x = 0; x < size_[0]; ++x)
    for (std::size_t y = 0; y < size_[1]; ++y)
      for (std::size_t z = 0; z < size_[2]; ++z) {
        const Vector3 centre =
            origin_ + edge_A_ * Vector3{static_cast<double>(x) + 0.5, static_cast<double>(y) + 0.5,
                                        static_cast<double>(z) + 0.5};
        cells.for_each_near(centre, wide, [&](std::uint32_t i) {
          if (squared_distance(centre, points_A[i]) < wide * wide) points_.push_back(i);
        });
        begins_.push_back(static_cast<std::uint32_t>(points_.size()));
      }
}

std::span<const std::uint32_t> ReachLists::near(const Vector3& place) const {
  const Vector3 d = place - origin_;
  const auto outside = [&](double at, std::size_t size) {
    return !(at >= 0.0 && at < edge_A_ * static_cast<double>(size));
  };
  if (outside(d.x, size_[0]) || outside(d.y, size_[1]) || outside(d.z, size_[2])) return {};
  const auto x = static_cast<std::size_t>(d.x / edge_A_), y = static_cast<std::size_t>(d.y / edge_A_),
             z = static_cast<std::size_t>(d.z / edge_A_);
  if (x >= size_[0] || y >= size_[1] || z >= size_[2]) return {};
  const std::size_t cube = (x * size_[1] + y) * size_[2] + z;
  return std::span(points_).subspan(begins_[cube], begins_[cube + 1] - begins_[cube]);
}

}  // namespace azoo::docking
