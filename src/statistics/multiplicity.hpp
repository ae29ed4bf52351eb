// Adjustment of a family of p-values for multiplicity.
//
// Holm 1979, Scand. J. Stat. 6:65-70: step-down Bonferroni, which holds the family-wise error rate under any
// dependence.
#pragma once

#include <cstddef>  // for size_t
#include <span>     // for p-values
#include <string>   // for refusal
#include <vector>   // for adjusted values

namespace azoo::statistics {

struct AdjustedP {
  std::vector<double> p;   // same order and length as given; NaN where NaN was given
  std::size_t family = 0;  // how many p-values were counted (the NaN ones are not)
  std::string method;
  std::string note;
  std::string refusal;  // empty when computed; p is then all NaN
  [[nodiscard]] bool computed() const { return refusal.empty(); }
};

// A NaN stands for a test that was not computed: it stays NaN and is left out of the count, as R's p.adjust
// leaves out NA. Refused: a p-value outside [0, 1].
[[nodiscard]] AdjustedP holm(std::span<const double> p_values);

}  // namespace azoo::statistics
