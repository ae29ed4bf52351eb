#include "report/endpoint_change.hpp"

#include <algorithm>  // for transform
#include <cmath>      // for isfinite, nan, sqrt

#include "statistics/summary.hpp"

namespace azoo::report {

namespace {

MeanAndError mean_and_error(const std::vector<double>& values) {
  const statistics::Summary summary = statistics::summarise(values);
  return {summary.mean, summary.se};
}

std::string lower(std::string text) {
  for (char& c : text) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  return text;
}

// A publication's own row for this arm wins; the design's direction is that of the treated arm.
std::string published_direction(const TrialReportInput& input, const ArmView& arm,
                                const trial::Endpoint& endpoint) {
  for (const evidence::PublishedOutcome& row : input.published) {
    if (row.endpoint != endpoint.analyte || row.direction.empty()) continue;
    if (!input.design.evidence.empty() && row.study != input.design.evidence) continue;
    if (lower(row.arm) == lower(arm.name) || lower(row.arm) == lower(arm.label)) return row.direction;
  }
  const std::string& primary = input.design.analysis.primary_contrast_arm;
  return arm.name == primary ? endpoint.published_direction : std::string{};
}

Agreement judge(const EndpointChange& change, double alpha) {
  if (change.published.empty()) return Agreement::no_published_direction;
  if (change.direction.empty() || !std::isfinite(change.p_printed)) return Agreement::not_computed;
  const bool clear = change.p_printed < alpha;
  if (change.published == "none") return clear ? Agreement::disagrees : Agreement::agrees;
  if (!clear) return Agreement::not_shown;
  return change.direction == change.published ? Agreement::agrees : Agreement::disagrees;
}

EndpointChange change_of(const TrialReportInput& input, const TrialView& view, const ArmView& arm,
                         const trial::Endpoint& endpoint) {
  EndpointChange change;
  change.arm = arm.name;
  change.arm_label = arm.label;
  change.analyte = endpoint.analyte;
  change.unit = view.unit_of(endpoint.analyte);
  const Pairs pairs = view.pairs(arm, endpoint);
  change.pairs = static_cast<int>(pairs.before.size());
  change.flagged = pairs.flagged;
  change.before = mean_and_error(pairs.before);
  change.after = mean_and_error(pairs.after);
  const trial::AnalysisRow* row =
      printed_paired_row(input.analysis, view.replicate(), endpoint.analyte, arm.name);
  change.p_printed = row == nullptr ? std::nan("") : row->p;
  if (change.pairs > 0) {
    const double difference = change.after.mean - change.before.mean;
    change.direction = difference > 0.0 ? "up" : difference < 0.0 ? "down" : "none";
  }
  change.published = published_direction(input, arm, endpoint);
  change.agreement = judge(change, input.design.analysis.alpha);
  return change;
}

}  // namespace

const trial::AnalysisRow* printed_paired_row(const std::vector<trial::AnalysisRow>& analysis, int replicate,
                                             const std::string& analyte, const std::string& arm) {
  for (const trial::AnalysisRow& row : analysis) {
    if (row.replicate != replicate || row.analysis != "as_printed" || row.endpoint != analyte) continue;
    if (row.contrast.rfind(arm + ":", 0) == 0) return &row;
  }
  return nullptr;
}

std::vector<EndpointChange> endpoint_changes(const TrialReportInput& input, const TrialView& view) {
  std::vector<EndpointChange> out;
  for (const trial::Endpoint& endpoint : input.design.endpoints) {
    for (const ArmView& arm : view.arms()) out.push_back(change_of(input, view, arm, endpoint));
  }
  return out;
}

std::string direction_words(const std::string& direction) {
  if (direction == "up") return "▲ up";
  if (direction == "down") return "▼ down";
  if (direction == "none") return "= no change";
  return "–";
}

std::string agreement_words(Agreement agreement) {
  switch (agreement) {
    case Agreement::agrees:
      return "✓ agrees";
    case Agreement::not_shown:
      return "? not shown";
    case Agreement::disagrees:
      return "✗ disagrees";
    case Agreement::not_computed:
      return "– not computed";
    case Agreement::no_published_direction:
      break;
  }
  return "– none published";
}

}  // namespace azoo::report
