// The numbers of the small trial, against R 4.2. In the comments b and f are baseline and final values of the
// men with cells, B and F of the men with hormones, as listed in small_trial.hpp; fsh on the log scale is
// x = log(f) - log(b), y = log(F) - log(B).
#include "trial/analysis.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "trial/analysis_change.hpp"
#include "trial/small_trial.hpp"

namespace azoo::trial::test {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

// R prints 15 digits; sums of a handful of values lose at most a few of them.
constexpr double digits = 1e-12;

const std::vector<AnalysisRow>& rows() {
  static const std::vector<AnalysisRow> list = analyse(small_design(), small_records());
  return list;
}

struct Key {
  std::string analysis, endpoint, contrast, method;
  std::string population = "";
};

AnalysisRow row(const Key& key, const std::vector<AnalysisRow>& from = rows()) {
  std::vector<AnalysisRow> found;
  for (const AnalysisRow& r : from) {
    const bool same = r.analysis == key.analysis && r.endpoint == key.endpoint &&
                      r.contrast == key.contrast && r.method == key.method &&
                      (key.population.empty() || key.population == r.population);
    if (same) found.push_back(r);
  }
  EXPECT_EQ(found.size(), 1U) << key.endpoint << " | " << key.contrast << " | " << key.method;
  return found.empty() ? AnalysisRow{} : found.front();
}

void expect_row(const AnalysisRow& r, double estimate, double low, double high, double p) {
  EXPECT_NEAR(r.estimate, estimate, digits * std::max(1.0, std::abs(estimate))) << r.method;
  EXPECT_NEAR(r.ci_low, low, digits * std::max(1.0, std::abs(low))) << r.method;
  EXPECT_NEAR(r.ci_high, high, digits * std::max(1.0, std::abs(high))) << r.method;
  if (std::isnan(p)) {
    EXPECT_TRUE(std::isnan(r.p));
  } else {
    EXPECT_NEAR(r.p, p, digits) << r.method;
  }
}

const std::string within = "cells: day_180 - baseline";
const std::string between = "cells - hormones: day_180";
const std::string between_change = "cells - hormones: day_180 - baseline";

TEST(Description, gives_mean_se_sd_and_median_with_quartiles) {
  const std::string at = "cells: day_180";
  const AnalysisRow mean = row({"descriptive", "testosterone", at, "mean with t interval"});
  expect_row(mean, 11.34, 9.64068857346647, 13.03931142653353, none);  // t.test(f)$conf.int
  EXPECT_EQ(mean.unit, "nmol/L");
  EXPECT_EQ(mean.n1, 5);
  // sd(f) / sqrt(5); sd(f); quantile(f, c(.25, .5, .75))
  EXPECT_NEAR(row({"descriptive", "testosterone", at, "standard error of the mean"}).estimate,
              0.612045749923974, digits);
  EXPECT_NEAR(row({"descriptive", "testosterone", at, "standard deviation"}).estimate, 1.368575902169843,
              digits);
  expect_row(row({"descriptive", "testosterone", at, "median with quartiles"}), 11.3, 10.1, 12.4, none);
}

TEST(AsPrinted, within_an_arm_is_the_paired_t_test) {
  // t.test(f, b, paired = TRUE)
  const AnalysisRow t = row({"as_printed", "testosterone", within, "paired t test"});
  expect_row(t, 1.84, -0.3081146028354772, 3.9881146028354779, 0.0761377164666807);
  EXPECT_NEAR(t.statistic, 2.3782059797091790, digits);
  EXPECT_EQ(t.df, 4);
  EXPECT_EQ(t.n1, 5);
  EXPECT_EQ(t.n2, 0);
  const AnalysisRow fsh = row({"as_printed", "fsh", within, "paired t test"});
  expect_row(fsh, -8.6, -14.4470378241767907, -2.7529621758232103, 0.0150529180656796);
  EXPECT_EQ(fsh.unit, "IU/L");
}

TEST(AsPrinted, between_arms_is_students_t_test_at_the_final_visit) {
  // t.test(f, F, var.equal = TRUE)
  const AnalysisRow t = row({"as_printed", "testosterone", between, "Student's t test (equal variances)"});
  expect_row(t, 11.34 - 12.425, -4.069459197557429, 1.899459197557428, 0.418441787430755);
  EXPECT_EQ(t.n1, 5);
  EXPECT_EQ(t.n2, 4);
  EXPECT_TRUE(std::isnan(t.p_adjusted));
  EXPECT_THAT(t.note, HasSubstr("no correction for multiplicity"));
}

TEST(Recommended, hormones_change_on_the_log_scale_as_a_ratio) {
  // r <- t.test(x); exp(r$estimate), exp(r$conf.int), r$p.value
  const AnalysisRow t = row({"recommended", "fsh", within, "one-sample t test, log change"});
  expect_row(t, 0.6483720580548292, 0.4783269164205773, 0.8788682201120850, 0.0167469995300234);
  EXPECT_EQ(t.unit, "ratio");
  // v <- wilcox.test(x, conf.int = TRUE)
  const AnalysisRow v = row({"recommended", "fsh", within, "Wilcoxon signed-rank test, log change"});
  expect_row(v, 0.677003200386330, 0.5, 0.916666666666667, 0.0625);
  EXPECT_EQ(v.ci_level, 0.9375);  // 1 - 2 / 2^5, the most that five men give
}

TEST(Recommended, between_arms_compares_changes) {
  // w <- t.test(x, y); exp(mean(x) - mean(y)), exp(w$conf.int), w$p.value
  const AnalysisRow w =
      row({"recommended", "fsh", between_change, "Welch's t test (unequal variances), log change"});
  expect_row(w, 0.7345165199457770, 0.5309744482593384, 1.0160837679513828, 0.0592876104046769);
  EXPECT_NEAR(w.df, 6.8577337157227394, 1e-11);  // df from ratios of variances
  // wilcox.test(x, y, conf.int = TRUE)
  const AnalysisRow r = row({"recommended", "fsh", between_change, "Wilcoxon rank-sum test, log change"});
  expect_row(r, 0.742462120245875, 0.494117647058823, 1.041666666666666, 0.111111111111111);
  EXPECT_EQ(r.statistic, 3);
}

TEST(Recommended, covariance_analysis_is_a_linear_model_with_the_baseline) {
  // g <- rep(1:0, c(5, 4)); m <- lm(log(c(f, F)) ~ g + log(c(b, B))); exp(coef(m)["g"]), exp(confint(m)["g",
  // ])
  const AnalysisRow r =
      row({"recommended", "fsh", between_change, "analysis of covariance, log scale, baseline as covariate"});
  expect_row(r, 0.7337396271770140, 0.5051793670507834, 1.0657082921514949, 0.0887006862114727);
  EXPECT_EQ(r.df, 6);
  EXPECT_EQ(r.unit, "ratio");
  // the same without logarithms
  expect_row(row({"recommended", "testosterone", between_change,
                  "analysis of covariance, raw scale, baseline as covariate"}),
             -1.415472504004271, -4.013469566164761, 1.182524558156218, 0.230864020317018);
}

TEST(Recommended, equal_changes_tie_although_subtraction_rounds) {
  // 13 - 8.8 and 15.2 - 11 differ in the last bit. exactRankTests::wilcox.exact on the changes in one
  // decimal; estimate median(outer(f - b, F - B, "-")).
  const AnalysisRow r =
      row({"recommended", "testosterone", between_change, "Wilcoxon rank-sum test, change"});
  EXPECT_NEAR(r.p, 0.30952380952381, digits);
  EXPECT_EQ(r.statistic, 5.5);
  EXPECT_NEAR(r.estimate, -1.65, digits);
  EXPECT_NEAR(r.ci_low, -4.2, digits);
  EXPECT_NEAR(r.ci_high, 0.8, digits);
}

TEST(Recommended, ties_of_any_sign_survive_subtraction_and_zero_stays_zero) {
  const double a = 0.3 - 0.2;  // 0.09999999999999998
  const double b = 0.1 - 0.2;  // -0.1
  ASSERT_NE(a, -b);
  const TiedChanges tied = with_true_ties({a, 0.1 + 0.2 - 0.3, 0.100001}, {b}, 0.3);
  EXPECT_EQ(tied.first, (std::vector<double>{a, 0.0, 0.100001}));
  EXPECT_EQ(tied.second, (std::vector<double>{-a}));
}

TEST(Recommended, the_primary_test_is_not_corrected_and_the_others_are_by_holm) {
  // exactRankTests::wilcox.exact on (0, 0.4, 0, 1.2, 0.1) and (0, 0, 0.2, 0)
  const AnalysisRow primary =
      row({"recommended", "sperm_concentration", between_change, "Wilcoxon rank-sum test, change"});
  EXPECT_NEAR(primary.p, 0.365079365079365, digits);
  EXPECT_EQ(primary.p_adjusted, primary.p);
  EXPECT_THAT(primary.note, HasSubstr("primary efficacy test"));
  // p.adjust(c(1/9, 0.30952380952381), "holm"); p.adjust of the two Welch p-values
  const auto adjusted = [](const char* endpoint, const char* method) {
    return row({"recommended", endpoint, between_change, method}).p_adjusted;
  };
  EXPECT_NEAR(adjusted("fsh", "Wilcoxon rank-sum test, log change"), 0.222222222222222, digits);
  EXPECT_NEAR(adjusted("testosterone", "Wilcoxon rank-sum test, change"), 0.309523809523810, digits);
  EXPECT_NEAR(adjusted("fsh", "Welch's t test (unequal variances), log change"), 0.118575220809354, digits);
  EXPECT_NEAR(adjusted("testosterone", "Welch's t test (unequal variances), change"), 0.157119923908302,
              digits);
}

TEST(Recommended, rows_between_arms_name_what_is_confounded) {
  const AnalysisRow r = row({"recommended", "fsh", between_change, "Wilcoxon rank-sum test, log change"});
  EXPECT_THAT(
      r.note,
      HasSubstr(
          "differs from hormones in surgery, injection, product and drugs: effects cannot be separated"));
  EXPECT_THAT(r.note, HasSubstr("allocation was not random"));
  Design clean = small_design();
  clean.arms[1].surgery = true;
  clean.arms[1].vehicle = true;
  clean.arms[0].drugs = clean.arms[1].drugs;
  clean.allocation.method = "random";
  const AnalysisRow separable =
      row({"recommended", "fsh", between_change, "Wilcoxon rank-sum test, log change"},
          analyse(clean, small_records()));
  EXPECT_THAT(separable.note, Not(HasSubstr("cannot be separated")));
  EXPECT_THAT(separable.note, Not(HasSubstr("random")));
}

TEST(Responders, are_counted_exactly_by_arm_and_compared_by_fishers_test) {
  const std::string endpoint = "responders: sperm_concentration > 0";
  // binom.test(3, 5), binom.test(1, 4), fisher.test(matrix(c(3, 2, 1, 3), 2, byrow = TRUE))
  const AnalysisRow cells =
      row({"recommended", endpoint, "cells: day_180", "Clopper-Pearson interval", "all_treated"});
  expect_row(cells, 60, 14.6632799634673, 94.7255049473683, none);
  EXPECT_EQ(cells.unit, "%");
  EXPECT_THAT(cells.note, HasSubstr("3 of 5 men"));
  const AnalysisRow fisher = row({"recommended", endpoint, between, "Fisher's exact test", "all_treated"});
  // Odds ratio and limits are roots that R's uniroot seeks to eps^(1/4) = 1.2e-4 (above 1: of the reciprocal,
  // here 0.0032 +- 1.2e-4, or 4 %); p is exact.
  EXPECT_NEAR(fisher.estimate, 3.764194623770722, 5e-3);
  EXPECT_NEAR(fisher.ci_low, 0.149799791625770, 1e-4);
  EXPECT_NEAR(fisher.ci_high, 312.562139495009603, 12.0);
  EXPECT_NEAR(fisher.p, 0.523809523809524, digits);
  EXPECT_EQ(fisher.unit, "odds ratio");
}

TEST(Responders, without_a_final_value_fail_in_all_treated_and_are_left_out_of_completers) {
  TrialRecords records = small_records();
  add_man(records, "C6", "cells", "withdrawn");
  add_man(records, "C7", "cells", "completed");  // came, but the semen analysis failed
  const std::vector<AnalysisRow> list = analyse(small_design(), records);
  const Key key{"recommended", "responders: sperm_concentration > 0", "cells: day_180",
                "Clopper-Pearson interval"};
  Key all = key;
  all.population = "all_treated";
  Key completers = key;
  completers.population = "completers";
  // binom.test(3, 7)
  expect_row(row(all, list), 300.0 / 7.0, 9.89882784425079, 81.59484323599170, none);
  EXPECT_THAT(row(all, list).note, HasSubstr("2 without a final value counted as non-responders"));
  EXPECT_EQ(row(completers, list).n1, 5);
  EXPECT_THAT(row(completers, list).note, HasSubstr("5 of 7 treated men"));
}

TEST(Safety, counts_men_not_events_and_the_worst_grade) {
  const AnalysisRow any = row({"safety", "any adverse event", "cells", "Clopper-Pearson interval"});
  EXPECT_DOUBLE_EQ(any.estimate, 40);
  EXPECT_THAT(any.note, HasSubstr("2 of 5 men; 3 event(s)"));
  EXPECT_DOUBLE_EQ(row({"safety", "any serious adverse event", "cells", "Clopper-Pearson interval"}).estimate,
                   20);
  const std::string by_grade = "men by their worst grade of the term";
  EXPECT_EQ(row({"safety", "adverse event: scrotal pain, grade 2", "cells", by_grade}).estimate, 1);
  EXPECT_EQ(row({"safety", "adverse event: scrotal pain, grade 2", "hormones", by_grade}).estimate, 0);
  for (const AnalysisRow& r : rows()) EXPECT_NE(r.endpoint, "adverse event: scrotal pain, grade 1");
}

TEST(Safety, no_event_in_40_men_has_two_upper_limits_each_with_its_name) {
  TrialRecords records;
  for (int i = 0; i < 40; ++i) add_man(records, "C" + std::to_string(i), "cells");
  const std::vector<AnalysisRow> list = analyse(small_design(), records);
  const std::string endpoint = "any serious adverse event";
  // binom.test(0, 40)$conf.int; binom.test(0, 40, alternative = "less")$conf.int
  const AnalysisRow two = row({"safety", endpoint, "cells", "Clopper-Pearson interval"}, list);
  expect_row(two, 0, 0, 8.80973028788024, none);
  EXPECT_THAT(two.note, HasSubstr("a one-sided limit of level 97.5 %"));
  const AnalysisRow one =
      row({"safety", endpoint, "cells", "Clopper-Pearson interval, one-sided upper limit"}, list);
  expect_row(one, 0, 0, 7.21575245055146, none);
  EXPECT_THAT(one.note, HasSubstr("rule of three, 3/40: 7.50 %"));
}

}  // namespace
}  // namespace azoo::trial::test
