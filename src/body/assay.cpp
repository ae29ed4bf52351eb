#include "body/assay.hpp"

#include <cmath>

namespace azoo::body {

// sigma of the logarithm from the CV of a log-normal: CV^2 = exp(sigma^2) - 1.
double error_factor(double cv, Draws& draws) {
  const double sigma = std::sqrt(std::log1p(cv * cv));
  return std::exp(sigma * draws.normal() - 0.5 * sigma * sigma);
}

Reading measure(double true_value, const AssayRule& rule, Draws& draws) {
  const double value =
      true_value * error_factor(rule.sampling_cv, draws) * error_factor(rule.assay_cv, draws);
  if (value < rule.lloq) return {rule.lloq, "below_lloq"};
  if (value > rule.uloq) return {rule.uloq, "above_uloq"};
  return {value, ""};
}

}  // namespace azoo::body
