// The reference epithelium: stem cells of man and of rodents, and entry. See epithelium.hpp.
#pragma once

#include "testis_reference/epithelium.hpp"

namespace azoo::testis::reference {

inline void Epithelium::open_cohort(int site, double when) {
  Site& here = at(site);
  ++here.entries;
  if (stem_cells_only_) return;
  here.cohorts.push_back({.entry = here.entries, .opened_d = when, .committed_d = when, .cells = {}});
}

// A-pale divide; a daughter dies, renews, or commits; of the renewed some become A-dark, some move next door,
// where they sit a pulse out that comes within half a cycle. A-dark wake where A-pale are few.
inline void Epithelium::man_pulse(int site, double when) {
  const StemParameters& p = species_.stem;
  const auto is_pale = [](const StemCell& cell) { return cell.kind == Kind::a_pale; };
  double pale = 0.0;
  const auto count = [&](const Site& s) {
    pale += static_cast<double>(std::count_if(s.stem_cells.begin(), s.stem_cells.end(), is_pale));
  };
  count(at(site));
  for (const Step& way : ways) count(at(next_door(site, way)));
  const bool fed = supply() > 0.0;
  const double x = fed ? pale / 7.0 / (p.a_pale_at_balance * supply()) : 0.0;
  const double renews = fed ? 1.0 / (1.0 + std::pow(x, p.renewal_steepness)) : 0.0;
  const double wakes = fed ? p.a_dark_activation_max / (1.0 + std::pow(p.a_dark_activation_threshold * x,
                                                                       p.a_dark_activation_steepness))
                           : 0.0;
  const double divides =
      std::min(1.0, p.pulse_participation * std::pow(conditions_.spermatogonial_gate, p.gate_entry_share));
  const double survives = std::pow(p.daughter_survival, conditions_.spermatogonial_death_hazard_ratio);

  const std::vector<StemCell> before = std::exchange(at(site).stem_cells, {});
  std::vector<StemCell>& here = at(site).stem_cells;
  for (const StemCell& cell : before) {
    if (cell.kind == Kind::a_dark) {
      here.push_back({chance(wakes) ? Kind::a_pale : Kind::a_dark});
    } else if (cell.sits_out || !chance(divides)) {
      here.push_back({Kind::a_pale});
    } else {
      for (int daughter = 0; daughter < 2; ++daughter) {
        if (!chance(survives)) {
          flow_.stem_died += 1;
        } else if (!chance(renews)) {
          if (stem_cells_only_) continue;
          flow_.committed += 1;
          at(site).cohorts.back().cells.push_back({});
        } else if (chance(p.refill_fraction)) {
          here.push_back({Kind::a_dark});
        } else if (chance(p.migration_fraction)) {
          Site& there = at(next_door(site, ways[static_cast<std::size_t>(below(6))]));
          there.stem_cells.push_back({Kind::a_pale, phase_at(there, when) > 0.5});
        } else {
          here.push_back({Kind::a_pale});
        }
      }
    }
  }
}

inline std::vector<double> Epithelium::mitogen_by_row() const {
  const double rows_per_mm = species_.geometry.rows_per_mm(species_.sertoli_cells_per_testis);
  const double half_mm = 0.5e-3 * species_.syncytia.niche_length_um;
  const auto half = static_cast<int>(std::lround(half_mm * rows_per_mm));
  std::vector<double> level;
  for (int row = 0; row < shape_.rows; ++row) {
    const int from = std::max(0, row - half);
    const int to = std::min(shape_.rows - 1, row + half);
    double cells = 0.0;
    for (const Chain& chain : chains_) {
      const int there = chain.site / shape_.around;
      if (chain.gfra1 && there >= from && there <= to) cells += static_cast<double>(chain.cells.size());
    }
    level.push_back(mitogen(species_.syncytia, cells / ((to - from + 1) * shape_.around), supply()));
  }
  return level;
}

inline Rates Epithelium::rates_of(const Chain& chain, const std::vector<double>& mitogen) const {
  Rates r =
      rates(species_.syncytia, chain.gfra1, mitogen[static_cast<std::size_t>(chain.site / shape_.around)],
            window_.length, conditions_.spermatogonial_death_hazard_ratio);
  if (static_cast<int>(chain.cells.size()) >= species_.syncytia.largest_cells) r.division = 0.0;
  if (!chain.gfra1 && chain.cells.size() > 2) r.change = 0.0;
  r.breaking *= static_cast<double>(chain.cells.size() - 1);
  return r;
}

inline void Epithelium::next_event(Queue& queue, int chain, double from, const std::vector<double>& mitogen) {
  const Rates r = rates_of(chains_[static_cast<std::size_t>(chain)], mitogen);
  const double sum = r.division + r.breaking + r.change + r.death + r.hop;
  if (sum > 0.0) push(queue, from + random_.exponential() / sum, What::chain, chain);
}

// All chains and all pulses of a part of the step, in the order of time, with the mitogen at its start.
inline void Epithelium::live_chains(const std::vector<std::pair<double, int>>& pulses, double from,
                                    double to) {
  const std::vector<double> mitogen = mitogen_by_row();
  Queue queue;
  for (const auto& [when, site] : pulses) {
    if (when >= from && (when < to || to == end_d_)) push(queue, when, What::pulse, site);
  }
  for (int c = 0; c < static_cast<int>(chains_.size()); ++c) next_event(queue, c, from, mitogen);
  const std::array<double, 3> commits = {species_.syncytia.commit_single, species_.syncytia.commit_paired,
                                         species_.syncytia.commit_aligned};
  while (!queue.empty() && queue.top().when <= to) {
    const Event event = queue.top();
    queue.pop();
    if (event.what == What::pulse) {
      for (std::size_t c = 0; c < chains_.size(); ++c) {
        Chain& chain = chains_[c];
        if (!chain.alive || chain.gfra1 || chain.site != event.who) continue;
        const double p = commits[std::min<std::size_t>(chain.cells.size(), 3) - 1];
        if (chance(p * conditions_.spermatogonial_gate)) enter(chain, event.when);
      }
      continue;
    }
    const auto before = static_cast<int>(chains_.size());
    if (!chains_[static_cast<std::size_t>(event.who)].alive) continue;
    happens_to(event.who, event.when, rates_of(chains_[static_cast<std::size_t>(event.who)], mitogen));
    if (chains_[static_cast<std::size_t>(event.who)].alive) next_event(queue, event.who, event.when, mitogen);
    // A part that has broken off.
    for (int c = before; c < static_cast<int>(chains_.size()); ++c) next_event(queue, c, event.when, mitogen);
  }
  std::erase_if(chains_, [](const Chain& chain) { return !chain.alive; });
}

inline void Epithelium::happens_to(int number, double when, const Rates& r) {
  Chain& chain = chains_[static_cast<std::size_t>(number)];
  double which = random_.uniform() * (r.division + r.breaking + r.change + r.death + r.hop);
  if ((which -= r.division) < 0.0) {
    if (!window_.holds(phase_at(at(chain.site), when))) return;
    const std::vector<char> sisters = chain.cells;
    chain.cells.insert(chain.cells.end(), sisters.begin(), sisters.end());
  } else if ((which -= r.breaking) < 0.0) {
    const int bridge = 1 + below(static_cast<int>(chain.cells.size()) - 1);
    Chain part = chain;
    part.cells.assign(chain.cells.begin(), chain.cells.begin() + bridge);
    chain.cells.erase(chain.cells.begin(), chain.cells.begin() + bridge);
    chains_.push_back(part);
  } else if ((which -= r.change) < 0.0) {
    chain.gfra1 = !chain.gfra1;
  } else if ((which -= r.death) < 0.0) {
    die(chain);
  } else {
    chain.site = next_door(chain.site, ways[static_cast<std::size_t>(below(6))]);
  }
}

inline void Epithelium::die(Chain& chain) {
  chain.alive = false;
  flow_.stem_died += static_cast<double>(chain.cells.size());
}

// Cell behind cell along a line that turns left or right by chance, a quarter each at every step. The cohorts
// of the step are all in their lists already; those that open later are not there yet.
inline void Epithelium::enter(Chain& chain, double when) {
  chain.alive = false;
  if (stem_cells_only_) return;
  int site = chain.site;
  const double committed_d = at(site).cohorts.back().committed_d;
  int direction = below(6);
  for (std::size_t cell = 0; cell < chain.cells.size(); ++cell) {
    Cohort* newest = at(site).cohorts.empty() ? nullptr : &at(site).cohorts.back();
    const bool fits = newest != nullptr && newest->opened_d <= when && newest->made == 0 &&
                      std::abs(newest->committed_d - committed_d) <= species_.germ_line.spread_age_gap_d;
    if (fits && newest->cells.empty()) newest->committed_d = committed_d;
    (fits ? *newest : at(chain.site).cohorts.back()).cells.push_back({});
    flow_.committed += 1;
    const int turn = below(4);
    if (turn == 0) direction = (direction + 1) % 6;
    if (turn == 1) direction = (direction + 5) % 6;
    site = next_door(site, ways[static_cast<std::size_t>(direction)]);
  }
}

}  // namespace azoo::testis::reference
