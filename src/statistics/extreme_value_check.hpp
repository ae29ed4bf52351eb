// Does an extreme value regression describe its data? The Anderson-Darling distance of the values from their
// fitted distributions, judged by parametric bootstrap: new values are drawn from the fit at the same
// covariates and fitted again, because a distance from a law whose coefficients came from the same data is
// shorter than the textbook's tables say (Stephens 1977, Biometrika 64:583-588).
#pragma once

#include <cstddef>  // for size_t
#include <limits>   // for quiet_NaN
#include <span>     // for values
#include <string>   // for refusal
#include <vector>   // for laws

#include "core/random.hpp"                          // for RandomStream
#include "statistics/extreme_value_regression.hpp"  // for ExtremeValueFit, ExtremeValueModel

namespace azoo::statistics {

// A^2 of values against the distribution of each; infinite when a value lies outside its distribution. Both
// spans are of the same length, at least 1.
[[nodiscard]] double anderson_darling(std::span<const double> values, std::span<const ExtremeValue> laws);

struct FitCheck {
  static constexpr double none = std::numeric_limits<double>::quiet_NaN();

  double distance = none;  // A^2
  double p = none;         // (1 + draws at least as far) / (1 + draws)
  std::size_t draws = 0;   // those whose fit was reached
  std::size_t draws_refused = 0;
  std::string refusal;  // empty when computed

  [[nodiscard]] bool computed() const { return refusal.empty(); }
};

// `fit` is that of the values by the model. Draw d takes the numbers of agent d of the stream.
[[nodiscard]] FitCheck check_extreme_value(std::span<const double> values, const ExtremeValueModel& model,
                                           const ExtremeValueFit& fit, const RandomStream& stream,
                                           std::size_t draws);

// The distribution of each value under the fit.
[[nodiscard]] std::vector<ExtremeValue> fitted_laws(const ExtremeValueModel& model,
                                                    const ExtremeValueFit& fit);

}  // namespace azoo::statistics
