#include "docking/receptor_reach.hpp"

#include <algorithm>  // for min, max, stable_sort
#include <cmath>      // for floor, sqrt
#include <cstdlib>    // for abs

namespace azoo::docking {
namespace {

constexpr double most_cells = 64e6;

std::array<double, 3> axes(const Vector3& v) {
  return {v.x, v.y, v.z};
}

}  // namespace

ReceptorReach::ReceptorReach(const Structure& structure, double reach_A)
    : squared_reach_(reach_A * reach_A), edge_(reach_A / std::sqrt(3.0) * (1.0 - 1e-9)) {
  if (structure.atoms.empty()) return;
  Vector3 low = structure.atoms.front().position_A;
  Vector3 high = low;
  for (const Atom& atom : structure.atoms) {
    const Vector3& p = atom.position_A;
    low = {std::min(low.x, p.x), std::min(low.y, p.y), std::min(low.z, p.z)};
    high = {std::max(high.x, p.x), std::max(high.y, p.y), std::max(high.z, p.z)};
  }
  // A molecule torn over a huge box gets larger cells; then sharing a cell says nothing, and distances
  // decide.
  const Vector3 size = high - low;
  while ((size.x / edge_ + 1) * (size.y / edge_ + 1) * (size.z / edge_ + 1) > most_cells) edge_ *= 2.0;
  origin_ = low;
  for (std::size_t k = 0; k < 3; ++k) cells_[k] = static_cast<int>(std::floor(axes(size)[k] / edge_)) + 1;
  const auto cell_of = [&](const Vector3& p) {
    std::size_t cell = 0;
    for (std::size_t k = 0; k < 3; ++k) {
      const int at = static_cast<int>(std::floor((axes(p)[k] - axes(origin_)[k]) / edge_));
      cell = cell * static_cast<std::size_t>(cells_[k]) + static_cast<std::size_t>(at);
    }
    return cell;
  };
  starts_.assign(static_cast<std::size_t>(cells_[0]) * static_cast<std::size_t>(cells_[1]) *
                         static_cast<std::size_t>(cells_[2]) +
                     1,
                 0);
  for (const Atom& atom : structure.atoms) ++starts_[cell_of(atom.position_A) + 1];
  for (std::size_t c = 1; c < starts_.size(); ++c) starts_[c] += starts_[c - 1];
  std::vector<std::uint32_t> next(starts_.begin(), starts_.end() - 1);
  atoms_.resize(structure.atoms.size());
  for (const Atom& atom : structure.atoms) atoms_[next[cell_of(atom.position_A)]++] = atom.position_A;

  const int steps = static_cast<int>(std::floor(reach_A / edge_)) + 1;
  for (int x = -steps; x <= steps; ++x)
    for (int y = -steps; y <= steps; ++y)
      for (int z = -steps; z <= steps; ++z) {
        double squared = 0.0;
        for (const int d : {x, y, z}) {
          const double gap = std::max(0, std::abs(d) - 1);
          squared += gap * gap;
        }
        if ((x != 0 || y != 0 || z != 0) && squared * edge_ * edge_ <= squared_reach_)
          offsets_.push_back({{x, y, z}, std::sqrt(static_cast<double>(x * x + y * y + z * z))});
      }
  std::stable_sort(offsets_.begin(), offsets_.end(), [](const Offset& a, const Offset& b) {
    return a.least_distance_cells < b.least_distance_cells;
  });
}

bool ReceptorReach::any_near(std::size_t cell, const Vector3& point) const noexcept {
  for (std::uint32_t i = starts_[cell]; i < starts_[cell + 1]; ++i)
    if (squared_distance(atoms_[i], point) <= squared_reach_) return true;
  return false;
}

bool ReceptorReach::within(const Vector3& point) const noexcept {
  if (atoms_.empty()) return false;
  std::array<int, 3> at{};
  for (std::size_t k = 0; k < 3; ++k) {
    const double place = std::floor((axes(point)[k] - axes(origin_)[k]) / edge_);
    // Far outside: no cell in reach, and no number that an int could not hold.
    if (!(place >= -4.0 && place <= cells_[k] + 4.0)) return false;
    at[k] = static_cast<int>(place);
  }
  const auto looked = [&](int x, int y, int z) {
    if (x < 0 || y < 0 || z < 0 || x >= cells_[0] || y >= cells_[1] || z >= cells_[2]) return false;
    const std::size_t cell =
        (static_cast<std::size_t>(x) * static_cast<std::size_t>(cells_[1]) + static_cast<std::size_t>(y)) *
            static_cast<std::size_t>(cells_[2]) +
        static_cast<std::size_t>(z);
    return any_near(cell, point);
  };
  if (looked(at[0], at[1], at[2])) return true;
  for (const Offset& offset : offsets_)
    if (looked(at[0] + offset.cells[0], at[1] + offset.cells[1], at[2] + offset.cells[2])) return true;
  return false;
}

}  // namespace azoo::docking
