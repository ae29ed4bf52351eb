// What androgen and FSH allow the germ line: two gates, on spermatogonia and on spermatids, from
// intratesticular testosterone and FSH relative to the healthy man. 1 in the healthy man.
#pragma once

#include "endocrine/axis_parameters.hpp"  // for AxisParameters
#include "endocrine/hormone_state.hpp"    // for GermLineGates

namespace azoo::endocrine {

// Arguments are ratios to the healthy reference, >= 0.
[[nodiscard]] GermLineGates germ_line_gates(double intratesticular_testosterone, double fsh,
                                            const AxisParameters& parameters) noexcept;

}  // namespace azoo::endocrine
