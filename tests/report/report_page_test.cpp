#include <gtest/gtest.h>

#include <algorithm>
#include <regex>

#include "report/analysis_comparison.hpp"
#include "report/markup_check.hpp"
#include "report/trial_fixture.hpp"
#include "report/trial_report.hpp"
#include "trial/analysis.hpp"

namespace azoo::report {
namespace {

using fixture::count_of_text;
using fixture::make_trial;
using fixture::MarkupFacts;
using fixture::Options;
using fixture::read_markup;
using fixture::Trial;

std::string page_of(const Trial& trial) {
  return trial_report_html(trial.input(), trial_figures(trial.input()));
}

// As a word of its own; "remnant" is none.
bool shows_nan(const std::string& page) {
  return std::regex_search(page, std::regex("\\b(nan|inf)\\b"));
}

TEST(MarkupCheck, sees_a_tag_that_closes_another) {
  EXPECT_NE(read_markup("<p><b>x</p></b>").fault, "");
  EXPECT_NE(read_markup("<p>1 < 2</p>").fault, "");
  EXPECT_NE(read_markup("<p class=x>y</p>").fault, "");
  EXPECT_EQ(read_markup("<p class=\"x\">y<br/></p>").fault, "");
}

TEST(ReportPage, is_well_formed_with_one_title_and_headings_in_order) {
  const MarkupFacts facts = read_markup(page_of(make_trial()));
  EXPECT_EQ(facts.fault, "");
  ASSERT_FALSE(facts.headings.empty());
  EXPECT_EQ(facts.headings.front(), 1);
  EXPECT_EQ(std::count(facts.headings.begin(), facts.headings.end(), 1), 1);
  for (std::size_t i = 1; i < facts.headings.size(); ++i)
    EXPECT_LE(facts.headings[i], facts.headings[i - 1] + 1);
}

TEST(ReportPage, holds_every_figure) {
  const Trial trial = make_trial();
  const std::vector<Figure> figures = trial_figures(trial.input());
  const std::string page = trial_report_html(trial.input(), figures);
  for (const Figure& figure : figures) EXPECT_NE(page.find(figure.svg), std::string::npos) << figure.name;
  EXPECT_EQ(page.find("is missing"), std::string::npos);
}

TEST(ReportPage, the_analysis_of_the_trial_module_meets_itself_on_one_row) {
  Trial trial = make_trial();
  trial.analysis = trial::analyse(trial.design, trial.records);
  for (const AnalysisPair& pair : pair_analyses(trial.analysis, 0)) {
    if (pair.endpoint != "fsh") continue;
    EXPECT_FALSE(pair.printed.empty()) << pair.arms;
    EXPECT_FALSE(pair.recommended.empty()) << pair.arms;
  }
  const std::string page = page_of(trial);
  EXPECT_EQ(read_markup(page).fault, "");
  EXPECT_EQ(page.find("As recommended: no row"), std::string::npos);
  EXPECT_EQ(count_of_text(page, "– not computed"), 0U);  // every arm and endpoint found its printed P
}

TEST(ReportPage, refers_to_nothing_outside_itself) {
  const std::string page = page_of(make_trial());
  for (const auto& [name, value] : read_markup(page).attributes) {
    if (name == "src" || name == "href") {
      EXPECT_EQ(value.substr(0, 1), "#") << name << "=" << value;
    }
    EXPECT_EQ(value.find("url("), std::string::npos);
    if (name != "xmlns") {
      EXPECT_EQ(value.find("://"), std::string::npos) << value;
    }
  }
  EXPECT_EQ(page.find("url("), std::string::npos);
  EXPECT_EQ(page.find("@import"), std::string::npos);
  EXPECT_EQ(page.find("<script"), std::string::npos);
}

TEST(ReportPage, links_lead_to_sections_that_exist) {
  const MarkupFacts facts = read_markup(page_of(make_trial()));
  for (const auto& [name, value] : facts.attributes) {
    if (name != "href" && name != "aria-labelledby") continue;
    std::string id = value.substr(value.find('#') == 0 ? 1 : 0);
    id = id.substr(0, id.find(' '));
    const auto is_target = [&](const auto& each) { return each.first == "id" && each.second == id; };
    EXPECT_TRUE(std::any_of(facts.attributes.begin(), facts.attributes.end(), is_target)) << id;
  }
}

TEST(ReportPage, tables_have_captions_and_scoped_headings) {
  const std::string page = page_of(make_trial());
  EXPECT_EQ(count_of_text(page, "<table>"), count_of_text(page, "<caption>"));
  EXPECT_EQ(count_of_text(page, "<th "), count_of_text(page, "<th scope="));
  EXPECT_EQ(count_of_text(page, "<th>"), 0U);
}

TEST(ReportPage, sections_stand_in_the_promised_order) {
  const std::string page = page_of(make_trial({.replicates = 3}));
  std::size_t last = 0;
  for (const char* heading :
       {">What was asked<", ">In five lines<", ">Who took part<", ">The men before treatment<",
        ">Before and after, as the paper shows it<", "Every man&#39;s course<", ">Responders<", ">Safety<",
        ">Virtual histology<", ">The analysis as printed, and as recommended<", ">Operating characteristics<",
        ">Contradictions in the paper<", ">What was assumed<", ">How to repeat this run<",
        ">How to read this page, and its limits<"}) {
    // The contents name every section before; look behind them.
    const std::size_t at = page.find(heading, std::max(last, page.find("<main")));
    ASSERT_NE(at, std::string::npos) << heading;
    EXPECT_GT(at, last) << heading;
    last = at;
  }
}

TEST(ReportPage, says_twice_that_it_is_simulated_and_never_of_real_data) {
  const Trial trial = make_trial();
  TrialReportInput input = trial.input();
  EXPECT_EQ(count_of_text(trial_report_html(input, {}), "Simulated – not for patient care"), 2U);
  input.simulated = false;
  const std::string real = trial_report_html(input, {});
  EXPECT_EQ(real.find("imulated"), std::string::npos);
  EXPECT_EQ(count_of_text(real, "Not for patient care"), 2U);
}

TEST(ReportPage, same_input_gives_the_same_bytes) {
  EXPECT_EQ(page_of(make_trial()), page_of(make_trial()));
}

TEST(ReportPage, another_seed_of_the_data_changes_the_page) {
  EXPECT_NE(page_of(make_trial()), page_of(make_trial({.seed = 8})));
}

TEST(ReportPage, stays_below_three_megabytes_for_eighty_men) {
  EXPECT_LT(page_of(make_trial()).size(), 3'000'000U);
}

TEST(ReportPage, escapes_what_comes_from_data) {
  Trial trial = make_trial({.men_per_arm = 3});
  const std::string bad = "<script>alert(\"1\")</script>&'";
  trial.design.title = trial.design.question = trial.design.arms[0].label = bad;
  trial.design.eligibility[0].text = bad;
  trial.records.participants[0].participant = bad;
  for (auto& section : trial.records.sections) section.participant = bad;
  trial.records.participants[6].participant = bad;
  trial.records.visits[0].unit = bad;
  trial.records.events.push_back({0, bad, "cells", 3, "adverse_event", bad, 2, "no", bad, bad});
  trial.analysis[0].note = trial.analysis[0].method = bad;
  trial.published[0].printed = bad;
  trial.contradictions[0].statement_a = bad;
  const std::string page = page_of(trial);
  EXPECT_EQ(page.find("<script"), std::string::npos);
  EXPECT_NE(page.find("&lt;script&gt;alert(&quot;1&quot;)"), std::string::npos);
  EXPECT_EQ(read_markup(page).fault, "");
  for (const Figure& figure : trial_figures(trial.input())) {
    EXPECT_EQ(figure.svg.find("<script"), std::string::npos) << figure.name;
    EXPECT_EQ(figure.name.find('<'), std::string::npos);
  }
}

TEST(ReportPage, an_empty_trial_says_what_is_missing) {
  Trial trial = make_trial({.arms = {}, .screen_failures = 0, .analysis = false});
  trial.design.endpoints.clear();
  trial.design.analysis.responder_analyte.clear();
  trial.published.clear();
  trial.contradictions.clear();
  trial.parameters = {};
  const std::string page = page_of(trial);
  EXPECT_EQ(read_markup(page).fault, "");
  for (const char* words :
       {"The records hold no participants", "The design names no arms", "there is no baseline",
        "cannot be drawn", "No measurements were recorded", "The design defines no responder",
        "No sections were recorded", "No analysis of this replicate", "No published outcomes",
        "No contradictions are recorded", "No assumed parameters", "there is no safety to show"}) {
    EXPECT_NE(page.find(words), std::string::npos) << words;
  }
  EXPECT_FALSE(shows_nan(page));
}

TEST(ReportPage, arms_without_men_do_not_divide_by_zero) {
  const std::string page = page_of(make_trial({.men_per_arm = 0, .analysis = false}));
  EXPECT_EQ(read_markup(page).fault, "");
  EXPECT_FALSE(shows_nan(page));
  EXPECT_EQ(page.find("inf<"), std::string::npos);
}

TEST(ReportPage, one_arm_and_seven_arms_are_shown_whole) {
  EXPECT_EQ(read_markup(page_of(make_trial({.arms = {{"only", "Only arm"}}, .men_per_arm = 5}))).fault, "");
  Options seven{.arms = {}, .men_per_arm = 4};
  for (int i = 1; i <= 7; ++i)
    seven.arms.emplace_back("arm" + std::to_string(i), "Arm number " + std::to_string(i));
  const std::string page = page_of(make_trial(seven));
  EXPECT_EQ(read_markup(page).fault, "");
  for (int i = 1; i <= 7; ++i) EXPECT_NE(page.find("Arm number " + std::to_string(i)), std::string::npos);
}

TEST(ReportPage, all_values_missing_is_said_not_drawn) {
  const Trial trial = make_trial({.men_per_arm = 5, .analysis = false, .missing_share = 1.0});
  const std::string page = page_of(trial);
  EXPECT_EQ(read_markup(page).fault, "");
  EXPECT_NE(page.find("No measurements were recorded"), std::string::npos);
  EXPECT_FALSE(shows_nan(page));
}

TEST(ReportPage, zero_adverse_events_keep_their_upper_limit) {
  const std::string page = page_of(make_trial({.adverse_events = false}));
  EXPECT_NE(page.find("No adverse events were recorded"), std::string::npos);
  // 1 - 0.025^(1/40) = 0.0881: what no event in forty men leaves open, two-sided 95 %.
  EXPECT_NE(page.find("0 of 40; up to 8.8\u00a0% not excluded"), std::string::npos);
}

TEST(ReportPage, tells_how_many_replicates_stand_behind_it) {
  const std::string page = page_of(make_trial({.men_per_arm = 4, .replicates = 5}));
  EXPECT_NE(page.find("run 5 times"), std::string::npos);
  EXPECT_NE(page.find("Share of 5 replicates"), std::string::npos);
  EXPECT_EQ(page_of(make_trial({.men_per_arm = 4})).find("Operating characteristics"), std::string::npos);
}

}  // namespace
}  // namespace azoo::report
