#include "trial/analysis_parts.hpp"

#include <algorithm>  // for find
#include <limits>     // for quiet_NaN

#include "trial/tables.hpp"  // for find_observable

namespace azoo::trial {

using statistics::add_note;
using statistics::TestResult;

AnalysisRow empty_row(const ReplicateData& data, const RowKey& key) {
  constexpr double none = std::numeric_limits<double>::quiet_NaN();
  AnalysisRow row;
  row.replicate = data.replicate;
  row.analysis = key.analysis;
  row.endpoint = key.endpoint;
  row.population = key.population;
  row.contrast = key.contrast;
  for (double AnalysisRow::*number :
       {&AnalysisRow::estimate, &AnalysisRow::ci_low, &AnalysisRow::ci_high, &AnalysisRow::ci_level,
        &AnalysisRow::statistic, &AnalysisRow::df, &AnalysisRow::p, &AnalysisRow::p_adjusted}) {
    row.*number = none;
  }
  return row;
}

AnalysisRow row_of(const ReplicateData& data, const RowKey& key, const TestResult& result,
                   const std::string& unit, const std::string& note) {
  AnalysisRow row = empty_row(data, key);
  row.method = result.method;
  row.unit = unit;
  row.n1 = static_cast<int>(result.n1);
  row.n2 = static_cast<int>(result.n2);
  if (result.computed()) {
    row.estimate = result.estimate;
    row.ci_low = result.ci_low;
    row.ci_high = result.ci_high;
    row.ci_level = result.ci_level;
    row.statistic = result.statistic;
    row.df = result.df;
    row.p = result.p;
  } else {
    row.note = "not computed: " + result.refusal;
  }
  if (!result.note.empty()) add_note(row.note, result.note);
  if (!note.empty()) add_note(row.note, note);
  return row;
}

AnalysisRow refused_row(const ReplicateData& data, const RowKey& key, const std::string& method,
                        const std::string& reason) {
  AnalysisRow row = empty_row(data, key);
  row.method = method;
  row.note = "not computed: " + reason;
  return row;
}

TestResult in_percent(TestResult fraction) {
  for (double* number : {&fraction.estimate, &fraction.ci_low, &fraction.ci_high}) *number *= 100.0;
  return fraction;
}

double level_of(const Design& design) {
  return 1.0 - design.analysis.alpha;
}

std::string unit_of(const std::string& analyte) {
  const Observable* observable = find_observable(analyte);
  return observable == nullptr ? "" : observable->unit;
}

bool wants(const std::vector<std::string>& listed, const std::string& method) {
  return listed.empty() || std::find(listed.begin(), listed.end(), method) != listed.end();
}

void add_unknown_methods(const ReplicateData& data, const std::string& analysis,
                         const std::vector<std::string>& listed, const std::vector<std::string>& known,
                         std::vector<AnalysisRow>& rows) {
  for (const std::string& method : listed) {
    if (std::find(known.begin(), known.end(), method) != known.end()) continue;
    rows.push_back(
        refused_row(data, {analysis, "all", "none", "none"}, method, "there is no method of this name"));
  }
}

std::optional<std::size_t> reference_arm(const Design& design) {
  for (std::size_t i = 0; i < design.arms.size(); ++i) {
    if (design.arms[i].name == design.analysis.reference_arm) return i;
  }
  return std::nullopt;
}

std::string no_contrast_reason(const Design& design) {
  if (design.arms.size() < 2) return "there is no second arm to compare with";
  if (!reference_arm(design))
    return "reference_arm '" + design.analysis.reference_arm + "' is not an arm of the study";
  return "";
}

std::string within_contrast(const Arm& arm, const Endpoint& endpoint) {
  return arm.name + ": " + endpoint.final_visit + " - " + endpoint.baseline_visit;
}

std::string between_contrast(const Arm& arm, const Arm& reference, const Endpoint& endpoint) {
  return arm.name + " - " + reference.name + ": " + endpoint.final_visit;
}

}  // namespace azoo::trial
