// Student's and Welch's t tests with their intervals.
//
// Estimates, intervals and the null value are in the unit of the data; the estimate is the mean, the mean of
// the paired differences (first minus second), or the difference of the means (first minus second). Tails
// come from the complement, so p stays accurate far below 1e-12. Refused: fewer than two values, values that
// are not finite, paired samples of unequal length, and data whose standard error is zero or lost in
// rounding. Welch 1947, Biometrika 34:28-35; degrees of freedom after Satterthwaite 1946, Biometrics Bull.
// 2:110-114.
#pragma once

#include <span>  // for samples

#include "statistics/test_result.hpp"  // for TestOptions, TestResult

namespace azoo::statistics {

[[nodiscard]] TestResult one_sample_t_test(std::span<const double> values, const TestOptions& options = {});

[[nodiscard]] TestResult paired_t_test(std::span<const double> first, std::span<const double> second,
                                       const TestOptions& options = {});

// Equal variances assumed. Needs two values in each sample: with one, the pooled variance would rest on the
// other sample alone.
[[nodiscard]] TestResult student_t_test(std::span<const double> first, std::span<const double> second,
                                        const TestOptions& options = {});

// Variances may differ.
[[nodiscard]] TestResult welch_t_test(std::span<const double> first, std::span<const double> second,
                                      const TestOptions& options = {});

}  // namespace azoo::statistics
