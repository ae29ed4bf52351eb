// Makes a batch of autologous marrow cells: marrow volume -> stromal cells seeded -> growth to confluence
// within the days of the plan -> viable cells, release panel, and what may be given. The yield is bounded by
// the vessel area, which grows with the marrow; a batch can fall short of its plan. Pure kernels; random
// numbers come from the caller's Draws.
#pragma once

#include <string>  // for string
#include <vector>  // for vector

#include "core/parameters.hpp"  // for ParameterSet
#include "core/random.hpp"      // for Draws

namespace azoo::product {

// data/products/bm-msc.toml, [marrow], [culture] and [release].
struct ManufactureParameters {
  double nucleated_cells_per_mL = 0.0, nucleated_sigma_log = 0.0;
  double msc_fraction = 0.0, msc_fraction_sigma_log = 0.0;
  double reference_age_y = 0.0, msc_fraction_change_per_y = 0.0;
  double adherence_d = 0.0;
  double doubling_time_h = 0.0, doubling_time_sigma_log = 0.0, doubling_time_change_per_y = 0.0;
  double seeding_density_per_cm2 = 0.0, harvest_density_per_cm2 = 0.0, harvest_sigma_log = 0.0;
  int passages = 0, passage_limit = 0;
  double split_ratio = 1.0, passage_recovery = 1.0, passage_lag_d = 0.0;
  double limit_doublings = 0.0;  // the clinical or the replicative limit, whichever is lower
  double viability_percent = 0.0, viability_sd_percent = 0.0, viability_min_percent = 0.0;
  double marker_sigma_log = 0.0;
  struct Marker {
    std::string name;                      // "cd73"
    double deviating_percent = 0.0;        // typical share of cells that contradict the identity
    double deviating_limit_percent = 0.0;  // a batch above it is not released
  };
  std::vector<Marker> markers;
  std::string release_panel;  // what the panel covers and what it leaves out, for the report
};
[[nodiscard]] ManufactureParameters read_manufacture(const ParameterSet& parameters);

struct CulturePlan {
  double marrow_mL = 0.0;
  double days_low = 0.0;      // harvested at confluence, but not before
  double days_high = 0.0;     // and never after
  double cells_needed = 0.0;  // viable cells of the whole plan, all sites and sides
};

// What one donor's marrow brings.
struct DonorCells {
  double nucleated_cells_per_mL = 0.0;
  double msc_fraction = 0.0;
  double doubling_time_h = 0.0;
  double harvest_density_per_cm2 = 0.0;
};
[[nodiscard]] DonorCells typical_donor(const ManufactureParameters& parameters, double age_y);
[[nodiscard]] DonorCells draw_donor(const ManufactureParameters& parameters, double age_y, Draws& draws);

// What ended the growth of a batch.
enum class GrowthLimit { confluence, time, doublings };
[[nodiscard]] std::string to_text(GrowthLimit limit);

struct Expansion {
  double msc_seeded = 0.0;
  double viable_cells = 0.0;
  double doublings = 0.0;
  double days = 0.0;
  int passages = 0;
  GrowthLimit limit = GrowthLimit::confluence;
};
// Exponential growth after adherence, up to the confluence of the vessels; no chance in it.
[[nodiscard]] Expansion expand(const ManufactureParameters& parameters, const DonorCells& donor,
                               const CulturePlan& plan);

struct MarkerResult {
  std::string name;
  double deviating_percent = 0.0;
  bool pass = false;
};

struct CellBatch {
  DonorCells donor;
  Expansion expansion;
  double viability_percent = 0.0;
  double total_cells = 0.0;  // viable and dead
  std::vector<MarkerResult> markers;
  bool released = false;
  std::vector<std::string> release_failures;  // "viability", marker names, "no cells"
  double cells_planned = 0.0;
  double cells_given = 0.0;  // viable: at most the plan, at most the yield, 0 when not released
  bool shortfall = false;    // given less than planned
};
[[nodiscard]] CellBatch manufacture(const ManufactureParameters& parameters, const CulturePlan& plan,
                                    double donor_age_y, Draws& draws);

}  // namespace azoo::product
