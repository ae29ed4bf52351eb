// Rank correlations by hand, winners, and what size explains.
#include "screen/agreement.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "screen/small_screen.hpp"

namespace azoo::screen {
namespace {

using fixture::design_of;
using fixture::matrix_of;
using statistics::spearman;

// Without ties rho = 1 - 6 sum d^2 / (n (n^2 - 1)): ranks 1 2 3 4 5 against 2 1 4 3 5, sum d^2 = 4, rho =
// 0.8.
TEST(Spearman, equals_the_formula_without_ties) {
  const std::vector<double> x = {1, 2, 3, 4, 5};
  const std::vector<double> y = {20, 10, 40, 30, 50};
  EXPECT_NEAR(spearman(x, y).rho, 0.8, 1e-15);
  EXPECT_EQ(spearman(x, y).n, 5U);
}

// Midranks 1, 2.5, 2.5, 4 against 1, 2, 3, 4: products of deviations 4.5, squares 4.5 and 5: 4.5 /
// sqrt(22.5).
TEST(Spearman, takes_midranks_for_ties) {
  const std::vector<double> x = {1, 2, 2, 3};
  const std::vector<double> y = {1, 2, 3, 4};
  EXPECT_NEAR(spearman(x, y).rho, 4.5 / std::sqrt(22.5), 1e-15);
}

TEST(Spearman, is_none_for_constants_and_for_two_pairs_and_passes_over_gaps) {
  const std::vector<double> same = {1, 1, 1};
  const std::vector<double> up = {1, 2, 3};
  EXPECT_TRUE(std::isnan(spearman(same, up).rho));
  EXPECT_TRUE(std::isnan(spearman(std::vector<double>{1, 2}, std::vector<double>{1, 2}).rho));
  const std::vector<double> gap = {1, no_value, 3, 9};
  const std::vector<double> other = {3, 100, 2, 1};
  EXPECT_EQ(spearman(gap, other).n, 3U);
  EXPECT_EQ(spearman(gap, other).rho, -1.0);
}

TEST(Agreement, compares_receptor_by_receptor_and_names_both_winners) {
  const Matrix ours = matrix_of(design_of({"A", "B", "C"}, {"R", "S"}), {-3, -2, -1, -1, -2, -3});
  PrintedMatrix printed;
  printed.scores = {-30, -20, -10, -30, -20, -10};
  const Agreement agreement = compare(ours, printed);
  ASSERT_EQ(agreement.receptors.size(), 2U);
  EXPECT_EQ(agreement.receptors[0].correlation.rho, 1.0);
  EXPECT_EQ(agreement.receptors[1].correlation.rho, -1.0);
  EXPECT_TRUE(agreement.receptors[0].same_winner);
  EXPECT_FALSE(agreement.receptors[1].same_winner);
  EXPECT_EQ(agreement.receptors[1].our_rank_of_printed_winner, 3U);
  EXPECT_EQ(*agreement.receptors[1].ours.winner, 2U);
  EXPECT_EQ(*agreement.receptors[1].printed.winner, 0U);
  EXPECT_EQ(agreement.same_winners, 1U);
  EXPECT_EQ(agreement.compared_winners, 2U);
  EXPECT_EQ(agreement.all_pairs.n, 6U);
  EXPECT_NEAR(agreement.all_pairs.rho, 0.0, 1e-15);
}

TEST(Agreement, tells_general_levels_from_what_is_said_of_pairs) {
  // Ligand levels 0, -10, -20 and receptor levels 0, -100 in both; what is left is opposite in sign.
  const std::vector<double> levels = {0, -10, -20, -100, -110, -120};
  const std::vector<double> rest = {2, -1, -1, -2, 1, 1};
  std::vector<double> first;
  PrintedMatrix printed;
  for (std::size_t i = 0; i < levels.size(); ++i) {
    first.push_back(levels[i] + rest[i]);
    printed.scores.push_back(levels[i] - rest[i]);
  }
  const Agreement agreement = compare(matrix_of(design_of({"A", "B", "C"}, {"R", "S"}), first), printed);
  EXPECT_GT(agreement.all_pairs.rho, 0.9);
  EXPECT_LT(agreement.without_means.rho, -0.7);
}

TEST(Agreement, passes_over_what_is_not_printed) {
  const Matrix ours = matrix_of(design_of({"A", "B", "C"}, {"R", "S"}), {-3, -2, -1, -1, -2, -3});
  PrintedMatrix printed;
  printed.scores = {-30, -20, -10, no_value, no_value, no_value};
  const Agreement agreement = compare(ours, printed);
  EXPECT_EQ(agreement.all_pairs.n, 3U);
  EXPECT_TRUE(std::isnan(agreement.without_means.rho));
  EXPECT_EQ(agreement.compared_winners, 1U);
  EXPECT_FALSE(agreement.receptors[1].printed.winner);
}

TEST(Agreement, shows_how_far_size_alone_orders_the_scores) {
  // Atoms: 1100, 1200, 1300, 2100, 2200, 2300.
  const Matrix ours = matrix_of(design_of({"A", "B", "C"}, {"R", "S"}), {-1, -2, -3, -4, -5, -6});
  PrintedMatrix printed;
  printed.scores = {-6, -5, -4, -3, -2, -1};
  const Agreement agreement = compare(ours, printed);
  EXPECT_EQ(agreement.size_and_ours.rho, 1.0);
  EXPECT_EQ(agreement.size_and_printed.rho, -1.0);
}

}  // namespace
}  // namespace azoo::screen
