// What an endpoint did in one arm between its two visits - mean and standard error as the paper shows them,
// the P value of the printed analysis - beside the direction that the publication reports.
#pragma once

#include <string>  // for string
#include <vector>  // for vector

#include "report/trial_report.hpp"  // for TrialReportInput
#include "report/trial_view.hpp"    // for TrialView, ArmView

namespace azoo::report {

enum class Agreement {
  no_published_direction,
  not_computed,
  agrees,     // same direction and P below alpha; or no change published and P not below alpha
  not_shown,  // a direction is published, P here is not below alpha, whichever way the mean moved
  disagrees,  // the other direction, or any where no change is published, with P below alpha
};

struct MeanAndError {
  double mean = 0.0;
  double se = 0.0;
};

struct EndpointChange {
  std::string arm;  // name
  std::string arm_label;
  std::string analyte;
  std::string unit;
  int pairs = 0;
  int flagged = 0;  // values outside the assay's range among them
  MeanAndError before;
  MeanAndError after;
  double p_printed = 0.0;  // NaN when the analysis has no such row
  std::string direction;   // up | down | none | ""
  std::string published;   // up | down | none | ""
  Agreement agreement = Agreement::not_computed;
};

// Endpoints outside, arms inside, in the order of the design.
[[nodiscard]] std::vector<EndpointChange> endpoint_changes(const TrialReportInput& input,
                                                           const TrialView& view);

// The paired row of the printed analysis for an arm; null when there is none.
[[nodiscard]] const trial::AnalysisRow* printed_paired_row(const std::vector<trial::AnalysisRow>& analysis,
                                                           int replicate, const std::string& analyte,
                                                           const std::string& arm);

[[nodiscard]] std::string direction_words(const std::string& direction);  // "▲ up"
[[nodiscard]] std::string agreement_words(Agreement agreement);           // "✓ agrees"

}  // namespace azoo::report
