// The equations of the pituitary-gonadal axis: right-hand side of an averaged-pulse ODE. Every
// state is a ratio to the healthy man, so that the healthy steady state is all ones by construction. Pure
// functions of state, tissue, man and drug; the solver stands in axis.cpp, the steady state in
// steady_state.cpp.
//
// Shape after delayed negative feedback models of the axis (Smith 1980; Keenan & Veldhuis 1998), extended by
// FSH, inhibin B, oestradiol and Leydig adaptation, which those lack (biology table, D052-D054).
#pragma once

#include <array>    // for array
#include <cstddef>  // for size_t

#include "endocrine/axis_parameters.hpp"  // for AxisParameters
#include "endocrine/drug_levels.hpp"      // for DrugLevels
#include "endocrine/hormone_state.hpp"    // for TissueState
#include "endocrine/set_points.hpp"       // for SetPoints

namespace azoo::endocrine {

// Places in the state vector.
enum AxisPlace : std::size_t {
  place_gnrh,          // pulse drive, averaged
  place_lh,            // LH
  place_fsh,           // FSH
  place_itt,           // intratesticular testosterone
  place_testosterone,  // serum total testosterone
  place_estradiol,     // serum oestradiol
  place_inhibin,       // inhibin B
  place_prolactin,     // prolactin
  place_shbg,          // SHBG
  place_trophic,       // Leydig trophic memory
  place_response,      // Leydig responsiveness
  axis_size
};
using AxisVector = std::array<double, axis_size>;
using AxisMatrix = std::array<AxisVector, axis_size>;  // rows

// Parameters turned into what the equations use: rates per day, ratios to the reference.
struct AxisConstants {
  explicit AxisConstants(const AxisParameters& parameters);
  AxisParameters p;
  double gnrh_per_d, lh_per_d, fsh_per_d, itt_per_d, testosterone_per_d, estradiol_per_d, inhibin_per_d,
      prolactin_per_d, shbg_per_d, trophic_per_d, response_per_d;
  double lh_ceiling, fsh_ceiling, fsh_half_inhibin, desensitisation;  // ratios to the reference
  double inhibin_spermatid_share;
};

// What stays the same while the solver integrates.
struct AxisInput {
  SetPoints man;
  TissueState tissue;
  double gnrh_support = 1.0;  // factor on the GnRH drive by an intervention
};

// d(state)/dt per day.
[[nodiscard]] AxisVector axis_rates(const AxisVector& state, const AxisConstants& constants,
                                    const AxisInput& input, const DrugLevels& drugs) noexcept;

// Derivatives of axis_rates by the state: row = rate, column = state.
[[nodiscard]] AxisMatrix axis_jacobian(const AxisVector& state, const AxisConstants& constants,
                                       const AxisInput& input, const DrugLevels& drugs) noexcept;

// Kernels, each 1 at 1.
// Rises with x, slope below one, towards `maximum` (> 1): maximum x / (maximum - 1 + x).
[[nodiscard]] constexpr double saturating(double x, double maximum) noexcept {
  return maximum * x / (maximum - 1.0 + x);
}
// Free testosterone relative to the healthy man when SHBG is `shbg` times his and binds `bound_share` of the
// testosterone at reference: total / (1 - share + share * shbg).
[[nodiscard]] constexpr double free_testosterone(double total, double shbg, double bound_share) noexcept {
  return total / (1.0 - bound_share + bound_share * shbg);
}
// Oestrogen signal at hypothalamus and pituitary under clomiphene: enclomiphene competes for the receptor,
// zuclomiphene is a weak agonist.
[[nodiscard]] double oestrogen_signal(double estradiol, const DrugLevels& drugs,
                                      const AxisParameters& p) noexcept;
// LH receptor stimulus from LH and hCG, in healthy LH equivalents.
[[nodiscard]] double lh_receptor_stimulus(double lh, const DrugLevels& drugs,
                                          const AxisParameters& p) noexcept;
// Inhibin B secreted at a given tissue and FSH ratio.
[[nodiscard]] double inhibin_secretion(const TissueState& tissue, double fsh,
                                       const AxisConstants& c) noexcept;

}  // namespace azoo::endocrine
