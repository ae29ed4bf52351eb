#include "study/run_summary.hpp"

#include <algorithm>
#include <cmath>

#include "core/csv.hpp"
#include "core/number_text.hpp"

namespace azoo::study {

namespace {

template <typename Rows, typename Test>
std::string count(const Rows& rows, const Test& test) {
  return std::to_string(std::count_if(rows.begin(), rows.end(), test));
}

const trial::AnalysisRow* primary_row(const trial::Design& design,
                                      const std::vector<trial::AnalysisRow>& analysis) {
  std::string endpoint;
  for (const trial::Endpoint& e : design.endpoints) {
    if (e.primary_efficacy) endpoint = e.analyte;
  }
  const std::string contrast = design.analysis.primary_contrast_arm + " - " + design.analysis.reference_arm;
  for (const trial::AnalysisRow& row : analysis) {
    if (row.analysis == "recommended" && row.endpoint == endpoint &&
        row.contrast.starts_with(contrast + ":") && row.replicate == 0 &&
        row.method.find("rank-sum") != std::string::npos) {
      return &row;
    }
  }
  return nullptr;
}

std::string primary_line(const trial::Design& design, const std::vector<trial::AnalysisRow>& analysis) {
  const trial::AnalysisRow* row = primary_row(design, analysis);
  if (row == nullptr || std::isnan(row->p)) return "Primary comparison: not computed; see analysis.csv.";
  return "Primary comparison (recommended analysis), " + row->endpoint + ", " + row->contrast + ": " +
         to_text(row->estimate, 3) + " " + row->unit + " [" + to_text(row->ci_low, 3) + ", " +
         to_text(row->ci_high, 3) + "], p = " + to_text(row->p, 2) + ".";
}

}  // namespace

std::vector<std::string> summary_lines(const trial::Design& design, const trial::TrialRecords& records,
                                       const std::vector<trial::AnalysisRow>& analysis) {
  const auto& men = records.participants;
  const auto status = [](const char* word) {
    return [word](const trial::ParticipantRow& man) { return man.status == word; };
  };
  std::string arms;
  for (const trial::Arm& arm : design.arms) {
    arms += (arms.empty() ? "" : ", ") + arm.label + " " +
            count(men, [&](const trial::ParticipantRow& man) { return man.arm == arm.name; });
  }
  const auto short_of_cells = [](const trial::ParticipantRow& man) {
    return man.product_cells_given < man.product_cells_planned;
  };
  const auto adverse = [](const trial::EventRow& event) { return event.kind == "adverse_event"; };
  const auto serious = [](const trial::EventRow& event) {
    return event.kind == "adverse_event" && event.serious == "yes";
  };
  return {
      "Simulated, not for patient care: " + design.title + ".",
      std::to_string(men.size()) + " men screened, " + count(men, status("screen_failure")) +
          " not eligible; treated: " + arms + "; " + count(men, status("withdrawn")) + " withdrew.",
      "Safety: " + count(records.events, adverse) + " adverse events, " + count(records.events, serious) +
          " serious; " + count(men, short_of_cells) + " men got fewer cells than planned.",
      primary_line(design, analysis),
      "Replicates: " + std::to_string(design.replicates) + "; seed " + std::to_string(design.seed) + ".",
  };
}

std::string parameters_csv(const ParameterSet& parameters) {
  std::string out =
      csv_line({"name", "value", "low", "high", "unit", "how", "source", "note", "shipped_value"});
  const auto list = [](const std::vector<double>& values) {
    std::string text;
    for (const double value : values) text += (text.empty() ? "" : ";") + to_text(value);
    return text;
  };
  const auto limit = [](double value) { return std::isnan(value) ? std::string{} : to_text(value); };
  for (const auto& [name, p] : parameters.all()) {
    out += csv_line({name, list(p.values), limit(p.low), limit(p.high), p.unit, to_text(p.how), p.source,
                     p.note, p.shipped ? list(*p.shipped) : ""});
  }
  return out;
}

}  // namespace azoo::study
