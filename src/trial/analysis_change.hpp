// Change from baseline to final visit on an endpoint's scale, as analysis.hpp states the rules.
#pragma once

#include <string>  // for string
#include <vector>  // for vector

#include "statistics/test_result.hpp"  // for TestResult
#include "trial/analysis_data.hpp"     // for PairedSample
#include "trial/design.hpp"            // for Design, Endpoint

namespace azoo::trial {

struct Changes {
  std::vector<double> values = {};    // final - baseline; of the natural logarithms on the log scale
  std::vector<double> baseline = {};  // on the same scale
  std::vector<double> final = {};
  double magnitude = 0.0;  // what rounding of the differences is relative to
  std::string note;
  std::string refusal = {};  // empty when computed
};

[[nodiscard]] Changes changes_of(const Design& design, const Endpoint& endpoint, const PairedSample& pairs);

// Makes changes tie that are equal in size but for rounding: sizes closer than 2^-48 of the magnitude become
// the smallest of them, signs stay, and what is that close to zero becomes zero. Reading a decimal, a
// logarithm and a subtraction each cost at most 2^-52 of the magnitude, and an assay tells far less apart.
// `second` may be empty.
struct TiedChanges {
  std::vector<double> first;
  std::vector<double> second;
};
[[nodiscard]] TiedChanges with_true_ties(std::vector<double> first, std::vector<double> second,
                                         double magnitude);

[[nodiscard]] bool on_log_scale(const Endpoint& endpoint);
[[nodiscard]] std::string change_unit(const Endpoint& endpoint);
// `what` after the method's name; on the log scale the method says so and estimate and interval become
// ratios.
[[nodiscard]] statistics::TestResult on_endpoint_scale(statistics::TestResult result,
                                                       const Endpoint& endpoint, const std::string& what);

}  // namespace azoo::trial
