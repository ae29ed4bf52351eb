// Who the men were before anything was done, arm by arm.
#pragma once

#include "report/html_text.hpp"   // for Markup
#include "report/trial_view.hpp"  // for TrialView

namespace azoo::report {

[[nodiscard]] Markup baseline_table(const trial::Design& design, const TrialView& view);

}  // namespace azoo::report
