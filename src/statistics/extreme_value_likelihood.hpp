// The log likelihood of the extreme value regression with its gradient and Hessian, in closed form. The
// coefficients stand as location, log scale, shape.
#pragma once

#include <cstddef>  // for size_t
#include <span>     // for coefficients
#include <vector>   // for columns

namespace azoo::statistics {

struct ExtremeValueDesign {
  std::vector<double> values;
  std::vector<std::vector<double>> location;   // columns, the intercept's ones among them
  std::vector<std::vector<double>> log_scale;  // the same
  bool shape = false;

  [[nodiscard]] std::size_t coefficients() const {
    return location.size() + log_scale.size() + (shape ? 1U : 0U);
  }
};

struct LikelihoodAt {
  double value = 0.0;               // -inf where a value lies outside the distribution
  std::vector<double> gradient;     // empty there
  std::vector<double> information;  // minus the Hessian, row by row
};

[[nodiscard]] LikelihoodAt extreme_value_likelihood(const ExtremeValueDesign& design,
                                                    std::span<const double> coefficients);

}  // namespace azoo::statistics
