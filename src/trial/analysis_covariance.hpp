// Analysis of covariance of two arms with one covariate, the baseline: final = arm + slope * baseline, one
// slope for both arms and equal variances. The estimate is the difference of the arms (first minus second) at
// equal baseline, in the unit of the values. Textbook formulas: Armitage, Berry & Matthews, Statistical
// Methods in Medical Research, "Analysis of covariance". Belongs beside the t tests once src/statistics has
// models.
#pragma once

#include <span>  // for samples

#include "statistics/test_result.hpp"  // for TestResult

namespace azoo::trial {

struct BaselineAndFinal {
  std::span<const double> baseline;
  std::span<const double> final;  // of the same men
};

// Refused: fewer than two men in an arm or four together, a baseline that does not vary within the arms,
// final values that lie on the two lines but for rounding.
[[nodiscard]] statistics::TestResult covariance_analysis(const BaselineAndFinal& first,
                                                         const BaselineAndFinal& second, double ci_level);

}  // namespace azoo::trial
