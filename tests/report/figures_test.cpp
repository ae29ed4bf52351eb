#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <regex>

#include "report/before_after_figure.hpp"
#include "report/endpoint_change.hpp"
#include "report/flow_counts.hpp"
#include "report/flow_diagram.hpp"
#include "report/markup_check.hpp"
#include "report/responder_figure.hpp"
#include "report/trial_fixture.hpp"

namespace azoo::report {
namespace {

using fixture::make_trial;
using fixture::read_markup;
using fixture::Trial;

TEST(Figures, each_has_a_role_a_title_and_a_description) {
  const Trial trial = make_trial();
  const std::vector<Figure> figures = trial_figures(trial.input());
  EXPECT_EQ(figures.size(), 14U);  // flow, delivery, paper, six courses, responders, four histology pictures
  for (const Figure& figure : figures) {
    EXPECT_EQ(read_markup(figure.svg).fault, "") << figure.name;
    EXPECT_NE(figure.svg.find("role=\"img\""), std::string::npos) << figure.name;
    EXPECT_NE(figure.svg.find("<title id="), std::string::npos) << figure.name;
    EXPECT_NE(figure.svg.find("<desc id="), std::string::npos) << figure.name;
    EXPECT_EQ(figure.svg.find("nan"), std::string::npos) << figure.name;
    EXPECT_EQ(figure.svg.find("url("), std::string::npos) << figure.name;
    EXPECT_FALSE(figure.caption.empty()) << figure.name;
  }
}

std::vector<int> counts_shown(const std::string& svg) {
  std::vector<int> out;
  const std::string drawn = svg.substr(svg.find("</desc>"));
  const std::regex pattern("\\(n\u00a0=\u00a0([0-9]+)\\)");
  for (std::sregex_iterator at(drawn.begin(), drawn.end(), pattern), end; at != end; ++at)
    out.push_back(std::stoi((*at)[1]));
  return out;
}

// Counts again, by a route of its own: straight over the rows.
int count_men(const Trial& trial, const std::function<bool(const trial::ParticipantRow&)>& that) {
  return static_cast<int>(std::count_if(trial.records.participants.begin(), trial.records.participants.end(),
                                        [&](const auto& man) { return man.replicate == 0 && that(man); }));
}

bool has_pair(const Trial& trial, const trial::ParticipantRow& man) {
  for (const trial::Endpoint& endpoint : trial.design.endpoints) {
    bool before = false;
    bool after = false;
    for (const trial::VisitRow& row : trial.records.visits) {
      if (row.replicate != man.replicate || row.participant != man.participant ||
          row.analyte != endpoint.analyte)
        continue;
      before = before || (row.visit == endpoint.baseline_visit && std::isfinite(row.value));
      after = after || (row.visit == endpoint.final_visit && std::isfinite(row.value));
    }
    if (before && after) return true;
  }
  return false;
}

TEST(FlowDiagram, every_number_is_a_count_of_the_records) {
  const Trial trial = make_trial({.replicates = 2});
  const TrialView view(trial.design, trial.records, 0);
  const std::vector<int> shown =
      counts_shown(draw_flow_diagram(count_flow(trial.design, view), trial.design.allocation));
  std::vector<int> expected{count_men(trial, [](const auto&) { return true; }),
                            count_men(trial, [](const auto& m) { return m.status == "screen_failure"; })};
  std::vector<int> reasons;
  for (const auto& criterion : trial.design.eligibility) {
    reasons.push_back(count_men(
        trial, [&](const auto& m) { return m.failed_criteria.find(criterion.id) != std::string::npos; }));
  }
  std::sort(reasons.rbegin(), reasons.rend());
  expected.insert(expected.end(), reasons.begin(), reasons.end());
  expected.push_back(count_men(trial, [](const auto& m) { return m.status != "screen_failure"; }));
  for (const trial::Arm& arm : trial.design.arms) {
    const auto in_arm = [&](const std::function<bool(const trial::ParticipantRow&)>& that) {
      return count_men(trial, [&](const auto& m) { return m.arm == arm.name && that(m); });
    };
    expected.push_back(in_arm([](const auto&) { return true; }));
    if (arm.product) {
      expected.push_back(
          in_arm([](const auto& m) { return m.product_cells_given == m.product_cells_planned; }));
      expected.push_back(
          in_arm([](const auto& m) { return m.product_cells_given < m.product_cells_planned; }));
    }
    expected.push_back(in_arm([](const auto& m) { return m.status == "withdrawn"; }));
    expected.push_back(in_arm([&](const auto& m) { return has_pair(trial, m); }));
  }
  EXPECT_EQ(shown, expected);
}

TEST(FlowDiagram, a_product_that_was_planned_but_not_given_is_counted) {
  Trial trial = make_trial({.men_per_arm = 4, .screen_failures = 0});
  trial.records.participants[1].product_cells_given = 0.0;
  trial.records.participants[2].product_cells_given = std::nan("");
  const FlowCounts flow = count_flow(trial.design, TrialView(trial.design, trial.records, 0));
  EXPECT_EQ(flow.arms[0].product_none, 2);
  EXPECT_EQ(flow.arms[0].product_none + flow.arms[0].product_short + flow.arms[0].product_as_planned, 4);
  EXPECT_FALSE(flow.arms[1].product_planned);
}

TEST(FlowDiagram, an_exosome_dose_is_held_against_the_protocol) {
  Trial trial = make_trial({.men_per_arm = 2, .screen_failures = 0});
  trial.design.arms[0].product->dose_unit = "ug";
  trial.design.arms[0].product->sites = {{"rete_testis", 50.0, 0.3}};
  for (auto& man : trial.records.participants) man.product_cells_planned = std::nan("");
  trial.records.participants[0].product_exosome_ug_given = 100.0;  // 50 ug in each of two testes
  trial.records.participants[1].product_exosome_ug_given = 60.0;
  const FlowCounts flow = count_flow(trial.design, TrialView(trial.design, trial.records, 0));
  EXPECT_EQ(flow.arms[0].product_as_planned, 1);
  EXPECT_EQ(flow.arms[0].product_short, 1);
}

EndpointChange change_with(const std::string& published, double before, double after, double p) {
  Trial trial = make_trial({.men_per_arm = 2, .screen_failures = 0, .sections = false, .analysis = false});
  trial.published.clear();
  trial.design.endpoints.resize(1);
  trial.design.endpoints[0].published_direction = published;
  trial.records.visits.clear();
  for (const auto& man : trial.records.participants) {
    trial.records.visits.push_back(
        {0, man.participant, man.arm, "baseline", 0, "testosterone", before, "nmol/L", ""});
    trial.records.visits.push_back(
        {0, man.participant, man.arm, "day_180", 180, "testosterone", after, "nmol/L", ""});
  }
  trial::AnalysisRow row;
  row.analysis = "as_printed";
  row.endpoint = "testosterone";
  row.contrast = "cells: day_180 - baseline";
  row.p = p;
  trial.analysis = {row};
  return endpoint_changes(trial.input(), TrialView(trial.design, trial.records, 0)).front();
}

TEST(PublishedDirection, agrees_only_when_the_same_way_is_shown) {
  EXPECT_EQ(change_with("up", 5, 9, 0.01).agreement, Agreement::agrees);
  EXPECT_EQ(change_with("up", 9, 5, 0.01).agreement, Agreement::disagrees);
  EXPECT_EQ(change_with("up", 5, 9, 0.05).agreement, Agreement::not_shown);  // P = alpha is not below it
  EXPECT_EQ(change_with("none", 5, 9, 0.20).agreement, Agreement::agrees);
  EXPECT_EQ(change_with("none", 5, 9, 0.01).agreement, Agreement::disagrees);
  EXPECT_EQ(change_with("", 5, 9, 0.01).agreement, Agreement::no_published_direction);
  EXPECT_EQ(change_with("up", 5, 9, std::nan("")).agreement, Agreement::not_computed);
}

TEST(PublishedDirection, of_the_design_belongs_to_the_treated_arm_alone) {
  const Trial trial = make_trial();
  for (const EndpointChange& each :
       endpoint_changes(trial.input(), TrialView(trial.design, trial.records, 0))) {
    EXPECT_EQ(each.published.empty(), each.arm == "hormones");
  }
}

TEST(BeforeAfter, mean_and_error_are_those_of_the_pairs) {
  Trial trial = make_trial({.arms = {{"cells", "Cells"}}, .men_per_arm = 3, .screen_failures = 0});
  trial.records.visits.clear();
  const double before[] = {1, 2, 6};
  for (int i = 0; i < 3; ++i) {
    const std::string man = fixture::id_of(i + 1);
    trial.records.visits.push_back({0, man, "cells", "baseline", 0, "fsh", before[i], "IU/L", ""});
    const double after = i == 2 ? std::nan("") : 4.0;  // the third man has no pair
    trial.records.visits.push_back({0, man, "cells", "day_180", 180, "fsh", after, "IU/L", ""});
  }
  const auto changes = endpoint_changes(trial.input(), TrialView(trial.design, trial.records, 0));
  EXPECT_EQ(changes[1].pairs, 2);
  EXPECT_DOUBLE_EQ(changes[1].before.mean, 1.5);
  EXPECT_DOUBLE_EQ(changes[1].before.se, 0.5);  // SD sqrt(1/2) over sqrt(2)
  EXPECT_DOUBLE_EQ(changes[1].after.mean, 4.0);
}

TEST(Responders, a_missing_man_is_no_responder_and_the_interval_is_exact) {
  Trial trial = make_trial({.arms = {{"cells", "Cells"}}, .men_per_arm = 40, .screen_failures = 0});
  trial.records.visits.clear();
  for (int i = 0; i < 19; ++i) {
    trial.records.visits.push_back({0, fixture::id_of(i + 1), "cells", "day_180", 180, "sperm_concentration",
                                    i < 9 ? 0.1 : 0.0, "million/mL", ""});
  }
  const ResponderCount count =
      count_responders(trial.design, TrialView(trial.design, trial.records, 0)).front();
  EXPECT_EQ(count.responders, 9);
  EXPECT_EQ(count.allocated, 40);
  EXPECT_EQ(count.measured, 19);
  // R: binom.test(9, 40)$conf.int = 0.10839664 0.38451168.
  EXPECT_NEAR(count.low, 0.1084, 5e-5);
  EXPECT_NEAR(count.high, 0.3845, 5e-5);
}

}  // namespace
}  // namespace azoo::report
