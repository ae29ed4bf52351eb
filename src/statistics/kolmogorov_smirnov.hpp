// Two-sample Kolmogorov-Smirnov test: largest distance between two empirical distributions.
#pragma once

#include <vector>  // for vector

namespace azoo::statistics {

struct KolmogorovSmirnov {
  double distance = 0.0;
  double p = 1.0;  // asymptotic, with the small-sample correction of Stephens 1970; conservative under ties
};

// NaN when a sample is empty.
[[nodiscard]] KolmogorovSmirnov kolmogorov_smirnov(std::vector<double> first, std::vector<double> second);

}  // namespace azoo::statistics
