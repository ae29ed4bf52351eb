#include <gtest/gtest.h>

#include "report/analysis_comparison.hpp"
#include "report/assumptions_table.hpp"
#include "report/axis_scale.hpp"
#include "report/html_text.hpp"
#include "report/number_style.hpp"
#include "report/operating_characteristics.hpp"
#include "report/safety_table.hpp"
#include "report/svg_canvas.hpp"
#include "report/trial_fixture.hpp"

namespace azoo::report {
namespace {

using fixture::make_trial;
using fixture::Trial;

TEST(NumberStyle, prints_p_so_that_alpha_stays_visible) {
  EXPECT_EQ(p_value(0.0004), "P\u00a0<\u00a00.001");
  EXPECT_EQ(p_value(0.012), "P\u00a0=\u00a00.012");
  EXPECT_EQ(p_value(0.6), "P\u00a0=\u00a00.60");
  EXPECT_EQ(p_value(0.04998), "P\u00a0=\u00a00.04998");
  EXPECT_EQ(p_value(0.05), "P\u00a0=\u00a00.050");
  EXPECT_EQ(p_value(std::nan("")), "P\u00a0not given");
}

TEST(NumberStyle, keeps_sensible_digits) {
  EXPECT_EQ(number(9.998), "10.0");
  EXPECT_EQ(number(-1.234), "−1.23");
  EXPECT_EQ(number(123456.7), "123457");
  EXPECT_EQ(number(300000.0), "300000");
  EXPECT_EQ(number(std::nan("")), "–");
  EXPECT_EQ(exact(0.05), "0.05");
  EXPECT_EQ(cells(1e7), "10 million");
  EXPECT_EQ(cells(2.2049e7), "22 million");
  EXPECT_EQ(cells(7390000), "7.39 million");
  EXPECT_EQ(percent(0.225), "22.5\u00a0%");
  EXPECT_EQ(percent(0.0012), "0.12\u00a0%");
  EXPECT_EQ(percent(1.0), "100\u00a0%");
  EXPECT_NE(percent(0.9999), "100\u00a0%");
}

TEST(HtmlText, escapes_and_drops_control_bytes) {
  EXPECT_EQ(escape("<a & 'b' \"c\">"), "&lt;a &amp; &#39;b&#39; &quot;c&quot;&gt;");
  EXPECT_EQ(escape(std::string("a\x01") + "b"), "a\uFFFDb");
  EXPECT_EQ(slug("BM-MSC + hormones!"), "bm-msc-hormones");
  EXPECT_EQ(slug("<>"), "x");
}

TEST(AxisScale, linear_limits_hold_all_values_on_round_ticks) {
  AxisScale axis = AxisScale::linear({3.0, 47.0}, true);
  axis.place(0.0, 100.0);
  EXPECT_EQ(axis.ticks().front().label, "0");
  EXPECT_EQ(axis.ticks().back().label, "50");
  EXPECT_NEAR(axis.pixel(25.0), 50.0, 1e-9);  // halfway, exact up to rounding
}

TEST(AxisScale, logarithm_is_chosen_for_wide_ranges_and_keeps_zeros_apart) {
  EXPECT_FALSE(AxisScale::apt({5.0, 20.0}).is_logarithmic());
  EXPECT_TRUE(AxisScale::apt({1.0, 100.0}).is_logarithmic());
  AxisScale axis = AxisScale::apt({0.0, 0.01, 10.0});
  EXPECT_TRUE(axis.has_zero_band());
  axis.place(0.0, 100.0);
  EXPECT_LT(axis.pixel(0.0), axis.pixel(0.01) - 5.0);
  EXPECT_FALSE(AxisScale::apt({-3.0, 100.0}).is_logarithmic());
}

TEST(SvgCanvas, wraps_and_shortens_by_letters_not_bytes) {
  EXPECT_EQ(wrap_words("one two three", 60.0, 13.0).size(), 2U);
  EXPECT_EQ(shorten("µµµµµµµµµµ", 40.0, 13.0).substr(0, 2), "µ");
  EXPECT_EQ(coordinate(-0.04), "0");
  EXPECT_EQ(coordinate(12.25), "12.3");
  EXPECT_EQ(coordinate(-3.0), "-3");
}

trial::AnalysisRow row_with(const char* analysis, const char* contrast, double p, double adjusted) {
  trial::AnalysisRow row;
  row.analysis = analysis;
  row.endpoint = "fsh";
  row.contrast = contrast;
  row.method = "m";
  row.p = p;
  row.p_adjusted = adjusted;
  return row;
}

TEST(AnalysisComparison, puts_the_same_comparison_on_one_row) {
  const double none = std::nan("");
  std::vector<trial::AnalysisRow> rows{row_with("as_printed", "a: x - y", 0.01, none),
                                       row_with("as_printed", "a - b: x", 0.01, none),
                                       row_with("recommended", "a - b: x - y", 0.02, 0.12),
                                       row_with("recommended", "a - b: x - y", 0.03, 0.13),
                                       row_with("recommended", "c - b: x - y", 0.02, 0.12)};
  const std::vector<AnalysisPair> pairs = pair_analyses(rows, 0);
  ASSERT_EQ(pairs.size(), 3U);
  EXPECT_TRUE(pairs[0].recommended.empty());
  ASSERT_EQ(pairs[1].recommended.size(), 2U);
  EXPECT_EQ(pairs[1].printed.front(), &rows[1]);
  EXPECT_TRUE(pairs[2].printed.empty());
  EXPECT_NE(difference_sentence(pairs[1], 0.05).find("does not support it"), std::string::npos);
  EXPECT_NE(difference_sentence(pairs[1], 0.05).find("corrected"), std::string::npos);
  rows[2].p_adjusted = 0.04;  // one test now reads as a difference, the other does not
  EXPECT_NE(difference_sentence(pairs[1], 0.05).find("do not agree"), std::string::npos);
  rows[3].p_adjusted = 0.04;
  EXPECT_EQ(difference_sentence(pairs[1], 0.05), "Both read as a difference at 0.05.");
  rows[3].p_adjusted = 0.9;  // stands beside the first, so the first alone decides
  rows[3].note = "beside the rank-sum test, which decides";
  EXPECT_EQ(difference_sentence(pairs[1], 0.05), "Both read as a difference at 0.05.");
}

TEST(OperatingCharacteristics, count_replicates_with_a_p_only) {
  std::vector<trial::AnalysisRow> rows;
  for (int replicate = 0; replicate < 4; ++replicate) {
    rows.push_back(
        row_with("as_printed", "a - b", replicate == 3 ? std::nan("") : 0.02 * replicate, std::nan("")));
    rows.back().replicate = replicate;
  }
  const auto found = operating_characteristics(rows, 0.04);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].computed, 3);
  EXPECT_EQ(found[0].below, 2);  // 0 and 0.02; 0.04 is not below 0.04
}

