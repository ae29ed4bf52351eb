// Mean and standard deviation that keep their digits: values are scaled by a power of two (exact), summed
// with Neumaier's compensation (Neumaier 1974, Z. angew. Math. Mech. 54:39-51) and the variance taken in a
// second pass with the residual-mean correction (Chan, Golub & LeVeque 1983, Am. Stat. 37:242-247).
// Squares neither overflow nor underflow, and a large common offset costs no digits.
#pragma once

#include <cstddef>  // for size_t
#include <span>     // for samples

namespace azoo::statistics {

struct Moments {
  std::size_t n = 0;
  double mean = 0.0;  // NaN for no values
  double sd = 0.0;    // n - 1 in the denominator; NaN below two values
};

[[nodiscard]] Moments moments(std::span<const double> values);

// Compensated sum of the values.
[[nodiscard]] double compensated_sum(std::span<const double> values);

}  // namespace azoo::statistics
