#include "endocrine/drug_levels.hpp"

#include <cmath>
#include <numbers>

namespace azoo::endocrine {

namespace {

constexpr double hours_per_day = 24.0;
// Less of a drug than this (IU, mg) is none, so that traces end.
constexpr double trace = 1e-9;

// Amount that a depot, emptying at rate a, leaves in a pool that is cleared at rate e after t:
// a/(a-e) (exp(-e t) - exp(-a t)) per unit of depot (Bateman 1910), written so that a = e is no pole.
double passed_on(double a, double e, double t) noexcept {
  const double x = (a - e) * t;
  const double ratio = std::fabs(x) < 1e-8 ? 1.0 - 0.5 * x : -std::expm1(-x) / x;
  return a * t * std::exp(-e * t) * ratio;
}

}  // namespace

DrugRates drug_rates(const AxisParameters& p, const SetPoints& man) {
  const double per_day = std::numbers::ln2 * hours_per_day;  // rate = ln 2 / half-life
  DrugRates r{};
  r.hcg_absorption_per_d = per_day / p.hcg_absorption_half_life_h;
  r.hcg_elimination_per_d = man.hcg_clearance * per_day / p.hcg_half_life_h;
  r.hcg_bioavailability = p.hcg_bioavailability;
  r.hcg_volume_L = p.hcg_volume_L;
  r.clomiphene_absorption_per_d = per_day / p.clomiphene_absorption_half_life_h;
  r.enclomiphene_elimination_per_d = man.clomiphene_clearance * per_day / p.enclomiphene_half_life_h;
  r.zuclomiphene_elimination_per_d =
      man.clomiphene_clearance * std::numbers::ln2 / p.zuclomiphene_half_life_d;
  r.enclomiphene_share = p.clomiphene_enclomiphene_share;
  return r;
}

DrugLevels levels_after(const DrugLevels& now, const DrugRates& r, double t) noexcept {
  DrugLevels later;
  if (now.hcg_depot_IU > 0.0 || now.hcg_plasma_IU > 0.0) {
    later.hcg_depot_IU = now.hcg_depot_IU * std::exp(-r.hcg_absorption_per_d * t);
    later.hcg_plasma_IU = now.hcg_plasma_IU * std::exp(-r.hcg_elimination_per_d * t) +
                          now.hcg_depot_IU * passed_on(r.hcg_absorption_per_d, r.hcg_elimination_per_d, t);
    if (later.hcg_depot_IU + later.hcg_plasma_IU < trace) later.hcg_depot_IU = later.hcg_plasma_IU = 0.0;
  }
  if (now.clomiphene_gut_mg > 0.0 || now.enclomiphene_mg > 0.0 || now.zuclomiphene_mg > 0.0) {
    const double gut = now.clomiphene_gut_mg;
    const double a = r.clomiphene_absorption_per_d;
    later.clomiphene_gut_mg = gut * std::exp(-a * t);
    later.enclomiphene_mg = now.enclomiphene_mg * std::exp(-r.enclomiphene_elimination_per_d * t) +
                            r.enclomiphene_share * gut * passed_on(a, r.enclomiphene_elimination_per_d, t);
    later.zuclomiphene_mg =
        now.zuclomiphene_mg * std::exp(-r.zuclomiphene_elimination_per_d * t) +
        (1.0 - r.enclomiphene_share) * gut * passed_on(a, r.zuclomiphene_elimination_per_d, t);
    if (later.clomiphene_gut_mg + later.enclomiphene_mg + later.zuclomiphene_mg < trace)
      later.clomiphene_gut_mg = later.enclomiphene_mg = later.zuclomiphene_mg = 0.0;
  }
  return later;
}

DrugLevels levels_with_dose(DrugLevels levels, const DrugRates& rates, const Dose& dose) noexcept {
  switch (dose.drug) {
    case Drug::hcg:
      levels.hcg_depot_IU += rates.hcg_bioavailability * dose.amount;
      break;
    case Drug::clomiphene:
      levels.clomiphene_gut_mg += dose.amount;
      break;
  }
  return levels;
}

}  // namespace azoo::endocrine
