// Change from baseline to final visit on an endpoint's scale, as analysis.hpp states the rules.
#pragma once

#include <string>  // for string
#include <vector>  // for vector

#include "statistics/test_result.hpp"  // for TestResult
#include "trial/analysis_data.hpp"     // for PairedSample
#include "trial/design.hpp"            // for Design, Endpoint

namespace azoo::trial {

struct Changes {
  std::vector<double> values = {};  // final - baseline; of the natural logarithms on the log scale
  double magnitude = 0.0;           // largest absolute value that entered a difference
  std::string note;
  std::string refusal = {};  // empty when computed
};

[[nodiscard]] Changes changes_of(const Design& design, const Endpoint& endpoint, const PairedSample& pairs);

// Values rounded to a multiple of the power of two that is 2^-40 of the magnitude: what differs by the
// rounding of a subtraction becomes equal, what an assay tells apart stays apart. The sums are exact.
[[nodiscard]] std::vector<double> without_rounding_noise(std::vector<double> values, double magnitude);

[[nodiscard]] bool on_log_scale(const Endpoint& endpoint);
[[nodiscard]] std::string change_unit(const Endpoint& endpoint);
// Method named after the scale; on the log scale estimate and interval become ratios.
[[nodiscard]] statistics::TestResult on_endpoint_scale(statistics::TestResult result,
                                                       const Endpoint& endpoint);

}  // namespace azoo::trial
