// How strong a product is, action by action. The prior is centred on small effects with a heavy upper tail
// and a share of products that do nothing: a null effect stays reachable. A maximum that a study sets is the
// truth of that study and is not drawn, so that a known effect can be planted.
#pragma once

#include <string_view>  // for string_view

#include "core/parameters.hpp"  // for ParameterSet
#include "core/random.hpp"      // for Draws

namespace azoo::product {

// Emax: effect = maximum * exposure / (exposure + half_exposure).
struct ActionPotency {
  double maximum = 0.0;
  double half_exposure = 1.0;  // product units per Sertoli cell
  bool planted = false;        // the maximum comes from the study, not from the prior
};

struct Potency {
  ActionPotency antioxidant;           // maximum: extra clearance relative to the healthy one
  double antioxidant_induction = 0.0;  // maximum of the extra synthesis, same half_exposure
  ActionPotency anti_apoptotic;        // maximum: fall of the log of the death hazard
  ActionPotency immune;                // maximum: extra anti-inflammatory drive
  ActionPotency niche_mitogen;         // maximum: extra mitogen relative to the healthy supply
  ActionPotency leydig_support;        // maximum: rise as a share of the man's own capacity
  double transdifferentiation_per_cell_per_d = 0.0;
};

struct PotencyPrior {
  Potency central;
  bool induction_planted = false;
  double null_probability = 0.0;  // per action
  double sigma_log = 0.0;
};
// data/products/<product>.toml, [potency] and [transdifferentiation].
[[nodiscard]] PotencyPrior read_potency(const ParameterSet& parameters, std::string_view product);

// The true potency of the product, once per replicate. Every action takes its own draws whatever is planted.
[[nodiscard]] Potency draw_potency(const PotencyPrior& prior, Draws& draws);
// Centre of what a product does that is not null; for a run without uncertainty.
[[nodiscard]] inline Potency central_potency(const PotencyPrior& prior) {
  return prior.central;
}

}  // namespace azoo::product
