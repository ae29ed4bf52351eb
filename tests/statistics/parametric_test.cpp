// Properties of summaries, t tests, proportions, Fisher's test and Holm's adjustment that need no golden
// values.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <vector>

#include "statistics/fisher.hpp"
#include "statistics/multiplicity.hpp"
#include "statistics/proportion.hpp"
#include "statistics/summary.hpp"
#include "statistics/t_test.hpp"

namespace azoo::statistics {
namespace {

using testing::HasSubstr;

const std::vector<double> first{4.1, 5.3, 2.2, 6.8, 5.0, 4.4};
const std::vector<double> second{3.0, 4.9, 1.1, 2.7, 3.3};

TEST(TTest, swapping_the_samples_turns_the_sign_and_keeps_p) {
  for (const auto test : {student_t_test, welch_t_test}) {
    const TestResult one = test(first, second, {});
    const TestResult other = test(second, first, {});
    EXPECT_EQ(one.p, other.p);
    EXPECT_EQ(one.df, other.df);
    EXPECT_EQ(one.statistic, -other.statistic);
    EXPECT_EQ(one.ci_low, -other.ci_high);
    const TestResult less = test(first, second, {.alternative = Alternative::less});
    const TestResult greater = test(second, first, {.alternative = Alternative::greater});
    EXPECT_EQ(less.p, greater.p);
    EXPECT_EQ(less.ci_high, -greater.ci_low);
  }
}

TEST(TTest, interval_ends_where_p_is_one_minus_the_level) {
  const TestResult result = welch_t_test(first, second, {.ci_level = 0.9});
  // Inverting the interval loses the rounding of one subtraction.
  EXPECT_NEAR(welch_t_test(first, second, {.null_value = result.ci_low}).p, 0.1, 1e-12);
  EXPECT_NEAR(welch_t_test(first, second, {.null_value = result.ci_high}).p, 0.1, 1e-12);
}

TEST(TTest, paired_test_is_the_one_sample_test_of_the_differences) {
  const std::vector<double> before{8.0, 7.5, 9.25, 6.0};
  const std::vector<double> after{7.0, 7.75, 8.0, 4.5};
  const TestResult paired = paired_t_test(before, after);
  const TestResult one = one_sample_t_test(std::vector<double>{1.0, -0.25, 1.25, 1.5});
  EXPECT_EQ(paired.p, one.p);
  EXPECT_EQ(paired.ci_low, one.ci_low);
}

TEST(TTest, refusals_are_plain_sentences) {
  EXPECT_EQ(one_sample_t_test(std::vector<double>{1.0}).refusal, "needs at least 2 values, got 1");
  EXPECT_EQ(paired_t_test(first, second).refusal,
            "a paired test needs samples of equal length, got 6 and 5 values");
  EXPECT_THAT(one_sample_t_test(std::vector<double>{3.0, 3.0}).refusal, HasSubstr("all values are equal"));
  EXPECT_THAT(welch_t_test(first, std::vector<double>{1.0, INFINITY}).refusal, HasSubstr("infinite"));
  // Differences that are equal but for rounding carry no spread, whatever their last bits say.
  EXPECT_FALSE(
      paired_t_test(std::vector<double>{0.3, 0.4, 0.5}, std::vector<double>{0.1, 0.2, 0.3}).computed());
}

TEST(Summary, one_value_has_a_mean_and_no_interval) {
  const Summary s = summarise(std::vector<double>{3.5});
  EXPECT_TRUE(s.computed());
  EXPECT_EQ(s.mean, 3.5);
  EXPECT_EQ(s.median, 3.5);
  EXPECT_TRUE(std::isnan(s.sd));
  EXPECT_TRUE(std::isnan(s.ci_low));
  EXPECT_EQ(s.note, "no t interval: needs at least 2 values, got 1");
}

TEST(Summary, adding_a_constant_leaves_the_spread) {
  const double offset = 4503599627370496.0;  // 2^52: one unit in the last place is 1
  const std::vector<double> shifted{offset + 1.0, offset + 2.0, offset + 4.0, offset + 9.0};
  EXPECT_DOUBLE_EQ(summarise(shifted).sd, summarise(std::vector<double>{1.0, 2.0, 4.0, 9.0}).sd);
}

double binomial_at_least(int successes, int trials, double p) {
  double sum = 0.0;
  for (int k = successes; k <= trials; ++k) {
    const double log_ways = std::lgamma(trials + 1.0) - std::lgamma(k + 1.0) - std::lgamma(trials - k + 1.0);
    sum += std::exp(log_ways + k * std::log(p) + (trials - k) * std::log1p(-p));
  }
  return sum;
}

TEST(ClopperPearson, bounds_put_the_tails_of_the_binomial_at_half_the_error) {
  for (const int trials : {1, 2, 5, 17, 60}) {
    for (int successes = 0; successes <= trials; ++successes) {
      const TestResult result = clopper_pearson(successes, trials);
      // lgamma of numbers up to 61 is good to 1e-13.
      if (successes > 0) {
        EXPECT_NEAR(binomial_at_least(successes, trials, result.ci_low), 0.025, 1e-13);
      } else {
        EXPECT_EQ(result.ci_low, 0.0);
      }
      if (successes < trials) {
        EXPECT_NEAR(1.0 - binomial_at_least(successes + 1, trials, result.ci_high), 0.025, 1e-13);
      } else {
        EXPECT_EQ(result.ci_high, 1.0);
      }
    }
  }
}

TEST(ClopperPearson, one_sided_bound_at_none_of_n_is_the_rule_of_three) {
  const TestResult result = clopper_pearson(0, 100, 0.95, Alternative::less);
  EXPECT_NEAR(result.ci_high, 1.0 - std::pow(0.05, 0.01), 1e-15);
  EXPECT_THAT(result.note, HasSubstr("one-sided"));
  EXPECT_THAT(clopper_pearson(0, 100).note, HasSubstr("two-sided"));
}

TEST(Wilson, bounds_solve_the_score_equation) {
  const double z = 1.959963984540054;  // qnorm(0.975)
  for (const int successes : {1, 4, 9, 19}) {
    const TestResult result = wilson(successes, 20);
    for (const double p : {result.ci_low, result.ci_high}) {
      EXPECT_NEAR(std::abs(successes / 20.0 - p) / std::sqrt(p * (1.0 - p) / 20.0), z, 1e-13);
    }
  }
  EXPECT_EQ(wilson(0, 20).ci_low, 0.0);
  EXPECT_EQ(wilson(20, 20).ci_high, 1.0);
}

TEST(Proportion, failures_mirror_successes) {
  for (const auto interval : {clopper_pearson, wilson}) {
    const TestResult one = interval(3, 14, 0.95, Alternative::two_sided);
    const TestResult other = interval(11, 14, 0.95, Alternative::two_sided);
    EXPECT_NEAR(one.ci_low, 1.0 - other.ci_high, 1e-15);
    EXPECT_NEAR(one.ci_high, 1.0 - other.ci_low, 1e-15);
  }
}

TEST(Fisher, one_sided_tails_share_only_the_table_seen) {
  for (std::int64_t a = 0; a <= 9; ++a) {
    const Table2x2 table{a, 12 - a, 9 - a, 4 + a};
    const double less = fisher_exact(table, 0.95, Alternative::less).p;
    const double greater = fisher_exact(table, 0.95, Alternative::greater).p;
    const double seen = std::exp(
        std::lgamma(13.0) + std::lgamma(14.0) + std::lgamma(10.0) + std::lgamma(17.0) - std::lgamma(26.0) -
        std::lgamma(static_cast<double>(a + 1)) - std::lgamma(static_cast<double>(13 - a)) -
        std::lgamma(static_cast<double>(10 - a)) - std::lgamma(static_cast<double>(5 + a)));
    EXPECT_NEAR(less + greater - seen, 1.0, 1e-12) << a;  // lgamma of numbers up to 26
    EXPECT_LE(fisher_exact(table).p, 1.0);
    EXPECT_GE(fisher_exact(table).p, std::min(less, greater));
  }
}

TEST(Fisher, transposing_the_table_changes_nothing_and_swapping_rows_inverts_the_odds_ratio) {
  const TestResult one = fisher_exact({7, 2, 3, 11});
  const TestResult transposed = fisher_exact({7, 3, 2, 11});
  const TestResult swapped = fisher_exact({3, 11, 7, 2});
  EXPECT_DOUBLE_EQ(one.p, transposed.p);
  EXPECT_NEAR(one.estimate / transposed.estimate, 1.0, 1e-13);
  EXPECT_DOUBLE_EQ(one.p, swapped.p);
  EXPECT_NEAR(one.estimate * swapped.estimate, 1.0, 1e-13);
  EXPECT_NEAR(one.ci_low * swapped.ci_high, 1.0, 1e-13);
}

TEST(Fisher, an_empty_row_leaves_the_odds_ratio_open) {
  const TestResult result = fisher_exact({0, 0, 5, 7});
  EXPECT_EQ(result.p, 1.0);
  EXPECT_TRUE(std::isnan(result.estimate));
  EXPECT_THAT(result.note, HasSubstr("empty"));
}

TEST(Holm, adjusted_values_keep_the_order_and_never_fall_below_the_given_ones) {
  const std::vector<double> p{0.03, 0.001, 0.2, 0.012, 0.7, 0.012};
  const AdjustedP adjusted = holm(p);
  for (std::size_t i = 0; i < p.size(); ++i) {
    EXPECT_GE(adjusted.p[i], p[i]);
    EXPECT_LE(adjusted.p[i], 1.0);
    for (std::size_t j = 0; j < p.size(); ++j) {
      if (p[i] <= p[j]) {
        EXPECT_LE(adjusted.p[i], adjusted.p[j]);
      }
    }
  }
}

TEST(Holm, missing_values_stay_missing_and_are_not_counted) {
  const AdjustedP adjusted = holm(std::vector<double>{0.01, NAN, 0.04});
  EXPECT_DOUBLE_EQ(adjusted.p[0], 0.02);
  EXPECT_TRUE(std::isnan(adjusted.p[1]));
  EXPECT_EQ(adjusted.family, 2U);
  EXPECT_EQ(adjusted.note, "1 of 3 p-values missing and left out of the count");
}

}  // namespace
}  // namespace azoo::statistics
