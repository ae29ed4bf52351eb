#include "docking/grid_minima.hpp"

#include <algorithm>  // for min, fill, nth_element, sort
#include <cmath>      // for lround
#include <limits>     // for numeric_limits
#include <tuple>      // for tie

namespace azoo::docking {
namespace {

// Minima are looked for in cubes of this side: of each, the deepest cell.
constexpr std::size_t edge = 4;

std::int32_t quantised(float score) {
  constexpr float most = 2.0e6F;  // far beyond any score; keeps the integer in range
  return static_cast<std::int32_t>(std::lround(std::clamp(score, -most, most) / score_quantum));
}

__attribute__((target_clones("avx2", "default"))) void lower(float* least, const float* line,
                                                             std::size_t count) {
  for (std::size_t z = 0; z < count; ++z) least[z] = line[z] < least[z] ? line[z] : least[z];
}

}  // namespace

MinimumFinder::MinimumFinder(std::size_t side)
    : side_(side), blocks_((side + edge - 1) / edge), column_(side), found_(blocks_ * blocks_ * blocks_) {}

void MinimumFinder::find(const float* values, std::size_t count, std::size_t apart,
                         std::vector<GridMinimum>& minima) {
  const std::size_t line = 2 * (side_ / 2 + 1);
  std::uint32_t next = 0;
  for (std::size_t bx = 0; bx < blocks_; ++bx)
    for (std::size_t by = 0; by < blocks_; ++by) {
      std::fill(column_.begin(), column_.end(), std::numeric_limits<float>::max());
      for (std::size_t x = bx * edge; x < std::min(side_, (bx + 1) * edge); ++x)
        for (std::size_t y = by * edge; y < std::min(side_, (by + 1) * edge); ++y)
          lower(column_.data(), values + (x * side_ + y) * line, side_);
      for (std::size_t bz = 0; bz < blocks_; ++bz, ++next) {
        float least = column_[bz * edge];
        for (std::size_t z = bz * edge + 1; z < std::min(side_, (bz + 1) * edge); ++z)
          least = std::min(least, column_[z]);
        found_[next] = {least, next};
      }
    }
  // Neighbouring cubes often share one valley: look at some more than asked for.
  const std::size_t looked_at = std::min(found_.size(), 6 * count + 8);
  const auto deeper = [](const Block& a, const Block& b) {
    return std::tie(a.least, a.index) < std::tie(b.least, b.index);
  };
  std::nth_element(found_.begin(), found_.begin() + static_cast<std::ptrdiff_t>(looked_at - 1), found_.end(),
                   deeper);
  std::vector<GridMinimum> candidates;
  candidates.reserve(looked_at);
  for (std::size_t k = 0; k < looked_at; ++k) candidates.push_back(least_of_block(values, found_[k].index));
  std::sort(candidates.begin(), candidates.end(), [](const GridMinimum& a, const GridMinimum& b) {
    return std::tie(a.score, a.cell) < std::tie(b.score, b.cell);
  });
  minima.clear();
  for (const GridMinimum& candidate : candidates) {
    if (minima.size() == count) break;
    const bool taken = std::any_of(minima.begin(), minima.end(), [&](const GridMinimum& other) {
      return close(candidate.cell, other.cell, apart);
    });
    if (!taken) minima.push_back(candidate);
  }
}

GridMinimum MinimumFinder::least_of_block(const float* values, std::uint32_t index) const {
  const std::size_t line = 2 * (side_ / 2 + 1);
  const std::size_t bz = index % blocks_, by = index / blocks_ % blocks_, bx = index / blocks_ / blocks_;
  GridMinimum least{std::numeric_limits<std::int32_t>::max(), 0};
  for (std::size_t x = bx * edge; x < std::min(side_, (bx + 1) * edge); ++x)
    for (std::size_t y = by * edge; y < std::min(side_, (by + 1) * edge); ++y)
      for (std::size_t z = bz * edge; z < std::min(side_, (bz + 1) * edge); ++z) {
        const std::int32_t score = quantised(values[(x * side_ + y) * line + z]);
        if (score < least.score) least = {score, static_cast<std::uint32_t>((x * side_ + y) * side_ + z)};
      }
  return least;
}

bool MinimumFinder::close(std::uint32_t a, std::uint32_t b, std::size_t apart) const {
  for (int axis = 0; axis < 3; ++axis) {
    const std::size_t p = a % side_, q = b % side_;
    const std::size_t gap = p > q ? p - q : q - p;
    if (std::min(gap, side_ - gap) >= apart) return false;
    a = static_cast<std::uint32_t>(a / side_);
    b = static_cast<std::uint32_t>(b / side_);
  }
  return true;
}

}  // namespace azoo::docking
