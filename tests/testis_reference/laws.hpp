// The laws of docs/decisions/0012 once more, written from its text and the species table alone: what a germ
// cell meets on its way and with which chance it lives, Polya's urn, and the rates of stem cells. Nothing of
// the fast engine is used, so that a slip in either shows.
#pragma once

#include <algorithm>
#include <cmath>
#include <vector>

#include "testis/conditions.hpp"
#include "testis/segment_plan.hpp"
#include "testis/species.hpp"

namespace azoo::testis::reference {

// What a cohort meets at an age: the end of one of the equal parts of a germ-cell type.
struct Milestone {
  double age_d = 0.0;
  int type = 0;
  bool first_of_type = false;
  bool last_of_type = false;
  bool divides = false;
  bool spreads = false;
};

inline std::vector<Milestone> milestones(const Species& species) {
  std::vector<Milestone> all;
  double begin_d = 0.0;
  for (std::size_t t = 0; t < species.germ_cells.size(); ++t) {
    const GermCell& cell = species.germ_cells[t];
    for (int part = 1; part <= cell.check_points; ++part) {
      Milestone m;
      m.age_d = begin_d + cell.duration_d * part / cell.check_points;
      m.type = static_cast<int>(t);
      m.first_of_type = part == 1;
      m.last_of_type = part == cell.check_points;
      m.divides = m.last_of_type && cell.divides;
      m.spreads = m.divides && cell.compartment == Compartment::spermatogonium;
      all.push_back(m);
    }
    begin_d += cell.duration_d;
  }
  return all;
}

// Days that a cell spends in a compartment.
inline double days_in(const Species& species, Compartment compartment) {
  double sum_d = 0.0;
  for (const GermCell& cell : species.germ_cells) {
    if (cell.compartment == compartment) sum_d += cell.duration_d;
  }
  return sum_d;
}

// Chance of one cell that has room: (survival^part * division survival * constitution^part)^hazard ratio,
// times gate^weight; the gate's weight is spread over its compartment in proportion to time, but for the
// share that acts on entry or at spermiation.
inline double survival_alone(const Species& species, const Milestone& m, const SegmentPlan& plan,
                             const SegmentConditions& now) {
  if (m.last_of_type && m.type == plan.arrest_type) return 0.0;
  const GermCell& cell = species.germ_cells[static_cast<std::size_t>(m.type)];
  const double part = 1.0 / cell.check_points;
  const double time_share = cell.duration_d * part / days_in(species, cell.compartment);
  double base = std::pow(cell.survival * plan.survival_factor, part);
  if (m.divides) base *= cell.division_survival;
  double ratio = now.spermatocyte_death_hazard_ratio;
  double gate = 1.0;
  double weight = 0.0;
  if (cell.compartment == Compartment::spermatogonium) {
    ratio = now.spermatogonial_death_hazard_ratio;
    gate = now.spermatogonial_gate;
    weight = (1.0 - species.stem.gate_entry_share) * time_share;
  } else if (cell.compartment == Compartment::spermatid) {
    const bool spermiation = m.last_of_type && m.type + 1 == static_cast<int>(species.germ_cells.size());
    const double at_spermiation = species.germ_line.gate_spermiation_share;
    ratio = now.spermatid_death_hazard_ratio;
    gate = now.spermatid_gate;
    weight = (1.0 - at_spermiation) * time_share + (spermiation ? at_spermiation : 0.0);
  }
  return std::min(1.0, std::pow(base, ratio) * std::pow(gate, weight));
}

// Share of `cells` that find room where there is room for `capacity`.
inline double room(double cells, double capacity, double steepness) {
  return capacity > 0.0 ? std::pow(1.0 + std::pow(cells / capacity, steepness), -1.0 / steepness) : 1.0;
}

// Polya's urn, cell by cell: whether the next of a cohort lives, given how its sisters fared.
struct Urn {
  double chance = 1.0;
  double correlation = 0.0;
  int drawn = 0;
  int alive = 0;

  template <class Random>
  bool lives(Random& random) {
    double now = chance;
    if (correlation > 0.0 && chance > 0.0 && chance < 1.0) {
      const double balls = 1.0 / correlation - 1.0;
      now = (chance * balls + alive) / (balls + drawn);
    }
    const bool lives = now >= 1.0 || (now > 0.0 && random.uniform() < now);
    ++drawn;
    alive += lives ? 1 : 0;
    return lives;
  }
};

// Pull of a neighbour that is `ahead` cycles ahead.
inline double pull(double ahead) {
  const double nearest = ahead - std::round(ahead);
  return nearest * (1.0 - 2.0 * std::abs(nearest));
}

// Part of the cycle, as phases since entry, in which undifferentiated spermatogonia of rodents divide.
struct Window {
  double from = 0.0;
  double length = 1.0;
  [[nodiscard]] bool holds(double phase) const {
    const double since = phase - from;
    return since - std::floor(since) < length;
  }
};

inline Window proliferation(const Species& species) {
  const auto first = static_cast<std::size_t>(species.syncytia.proliferation_first_stage);
  const auto last = static_cast<std::size_t>(species.syncytia.proliferation_last_stage);
  std::vector<double> begins = {0.0};
  for (const Stage& stage : species.stages) begins.push_back(begins.back() + stage.duration_d);
  const double from_d = begins[first];
  double to_d = begins[last + 1];
  if (to_d <= from_d) to_d += species.cycle_d;
  return {from_d / species.cycle_d - species.entry_phase, (to_d - from_d) / species.cycle_d};
}

// Per day, of a syncytium of rodents; breaking is of each bridge, division while in the window.
struct Rates {
  double division = 0.0;
  double breaking = 0.0;
  double change = 0.0;
  double death = 0.0;
  double hop = 0.0;
};

// Mitogen left per GFRa1+ cell, relative to balance.
inline double mitogen(const SyncytiaParameters& p, double cells_per_site, double supply) {
  const double uptake =
      p.mitogen_clearance_share + (1.0 - p.mitogen_clearance_share) * cells_per_site / p.gfra1_at_balance;
  return std::min(1000.0, supply / std::max(uptake, 0.001));
}

inline Rates rates(const SyncytiaParameters& p, bool gfra1, double m, double window_length,
                   double hazard_ratio) {
  const double k = p.mitogen_half_division;
  if (gfra1) {
    const double change =
        (p.gfra1_division_per_d - p.gfra1_death_per_d) / std::pow(m, p.mitogen_differentiation_steepness);
    return {p.gfra1_division_per_d * m * (1.0 + k) / (m + k) / window_length, p.gfra1_fragmentation_per_d,
            std::min(20.0, change), p.gfra1_death_per_d * hazard_ratio, p.gfra1_migration_per_d};
  }
  return {p.ngn3_division_per_d / window_length, p.ngn3_fragmentation_per_d,
          std::min(1.0, p.reversion_per_d * m), p.ngn3_death_per_d * hazard_ratio, p.ngn3_migration_per_d};
}

}  // namespace azoo::testis::reference
