#include "endocrine/scoreboard.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <cstdio>
#include <set>

#include "endocrine/experiments.hpp"
#include "endocrine/shipped.hpp"

namespace azoo::endocrine {
namespace {

std::vector<HormoneTarget> shipped_targets() {
  Problems problems;
  auto targets = read_hormone_targets(testing::shipped_data() / "targets" / "hormones.csv", problems);
  problems.throw_if_any();
  return targets;
}

Ensemble shipped_ensemble() {
  Problems problems;
  Ensemble ensemble = read_ensemble(testing::shipped_data() / "hormones" / "ensemble.csv", problems);
  problems.throw_if_any();
  return ensemble;
}

const std::vector<TargetRow>& shipped_rows() {
  static const std::vector<TargetRow> rows =
      hormone_scoreboard(testing::shipped_set(), shipped_targets(), shipped_ensemble());
  return rows;
}

TEST(HormoneScoreboard, says_inside_exactly_where_the_model_lies_in_the_interval) {
  const Observables again = run_hormone_experiments(testing::shipped_set());
  ASSERT_EQ(shipped_rows().size(), shipped_targets().size());
  for (const TargetRow& row : shipped_rows()) {
    EXPECT_EQ(row.model, again.at(row.target.observable)) << row.target.observable;
    EXPECT_EQ(row.inside, row.target.low <= row.model && row.model <= row.target.high)
        << row.target.observable;
    EXPECT_LE(row.ensemble_low, row.ensemble_high);
    EXPECT_LE(row.ensemble_inside, row.ensemble_size);
    if (row.ensemble_inside == row.ensemble_size) {
      EXPECT_GE(row.ensemble_low, row.target.low) << row.target.observable;
      EXPECT_LE(row.ensemble_high, row.target.high) << row.target.observable;
    }
    std::printf("%-5s %-42s %8.4g [%8.4g, %8.4g] model %8.4g ensemble [%8.4g, %8.4g] %2d/%2d %s %s\n",
                row.target.id.c_str(), row.target.observable.c_str(), row.target.value, row.target.low,
                row.target.high, row.model, row.ensemble_low, row.ensemble_high, row.ensemble_inside,
                row.ensemble_size, to_text(row.target.role).c_str(), row.inside ? "inside" : "OUTSIDE");
  }
}

TEST(HormoneScoreboard, reports_a_row_that_the_model_misses) {
  std::vector<HormoneTarget> targets = shipped_targets();
  for (HormoneTarget& target : targets) {
    target.value = target.low = 1e4;
    target.high = 2e4;
  }
  for (const TargetRow& row : hormone_scoreboard(testing::shipped_set(), targets, Ensemble{})) {
    EXPECT_FALSE(row.inside) << row.target.observable;
    EXPECT_EQ(row.ensemble_size, 0);
    EXPECT_TRUE(std::isnan(row.ensemble_low));
  }
}

TEST(HormoneScoreboard, fitted_rows_are_reached_by_the_shipped_parameters) {
  for (const TargetRow& row : shipped_rows()) {
    if (row.target.role == TargetRole::fitted) {
      EXPECT_TRUE(row.inside) << row.target.observable << " " << row.model;
    }
  }
}

TEST(HormoneScoreboard, healthy_references_are_called_identity) {
  for (const TargetRow& row : shipped_rows()) {
    const bool read_out_again = row.target.observable.starts_with("healthy.");
    EXPECT_EQ(row.target.role == TargetRole::identity, read_out_again) << row.target.observable;
  }
}

TEST(HormoneTargets, no_row_kept_for_validation_and_no_remembered_number_is_fitted) {
  const std::set<std::string> kept{"T051", "T056", "T059", "T060", "T063", "T065", "T068", "T071", "T072"};
  for (const HormoneTarget& target : shipped_targets()) {
    if (kept.contains(target.id)) {
      EXPECT_EQ(target.role, TargetRole::predicted) << target.id;
    }
    if (target.role == TargetRole::fitted) {
      EXPECT_TRUE(target.verified) << target.id;
    }
  }
}

TEST(HormoneEnsemble, holds_twenty_different_vectors_inside_their_ranges) {
  const Ensemble ensemble = shipped_ensemble();
  EXPECT_EQ(ensemble.members.size(), 20U);
  std::set<std::vector<double>> different;
  for (const EnsembleMember& member : ensemble.members) {
    different.insert(member.values);
    for (std::size_t i = 0; i < ensemble.names.size(); ++i) {
      const Parameter& parameter = testing::shipped_set().at(ensemble.names[i]);
      EXPECT_GE(member.values[i], parameter.low) << ensemble.names[i];
      EXPECT_LE(member.values[i], parameter.high) << ensemble.names[i];
    }
  }
  EXPECT_EQ(different.size(), ensemble.members.size());
}

TEST(SermTrialMen, are_hypogonadal_by_their_set_points) {
  const Observables found = run_hormone_experiments(testing::shipped_set());
  EXPECT_LT(found.at("serm_trial.baseline_testosterone"), 10.4);  // D024
  EXPECT_GT(serm_trial_men(testing::shipped_set()).aromatase, 1.0);
}

TEST(WithValues, replaces_values_and_refuses_unknown_names) {
  const ParameterSet changed = with_values(testing::shipped_set(), {"axis.feedback.oestrogen_share"}, {0.42});
  EXPECT_EQ(axis_parameters(changed).oestrogen_share, 0.42);
  EXPECT_THROW(static_cast<void>(with_values(testing::shipped_set(), {"axis.no_such"}, {1.0})), InputError);
}

}  // namespace
}  // namespace azoo::endocrine
