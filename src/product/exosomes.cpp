#include "product/exosomes.hpp"

#include <algorithm>
#include <cmath>
#include <stdexcept>

namespace azoo::product {

ExosomeParameters read_exosomes(const ParameterSet& set) {
  ExosomeParameters p;
  p.origin = set.text("bm_msc_exosomes.origin");
  p.producer_cells = set.value("bm_msc_exosomes.producer.cells", "cells");
  p.producer_cells_sigma_log = set.value("bm_msc_exosomes.producer.cells_sigma_log", "1");
  p.particles_per_cell_per_d =
      set.value("bm_msc_exosomes.producer.particles_per_cell_per_d", "particles/cell/d");
  p.particles_sigma_log = set.value("bm_msc_exosomes.producer.particles_sigma_log", "1");
  p.collection_d = set.value("bm_msc_exosomes.producer.collection_d", "d");
  p.recovery = set.value("bm_msc_exosomes.isolation.recovery", "fraction");
  p.recovery_sigma_log = set.value("bm_msc_exosomes.isolation.recovery_sigma_log", "1");
  p.particles_per_ug = set.value("bm_msc_exosomes.isolation.particles_per_ug", "particles/ug");
  p.particles_per_ug_sigma_log = set.value("bm_msc_exosomes.isolation.particles_per_ug_sigma_log", "1");
  p.impure_below_per_ug = set.value("bm_msc_exosomes.isolation.impure_below_per_ug", "particles/ug");
  p.pure_above_per_ug = set.value("bm_msc_exosomes.isolation.pure_above_per_ug", "particles/ug");
  return p;
}

ExosomeBatch make_exosomes(const ExosomeParameters& p, double ug_planned, Draws& draws) {
  if (!std::isfinite(ug_planned) || ug_planned < 0.0)
    throw std::invalid_argument("an exosome dose that is negative or not finite");
  ExosomeBatch batch;
  batch.producer_cells = draws.lognormal(p.producer_cells, p.producer_cells_sigma_log);
  const double shed = draws.lognormal(p.particles_per_cell_per_d, p.particles_sigma_log) * p.collection_d;
  const double recovery = std::min(1.0, draws.lognormal(p.recovery, p.recovery_sigma_log));
  batch.particles = batch.producer_cells * shed * recovery;
  batch.particles_per_ug = draws.lognormal(p.particles_per_ug, p.particles_per_ug_sigma_log);
  batch.purity = batch.particles_per_ug < p.impure_below_per_ug ? "impure"
                 : batch.particles_per_ug > p.pure_above_per_ug ? "pure"
                                                                : "typical";
  batch.protein_ug = batch.particles / batch.particles_per_ug;
  batch.ug_planned = ug_planned;
  batch.ug_given = std::min(ug_planned, batch.protein_ug);
  batch.particles_given = batch.ug_given * batch.particles_per_ug;
  batch.shortfall = batch.ug_given < ug_planned;
  return batch;
}

}  // namespace azoo::product
