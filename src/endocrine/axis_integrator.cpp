#include "endocrine/axis_integrator.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <stdexcept>

#include "endocrine/axis_matrix.hpp"

namespace azoo::endocrine {

namespace {

// RODAS, Hairer & Wanner 1996, in the form that needs one triangular solution a stage.
constexpr std::size_t stages = 6;
constexpr double gamma = 0.25;
constexpr double time_of_stage[stages] = {0.0, 0.386, 0.21, 0.63, 1.0, 1.0};
constexpr double time_weight[4] = {0.25, -0.1043, 0.1035, -0.03620000000000023};
constexpr double a[4][4] = {{1.544, 0.0, 0.0, 0.0},
                            {0.9466785280815826, 0.2557011698983284, 0.0, 0.0},
                            {3.314825187068521, 2.896124015972201, 0.9986419139977817, 0.0},
                            {1.221224509226641, 6.019134481288629, 12.53708332932087, -0.6878860361058950}};
constexpr double c[5][5] = {
    {-5.6688, 0.0, 0.0, 0.0, 0.0},
    {-2.430093356833875, -0.2063599157091915, 0.0, 0.0, 0.0},
    {-0.1073529058151375, -9.594562251023355, -20.47028614809616, 0.0, 0.0},
    {7.496443313967647, -10.24680431464352, -33.99990352819905, 11.70890893206160, 0.0},
    {8.083246795921522, -7.981132988064893, -31.52159432874371, 16.31930543123136, -6.058818238834054}};

struct Problem {
  const AxisConstants& constants;
  const AxisInput& input;
  const DrugCourse& drugs;

  [[nodiscard]] AxisVector rates(const AxisVector& y, const DrugLevels& levels) const noexcept {
    return axis_rates(y, constants, input, levels);
  }
};

// d(rates)/d(time) at fixed state: only the drugs depend on time.
AxisVector rates_by_time(const Problem& problem, const AxisVector& y, const AxisVector& rate, double day,
                         double h) noexcept {
  AxisVector slope{};
  if (problem.drugs.at_start.none()) return slope;
  const double shift = 1e-4 * h;
  const AxisVector later = problem.rates(y, problem.drugs.on(day + shift));
  for (std::size_t i = 0; i < axis_size; ++i) slope[i] = (later[i] - rate[i]) / shift;
  return slope;
}

// One step; returns the scaled error of the embedded method (infinite when the step failed).
double try_step(const Problem& problem, const AxisVector& y, double day, double h,
                const AxisTolerances& allow, AxisVector& next) noexcept {
  const double failed = std::numeric_limits<double>::infinity();
  const DrugLevels now = problem.drugs.on(day);
  const AxisVector rate = problem.rates(y, now);
  AxisMatrix matrix = axis_jacobian(y, problem.constants, problem.input, now);
  for (std::size_t i = 0; i < axis_size; ++i) {
    for (std::size_t j = 0; j < axis_size; ++j) matrix[i][j] = -matrix[i][j];
    matrix[i][i] += 1.0 / (gamma * h);
  }
  AxisFactors factors;
  if (!factors.factor(matrix)) return failed;
  const AxisVector by_time = rates_by_time(problem, y, rate, day, h);

  std::array<AxisVector, stages> k;
  AxisVector u = y;
  for (std::size_t s = 0; s < stages; ++s) {
    if (s == stages - 1) {
      for (std::size_t i = 0; i < axis_size; ++i) u[i] += k[4][i];
    } else if (s > 0) {
      u = y;
      for (std::size_t m = 0; m < s; ++m) {
        for (std::size_t i = 0; i < axis_size; ++i) u[i] += a[s - 1][m] * k[m][i];
      }
    }
    k[s] = s == 0 ? rate : problem.rates(u, problem.drugs.on(day + time_of_stage[s] * h));
    for (std::size_t m = 0; m < s; ++m) {
      for (std::size_t i = 0; i < axis_size; ++i) k[s][i] += c[s - 1][m] / h * k[m][i];
    }
    if (s < 4) {
      for (std::size_t i = 0; i < axis_size; ++i) k[s][i] += h * time_weight[s] * by_time[i];
    }
    factors.solve(k[s]);
  }

  double sum = 0.0;
  for (std::size_t i = 0; i < axis_size; ++i) {
    next[i] = u[i] + k[stages - 1][i];  // the last stage is the error estimate
    const double scale = allow.absolute + allow.relative * std::max(std::fabs(y[i]), std::fabs(next[i]));
    sum += (k[stages - 1][i] / scale) * (k[stages - 1][i] / scale);
  }
  const double error = std::sqrt(sum / static_cast<double>(axis_size));
  return std::isfinite(error) ? error : failed;
}

}  // namespace

void integrate_axis(AxisVector& y, double day, double to_day, double& step_d, const AxisConstants& constants,
                    const AxisInput& input, const DrugCourse& drugs, const AxisTolerances& tolerances) {
  const Problem problem{constants, input, drugs};
  AxisVector next{};
  while (day < to_day) {
    const bool last = day + step_d >= to_day;
    const double h = last ? to_day - day : step_d;
    const double error = try_step(problem, y, day, h, tolerances, next);
    // Step for an error of 1, with the usual safety; order 4 in the local error.
    const double factor = error > 0.0 ? std::clamp(0.9 * std::pow(error, -0.25), 0.2, 5.0) : 5.0;
    if (error <= 1.0) {
      y = next;
      day = last ? to_day : day + h;
      // A step cut short by the end of the interval says nothing against the longer one.
      step_d = last ? std::max(step_d, h * factor) : h * factor;
    } else {
      step_d = h * std::min(factor, 0.9);
      if (day + step_d * 1e-3 == day)
        throw std::runtime_error("the hormone axis needs a step below rounding");
    }
  }
}

}  // namespace azoo::endocrine
