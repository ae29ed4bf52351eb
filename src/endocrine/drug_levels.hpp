// Kinetics of the hormone drugs, in closed form: first-order absorption from a depot (muscle,
// subcutis, gut) and first-order elimination, so that levels at any time after the last dose are exact and
// the stiff solver sees them as a smooth forcing.
#pragma once

#include "endocrine/axis_parameters.hpp"  // for AxisParameters
#include "endocrine/hormone_state.hpp"    // for Dose
#include "endocrine/set_points.hpp"       // for SetPoints

namespace azoo::endocrine {

struct DrugRates {
  double hcg_absorption_per_d, hcg_elimination_per_d, hcg_bioavailability, hcg_volume_L;
  double clomiphene_absorption_per_d, enclomiphene_elimination_per_d, zuclomiphene_elimination_per_d,
      enclomiphene_share;
};
[[nodiscard]] DrugRates drug_rates(const AxisParameters& parameters, const SetPoints& man);

struct DrugLevels {
  double hcg_depot_IU = 0.0, hcg_plasma_IU = 0.0;
  double clomiphene_gut_mg = 0.0, enclomiphene_mg = 0.0, zuclomiphene_mg = 0.0;

  [[nodiscard]] bool none() const noexcept {
    return hcg_depot_IU == 0.0 && hcg_plasma_IU == 0.0 && clomiphene_gut_mg == 0.0 &&
           enclomiphene_mg == 0.0 && zuclomiphene_mg == 0.0;
  }
};

// Levels `duration_d` later, without doses between.
[[nodiscard]] DrugLevels levels_after(const DrugLevels& levels, const DrugRates& rates,
                                      double duration_d) noexcept;
// Levels just after a dose.
[[nodiscard]] DrugLevels levels_with_dose(DrugLevels levels, const DrugRates& rates,
                                          const Dose& dose) noexcept;

}  // namespace azoo::endocrine
