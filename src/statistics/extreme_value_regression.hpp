// Maximum-likelihood regression of largest values: the location is linear in covariates, the logarithm of the
// scale too, the shape is 0 (Gumbel) or one number for all (generalised extreme value). Standard errors from
// the observed information (Coles 2001, An Introduction to Statistical Modeling of Extreme Values, chapters 2
// and 6).
//
// As in the rest of this module, data never make a function throw: what cannot be fitted is refused with a
// reason. Refused: fewer than three values beyond the number of coefficients, values or covariates that are
// not finite, covariates of another length or linearly dependent, values that the location alone explains to
// the last digit, and a likelihood without a maximum where it was searched (the shape must end above -1/2,
// where the information exists; Smith 1985, Biometrika 72:67-90).
#pragma once

#include <cmath>    // for isnan
#include <cstddef>  // for size_t
#include <limits>   // for quiet_NaN
#include <span>     // for values
#include <string>   // for refusal
#include <vector>   // for coefficients

#include "statistics/extreme_value.hpp"  // for ExtremeValue

namespace azoo::statistics {

// Each covariate as one column, as long as the values; the intercepts are not among them.
struct ExtremeValueModel {
  std::vector<std::vector<double>> location;
  std::vector<std::vector<double>> log_scale;
  bool shape = false;  // false: held at 0
};

struct ExtremeValueFit {
  static constexpr double none = std::numeric_limits<double>::quiet_NaN();

  std::size_t n = 0;
  std::vector<double> location;   // intercept, then one slope a covariate
  std::vector<double> log_scale;  // the same, of the logarithm of the scale
  double shape = 0.0;
  std::vector<double> location_se;
  std::vector<double> log_scale_se;
  double shape_se = none;  // NaN where it was not fitted
  // Of location, log_scale and (where fitted) shape, in this order, row by row.
  std::vector<double> covariance;
  double log_likelihood = none;
  int steps = 0;
  std::string refusal;  // empty when computed

  [[nodiscard]] bool computed() const { return refusal.empty(); }
  [[nodiscard]] std::size_t coefficients() const {
    return location.size() + log_scale.size() + (std::isnan(shape_se) ? 0U : 1U);
  }
  // The distribution at given covariates, in the order of the model.
  [[nodiscard]] ExtremeValue at(std::span<const double> location_covariates,
                                std::span<const double> log_scale_covariates) const;
};

[[nodiscard]] ExtremeValueFit fit_extreme_value(std::span<const double> values,
                                                const ExtremeValueModel& model = {});

}  // namespace azoo::statistics
