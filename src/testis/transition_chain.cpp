#include "testis/transition_chain.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <stdexcept>

namespace azoo::testis {

namespace {

double log_of(double fraction) {
  return fraction > 0.0 ? std::log(fraction) : -std::numeric_limits<double>::infinity();
}

double compartment_duration_d(const Species& species, Compartment compartment) {
  double sum_d = 0.0;
  for (const GermCell& cell : species.germ_cells) {
    if (cell.compartment == compartment) sum_d += cell.duration_d;
  }
  return sum_d;
}

// Exponent of the hormonal gate for a check point that closes `interval_d` of its compartment.
double gate_weight(const Species& species, const GermCell& cell, double interval_d, bool last) {
  const double share = interval_d / compartment_duration_d(species, cell.compartment);
  switch (cell.compartment) {
    case Compartment::spermatogonium:
      return (1.0 - species.stem.gate_entry_share) * share;
    case Compartment::spermatid: {
      const double spermiation = species.germ_line.gate_spermiation_share;
      return (1.0 - spermiation) * share + (last ? spermiation : 0.0);
    }
    case Compartment::spermatocyte:
      break;
  }
  return 0.0;
}

void check_ages(const std::vector<Transition>& transitions, int last_spreading, const Species& species) {
  int before = 0;
  for (const Transition& transition : transitions) {
    // Ages are compared modulo 128 d; a gap must stay far from half of it.
    if (transition.age_ticks <= before || transition.age_ticks - before > 32 * ticks_per_d) {
      throw std::logic_error(species.name + ": transitions must follow each other within 0 to 32 d");
    }
    before = transition.age_ticks;
  }
  if (last_spreading < 0 || last_spreading + 1 >= static_cast<int>(transitions.size())) return;
  const auto at = static_cast<std::size_t>(last_spreading);
  const double gap_d =
      static_cast<double>(transitions[at + 1].age_ticks - transitions[at].age_ticks) / ticks_per_d;
  if (gap_d < species.germ_line.spread_age_gap_d + 1.0) {
    throw std::logic_error(species.name +
                           ": the transition after the last spreading division must come at least " +
                           std::to_string(species.germ_line.spread_age_gap_d + 1.0) + " d later");
  }
}

}  // namespace

TransitionChain::TransitionChain(const Species& species) {
  double start_d = 0.0;
  const int types = static_cast<int>(species.germ_cells.size());
  for (int t = 0; t < types; ++t) {
    const GermCell& cell = species.germ_cells[static_cast<std::size_t>(t)];
    for (int point = 1; point <= cell.check_points; ++point) {
      const double share = 1.0 / cell.check_points;
      const bool ends = point == cell.check_points;
      Transition transition;
      transition.type = t;
      transition.type_after = ends ? t + 1 : t;
      transition.age_ticks =
          static_cast<int>(std::lround((start_d + cell.duration_d * share * point) * ticks_per_d));
      transition.compartment = cell.compartment;
      transition.passage_share = share;
      transition.log_survival = share * log_of(cell.survival);
      transition.ends_type = ends;
      transition.gate_weight = gate_weight(species, cell, cell.duration_d * share, ends && t + 1 == types);
      if (ends && cell.divides) {
        transition.log_survival += log_of(cell.division_survival);
        transition.divides = true;
        transition.spreads = cell.compartment == Compartment::spermatogonium;
      }
      // Cells that have just arrived must find room.
      if (point == 1) transition.capacity = cell.capacity_cells_per_sertoli;
      if (transition.spreads) last_spreading_ = static_cast<int>(transitions_.size());
      transitions_.push_back(transition);
    }
    start_d += cell.duration_d;
  }
  for (std::size_t i = 1; i < transitions_.size(); ++i)
    transitions_[i - 1].ticks_to_next = transitions_[i].age_ticks - transitions_[i - 1].age_ticks;
  check_ages(transitions_, last_spreading_, species);
}

int TransitionChain::shortest_between_spreading() const {
  int shortest = 32 * ticks_per_d;
  int before = -shortest;
  for (const Transition& transition : transitions_) {
    if (!transition.spreads) continue;
    shortest = std::min(shortest, transition.age_ticks - before);
    before = transition.age_ticks;
  }
  return shortest;
}

double survival_of(const Transition& transition, const SegmentPlan& plan,
                   const SegmentConditions& conditions) {
  if (transition.ends_type && transition.type == plan.arrest_type) return 0.0;
  double hazard_ratio = conditions.spermatid_death_hazard_ratio;
  double gate = conditions.spermatid_gate;
  if (transition.compartment == Compartment::spermatogonium) {
    hazard_ratio = conditions.spermatogonial_death_hazard_ratio;
    gate = conditions.spermatogonial_gate;
  } else if (transition.compartment == Compartment::spermatocyte) {
    hazard_ratio = conditions.spermatocyte_death_hazard_ratio;
    gate = 1.0;
  }
  double log_survival = transition.log_survival;
  if (plan.survival_factor != 1.0) log_survival += transition.passage_share * log_of(plan.survival_factor);
  double log_total = hazard_ratio > 0.0 ? hazard_ratio * log_survival : 0.0;
  if (transition.gate_weight > 0.0 && gate != 1.0) log_total += transition.gate_weight * log_of(gate);
  return std::min(1.0, std::exp(log_total));
}

// Contest for room: the survivors n p rise with n and level off at the capacity. (Scramble, 1 / (1 + (n /
// K)^s), would leave fewest where most arrive, and empty patches in a crowded epithelium.)
double capacity_survival(const GermLineParameters& line, double capacity, double cells) {
  const double load = cells / capacity;
  const double square = load * load;
  if (line.capacity_steepness == 4.0) return 1.0 / std::sqrt(std::sqrt(1.0 + square * square));
  return std::pow(1.0 + std::pow(load, line.capacity_steepness), -1.0 / line.capacity_steepness);
}

}  // namespace azoo::testis
