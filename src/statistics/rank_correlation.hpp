// Spearman's rank correlation: Pearson's correlation of midranks, which is also right with ties.
#pragma once

#include <cstddef>  // for size_t
#include <limits>   // for quiet_NaN
#include <span>     // for values

namespace azoo::statistics {

struct RankCorrelation {
  double rho =
      std::numeric_limits<double>::quiet_NaN();  // NaN below three pairs, or when one side is constant
  std::size_t n = 0;                             // pairs in which both values are numbers
};

// Pairs with a NaN on either side are left out. `x` and `y` are of one length.
[[nodiscard]] RankCorrelation spearman(std::span<const double> x, std::span<const double> y);

}  // namespace azoo::statistics
