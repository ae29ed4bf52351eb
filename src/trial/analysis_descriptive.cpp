// Every arm, endpoint and visit described, and the tests as the published trial printed them.
#include <algorithm>  // for find
#include <limits>     // for quiet_NaN

#include "statistics/summary.hpp"
#include "statistics/t_test.hpp"
#include "trial/analysis.hpp"
#include "trial/analysis_parts.hpp"

namespace azoo::trial {

using statistics::add_note;
using statistics::Summary;
using statistics::TestResult;

namespace {

constexpr const char* available = "available";  // treated men who have the values

// Visits at which the endpoint's analyte is measured, in the order of the design.
std::vector<std::string> visits_of(const Design& design, const Endpoint& endpoint) {
  std::vector<std::string> names;
  for (const Visit& visit : design.visits) {
    const bool listed =
        std::find(visit.analytes.begin(), visit.analytes.end(), endpoint.analyte) != visit.analytes.end();
    if (listed || visit.name == endpoint.baseline_visit || visit.name == endpoint.final_visit) {
      names.push_back(visit.name);
    }
  }
  return names;
}

void add_description(const ReplicateData& data, const RowKey& key, const Sample& sample,
                     const std::string& unit, std::vector<AnalysisRow>& rows) {
  const Summary s = statistics::summarise(sample.values, level_of(data.design));
  const auto add = [&](const char* method, double estimate, double low, double high, double level,
                       const std::string& rule) {
    AnalysisRow row = empty_row(data, key);
    row.method = method;
    row.unit = unit;
    row.n1 = static_cast<int>(s.n);
    row.estimate = estimate;
    row.ci_low = low;
    row.ci_high = high;
    row.ci_level = level;
    if (!s.computed()) row.note = "not computed: " + s.refusal;
    if (s.computed() && !rule.empty()) add_note(row.note, rule);
    if (const std::string note = data_note(sample); !note.empty()) add_note(row.note, note);
    rows.push_back(std::move(row));
  };
  const double none = TestResult::none;
  const std::string no_spread = s.n == 1 ? "needs at least 2 values" : "";
  add("mean with t interval", s.mean, s.ci_low, s.ci_high, s.ci_level, s.note);
  add("standard error of the mean", s.se, none, none, none, no_spread);
  add("standard deviation", s.sd, none, none, none, no_spread);
  add("median with quartiles", s.median, s.lower_quartile, s.upper_quartile, none,
      "ci_low and ci_high hold the quartiles (type 7), not a confidence interval");
}

}  // namespace

void add_descriptive(const ReplicateData& data, std::vector<AnalysisRow>& rows) {
  for (const Endpoint& endpoint : data.design.endpoints) {
    for (std::size_t a = 0; a < data.design.arms.size(); ++a) {
      for (const std::string& visit : visits_of(data.design, endpoint)) {
        add_description(data,
                        {"descriptive", endpoint.analyte, available, data.design.arms[a].name + ": " + visit},
                        sample_at(data.men[a], visit, endpoint.analyte), unit_of(endpoint.analyte), rows);
      }
    }
  }
}

void add_as_printed(const ReplicateData& data, std::vector<AnalysisRow>& rows) {
  const Design& design = data.design;
  const std::string rule = "as published: no correction for multiplicity";
  const statistics::TestOptions options{.ci_level = level_of(design)};
  add_unknown_methods(data, "as_printed", design.analysis.as_printed, as_printed_methods(), rows);
  const std::string no_contrast = no_contrast_reason(design);
  for (const Endpoint& endpoint : design.endpoints) {
    const std::string unit = unit_of(endpoint.analyte);
    for (std::size_t a = 0; a < design.arms.size() && wants(design.analysis.as_printed, "paired_t"); ++a) {
      const PairedSample pairs = paired_sample(data.men[a], endpoint);
      TestResult result = statistics::paired_t_test(pairs.final, pairs.baseline, options);
      result.n2 = 0;  // n1 counts the pairs
      std::string note = rule;
      if (const std::string said = data_note(pairs); !said.empty()) add_note(note, said);
      rows.push_back(
          row_of(data, {"as_printed", endpoint.analyte, available, within_contrast(design.arms[a], endpoint)},
                 result, unit, note));
    }
    if (!wants(design.analysis.as_printed, "student_t")) continue;
    if (!no_contrast.empty()) {
      rows.push_back(refused_row(data, {"as_printed", endpoint.analyte, available, "none"},
                                 "Student's t test (equal variances)", no_contrast));
      continue;
    }
    const std::size_t r = *reference_arm(design);
    const Sample reference = sample_at(data.men[r], endpoint.final_visit, endpoint.analyte);
    for (std::size_t a = 0; a < design.arms.size(); ++a) {
      if (a == r) continue;
      const Sample sample = sample_at(data.men[a], endpoint.final_visit, endpoint.analyte);
      std::string note = rule;
      const std::string said =
          data_note(sample.men + reference.men, sample.values.size() + reference.values.size(),
                    sample.below + reference.below, sample.above + reference.above);
      if (!said.empty()) add_note(note, said);
      if (const std::string caveat = contrast_caveat(design, design.arms[a], design.arms[r]);
          !caveat.empty()) {
        add_note(note, caveat);
      }
      rows.push_back(row_of(data,
                            {"as_printed", endpoint.analyte, available,
                             between_contrast(design.arms[a], design.arms[r], endpoint)},
                            statistics::student_t_test(sample.values, reference.values, options), unit,
                            note));
    }
  }
}

}  // namespace azoo::trial
