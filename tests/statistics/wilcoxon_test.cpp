// Properties of the Wilcoxon tests that need no golden values: the exact distribution is the one that
// enumeration gives, and the rules of wilcoxon.hpp are followed and named.
#include "statistics/wilcoxon.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <vector>

namespace azoo::statistics {
namespace {

using testing::HasSubstr;

// Midrank of values[i] by counting, as a textbook defines it.
double counted_rank(const std::vector<double>& values, std::size_t i) {
  double below = 0.0;
  double equal = 0.0;
  for (const double value : values) {
    if (value < values[i]) below += 1.0;
    if (value == values[i]) equal += 1.0;
  }
  return below + (equal + 1.0) / 2.0;
}

struct Tails {
  double less = 0.0;
  double greater = 0.0;
  double two_sided = 0.0;
};

// Every sign pattern of the ranks, equally likely.
Tails enumerate_signs(const std::vector<double>& values) {
  std::vector<double> magnitudes;
  for (const double value : values) magnitudes.push_back(std::abs(value));
  std::vector<double> ranks;
  double seen = 0.0;
  double mean = 0.0;
  for (std::size_t i = 0; i < values.size(); ++i) {
    ranks.push_back(counted_rank(magnitudes, i));
    mean += ranks[i] / 2.0;
    if (values[i] > 0.0) seen += ranks[i];
  }
  Tails tails;
  const std::size_t patterns = std::size_t{1} << values.size();
  for (std::size_t pattern = 0; pattern < patterns; ++pattern) {
    double sum = 0.0;
    for (std::size_t i = 0; i < ranks.size(); ++i) sum += ((pattern >> i) & 1U) != 0 ? ranks[i] : 0.0;
    const double weight = 1.0 / static_cast<double>(patterns);
    if (sum <= seen) tails.less += weight;
    if (sum >= seen) tails.greater += weight;
    if (std::abs(sum - mean) >= std::abs(seen - mean)) tails.two_sided += weight;
  }
  return tails;
}

// Every choice of the first sample among all values, equally likely.
Tails enumerate_choices(const std::vector<double>& first, const std::vector<double>& second) {
  std::vector<double> all = first;
  all.insert(all.end(), second.begin(), second.end());
  std::vector<double> ranks;
  for (std::size_t i = 0; i < all.size(); ++i) ranks.push_back(counted_rank(all, i));
  double seen = 0.0;
  for (std::size_t i = 0; i < first.size(); ++i) seen += ranks[i];
  const double mean = static_cast<double>(first.size() * (all.size() + 1)) / 2.0;
  Tails counts;
  double choices = 0.0;
  for (std::size_t pattern = 0; pattern < (std::size_t{1} << all.size()); ++pattern) {
    std::size_t chosen = 0;
    double sum = 0.0;
    for (std::size_t i = 0; i < ranks.size(); ++i) {
      if (((pattern >> i) & 1U) == 0) continue;
      ++chosen;
      sum += ranks[i];
    }
    if (chosen != first.size()) continue;
    choices += 1.0;
    if (sum <= seen) counts.less += 1.0;
    if (sum >= seen) counts.greater += 1.0;
    if (std::abs(sum - mean) >= std::abs(seen - mean)) counts.two_sided += 1.0;
  }
  return {counts.less / choices, counts.greater / choices, counts.two_sided / choices};
}

// Small whole numbers without a generator: a multiplicative walk, rich in ties.
std::vector<double> tied_values(std::size_t count, unsigned start, int lowest, int span) {
  std::vector<double> values;
  unsigned state = start;
  for (std::size_t i = 0; i < count; ++i) {
    state = (state * 75U + 74U) % 65537U;
    values.push_back(lowest + static_cast<int>(state % static_cast<unsigned>(span)));
  }
  return values;
}

// Sums of at most 2^14 equal terms: rounding stays below 1e-12.
constexpr double enumeration_tolerance = 1e-12;

TEST(WilcoxonSignedRank, exact_p_with_ties_equals_enumeration_of_all_signs) {
  for (unsigned start = 1; start <= 60; ++start) {
    std::vector<double> values = tied_values(2 + start % 11, start, -4, 10);
    std::erase(values, 0.0);
    if (values.size() < 2) continue;
    const Tails expected = enumerate_signs(values);
    const auto p = [&](Alternative alternative) {
      return wilcoxon_signed_rank(values, {.alternative = alternative}).p;
    };
    EXPECT_NEAR(p(Alternative::less), expected.less, enumeration_tolerance) << start;
    EXPECT_NEAR(p(Alternative::greater), expected.greater, enumeration_tolerance) << start;
    EXPECT_NEAR(p(Alternative::two_sided), expected.two_sided, enumeration_tolerance) << start;
  }
}

TEST(WilcoxonRankSum, exact_p_with_ties_equals_enumeration_of_all_choices) {
  for (unsigned start = 1; start <= 60; ++start) {
    const std::vector<double> first = tied_values(1 + start % 6, start, 0, 6);
    const std::vector<double> second = tied_values(2 + start % 7, start + 100, -1, 6);
    const Tails expected = enumerate_choices(first, second);
    const auto p = [&](Alternative alternative) {
      return wilcoxon_rank_sum(first, second, {.alternative = alternative}).p;
    };
    EXPECT_NEAR(p(Alternative::less), expected.less, enumeration_tolerance) << start;
    EXPECT_NEAR(p(Alternative::greater), expected.greater, enumeration_tolerance) << start;
    EXPECT_NEAR(p(Alternative::two_sided), expected.two_sided, enumeration_tolerance) << start;
  }
}

TEST(WilcoxonSignedRank, estimate_is_the_median_of_all_walsh_averages) {
  for (unsigned start = 1; start <= 20; ++start) {
    const std::vector<double> values = tied_values(60 + start, start, -900, 2000);
    std::vector<double> averages;
    for (std::size_t i = 0; i < values.size(); ++i) {
      for (std::size_t j = i; j < values.size(); ++j) {
        if (values[i] != 0.0 && values[j] != 0.0) averages.push_back((values[i] + values[j]) / 2.0);
      }
    }
    std::sort(averages.begin(), averages.end());
    const std::size_t half = averages.size() / 2;
    const double median =
        averages.size() % 2 == 1 ? averages[half] : (averages[half - 1] + averages[half]) / 2.0;
    EXPECT_EQ(wilcoxon_signed_rank(values).estimate, median) << start;
  }
}

TEST(WilcoxonRankSum, swapping_the_samples_turns_estimate_and_interval_and_keeps_p) {
  for (unsigned start = 1; start <= 30; ++start) {
    const std::vector<double> first = tied_values(4 + start * 2, start, 0, 9);
    const std::vector<double> second = tied_values(5 + start, start + 50, 1, 9);
    const TestResult one = wilcoxon_rank_sum(first, second);
    const TestResult other = wilcoxon_rank_sum(second, first);
    EXPECT_DOUBLE_EQ(one.p, other.p) << start;
    EXPECT_EQ(one.estimate, -other.estimate) << start;
    EXPECT_EQ(one.statistic + other.statistic, static_cast<double>(first.size() * second.size())) << start;
  }
}

TEST(WilcoxonSignedRank, interval_holds_the_shifts_that_the_test_does_not_reject) {
  const std::vector<double> values{1.1, -0.4, 2.3, 3.7, 0.9, 5.2, 1.8, -1.3, 2.9, 4.4};
  const TestResult result = wilcoxon_signed_rank(values);
  const auto p_at = [&](double shift) { return wilcoxon_signed_rank(values, {.null_value = shift}).p; };
  const double step = 1e-6;  // far below the distance of the Walsh averages, 0.05
  EXPECT_LT(p_at(result.ci_low - step), 0.05);
  EXPECT_GE(p_at(result.ci_low + step), 0.05);
  EXPECT_GE(p_at(result.ci_high - step), 0.05);
  EXPECT_LT(p_at(result.ci_high + step), 0.05);
}

TEST(WilcoxonSignedRank, drops_zeros_and_says_so) {
  const TestResult with = wilcoxon_signed_rank(std::vector<double>{0.0, 1.0, -2.0, 3.0, 0.0, 4.0});
  const TestResult without = wilcoxon_signed_rank(std::vector<double>{1.0, -2.0, 3.0, 4.0});
  EXPECT_EQ(with.p, without.p);
  EXPECT_EQ(with.statistic, without.statistic);
  EXPECT_EQ(with.n1, 6U);
  EXPECT_THAT(with.note, HasSubstr("2 zero(s) dropped"));
}

TEST(WilcoxonSignedRank, names_ties_and_the_distribution_used) {
  const TestResult tied = wilcoxon_signed_rank(std::vector<double>{1.0, 1.0, -2.0, 3.0});
  EXPECT_THAT(tied.note, HasSubstr("exact null distribution"));
  EXPECT_THAT(tied.note, HasSubstr("ties by midranks"));
  const TestResult large = wilcoxon_signed_rank(tied_values(80, 3, 1, 5000));
  EXPECT_THAT(large.note, HasSubstr("normal approximation with continuity correction"));
}

TEST(WilcoxonSignedRank, pairs_that_tie_but_for_rounding_are_ties) {
  // 0.3 - 0.1 and 0.4 - 0.2 differ in the last bit.
  const std::vector<double> first{0.3, 0.4, 0.7, 0.1};
  const std::vector<double> second{0.1, 0.2, 0.4, 0.6};
  ASSERT_NE(first[0] - second[0], first[1] - second[1]);
  const TestResult result = wilcoxon_signed_rank(first, second);
  EXPECT_THAT(result.note, HasSubstr("ties by midranks"));
  EXPECT_EQ(result.p, wilcoxon_signed_rank(std::vector<double>{2.0, 2.0, 3.0, -5.0}).p);
}

TEST(WilcoxonSignedRank, gives_the_level_reached_where_the_one_asked_for_is_out_of_reach) {
  // Three values: the widest interval misses when all three lie on one side, 2 / 2^3.
  const TestResult result = wilcoxon_signed_rank(std::vector<double>{1.0, 2.0, 4.0});
  EXPECT_DOUBLE_EQ(result.ci_level, 0.75);
  EXPECT_EQ(result.ci_low, 1.0);
  EXPECT_EQ(result.ci_high, 4.0);
  EXPECT_THAT(result.note, HasSubstr("too few values for a 95% interval"));
}

TEST(WilcoxonRankSum, one_value_each_has_no_interval) {
  const TestResult result = wilcoxon_rank_sum(std::vector<double>{1.0}, std::vector<double>{2.0});
  EXPECT_EQ(result.p, 1.0);
  EXPECT_TRUE(std::isnan(result.ci_low));
  EXPECT_THAT(result.note, HasSubstr("too few values for an interval"));
}

TEST(WilcoxonRankSum, exact_and_normal_agree_for_large_samples) {
  const std::vector<double> first = tied_values(90, 5, 0, 4000);
  const std::vector<double> second = tied_values(80, 900, 300, 4000);
  const double exact = wilcoxon_rank_sum(first, second, {.method = RankMethod::exact}).p;
  const double normal = wilcoxon_rank_sum(first, second, {.method = RankMethod::normal}).p;
  // The Edgeworth term left out is of order 1/n, some per cent here.
  EXPECT_NEAR(normal / exact, 1.0, 0.05);
}

TEST(WilcoxonRankSum, refusals_are_sentences_without_numbers) {
  const TestResult result = wilcoxon_rank_sum(std::vector<double>{}, std::vector<double>{1.0});
  EXPECT_EQ(result.refusal, "needs at least 1 value in the first sample, got 0");
  EXPECT_TRUE(std::isnan(result.p));
  EXPECT_EQ(wilcoxon_signed_rank(std::vector<double>{1.0, NAN}).refusal,
            "value 2 is NaN; every value must be finite");
}

}  // namespace
}  // namespace azoo::statistics
