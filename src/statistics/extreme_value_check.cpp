#include "statistics/extreme_value_check.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <utility>

namespace azoo::statistics {

double anderson_darling(std::span<const double> values, std::span<const ExtremeValue> laws) {
  std::vector<std::pair<double, double>> logs;  // of the distribution and of its upper tail
  for (std::size_t i = 0; i < values.size(); ++i)
    logs.emplace_back(-laws[i].intensity(values[i]), laws[i].log_upper_tail(values[i]));
  std::sort(logs.begin(), logs.end());
  const double n = static_cast<double>(values.size());
  double sum = 0.0;
  for (std::size_t i = 0; i < logs.size(); ++i) {
    const double weight = (2.0 * static_cast<double>(i) + 1.0) / n;
    sum += weight * (logs[i].first + logs[logs.size() - 1 - i].second);
  }
  return -n - sum;
}

std::vector<ExtremeValue> fitted_laws(const ExtremeValueModel& model, const ExtremeValueFit& fit) {
  std::vector<ExtremeValue> laws;
  std::vector<double> location(model.location.size());
  std::vector<double> log_scale(model.log_scale.size());
  for (std::size_t i = 0; i < fit.n; ++i) {
    for (std::size_t j = 0; j < location.size(); ++j) location[j] = model.location[j][i];
    for (std::size_t j = 0; j < log_scale.size(); ++j) log_scale[j] = model.log_scale[j][i];
    laws.push_back(fit.at(location, log_scale));
  }
  return laws;
}

FitCheck check_extreme_value(std::span<const double> values, const ExtremeValueModel& model,
                             const ExtremeValueFit& fit, const RandomStream& stream, std::size_t draws) {
  FitCheck check;
  if (!fit.computed()) {
    check.refusal = fit.refusal;
    return check;
  }
  if (values.size() != fit.n) {
    check.refusal = "the fit is of other data";
    return check;
  }
  const std::vector<ExtremeValue> laws = fitted_laws(model, fit);
  check.distance = anderson_darling(values, laws);
  std::size_t as_far = 0;
  std::vector<double> drawn(values.size());
  for (std::size_t d = 0; d < draws; ++d) {
    Draws numbers(stream, static_cast<std::uint32_t>(d), 0);
    for (std::size_t i = 0; i < drawn.size(); ++i) drawn[i] = laws[i].quantile(numbers.uniform());
    const ExtremeValueFit again = fit_extreme_value(drawn, model);
    if (!again.computed()) {
      ++check.draws_refused;
      continue;
    }
    ++check.draws;
    if (anderson_darling(drawn, fitted_laws(model, again)) >= check.distance) ++as_far;
  }
  check.p = (1.0 + static_cast<double>(as_far)) / (1.0 + static_cast<double>(check.draws));
  return check;
}

}  // namespace azoo::statistics
