#include "product/potency.hpp"

#include <numbers>
#include <string>

#include "product/product.hpp"

namespace azoo::product {

PotencyPrior read_potency(const ParameterSet& set, std::string_view product) {
  const std::string at = parameter_prefix(product);
  const std::string unit =
      set.text(at + ".dose_unit") == "cells" ? "cells/Sertoli cell" : "particles/Sertoli cell";
  const auto action = [&](const std::string& name) {
    const std::string key = at + ".potency." + name;
    return ActionPotency{set.value(key + ".maximum", "1"), set.value(key + ".half_exposure", unit),
                         set.at(key + ".maximum").shipped.has_value()};
  };
  PotencyPrior prior;
  prior.central.antioxidant = action("antioxidant");
  const std::string induction = at + ".potency.antioxidant.induction";
  prior.central.antioxidant_induction = set.value(induction, "1");
  prior.induction_planted = set.at(induction).shipped.has_value();
  prior.central.anti_apoptotic = action("anti_apoptotic");
  prior.central.immune = action("immune");
  prior.central.niche_mitogen = action("niche_mitogen");
  prior.central.leydig_support = action("leydig_support");
  prior.null_probability = set.value(at + ".potency.null_probability", "fraction");
  prior.sigma_log = set.value(at + ".potency.sigma_log", "1");
  // Only products of living cells can turn into germ cells. A share f of the cells over their residence is
  // a rate of f ln 2 / half-life while they are there.
  if (set.has(at + ".transdifferentiation.fraction")) {
    prior.central.transdifferentiation_per_cell_per_d =
        set.value(at + ".transdifferentiation.fraction", "fraction") * std::numbers::ln2 /
        set.value(at + ".delivery.half_life_d", "d");
  }
  return prior;
}

Potency draw_potency(const PotencyPrior& prior, Draws& draws) {
  const auto factor = [&] {
    const bool null = draws.bernoulli(prior.null_probability);
    const double strength = draws.lognormal(1.0, prior.sigma_log);
    return null ? 0.0 : strength;
  };
  Potency potency = prior.central;
  const auto vary = [&](ActionPotency& action) {
    const double drawn = factor();
    if (!action.planted) action.maximum *= drawn;
    return drawn;
  };
  const double antioxidant = vary(potency.antioxidant);
  if (!prior.induction_planted) potency.antioxidant_induction *= antioxidant;
  vary(potency.anti_apoptotic);
  vary(potency.immune);
  vary(potency.niche_mitogen);
  vary(potency.leydig_support);
  return potency;
}

}  // namespace azoo::product
