// Transforms of grids: the quick one of a filled corner against the whole one, the way back, fixed plans.
#include "docking/grid_transform.hpp"

#include <gtest/gtest.h>

#include "docking_search/search_fixture.hpp"

namespace azoo::docking::search_tests {
namespace {

std::vector<std::size_t> small_sides() {
  std::vector<std::size_t> sides;
  for (const std::size_t side : grid_sides())
    if (side <= 96) sides.push_back(side);
  return sides;
}

// Random numbers in the first `filled` cells of every axis; `outside` in all others, padding included.
GridBuffer corner_filled(std::size_t side, std::size_t filled, float outside) {
  GridBuffer grid(side);
  const std::size_t line = 2 * (side / 2 + 1);
  std::uint32_t state = 12345;  // the numbers need not be good, only quick
  for (std::size_t k = 0; k < grid.size(); ++k) {
    const std::size_t z = k % line, y = k / line % side, x = k / line / side;
    state = 1664525U * state + 1013904223U;
    grid.real()[k] =
        x < filled && y < filled && z < filled ? static_cast<float>(state >> 8) * 0x1p-24F - 0.3F : outside;
  }
  return grid;
}

double largest(const GridBuffer& grid) {
  float most = 0.0F;
  for (std::size_t k = 0; k < grid.size(); ++k) most = std::max(most, std::abs(grid.real()[k]));
  return static_cast<double>(most);
}

double farthest_apart(const GridBuffer& a, const GridBuffer& b) {
  float most = 0.0F;
  for (std::size_t k = 0; k < a.size(); ++k) most = std::max(most, std::abs(a.real()[k] - b.real()[k]));
  return static_cast<double>(most);
}

// Single precision: 6e-8 a step, growing with the root of the number of steps (3 log2 of the side).
constexpr double single = 1e-6;

TEST(GridTransform, the_quick_transform_of_a_filled_corner_equals_that_of_the_whole_grid) {
  for (const std::size_t side : small_sides())
    for (const std::size_t eighths : {2U, 3U, 5U, 8U}) {
      const std::size_t corner = fitting_corner(side, side * eighths / 8);
      const GridTransform transform(side, corner);
      GridBuffer whole = corner_filled(side, corner, 0.0F);
      // What stands outside the corner is left over from the last rotation.
      GridBuffer quick = corner_filled(side, corner, 7.0F);
      transform.forward(whole);
      transform.forward_corner(quick);
      EXPECT_LT(farthest_apart(whole, quick), single * largest(whole)) << side << ", corner " << corner;
    }
}

TEST(GridTransform, the_sum_of_all_cells_stands_first_in_the_spectrum) {
  const GridTransform transform(24, 9);
  GridBuffer grid = corner_filled(24, 9, 0.0F);
  double sum = 0.0;
  for (std::size_t k = 0; k < grid.size(); ++k) sum += static_cast<double>(grid.real()[k]);
  transform.forward(grid);
  EXPECT_NEAR(static_cast<double>(grid.spectrum()[0].real()), sum, single * std::abs(sum));
  EXPECT_NEAR(static_cast<double>(grid.spectrum()[0].imag()), 0.0, single * std::abs(sum));
}

TEST(GridTransform, there_and_back_is_the_grid_times_its_number_of_cells) {
  for (const std::size_t side : small_sides()) {
    const GridTransform transform(side, side);
    const GridBuffer before = corner_filled(side, side, 0.0F);
    GridBuffer after = corner_filled(side, side, 0.0F);
    transform.forward(after);
    transform.backward(after);
    const std::size_t line = transform.line();
    const auto cells = static_cast<float>(side * side * side);
    float most = 0.0F;
    for (std::size_t k = 0; k < after.size(); ++k)
      if (k % line < side) most = std::max(most, std::abs(after.real()[k] / cells - before.real()[k]));
    EXPECT_LT(static_cast<double>(most), single) << side;
  }
}

TEST(GridTransform, the_plan_of_a_size_is_fixed_whatever_was_planned_before) {
  std::map<std::size_t, std::string> plans;
  for (const std::size_t side : small_sides()) {
    const GridTransform transform(side, fitting_corner(side, side / 2));
    plans[side] = transform.plan();
    EXPECT_NE(transform.plan().find("backward (rdft"), std::string::npos) << transform.plan();
    EXPECT_EQ(transform.plan().find('\n'), std::string::npos);
  }
  const auto sides = small_sides();
  for (auto side = sides.rbegin(); side != sides.rend(); ++side)
    EXPECT_EQ(GridTransform(*side, fitting_corner(*side, *side / 2)).plan(), plans[*side]) << *side;
}

TEST(GridTransform, the_shipped_wisdom_holds_the_plans_of_every_usual_size) {
  for (const std::size_t side : small_sides())
    for (const std::size_t eighths : {2U, 5U, 8U})
      EXPECT_TRUE(GridTransform(side, fitting_corner(side, side * eighths / 8)).from_wisdom()) << side;
}

TEST(GridTransform, a_side_or_corner_is_the_smallest_that_holds_the_cells) {
  const auto& sides = grid_sides();
  EXPECT_TRUE(std::is_sorted(sides.begin(), sides.end()));
  for (const std::size_t side : sides) EXPECT_EQ(side % 2, 0U);
  EXPECT_EQ(fitting_side(1), 16U);
  EXPECT_EQ(fitting_side(48), 48U);
  EXPECT_EQ(fitting_side(49), 54U);
  EXPECT_EQ(fitting_side(256), 256U);
  EXPECT_EQ(fitting_side(257), 0U);
  EXPECT_EQ(fitting_corner(64, 1), 16U);
  EXPECT_EQ(fitting_corner(64, 16), 16U);
  EXPECT_EQ(fitting_corner(64, 17), 24U);
  EXPECT_EQ(fitting_corner(64, 57), 64U);
  EXPECT_EQ(fitting_corner(54, 21), 27U);
}

}  // namespace
}  // namespace azoo::docking::search_tests
