// The deepest places of a grid of scores, against a slow search that follows the same words.
#include "docking/grid_minima.hpp"

#include <gtest/gtest.h>

#include <tuple>

#include "docking_search/search_fixture.hpp"

namespace azoo::docking::search_tests {
namespace {

struct Grid {
  std::size_t side;
  std::vector<float> values;
  explicit Grid(std::size_t side_, float value = 0.0F)
      : side(side_), values(side_ * side_ * 2 * (side_ / 2 + 1), value) {
    // The padding behind each line is no part of the grid: a finder that reads it is led astray.
    for (std::size_t k = 0; k < values.size(); ++k)
      if (k % line() >= side) values[k] = -1e9F;
  }
  [[nodiscard]] std::size_t line() const { return 2 * (side / 2 + 1); }
  float& at(std::size_t x, std::size_t y, std::size_t z) { return values[(x * side + y) * line() + z]; }
};

// A few waves of several cells' length: valleys, as correlations have.
Grid smooth_grid(std::size_t side, std::uint64_t seed) {
  Chance chance(seed);
  Grid grid(side);
  for (int wave = 0; wave < 12; ++wave) {
    std::array<double, 3> k{};
    for (double& turns : k) turns = static_cast<double>(chance.below(7)) - 3.0;
    const double phase = chance.uniform(0, 6.28), height = chance.uniform(1, 5);
    for (std::size_t x = 0; x < side; ++x)
      for (std::size_t y = 0; y < side; ++y)
        for (std::size_t z = 0; z < side; ++z) {
          const double turns =
              k[0] * static_cast<double>(x) + k[1] * static_cast<double>(y) + k[2] * static_cast<double>(z);
          grid.at(x, y, z) += static_cast<float>(
              height * std::cos(2 * std::numbers::pi * turns / static_cast<double>(side) + phase));
        }
  }
  return grid;
}

using Found = std::vector<std::tuple<long, std::size_t>>;

// Of each cube of four cells' side the deepest cell; then the deepest of these, each far enough from those
// before.
Found slowly_found(Grid& grid, std::size_t count, std::size_t apart) {
  std::map<std::array<std::size_t, 3>, std::tuple<long, std::size_t>> cubes;
  const std::size_t n = grid.side;
  for (std::size_t x = 0; x < n; ++x)
    for (std::size_t y = 0; y < n; ++y)
      for (std::size_t z = 0; z < n; ++z) {
        const std::tuple<long, std::size_t> here{std::lround(grid.at(x, y, z) / score_quantum),
                                                 (x * n + y) * n + z};
        const auto [cube, fresh] = cubes.emplace(std::array{x / 4, y / 4, z / 4}, here);
        if (!fresh) cube->second = std::min(cube->second, here);
      }
  Found sorted, kept;
  for (const auto& [cube, deepest] : cubes) sorted.push_back(deepest);
  std::sort(sorted.begin(), sorted.end());
  const auto gap = [n](std::size_t a, std::size_t b) { return std::min((a + n - b) % n, (b + n - a) % n); };
  for (const auto& [score, cell] : sorted) {
    bool near = false;
    for (const auto& [other_score, other] : kept)
      near = near || (gap(cell % n, other % n) < apart && gap(cell / n % n, other / n % n) < apart &&
                      gap(cell / n / n, other / n / n) < apart);
    if (!near && kept.size() < count) kept.emplace_back(score, cell);
  }
  return kept;
}

Found found_by(MinimumFinder& finder, const Grid& grid, std::size_t count, std::size_t apart) {
  std::vector<GridMinimum> minima;
  finder.find(grid.values.data(), count, apart, minima);
  Found found;
  for (const GridMinimum& m : minima) found.emplace_back(m.score, m.cell);
  return found;
}

TEST(MinimumFinder, it_finds_what_a_slow_search_of_smooth_grids_finds) {
  for (const std::size_t side : {16U, 54U, 90U}) {
    MinimumFinder finder(side);  // used again for every grid
    for (std::uint64_t seed = 1; seed <= (side > 60 ? 1U : 3U); ++seed) {
      Grid grid = smooth_grid(side, seed);
      for (const std::size_t apart : {2U, 4U})
        for (const std::size_t count : {1U, 5U})
          EXPECT_EQ(found_by(finder, grid, count, apart), slowly_found(grid, count, apart))
              << side << " " << apart;
    }
  }
}

TEST(MinimumFinder, the_first_is_the_deepest_cell_of_all_wherever_it_lies) {
  for (const std::size_t side : {16U, 54U, 90U}) {
    MinimumFinder finder(side);
    for (const std::size_t at : {std::size_t{0}, side / 2, side - 1}) {
      Grid grid(side, 1.0F);
      grid.at(at, side - 1 - at, at) = -5.0F;
      const Found found = found_by(finder, grid, 1, 3);
      ASSERT_EQ(found.size(), 1U);
      EXPECT_EQ(found[0], std::tuple(-5000L, (at * side + (side - 1 - at)) * side + at));
    }
  }
}

TEST(MinimumFinder, places_are_near_across_the_edge_of_the_grid) {
  constexpr std::size_t side = 54;
  MinimumFinder finder(side);
  Grid grid(side, 1.0F);
  grid.at(0, 0, 0) = -5.0F;
  grid.at(side - 1, side - 1, side - 1) = -4.0F;  // one step away along every axis
  grid.at(side - 3, side - 1, 0) = -3.0F;         // three steps along x
  Found found = found_by(finder, grid, 2, 3);
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(std::get<0>(found[0]), -5000);
  EXPECT_EQ(std::get<0>(found[1]), -3000);
  found = found_by(finder, grid, 3, 1);
  ASSERT_EQ(found.size(), 3U);
  EXPECT_EQ(std::get<0>(found[1]), -4000);
}

TEST(MinimumFinder, equal_scores_are_taken_in_the_order_of_their_cells) {
  constexpr std::size_t side = 24;
  MinimumFinder finder(side);
  Grid grid(side, 1.0F);
  // Less than half a quantum apart: the same score.
  grid.at(3, 9, 17) = -2.0003F;
  grid.at(20, 1, 1) = -2.0002F;
  grid.at(3, 9, 5) = -2.0000F;
  grid.at(3, 10, 5) = -2.0004F;  // in the same cube as the one before, a later cell
  const Found found = found_by(finder, grid, 3, 3);
  ASSERT_EQ(found.size(), 3U);
  EXPECT_EQ(found[0], std::tuple(-2000L, std::size_t{(3 * side + 9) * side + 5}));
  EXPECT_EQ(found[1], std::tuple(-2000L, std::size_t{(3 * side + 9) * side + 17}));
  EXPECT_EQ(found[2], std::tuple(-2000L, std::size_t{(20 * side + 1) * side + 1}));
}

TEST(MinimumFinder, scores_beyond_all_reason_are_held_within_the_range_of_the_quanta) {
  Grid grid(16, 3e30F);
  MinimumFinder finder(16);
  // Two million over the quantum, in single precision: to 128.
  EXPECT_NEAR(static_cast<double>(std::get<0>(found_by(finder, grid, 1, 2).at(0))), 2e9, 256.0);
  grid.at(4, 5, 6) = -std::numeric_limits<float>::max();
  const auto [score, cell] = found_by(finder, grid, 1, 2).at(0);
  EXPECT_NEAR(static_cast<double>(score), -2e9, 256.0);
  EXPECT_EQ(cell, std::size_t{(4 * 16 + 5) * 16 + 6});
}

TEST(MinimumFinder, no_more_than_asked_for_and_none_when_none_is_asked_for) {
  Grid grid = smooth_grid(16, 9);
  MinimumFinder finder(16);
  EXPECT_TRUE(found_by(finder, grid, 0, 2).empty());
  EXPECT_LE(found_by(finder, grid, 1000, 2).size(), 64U);
  EXPECT_EQ(found_by(finder, grid, 1000, 16).size(), 1U);  // nothing is farther than half the side
}

}  // namespace
}  // namespace azoo::docking::search_tests