TEST(Safety, counts_men_not_events) {
  Trial trial = make_trial({.men_per_arm = 3, .screen_failures = 0, .adverse_events = false});
  trial.records.events = {{0, "P001", "cells", 1, "adverse_event", "pain", 3, "yes", "surgery", ""},
                          {0, "P001", "cells", 2, "adverse_event", "pain", 1, "no", "surgery", ""},
                          {0, "P002", "cells", 2, "withdrawal", "moved", 0, "no", "none", ""},
                          {1, "P003", "cells", 2, "adverse_event", "pain", 1, "no", "surgery", ""}};
  const TrialView view(trial.design, trial.records, 0);
  const SafetyCount count = count_safety(view, view.arms()[0]);
  EXPECT_EQ(count.treated, 3);
  EXPECT_EQ(count.men_any, 1);
  EXPECT_EQ(count.men_grade3, 1);
  EXPECT_EQ(count.men_serious, 1);
}

TEST(Assumptions, of_other_species_are_left_out) {
  const trial::Design design = fixture::make_design({});
  Parameter parameter;
  parameter.place.file = "data/species/mouse.toml";
  EXPECT_FALSE(concerns_trial(parameter, design));
  parameter.place.file = "data/species/human.toml";
  EXPECT_TRUE(concerns_trial(parameter, design));
  parameter.place.file = "data/products/bm-msc.toml";
  EXPECT_TRUE(concerns_trial(parameter, design));
  parameter.place.file = "data/products/at-msc.toml";
  EXPECT_FALSE(concerns_trial(parameter, design));
}

}  // namespace
}  // namespace azoo::report
