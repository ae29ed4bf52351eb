// Fisher's exact test of a 2 x 2 table.
//
//              outcome   no outcome
//   group 1       a          b
//   group 2       c          d
//
// Estimate: the odds ratio at which the conditional (noncentral hypergeometric) likelihood is largest - not
// a d / (b c) - and its exact interval from the conditional tails, as R's fisher.test. Two-sided p: the sum
// of the tables no likelier than the one seen (those within a factor 1 + 1e-7 of it count as equally likely,
// as R). Estimate and bounds may be 0 or +inf. Refused: negative counts, an empty table, more tables with the
// same margins than `most_tables`. With an empty row or column only one table is possible: p is 1, the
// interval (0, inf) and the estimate NaN, and the note says so. Fisher 1935, J. R. Stat. Soc. 98:39-82.
#pragma once

#include <cstdint>  // for int64_t

#include "statistics/test_result.hpp"  // for Alternative, TestResult

namespace azoo::statistics {

struct Table2x2 {
  std::int64_t a = 0;
  std::int64_t b = 0;
  std::int64_t c = 0;
  std::int64_t d = 0;
};

inline constexpr std::int64_t most_tables = 2'000'000;  // larger would take more than some seconds

// `greater`: the odds ratio is above 1. n1 and n2 of the result are the group sizes.
[[nodiscard]] TestResult fisher_exact(const Table2x2& table, double ci_level = 0.95,
                                      Alternative alternative = Alternative::two_sided);

}  // namespace azoo::statistics
