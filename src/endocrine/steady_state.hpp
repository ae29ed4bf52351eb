// The steady state of the axis without drugs, by pseudo-transient continuation: implicit Euler steps
// whose length grows until they are Newton steps (Kelley & Keyes 1998, doi:10.1137/S0036142996304796).
#pragma once

#include "endocrine/axis_rates.hpp"  // for AxisVector, AxisConstants, AxisInput

namespace azoo::endocrine {

// Starts at `guess` (all positive). Throws std::runtime_error when no steady state is reached.
[[nodiscard]] AxisVector steady_state(const AxisVector& guess, const AxisConstants& constants,
                                      const AxisInput& input);

}  // namespace azoo::endocrine
