#include "product/manufacture.hpp"

#include <algorithm>
#include <cmath>
#include <stdexcept>

namespace azoo::product {

namespace {

constexpr double hours_per_day = 24.0;

void check(const CulturePlan& plan) {
  const bool fine = std::isfinite(plan.marrow_mL) && plan.marrow_mL >= 0.0 && plan.days_low >= 0.0 &&
                    plan.days_high >= plan.days_low && std::isfinite(plan.days_high) &&
                    std::isfinite(plan.cells_needed) && plan.cells_needed >= 0.0;
  if (!fine) throw std::invalid_argument("a culture plan with a negative, reversed or infinite number");
}

void read_culture(const ParameterSet& set, ManufactureParameters& p) {
  p.adherence_d = set.value("bm_msc.culture.adherence_d", "d");
  p.doubling_time_h = set.value("bm_msc.culture.doubling_time_h", "h");
  p.doubling_time_sigma_log = set.value("bm_msc.culture.doubling_time_sigma_log", "1");
  p.doubling_time_change_per_y = set.value("bm_msc.culture.doubling_time_change_per_y", "1/y");
  p.seeding_density_per_cm2 = set.value("bm_msc.culture.seeding_density_per_cm2", "cells/cm2");
  p.harvest_density_per_cm2 = set.value("bm_msc.culture.harvest_density_per_cm2", "cells/cm2");
  p.harvest_sigma_log = set.value("bm_msc.culture.harvest_sigma_log", "1");
  p.passages = static_cast<int>(std::lround(set.value("bm_msc.culture.passages", "1")));
  p.passage_limit = static_cast<int>(std::lround(set.value("bm_msc.culture.passage_limit", "1")));
  p.split_ratio = set.value("bm_msc.culture.split_ratio", "1");
  p.passage_recovery = set.value("bm_msc.culture.passage_recovery", "fraction");
  p.passage_lag_d = set.value("bm_msc.culture.passage_lag_d", "d");
  p.limit_doublings = std::min(set.value("bm_msc.culture.clinical_limit_doublings", "1"),
                               set.value("bm_msc.culture.replicative_limit_doublings", "1"));
}

void read_release(const ParameterSet& set, ManufactureParameters& p) {
  p.viability_percent = set.value("bm_msc.release.viability_percent", "%");
  p.viability_sd_percent = set.value("bm_msc.release.viability_sd_percent", "%");
  p.viability_min_percent = set.value("bm_msc.release.viability_min_percent", "%");
  p.marker_sigma_log = set.value("bm_msc.release.marker_sigma_log", "1");
  for (const std::string& name : set.items("bm_msc.release.marker")) {
    const std::string at = "bm_msc.release.marker." + name;
    p.markers.push_back(
        {name, set.value(at + ".deviating_percent", "%"), set.value(at + ".deviating_limit_percent", "%")});
  }
  p.release_panel = set.text("bm_msc.release_panel");
}

}  // namespace

ManufactureParameters read_manufacture(const ParameterSet& set) {
  ManufactureParameters p;
  p.nucleated_cells_per_mL = set.value("bm_msc.marrow.nucleated_cells_per_mL", "cells/mL");
  p.nucleated_sigma_log = set.value("bm_msc.marrow.nucleated_sigma_log", "1");
  p.msc_fraction = set.value("bm_msc.marrow.msc_fraction", "fraction");
  p.msc_fraction_sigma_log = set.value("bm_msc.marrow.msc_fraction_sigma_log", "1");
  p.reference_age_y = set.value("bm_msc.marrow.reference_age_y", "y");
  p.msc_fraction_change_per_y = set.value("bm_msc.marrow.msc_fraction_change_per_y", "1/y");
  read_culture(set, p);
  read_release(set, p);
  const bool possible = p.doubling_time_h > 0.0 && p.seeding_density_per_cm2 > 0.0 &&
                        p.harvest_density_per_cm2 > 0.0 && p.split_ratio >= 1.0 && p.passage_recovery > 0.0;
  if (!possible) {
    throw std::invalid_argument(
        "bm_msc.culture: doubling time, densities and recovery must be > 0, the split ratio >= 1");
  }
  return p;
}

DonorCells typical_donor(const ManufactureParameters& p, double age_y) {
  const double years = age_y - p.reference_age_y;
  return {.nucleated_cells_per_mL = p.nucleated_cells_per_mL,
          .msc_fraction = std::min(1.0, p.msc_fraction * std::exp(p.msc_fraction_change_per_y * years)),
          .doubling_time_h = p.doubling_time_h * std::exp(p.doubling_time_change_per_y * years),
          .harvest_density_per_cm2 = p.harvest_density_per_cm2};
}

DonorCells draw_donor(const ManufactureParameters& p, double age_y, Draws& draws) {
  DonorCells donor = typical_donor(p, age_y);
  donor.nucleated_cells_per_mL = draws.lognormal(donor.nucleated_cells_per_mL, p.nucleated_sigma_log);
  donor.msc_fraction = std::min(1.0, draws.lognormal(donor.msc_fraction, p.msc_fraction_sigma_log));
  donor.doubling_time_h = draws.lognormal(donor.doubling_time_h, p.doubling_time_sigma_log);
  donor.harvest_density_per_cm2 = draws.lognormal(donor.harvest_density_per_cm2, p.harvest_sigma_log);
  return donor;
}

std::string to_text(GrowthLimit limit) {
  if (limit == GrowthLimit::time) return "time";
  return limit == GrowthLimit::doublings ? "doublings" : "confluence";
}

Expansion expand(const ManufactureParameters& p, const DonorCells& donor, const CulturePlan& plan) {
  check(plan);
  Expansion batch;
  const double nucleated = plan.marrow_mL * donor.nucleated_cells_per_mL;
  batch.msc_seeded = nucleated * donor.msc_fraction;
  batch.viable_cells = batch.msc_seeded;
  batch.days = plan.days_low;
  if (batch.msc_seeded <= 0.0) return batch;

  const double doubling_time_d = donor.doubling_time_h / hours_per_day;
  const int passages_allowed = std::min(p.passages, p.passage_limit);
  double capacity = nucleated / p.seeding_density_per_cm2 * donor.harvest_density_per_cm2;
  double day = p.adherence_d;
  while (true) {
    const double wanted = std::max(0.0, std::log2(capacity / batch.viable_cells));
    const double in_time = std::max(0.0, (plan.days_high - day) / doubling_time_d);
    const double in_life = std::max(0.0, p.limit_doublings - batch.doublings);
    const double done = std::min({wanted, in_time, in_life});
    batch.limit = done == wanted    ? GrowthLimit::confluence
                  : done == in_time ? GrowthLimit::time
                                    : GrowthLimit::doublings;
    batch.viable_cells = std::min(capacity, batch.viable_cells) * std::exp2(done);
    batch.doublings += done;
    day += done * doubling_time_d;
    // A passage costs cells and a day; nobody makes one that the days left cannot pay back.
    const double paid_back_d = p.passage_lag_d + std::log2(1.0 / p.passage_recovery) * doubling_time_d;
    if (batch.limit != GrowthLimit::confluence || batch.passages >= passages_allowed ||
        batch.viable_cells >= plan.cells_needed || day + paid_back_d >= plan.days_high) {
      break;
    }
    ++batch.passages;
    batch.viable_cells *= p.passage_recovery;
    day += p.passage_lag_d;
    capacity *= p.split_ratio;
  }
  batch.days = std::clamp(day, plan.days_low, plan.days_high);
  return batch;
}

CellBatch manufacture(const ManufactureParameters& p, const CulturePlan& plan, double donor_age_y,
                      Draws& draws) {
  CellBatch batch;
  batch.donor = draw_donor(p, donor_age_y, draws);
  batch.expansion = expand(p, batch.donor, plan);
  batch.viability_percent =
      std::clamp(p.viability_percent + p.viability_sd_percent * draws.normal(), 0.0, 100.0);
  if (batch.viability_percent > 0.0)
    batch.total_cells = batch.expansion.viable_cells / (batch.viability_percent / 100.0);
  if (batch.expansion.viable_cells < 1.0) batch.release_failures.emplace_back("no cells");
  if (batch.viability_percent < p.viability_min_percent) batch.release_failures.emplace_back("viability");
  for (const auto& marker : p.markers) {
    const double deviating = std::min(100.0, draws.lognormal(marker.deviating_percent, p.marker_sigma_log));
    const bool pass = deviating <= marker.deviating_limit_percent;
    batch.markers.push_back({marker.name, deviating, pass});
    if (!pass) batch.release_failures.push_back(marker.name);
  }
  batch.released = batch.release_failures.empty();
  batch.cells_planned = plan.cells_needed;
  batch.cells_given = batch.released ? std::min(plan.cells_needed, batch.expansion.viable_cells) : 0.0;
  batch.shortfall = batch.cells_given < batch.cells_planned;
  return batch;
}

}  // namespace azoo::product
