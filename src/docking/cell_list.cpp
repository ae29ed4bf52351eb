#include "docking/cell_list.hpp"

#include <algorithm>  // for clamp, min, max
#include <cmath>      // for floor
#include <stdexcept>  // for logic_error

namespace azoo::docking {
namespace {

// A box with more cubes than this is cut into larger ones: two far points must not fill the memory.
constexpr double most_cells = 4.0e6;

}  // namespace

CellList::CellList(std::span<const Vector3> points_A, double cell_A) : points_A_(points_A), cell_A_(cell_A) {
  if (!(cell_A > 0.0)) throw std::logic_error("a list of cells needs an edge above 0");
  Vector3 low = points_A.empty() ? Vector3{} : points_A[0];
  Vector3 high = low;
  for (const Vector3& p : points_A) {
    low = {std::min(low.x, p.x), std::min(low.y, p.y), std::min(low.z, p.z)};
    high = {std::max(high.x, p.x), std::max(high.y, p.y), std::max(high.z, p.z)};
  }
  origin_ = low;
  const Vector3 span = high - low;
  const auto cells = [&] { return (span.x / cell_A_ + 1) * (span.y / cell_A_ + 1) * (span.z / cell_A_ + 1); };
  while (cells() > most_cells) cell_A_ *= 2.0;
  size_ = {static_cast<std::size_t>(span.x / cell_A_) + 1, static_cast<std::size_t>(span.y / cell_A_) + 1,
           static_cast<std::size_t>(span.z / cell_A_) + 1};
  const auto index = [&](const Vector3& p) {
    const auto c = cell_of(p);
    return (static_cast<std::size_t>(c[0]) * size_[1] + static_cast<std::size_t>(c[1])) * size_[2] +
           static_cast<std::size_t>(c[2]);
  };
  begins_.assign(size_[0] * size_[1] * size_[2] + 1, 0);
  for (const Vector3& p : points_A) ++begins_[index(p) + 1];
  for (std::size_t k = 1; k < begins_.size(); ++k) begins_[k] += begins_[k - 1];
  std::vector<std::uint32_t> next(begins_.begin(), begins_.end() - 1);
  order_.resize(points_A.size());
  for (std::size_t i = 0; i < points_A.size(); ++i)
    order_[next[index(points_A[i])]++] = static_cast<std::uint32_t>(i);
}

std::array<int, 3> CellList::cell_of(const Vector3& place) const {
  const auto along = [&](double at, double from, std::size_t size) {
    return static_cast<int>(
        std::clamp(std::floor((at - from) / cell_A_), 0.0, static_cast<double>(size) - 1.0));
  };
  return {along(place.x, origin_.x, size_[0]), along(place.y, origin_.y, size_[1]),
          along(place.z, origin_.z, size_[2])};
}

}  // namespace azoo::docking
