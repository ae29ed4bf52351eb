#include "statistics/extreme_value_regression.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <utility>

#include "statistics/extreme_value_likelihood.hpp"
#include "statistics/input_check.hpp"
#include "statistics/small_cholesky.hpp"

namespace azoo::statistics {

namespace {

using Columns = std::vector<std::vector<double>>;

double mean_of(std::span<const double> x) {
  double sum = 0.0;
  for (const double v : x) sum += v;
  return sum / static_cast<double>(x.size());
}

double spread_of(std::span<const double> x, double mean) {
  double sum = 0.0;
  for (const double v : x) sum += (v - mean) * (v - mean);
  return std::sqrt(sum / static_cast<double>(x.size()));
}

// Columns with mean 0 and spread 1 behind a column of ones, and how to come back.
struct Standardised {
  Columns columns;
  std::vector<double> means;
  std::vector<double> spreads;
  std::string refusal;
};

Standardised standardise(const Columns& covariates, std::size_t n, const char* of) {
  Standardised s;
  s.columns.emplace_back(n, 1.0);
  for (std::size_t j = 0; j < covariates.size(); ++j) {
    const std::vector<double>& x = covariates[j];
    const std::string name = fmt::format("covariate {} of the {}", j + 1, of);
    if (x.size() != n) {
      s.refusal = fmt::format("{} has {} values where there are {}", name, x.size(), n);
      return s;
    }
    if (const auto bad = std::find_if_not(x.begin(), x.end(), [](double v) { return std::isfinite(v); });
        bad != x.end()) {
      s.refusal = fmt::format("{} has a value that is not finite at {}", name, bad - x.begin() + 1);
      return s;
    }
    const double mean = mean_of(x);
    const double spread = spread_of(x, mean);
    constexpr double lost_in_rounding = 1e-12;
    if (!(spread > lost_in_rounding * std::abs(mean)) || !std::isfinite(spread)) {
      s.refusal = name + " is constant";
      return s;
    }
    s.means.push_back(mean);
    s.spreads.push_back(spread);
    s.columns.push_back(x);
    for (double& v : s.columns.back()) v = (v - mean) / spread;
  }
  return s;
}

std::vector<double> cross_products(const Columns& x) {
  std::vector<double> result;
  for (const auto& a : x) {
    for (const auto& b : x) {
      double sum = 0.0;
      for (std::size_t i = 0; i < a.size(); ++i) sum += a[i] * b[i];
      result.push_back(sum);
    }
  }
  return result;
}

// Linearly dependent to the digits that a likelihood can see.
bool dependent(const Columns& x) {
  constexpr double nearly = 1e-9;
  std::vector<double> products = cross_products(x);
  for (std::size_t j = 0; j < x.size(); ++j) products[j * x.size() + j] *= 1.0 - nearly;
  return !SmallCholesky(std::move(products), x.size()).positive_definite();
}

// Least squares for the location, the moments of Gumbel's distribution for the scale: a start. Empty where
// the location explains every value.
std::vector<double> start_of(const ExtremeValueDesign& design) {
  const Columns& x = design.location;
  std::vector<double> right;
  for (const auto& column : x) {
    double sum = 0.0;
    for (std::size_t i = 0; i < column.size(); ++i) sum += column[i] * design.values[i];
    right.push_back(sum);
  }
  std::vector<double> start = SmallCholesky(cross_products(x), x.size()).solve(std::move(right));
  std::vector<double> residuals = design.values;
  for (std::size_t i = 0; i < residuals.size(); ++i)
    for (std::size_t j = 0; j < x.size(); ++j) residuals[i] -= start[j] * x[j][i];
  const double spread = spread_of(residuals, 0.0);
  constexpr double lost_in_rounding = 1e-12;
  if (!(spread > lost_in_rounding)) return {};
  const double scale = spread * std::sqrt(6.0) / std::numbers::pi;
  start[0] -= std::numbers::egamma * scale;
  start.push_back(std::log(scale));
  start.resize(design.coefficients(), 0.0);
  return start;
}

struct Maximum {
  std::vector<double> coefficients;
  LikelihoodAt at;
  int steps = 0;
  bool found = false;
};

// Newton's method; where the information is not positive definite or the step leads down, its diagonal is
// raised (Levenberg). Ends when Newton's decrement is below the last digits of the likelihood.
Maximum climb(const ExtremeValueDesign& design, std::vector<double> start) {
  constexpr int most_steps = 500;
  constexpr double small_decrement = 1e-18;
  const std::size_t size = design.coefficients();
  Maximum best{std::move(start), {}, 0, false};
  best.at = extreme_value_likelihood(design, best.coefficients);
  double damping = 0.0;
  while (std::isfinite(best.at.value) && best.steps < most_steps) {
    ++best.steps;
    std::vector<double> damped = best.at.information;
    for (std::size_t j = 0; j < size; ++j)
      damped[j * size + j] += damping * (std::abs(damped[j * size + j]) + 1.0);
    const SmallCholesky factor(std::move(damped), size);
    bool higher = false;
    if (factor.positive_definite()) {
      const std::vector<double> step = factor.solve(best.at.gradient);
      double decrement = 0.0;
      std::vector<double> next = best.coefficients;
      for (std::size_t j = 0; j < size; ++j) {
        decrement += step[j] * best.at.gradient[j];
        next[j] += step[j];
      }
      LikelihoodAt there = extreme_value_likelihood(design, next);
      // At the top the likelihood no longer tells up from down: rounding of its sum is let pass.
      constexpr double rounding = 1e-13;
      const double slack = decrement < 1e-8 ? rounding * (1.0 + std::abs(best.at.value)) : 0.0;
      higher = there.value >= best.at.value - slack;
      if (higher) {
        best.coefficients = std::move(next);
        best.at = std::move(there);
      }
      if (higher && damping == 0.0 &&
          decrement <= small_decrement * static_cast<double>(design.values.size())) {
        best.found = true;
        break;
      }
    }
    if (higher) {
      damping = damping > 1e-6 ? damping / 10.0 : 0.0;
    } else {
      damping = damping == 0.0 ? 1e-3 : damping * 10.0;
      if (damping > 1e12) break;
    }
  }
  return best;
}

// Coefficients and covariance in the units of the data.
void come_back(const Standardised& location, const Standardised& log_scale, double mean, double spread,
               const Maximum& best, bool shape, ExtremeValueFit& fit) {
  const std::size_t p = location.columns.size();
  const std::size_t q = log_scale.columns.size();
  const std::size_t size = p + q + (shape ? 1U : 0U);
  std::vector<double> back(size * size, 0.0);  // the Jacobian
  const auto put = [&](std::size_t first, const Standardised& s, double unit) {
    back[first * size + first] = unit;
    for (std::size_t j = 0; j < s.means.size(); ++j) {
      const std::size_t at = first + 1 + j;
      back[at * size + at] = unit / s.spreads[j];
      back[first * size + at] = -unit * s.means[j] / s.spreads[j];
    }
  };
  put(0, location, spread);
  put(p, log_scale, 1.0);
  if (shape) back[size * size - 1] = 1.0;
  const auto times = [&](const std::vector<double>& m, std::size_t row, const auto& column) {
    double sum = 0.0;
    for (std::size_t k = 0; k < size; ++k) sum += m[row * size + k] * column(k);
    return sum;
  };
  std::vector<double> values(size);
  for (std::size_t i = 0; i < size; ++i)
    values[i] = times(back, i, [&](std::size_t k) { return best.coefficients[k]; });
  values[0] += mean;
  values[p] += std::log(spread);
  const std::vector<double> inner = SmallCholesky(best.at.information, size).inverse();
  std::vector<double> half(size * size);
  fit.covariance.resize(size * size);
  for (std::size_t i = 0; i < size; ++i)
    for (std::size_t j = 0; j < size; ++j)
      half[i * size + j] = times(back, i, [&](std::size_t k) { return inner[k * size + j]; });
  for (std::size_t i = 0; i < size; ++i)
    for (std::size_t j = 0; j < size; ++j)
      fit.covariance[i * size + j] = times(half, i, [&](std::size_t k) { return back[j * size + k]; });
  for (std::size_t i = 0; i < size; ++i) {
    const double se = std::sqrt(fit.covariance[i * size + i]);
    if (i < p) {
      fit.location.push_back(values[i]);
      fit.location_se.push_back(se);
    } else if (i < p + q) {
      fit.log_scale.push_back(values[i]);
      fit.log_scale_se.push_back(se);
    } else {
      fit.shape = values[i];
      fit.shape_se = se;
    }
  }
}

ExtremeValueFit refused(std::size_t n, std::string reason) {
  ExtremeValueFit fit;
  fit.n = n;
  fit.refusal = std::move(reason);
  return fit;
}

// The best of several shapes to start from; Gumbel's own maximum is one of them.
Maximum best_of(const ExtremeValueDesign& design, const std::vector<double>& start) {
  if (!design.shape) return climb(design, start);
  ExtremeValueDesign gumbel = design;
  gumbel.shape = false;
  std::vector<double> from = climb(gumbel, {start.begin(), start.end() - 1}).coefficients;
  from.push_back(0.0);
  Maximum best;
  for (const double shape : {0.0, -0.1, 0.1, -0.3, 0.3}) {
    from.back() = shape;
    Maximum found = climb(design, from);
    // Below -1/2 there is no maximum to speak of, and towards -1 the likelihood has no bound.
    if (!found.found || found.coefficients.back() <= -0.5) continue;
    if (!best.found || found.at.value > best.at.value + 1e-9) best = std::move(found);
  }
  return best;
}

}  // namespace

ExtremeValue ExtremeValueFit::at(std::span<const double> location_covariates,
                                 std::span<const double> log_scale_covariates) const {
  const auto sum = [](const std::vector<double>& coefficients, std::span<const double> covariates) {
    if (coefficients.size() != covariates.size() + 1) return none;
    double total = coefficients[0];
    for (std::size_t j = 0; j < covariates.size(); ++j) total += coefficients[j + 1] * covariates[j];
    return total;
  };
  return {sum(location, location_covariates), std::exp(sum(log_scale, log_scale_covariates)), shape};
}

ExtremeValueFit fit_extreme_value(std::span<const double> values, const ExtremeValueModel& model) {
  const std::size_t n = values.size();
  const std::size_t size = 2 + model.location.size() + model.log_scale.size() + (model.shape ? 1U : 0U);
  constexpr std::size_t spare = 3;
  if (const std::string why = check_size(values, size + spare, ""); !why.empty()) return refused(n, why);
  if (const std::string why = check_finite(values, ""); !why.empty()) return refused(n, why);
  const Standardised location = standardise(model.location, n, "location");
  if (!location.refusal.empty()) return refused(n, location.refusal);
  const Standardised log_scale = standardise(model.log_scale, n, "log scale");
  if (!log_scale.refusal.empty()) return refused(n, log_scale.refusal);
  if (dependent(location.columns)) return refused(n, "the covariates of the location are linearly dependent");
  if (dependent(log_scale.columns))
    return refused(n, "the covariates of the log scale are linearly dependent");
  const double mean = mean_of(values);
  const double spread = spread_of(values, mean);
  if (!(spread > 1e-12 * std::abs(mean)) || !std::isfinite(spread))
    return refused(n, "the values are all alike, or so nearly that their differences are lost in rounding");
  ExtremeValueDesign design{{values.begin(), values.end()}, location.columns, log_scale.columns, model.shape};
  for (double& v : design.values) v = (v - mean) / spread;
  const std::vector<double> start = start_of(design);
  if (start.empty()) return refused(n, "the covariates explain every value: there is no scale to estimate");
  const Maximum best = best_of(design, start);
  if (!best.found) return refused(n, "the likelihood has no maximum that could be reached");
  ExtremeValueFit fit;
  fit.n = n;
  fit.steps = best.steps;
  fit.log_likelihood = best.at.value - static_cast<double>(n) * std::log(spread);
  come_back(location, log_scale, mean, spread, best, model.shape, fit);
  return fit;
}

}  // namespace azoo::statistics
