// What an exposure does to a segment while it lasts: pure functions of exposure with saturation. Every action
// but transdifferentiation is a change of a hazard or a supply that ends when the product is gone.
#pragma once

#include "product/hypotheses.hpp"  // for Hypotheses
#include "product/potency.hpp"     // for Potency

namespace azoo::product {

// Neutral values: 0 for what is added, 1 for the ratio. All relative to a healthy segment.
struct Actions {
  double ros_clearance = 0.0;          // extra clearance of reactive oxygen species
  double antioxidant_induction = 0.0;  // extra synthesis of antioxidants
  double death_hazard_ratio = 1.0;     // of all germ cells
  double anti_inflammatory = 0.0;      // extra anti-inflammatory drive
  double niche_mitogen = 0.0;          // extra niche mitogen
  double leydig_support = 0.0;         // rise of Leydig capacity as a share of the man's own
  double transdifferentiation_per_cell_per_d =
      0.0;  // times exposure: new germ cells per Sertoli cell and day
};

// Hill curve with exponent 1: 0 at no exposure, one half at half_exposure, towards 1.
[[nodiscard]] constexpr double saturation(double exposure, double half_exposure) noexcept {
  return exposure > 0.0 ? exposure / (exposure + half_exposure) : 0.0;
}

// exposure: product units per Sertoli cell (cells, or exosome particles).
[[nodiscard]] Actions act(const Potency& potency, const Hypotheses& hypotheses, double exposure) noexcept;

}  // namespace azoo::product
