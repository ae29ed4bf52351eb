// Adverse events by arm, cause and grade, with the upper limit that even zero events leave open.
#pragma once

#include "report/html_text.hpp"     // for Markup
#include "report/trial_report.hpp"  // for TrialReportInput
#include "report/trial_view.hpp"    // for TrialView

namespace azoo::report {

struct SafetyCount {
  int treated = 0;
  int men_any = 0;
  int men_grade3 = 0;
  int men_serious = 0;
};
[[nodiscard]] SafetyCount count_safety(const TrialView& view, const ArmView& arm);

[[nodiscard]] Markup safety_tables(const TrialReportInput& input, const TrialView& view);

}  // namespace azoo::report
