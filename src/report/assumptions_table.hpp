// Numbers the run leaned on without a measurement behind them, those that the study changed first.
#pragma once

#include <functional>  // for function

#include "report/html_text.hpp"     // for Markup
#include "report/trial_report.hpp"  // for TrialReportInput

namespace azoo::report {

// Whether a parameter's file concerns this trial: of data/species and data/pictures only the human, of
// data/products, data/drugs and data/populations only what the design names; every other file counts.
[[nodiscard]] bool concerns_trial(const Parameter& parameter, const trial::Design& design);
[[nodiscard]] Markup assumptions_tables(const TrialReportInput& input);
// The same for any study, told which parameters concern it.
[[nodiscard]] Markup assumptions_tables(const ParameterSet& parameters,
                                        const std::function<bool(const Parameter&)>& concerns);

}  // namespace azoo::report
