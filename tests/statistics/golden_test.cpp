// Every procedure against the golden values that R made (tests/oracles/statistics.R).
#include <gtest/gtest.h>

#include <functional>  // for function

#include "statistics/fisher.hpp"
#include "statistics/golden_cases.hpp"
#include "statistics/multiplicity.hpp"
#include "statistics/proportion.hpp"
#include "statistics/summary.hpp"
#include "statistics/t_test.hpp"
#include "statistics/wilcoxon.hpp"

namespace azoo::statistics {
namespace {

using golden::Case;
using golden::Comparison;

TestOptions options_of(const Case& c) {
  return {
      .alternative = c.alternative(), .ci_level = c.number("ci_level"), .null_value = c.number("null_value")};
}

RankTestOptions rank_options_of(const Case& c) {
  const TestOptions common = options_of(c);
  const std::string& method = c.text("method");
  return {common.alternative, common.ci_level, common.null_value,
          method == "exact"    ? RankMethod::exact
          : method == "normal" ? RankMethod::normal
                               : RankMethod::automatic};
}

void run_two_sample_cases(const std::string& procedure,
                          const std::function<TestResult(const Case&)>& compute) {
  const std::vector<Case> cases = golden::read(procedure);
  Comparison comparison;
  std::size_t far_tails = 0;
  for (const Case& c : cases) {
    const TestResult result = compute(c);
    golden::expect_refusal(c, result);
    for (const char* quantity : {"estimate", "ci_low", "ci_high", "statistic", "df", "p"}) {
      const double value = std::string(quantity) == "estimate"    ? result.estimate
                           : std::string(quantity) == "ci_low"    ? result.ci_low
                           : std::string(quantity) == "ci_high"   ? result.ci_high
                           : std::string(quantity) == "statistic" ? result.statistic
                           : std::string(quantity) == "df"        ? result.df
                                                                  : result.p;
      comparison.check(c, quantity, value);
    }
    comparison.check(c, "reached_level", result.ci_level);
    if (c.number("p") < 1e-12) ++far_tails;
  }
  EXPECT_GE(far_tails, 5U) << procedure << " has too few cases in the far tail";
  golden::report(procedure, cases.size(), comparison);
}

TEST(GoldenValues, summary_and_t_interval_agree_with_r) {
  const std::vector<Case> cases = golden::read("summary");
  Comparison comparison;
  for (const Case& c : cases) {
    const Summary s = summarise(c.vector("values"), c.number("ci_level"));
    EXPECT_EQ(s.computed(), !c.refused()) << c.text("id") << ": " << s.refusal;
    comparison.check(c, "mean", s.mean);
    comparison.check(c, "sd", s.sd);
    comparison.check(c, "se", s.se);
    comparison.check(c, "minimum", s.minimum);
    comparison.check(c, "lower_quartile", s.lower_quartile);
    comparison.check(c, "median", s.median);
    comparison.check(c, "upper_quartile", s.upper_quartile);
    comparison.check(c, "maximum", s.maximum);
    comparison.check(c, "ci_low", s.ci_low);
    comparison.check(c, "ci_high", s.ci_high);
  }
  golden::report("summary", cases.size(), comparison);
}

TEST(GoldenValues, paired_t_agrees_with_r) {
  run_two_sample_cases("t_paired", [](const Case& c) {
    return paired_t_test(c.vector("first"), c.vector("second"), options_of(c));
  });
}

TEST(GoldenValues, student_t_agrees_with_r) {
  run_two_sample_cases("t_student", [](const Case& c) {
    return student_t_test(c.vector("first"), c.vector("second"), options_of(c));
  });
}

TEST(GoldenValues, welch_t_agrees_with_r) {
  run_two_sample_cases("t_welch", [](const Case& c) {
    return welch_t_test(c.vector("first"), c.vector("second"), options_of(c));
  });
}

TEST(GoldenValues, signed_rank_agrees_with_r) {
  run_two_sample_cases("signed_rank", [](const Case& c) {
    // An empty second column is a one-sample test.
    if (c.text("second").empty()) return wilcoxon_signed_rank(c.vector("first"), rank_options_of(c));
    return wilcoxon_signed_rank(c.vector("first"), c.vector("second"), rank_options_of(c));
  });
}

TEST(GoldenValues, rank_sum_agrees_with_r) {
  run_two_sample_cases("rank_sum", [](const Case& c) {
    return wilcoxon_rank_sum(c.vector("first"), c.vector("second"), rank_options_of(c));
  });
}

using Interval = TestResult (*)(std::int64_t, std::int64_t, double, Alternative);

void run_proportion_cases(const std::string& procedure, Interval compute) {
  const std::vector<Case> cases = golden::read(procedure);
  Comparison comparison;
  for (const Case& c : cases) {
    const TestResult result =
        compute(c.count("successes"), c.count("trials"), c.number("ci_level"), c.alternative());
    golden::expect_refusal(c, result);
    comparison.check(c, "estimate", result.estimate);
    comparison.check(c, "ci_low", result.ci_low);
    comparison.check(c, "ci_high", result.ci_high);
  }
  golden::report(procedure, cases.size(), comparison);
}

TEST(GoldenValues, clopper_pearson_agrees_with_r) {
  run_proportion_cases("clopper_pearson", clopper_pearson);
}

TEST(GoldenValues, wilson_agrees_with_r) {
  run_proportion_cases("wilson", wilson);
}

TEST(GoldenValues, fisher_agrees_with_r) {
  const std::vector<Case> cases = golden::read("fisher");
  Comparison comparison;
  std::size_t far_tails = 0;
  for (const Case& c : cases) {
    const Table2x2 table{c.count("a"), c.count("b"), c.count("c"), c.count("d")};
    const TestResult result = fisher_exact(table, c.number("ci_level"), c.alternative());
    golden::expect_refusal(c, result);
    comparison.check(c, "estimate", result.estimate);
    comparison.check(c, "ci_low", result.ci_low);
    comparison.check(c, "ci_high", result.ci_high);
    comparison.check(c, "p", result.p);
    if (c.number("p") < 1e-12) ++far_tails;
  }
  EXPECT_GE(far_tails, 5U);
  golden::report("fisher", cases.size(), comparison);
}

TEST(GoldenValues, holm_agrees_with_r) {
  const std::vector<Case> cases = golden::read("holm");
  Comparison comparison;
  for (const Case& c : cases) {
    const AdjustedP result = holm(c.vector("p"));
    const std::vector<double> expected = c.vector("adjusted");
    EXPECT_EQ(result.computed(), !c.refused()) << c.text("id");
    EXPECT_EQ(static_cast<std::int64_t>(result.family), c.count("family")) << c.text("id");
    ASSERT_EQ(result.p.size(), expected.size()) << c.text("id");
    for (std::size_t i = 0; i < expected.size(); ++i) {
      comparison.check(c, "adjusted " + std::to_string(i + 1), result.p[i], expected[i]);
    }
  }
  golden::report("holm", cases.size(), comparison);
}

}  // namespace
}  // namespace azoo::statistics
