// Every man's course of one analyte, arm beside arm on one scale: thin lines for men, a thick one through the
// medians of the visits.
#pragma once

#include <string>  // for string

#include "report/trial_view.hpp"  // for TrialView

namespace azoo::report {

// Empty text when nobody has a value.
[[nodiscard]] std::string draw_trajectories(const TrialView& view, const std::string& analyte);

}  // namespace azoo::report
