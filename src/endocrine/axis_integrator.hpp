// Integrates the axis in time with ARKODE (SUNDIALS; Reynolds et al. 2023, doi:10.1145/3594632):
// ESDIRK325L2SA, a diagonally implicit Runge-Kutta method of order 3, L-stable and stiffly accurate (Kennedy
// & Carpenter 2016), with the analytic Jacobian. Half-lives span minutes to weeks, and daily tablets bend the
// solution every day: a one-step method starts anew at no cost, where a multistep method must shorten its
// steps (bench/endocrine_bench.cpp). CVODE is the reference that tests hold it to.
#pragma once

#include <memory>  // for unique_ptr

#include "endocrine/axis_rates.hpp"   // for AxisVector, AxisConstants, AxisInput
#include "endocrine/drug_levels.hpp"  // for DrugLevels, DrugRates

namespace azoo::endocrine {

// On states that are ratios to the healthy man.
struct AxisTolerances {
  double relative = 1e-4;
  double absolute = 1e-6;
};

// Drug levels as a function of time since the last dose.
struct DrugCourse {
  DrugLevels at_start;
  DrugRates rates;
  double start_day = 0.0;

  [[nodiscard]] DrugLevels on(double day) const noexcept {
    return at_start.none() ? at_start : levels_after(at_start, rates, day - start_day);
  }
};

// Holds the solver's memory for one man; every call of `integrate` starts anew, so that nothing but the state
// and the step length passes from one call to the next. What it is given must outlive it and may change
// between calls.
class AxisIntegrator {
 public:
  // Throws std::runtime_error when the solver cannot be set up, as with tolerances that are not above 0.
  AxisIntegrator(const AxisConstants& constants, const AxisInput& input, const DrugCourse& drugs,
                 const AxisTolerances& tolerances);
  ~AxisIntegrator();
  AxisIntegrator(const AxisIntegrator&) = delete;
  AxisIntegrator& operator=(const AxisIntegrator&) = delete;

  // From `day` to `to_day` (later); the state is replaced. `step_d` is the first step to try and becomes the
  // next one. Throws std::runtime_error when the solver fails.
  void integrate(AxisVector& state, double day, double to_day, double& step_d);

 private:
  struct Solver;
  std::unique_ptr<Solver> solver_;
};

}  // namespace azoo::endocrine
