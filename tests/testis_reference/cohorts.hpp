// The reference epithelium: what cohorts of germ cells meet between entry and spermiation. See
// epithelium.hpp.
#pragma once

#include <algorithm>
#include <utility>

#include "testis_reference/epithelium.hpp"

namespace azoo::testis::reference {

inline void Epithelium::live_cohorts() {
  Queue queue;
  for (int s = 0; s < static_cast<int>(sites_.size()); ++s) {
    for (const Cohort& cohort : at(s).cohorts) {
      if (cohort.made < way_.size()) {
        push(queue, due_d(cohort), What::milestone, s, cohort.entry);
      } else {
        ripe(queue, s, cohort, begin_d_);
      }
    }
  }
  while (!queue.empty()) {
    const Event event = queue.top();
    queue.pop();
    if (event.what == What::milestone) pass(queue, event.who, event.entry, event.when);
    if (event.what == What::leave) leave(queue, event.who, event.entry, event.when);
  }
}

inline void Epithelium::pass(Queue& queue, int site, int entry, double when) {
  std::vector<Cohort>& cohorts = at(site).cohorts;
  const auto found =
      std::find_if(cohorts.begin(), cohorts.end(), [&](const Cohort& c) { return c.entry == entry; });
  if (found == cohorts.end()) return;
  Cohort& cohort = *found;
  if (cohort.made >= way_.size() || due_d(cohort) != when) return;  // it has taken another age since
  if (cohort.cells.empty() && cohort.made > last_spreading_) {
    cohorts.erase(found);
    return;
  }
  const Milestone& m = way_[cohort.made];
  const GermCell& type = species_.germ_cells[static_cast<std::size_t>(m.type)];

  std::vector<OneCell> present;
  std::vector<OneCell> waiting;
  for (const OneCell& cell : cohort.cells) (cell.waits ? waiting : present).push_back(cell);
  Urn urn;
  urn.correlation = species_.germ_line.overdispersion;
  urn.chance = survival_alone(species_, m, plan_, conditions_);
  if (m.first_of_type) {
    urn.chance *= room(static_cast<double>(present.size()), type.capacity_cells_per_sertoli,
                       species_.germ_line.capacity_steepness);
  }
  std::vector<OneCell> after;
  for (OneCell cell : present) {
    if (!urn.lives(random_)) {
      died(cell);
      continue;
    }
    const bool last = cohort.made + 1 == way_.size();
    if (m.last_of_type && !last) ++cell.type;
    after.push_back(cell);
    if (!m.divides) continue;
    after.push_back(cell);
    flow_.divided += 1;
  }
  ++cohort.made;
  if (!m.spreads) {
    cohort.cells = after;
    cohort.cells.insert(cohort.cells.end(), waiting.begin(), waiting.end());
  } else {
    ++cohort.spreading_divisions;
    cohort.cells = waiting;
    for (OneCell& cell : cohort.cells) cell.waits = false;
    for (const OneCell& cell : after) place_daughter(queue, site, cohort, cell);
  }
  if (cohort.made == way_.size()) {
    cohort.ripe_since_d = when;
    ripe(queue, site, cohort, when);
  } else {
    push(queue, due_d(cohort), What::milestone, site, entry);
  }
}

// Stays, or walks and joins the cohort of her age; one that has not made the last division yet lets her wait,
// and one without cells takes her age.
inline void Epithelium::place_daughter(Queue& queue, int site, Cohort& home, const OneCell& cell) {
  if (!chance(species_.germ_line.spread_fraction)) return home.cells.push_back(cell);
  Step walk;
  for (int hop = 0; hop < species_.germ_line.spread_hops; ++hop) {
    const Step& way = ways[static_cast<std::size_t>(below(6))];
    walk = {walk.around + way.around, walk.along + way.along};
  }
  constexpr int farthest = 16;
  walk = {std::clamp(walk.around, -farthest, farthest), std::clamp(walk.along, -farthest, farthest)};
  const int there = next_door(site, walk);
  if (there == site) return home.cells.push_back(cell);
  for (Cohort& cohort : at(there).cohorts) {
    const int behind = home.spreading_divisions - cohort.spreading_divisions;
    const double gap_d = std::abs(cohort.committed_d - home.committed_d);
    if (gap_d > species_.germ_line.spread_age_gap_d || behind < 0 || behind > 1) continue;
    if (cohort.cells.empty()) {
      cohort.committed_d = home.committed_d;
      cohort.made = home.made;
      cohort.spreading_divisions = home.spreading_divisions;
      cohort.cells.push_back(cell);
      push(queue, due_d(cohort), What::milestone, there, cohort.entry);
    } else {
      cohort.cells.push_back({cell.type, behind == 1});
    }
    return;
  }
  home.cells.push_back(cell);
}

inline bool Epithelium::near_spermiation(const Site& site, double when, double slack_d) const {
  const double ahead = phase_at(site, when) - spermiation_phase_;
  return std::abs(ahead - std::round(ahead)) * species_.cycle_d <=
         species_.germ_line.spermiation_window_d + slack_d;
}

// Ripe cells leave when the phase of their site comes near enough, or die when they have waited too long.
inline void Epithelium::ripe(Queue& queue, int site, const Cohort& cohort, double from) {
  const Site& here = at(site);
  const double window = species_.germ_line.spermiation_window_d / species_.cycle_d;
  const double ahead = phase_at(here, from) - spermiation_phase_;
  const double nearest = ahead - std::round(ahead);
  double when = from;
  if (nearest < -window) when += (-window - nearest) / here.speed;
  if (nearest > window) when += (1.0 - nearest - window) / here.speed;
  push(queue, std::min(when, cohort.ripe_since_d + species_.germ_line.spermiation_wait_d), What::leave, site,
       cohort.entry);
}

inline void Epithelium::leave(Queue& queue, int site, int entry, double when) {
  std::vector<Cohort>& cohorts = at(site).cohorts;
  const auto found =
      std::find_if(cohorts.begin(), cohorts.end(), [&](const Cohort& c) { return c.entry == entry; });
  constexpr double rounding_d = 1e-9;
  if (near_spermiation(at(site), when, rounding_d)) {
    flow_.released += static_cast<double>(found->cells.size());
  } else if (when < found->ripe_since_d + species_.germ_line.spermiation_wait_d - rounding_d) {
    return ripe(queue, site, *found, when);  // a shifted pulse came between
  } else {
    for (const OneCell& cell : found->cells) died(cell);
  }
  cohorts.erase(found);
}

}  // namespace azoo::testis::reference
