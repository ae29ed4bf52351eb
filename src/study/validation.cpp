#include "study/validation.hpp"

#include <cmath>
#include <sstream>

#include "core/csv.hpp"
#include "core/files.hpp"
#include "core/number_text.hpp"
#include "endocrine/scoreboard.hpp"
#include "study/rejections.hpp"
#include "study/trial_study.hpp"

namespace azoo::study {

namespace {

const double none = std::nan("");

ScoreRow from_target(const endocrine::TargetRow& row) {
  const endocrine::HormoneTarget& target = row.target;
  ScoreRow score;
  score.id = target.id;
  score.observable = target.observable;
  score.condition = target.condition;
  score.published = target.value;
  score.low = target.low;
  score.high = target.high;
  score.model = row.model;
  score.model_low = row.ensemble_low;
  score.model_high = row.ensemble_high;
  score.unit = target.unit;
  score.role = endocrine::to_text(target.role);
  score.pass = row.inside;
  score.note = std::to_string(row.ensemble_inside) + " of " + std::to_string(row.ensemble_size) +
               " fits of the ensemble inside";
  if (!target.note.empty()) score.note += "; " + target.note;
  return score;
}

TrialStudy read_checked(const NullPowerRequest& request, const std::vector<std::string>& overrides) {
  Problems problems;
  auto study = read_trial_study(request.studies / "phase1-2024-separated.toml", overrides, std::nullopt,
                                request.data, problems);
  problems.throw_if_any();
  return std::move(*study);
}

ScoreRow design_row(const std::string& id, const RejectionCount& count, double low, double high, bool pass) {
  ScoreRow row;
  row.id = id;
  row.observable = "share of replicates in which the primary test rejects";
  row.published = none;
  row.low = low;
  row.high = high;
  row.model = count.rate;
  row.model_low = count.low;
  row.model_high = count.high;
  row.unit = "fraction";
  row.role = "design";
  row.pass = pass;
  row.note = std::to_string(count.rejected) + " of " + std::to_string(count.computed) +
             " replicates; interval Clopper-Pearson 95 %";
  return row;
}

}  // namespace

std::vector<ScoreRow> validate_hormones(const ParameterSet& parameters) {
  std::vector<ScoreRow> rows;
  for (const endocrine::TargetRow& row : endocrine::hormone_scoreboard(parameters))
    rows.push_back(from_target(row));
  return rows;
}

std::vector<ScoreRow> validate_null_and_power(const NullPowerRequest& request) {
  const auto run = [&request](const std::vector<std::string>& overrides) {
    return count_rejections(read_checked(request, overrides), request.replicates, request.threads,
                            request.stop, request.progress);
  };
  const TrialStudy plain = read_checked(request, {});
  const double alpha = plain.design.analysis.alpha;
  const RejectionCount null = run({"hypotheses=[]"});
  const RejectionCount planted = run(read_assignments(request.studies / "planted-effect.txt"));
  constexpr double wanted_power = 0.8;
  ScoreRow null_row = design_row("null", null, alpha, alpha, null.low <= alpha && alpha <= null.high);
  null_row.condition = "cells + hormones against surgery + hormones, every efficacy hypothesis off";
  ScoreRow power_row = design_row("power", planted, wanted_power, none, planted.rate > wanted_power);
  power_row.condition = "the same analysis under the planted effect of studies/planted-effect.txt";
  return {null_row, power_row};
}

std::vector<std::string> read_assignments(const std::filesystem::path& file) {
  Problems problems;
  const std::string text = read_file(file, problems).value_or("");
  problems.throw_if_any();
  std::vector<std::string> assignments;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    if (!line.empty() && line.front() != '#') assignments.push_back(line);
  }
  return assignments;
}

std::string scoreboard_totals(const std::vector<ScoreRow>& rows) {
  std::string text;
  for (const std::string role : {"fitted", "predicted"}) {
    int all = 0;
    int passed = 0;
    for (const ScoreRow& row : rows) {
      if (row.role != role || !row.ran) continue;
      ++all;
      passed += row.pass ? 1 : 0;
    }
    if (!text.empty()) text += "; ";
    text += role + ": " + std::to_string(passed) + " of " + std::to_string(all) + " pass";
  }
  return text;
}

std::string scoreboard_csv(const std::vector<ScoreRow>& rows) {
  const auto number = [](double value) { return std::isnan(value) ? std::string{} : to_text(value); };
  std::string out = csv_line({"id", "observable", "condition", "published", "low", "high", "model",
                              "model_low", "model_high", "error", "unit", "role", "pass", "note"});
  for (const ScoreRow& row : rows) {
    out += csv_line({row.id, row.observable, row.condition, number(row.published), number(row.low),
                     number(row.high), number(row.model), number(row.model_low), number(row.model_high),
                     number(row.error), row.unit, row.role,
                     !row.ran   ? "not run"
                     : row.pass ? "pass"
                                : "fail",
                     row.note});
  }
  return out;
}

}  // namespace azoo::study
