// The slow reference of the axis: the same equations integrated by CVODE (SUNDIALS; Hindmarsh et al. 2005,
// doi:10.1145/1089014.1089020), BDF with dense Newton and restarts at every bend. Tests hold the fast
// integrator to it.
#pragma once

#include "endocrine/axis_integrator.hpp"  // for DrugCourse, AxisTolerances
#include "endocrine/axis_rates.hpp"       // for AxisVector, AxisConstants, AxisInput

namespace azoo::endocrine {

// The state on `to_day`, to_day > day. Throws std::runtime_error when CVODE fails.
[[nodiscard]] AxisVector reference_solution(const AxisVector& state, double day, double to_day,
                                            const AxisConstants& constants, const AxisInput& input,
                                            const DrugCourse& drugs, const AxisTolerances& tolerances);

}  // namespace azoo::endocrine
