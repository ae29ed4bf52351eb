// The trial in plain words: what was asked, what each arm got, and a summary of five lines.
#pragma once

#include <string>  // for string
#include <vector>  // for vector

#include "report/endpoint_change.hpp"  // for EndpointChange
#include "report/html_text.hpp"        // for Markup
#include "report/trial_report.hpp"     // for TrialReportInput
#include "report/trial_view.hpp"       // for TrialView

namespace azoo::report {

// "hCG 1000 IU every 3.5 days; bone-marrow aspiration; ..."
[[nodiscard]] std::string treatment_words(const trial::Arm& arm);
[[nodiscard]] Markup question_section(const TrialReportInput& input, const TrialView& view);
// Exactly five lines: who, safety, printed analysis, recommended analysis, what limits it.
[[nodiscard]] std::vector<std::string> summary_lines(const TrialReportInput& input, const TrialView& view,
                                                     const std::vector<EndpointChange>& changes);

}  // namespace azoo::report
