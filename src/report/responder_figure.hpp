// Responders by arm: share of all men allocated, with the exact interval of Clopper & Pearson (1934,
// Biometrika 26:404-413). A man without a final value counts as no responder; the share among men measured
// is given beside it.
#pragma once

#include <string>  // for string
#include <vector>  // for vector

#include "report/trial_view.hpp"  // for TrialView

namespace azoo::report {

struct ResponderCount {
  std::string arm_label;
  int responders = 0;
  int allocated = 0;
  int measured = 0;
  double low = 0.0;  // of responders / allocated, as fractions
  double high = 1.0;
};

// Empty when the design names no analyte that makes a responder.
[[nodiscard]] std::vector<ResponderCount> count_responders(const trial::Design& design,
                                                           const TrialView& view);
// The visit at which the responder analyte is judged.
[[nodiscard]] std::string responder_visit(const trial::Design& design);
[[nodiscard]] std::string draw_responders(const std::vector<ResponderCount>& counts,
                                          const std::string& definition);

}  // namespace azoo::report
