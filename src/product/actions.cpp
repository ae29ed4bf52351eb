#include "product/actions.hpp"

#include <cmath>

namespace azoo::product {

namespace {

double effect(const ActionPotency& action, double exposure) noexcept {
  return action.maximum * saturation(exposure, action.half_exposure);
}

}  // namespace

Actions act(const Potency& potency, const Hypotheses& hypotheses, double exposure) noexcept {
  Actions actions;
  if (!(exposure > 0.0)) return actions;
  if (hypotheses.antioxidant) {
    actions.ros_clearance = effect(potency.antioxidant, exposure);
    actions.antioxidant_induction =
        potency.antioxidant_induction * saturation(exposure, potency.antioxidant.half_exposure);
  }
  if (hypotheses.anti_apoptotic)
    actions.death_hazard_ratio = std::exp(-effect(potency.anti_apoptotic, exposure));
  if (hypotheses.immune) actions.anti_inflammatory = effect(potency.immune, exposure);
  if (hypotheses.niche_mitogen) actions.niche_mitogen = effect(potency.niche_mitogen, exposure);
  if (hypotheses.leydig_support) actions.leydig_support = effect(potency.leydig_support, exposure);
  if (hypotheses.transdifferentiation)
    actions.transdifferentiation_per_cell_per_d = potency.transdifferentiation_per_cell_per_d;
  return actions;
}

}  // namespace azoo::product
