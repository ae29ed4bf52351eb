// Makes a batch of exosomes: producer cells x shedding x days x recovery -> particles, and their protein by
// the purity of the isolate. Doses are planned in micrograms of protein; what acts is the particles. Random
// numbers come from the caller's Draws.
#pragma once

#include <string>  // for string

#include "core/parameters.hpp"  // for ParameterSet
#include "core/random.hpp"      // for Draws

namespace azoo::product {

// data/products/bm-msc-exosomes.toml, [producer] and [isolation].
struct ExosomeParameters {
  std::string origin;  // "allogeneic": one bank of donor cells, not the patient's own
  double producer_cells = 0.0, producer_cells_sigma_log = 0.0;
  double particles_per_cell_per_d = 0.0, particles_sigma_log = 0.0;
  double collection_d = 0.0;
  double recovery = 0.0, recovery_sigma_log = 0.0;
  double particles_per_ug = 0.0, particles_per_ug_sigma_log = 0.0;
  double impure_below_per_ug = 0.0, pure_above_per_ug = 0.0;
};
[[nodiscard]] ExosomeParameters read_exosomes(const ParameterSet& parameters);

struct ExosomeBatch {
  double producer_cells = 0.0;
  double particles = 0.0;         // isolated, of the whole batch
  double particles_per_ug = 0.0;  // of this batch
  std::string purity;             // impure | typical | pure, by particles per microgram
  double protein_ug = 0.0;        // of the whole batch
  double ug_planned = 0.0;
  double ug_given = 0.0;  // at most the plan, at most the batch
  double particles_given = 0.0;
  bool shortfall = false;
};
// One batch for one plan of `ug_planned` in all.
[[nodiscard]] ExosomeBatch make_exosomes(const ExosomeParameters& parameters, double ug_planned,
                                         Draws& draws);

}  // namespace azoo::product
