// The figure of the paper in words and numbers, and what the paper itself printed.
#pragma once

#include <vector>  // for vector

#include "report/endpoint_change.hpp"  // for EndpointChange
#include "report/html_text.hpp"        // for Markup
#include "report/trial_report.hpp"     // for TrialReportInput

namespace azoo::report {

[[nodiscard]] Markup direction_table(const std::vector<EndpointChange>& changes);
[[nodiscard]] Markup published_table(const TrialReportInput& input);
[[nodiscard]] Markup contradictions_table(const TrialReportInput& input);

}  // namespace azoo::report
