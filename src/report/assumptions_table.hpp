// Numbers the run leaned on without a measurement behind them, those that the study changed first.
#pragma once

#include <vector>  // for vector

#include "report/html_text.hpp"     // for Markup
#include "report/trial_report.hpp"  // for TrialReportInput

namespace azoo::report {

// Whether a parameter's file concerns this trial: of data/species only the human, of data/products,
// data/drugs and data/populations only what the design names; every other file counts.
[[nodiscard]] bool concerns_trial(const Parameter& parameter, const trial::Design& design);
[[nodiscard]] Markup assumptions_tables(const TrialReportInput& input);

}  // namespace azoo::report
