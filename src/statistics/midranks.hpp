// Midranks, kept as whole numbers: twice the rank, so that a tie shared between ranks 2 and 3 is 5 and sums
// of ranks are exact.
//
// Values that come from a subtraction carry its rounding: 0.3 - 0.1 and 0.4 - 0.2 differ in the last bit,
// although the data tie. Each value may therefore bring a tolerance, and neighbours closer than theirs count
// as equal.
#pragma once

#include <cstddef>  // for size_t
#include <cstdint>  // for int64_t
#include <span>     // for values
#include <vector>   // for ranks

namespace azoo::statistics {

struct Midranks {
  std::vector<std::int64_t> doubled;   // twice the midrank of each value, in the order given
  std::vector<std::size_t> tie_sizes;  // sizes of the groups that share a rank, 2 or more each
  [[nodiscard]] bool ties() const { return !tie_sizes.empty(); }
  // Sum of t^3 - t over the tie groups, the correction of the variance.
  [[nodiscard]] double tie_correction() const;
};

// `tolerances` is empty (exact comparison) or as long as `values`.
[[nodiscard]] Midranks midranks(std::span<const double> values, std::span<const double> tolerances = {});

// The largest distance that rounding can put between two equal results of a - b.
[[nodiscard]] double subtraction_tolerance(double a, double b);

}  // namespace azoo::statistics
