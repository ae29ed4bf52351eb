// Intervals for one proportion.
//
// Estimate successes / trials and its interval, as fractions. Two-sided intervals put half of 1 - level
// outside each end also at 0 of n and n of n, where one end is 0 or 1 itself (the convention of R's
// binom.test); the one-sided bound 1 - (1 - level)^(1/n), "rule of three", is what `less` at 0 of n gives.
// `less` means [0, high], `greater` [low, 1]. The note names the convention. Refused: no trials, more
// successes than trials, negative counts.
#pragma once

#include <cstdint>  // for int64_t

#include "statistics/test_result.hpp"  // for Alternative, TestResult

namespace azoo::statistics {

// Clopper & Pearson 1934, Biometrika 26:404-413: from the binomial tails, never below its level.
[[nodiscard]] TestResult clopper_pearson(std::int64_t successes, std::int64_t trials, double ci_level = 0.95,
                                         Alternative alternative = Alternative::two_sided);

// Wilson 1927, J. Am. Stat. Assoc. 22:209-212: from the score test, without continuity correction.
[[nodiscard]] TestResult wilson(std::int64_t successes, std::int64_t trials, double ci_level = 0.95,
                                Alternative alternative = Alternative::two_sided);

}  // namespace azoo::statistics
