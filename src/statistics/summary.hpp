// One sample described: size, mean, spread, quantiles and Student's t interval of the mean.
//
// Values are in the unit of the data. Quantiles are Hyndman & Fan's type 7 (1996, Am. Stat. 50:361-365), the
// default of R and of spreadsheets. Uses moments.hpp for sums that keep their digits.
#pragma once

#include <cstddef>  // for size_t
#include <span>     // for samples
#include <string>   // for note, refusal

#include "statistics/test_result.hpp"  // for TestResult

namespace azoo::statistics {

struct Summary {
  std::size_t n = 0;
  double mean = TestResult::none;
  double sd = TestResult::none;  // n - 1 in the denominator; NaN for one value
  double se = TestResult::none;  // sd / sqrt(n)
  double minimum = TestResult::none;
  double lower_quartile = TestResult::none;
  double median = TestResult::none;
  double upper_quartile = TestResult::none;
  double maximum = TestResult::none;
  double ci_low = TestResult::none;  // two-sided t interval of the mean; NaN where none exists (see note)
  double ci_high = TestResult::none;
  double ci_level = TestResult::none;
  std::string note;
  std::string refusal;  // empty when computed

  [[nodiscard]] bool computed() const { return refusal.empty(); }
};

// Refuses an empty sample and values that are not finite. One value has a mean and no spread; values that are
// all equal have a spread of zero and no t interval. The note says so.
[[nodiscard]] Summary summarise(std::span<const double> values, double ci_level = 0.95);

// Type 7 quantile, 0 <= probability <= 1; NaN for an empty sample, a value that is not finite or a
// probability outside that range.
[[nodiscard]] double quantile_type7(std::span<const double> values, double probability);

// The interval alone, refused below two values and for values that are all equal.
[[nodiscard]] TestResult mean_t_interval(std::span<const double> values, double ci_level = 0.95);

}  // namespace azoo::statistics
