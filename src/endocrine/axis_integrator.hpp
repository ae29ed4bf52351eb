// Integrates the axis in time: RODAS, a stiffly accurate L-stable Rosenbrock method of order 4 with an
// embedded order 3 (Hairer & Wanner, Solving Ordinary Differential Equations II, section IV.7). Half-lives
// span minutes to weeks, and daily tablets bend the solution every day: a one-step method starts anew at no
// cost, where a multistep method must shorten its steps (bench/endocrine_bench.cpp: a third of its cost at
// equal tolerance). CVODE is the reference that tests hold it to (reference_solution.hpp).
#pragma once

#include "endocrine/axis_rates.hpp"   // for AxisVector, AxisConstants, AxisInput
#include "endocrine/drug_levels.hpp"  // for DrugLevels, DrugRates

namespace azoo::endocrine {

// On states that are ratios to the healthy man.
struct AxisTolerances {
  double relative = 3e-4;
  double absolute = 3e-6;
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

// From `day` to `to_day`; the state is replaced. `step_d` is the first step to try and becomes the next one.
// Throws std::runtime_error when the step falls below rounding.
void integrate_axis(AxisVector& state, double day, double to_day, double& step_d,
                    const AxisConstants& constants, const AxisInput& input, const DrugCourse& drugs,
                    const AxisTolerances& tolerances);

}  // namespace azoo::endocrine
