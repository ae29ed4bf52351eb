#include "testis/syncytia_kinetics.hpp"

#include <algorithm>
#include <cmath>

namespace azoo::testis {

double mitogen_level(const SyncytiaParameters& p, double gfra1_per_sertoli, double supply) {
  const double x = gfra1_per_sertoli / p.gfra1_at_balance;
  const double taken = p.mitogen_clearance_share + (1.0 - p.mitogen_clearance_share) * x;
  constexpr double plenty = 1e3;  // an empty niche without clearance
  return std::min(plenty, supply / std::max(taken, 1.0 / plenty));
}

// Division saturates: d0 m (1 + K) / (m + K). Differentiation falls as a power of the mitogen and balances
// division less death at m = 1.
NicheRates niche_rates(const SyncytiaParameters& p, double proliferative_share, double mitogen,
                       double death_hazard_ratio) {
  NicheRates rates;
  SyncytiumRates& gfra1 = rates.of[0];
  const double half = p.mitogen_half_division;
  gfra1.division_in_window =
      p.gfra1_division_per_d / proliferative_share * mitogen * (1.0 + half) / (mitogen + half);
  gfra1.fragmentation = p.gfra1_fragmentation_per_d;
  constexpr double fastest_per_d = 20.0;  // without mitogen all differentiate within the hour
  gfra1.change_of_state =
      std::min(fastest_per_d, (p.gfra1_division_per_d - p.gfra1_death_per_d) *
                                  (p.mitogen_differentiation_steepness == 1.0
                                       ? 1.0 / mitogen
                                       : std::pow(mitogen, -p.mitogen_differentiation_steepness)));
  gfra1.death = p.gfra1_death_per_d * death_hazard_ratio;
  gfra1.migration = p.gfra1_migration_per_d;
  SyncytiumRates& ngn3 = rates.of[1];
  ngn3.division_in_window = p.ngn3_division_per_d / proliferative_share;
  ngn3.fragmentation = p.ngn3_fragmentation_per_d;
  constexpr double fastest_return_per_d = 1.0;
  ngn3.change_of_state = std::min(fastest_return_per_d, p.reversion_per_d * mitogen);
  ngn3.death = p.ngn3_death_per_d * death_hazard_ratio;
  ngn3.migration = p.ngn3_migration_per_d;
  return rates;
}

DivisionWindow division_window(const Species& species) {
  double from_d = 0.0;
  double length_d = 0.0;
  const auto first = static_cast<std::size_t>(species.syncytia.proliferation_first_stage);
  const auto last = static_cast<std::size_t>(species.syncytia.proliferation_last_stage);
  for (std::size_t s = 0; s < first; ++s) from_d += species.stages[s].duration_d;
  for (std::size_t s = first;; s = (s + 1) % species.stages.size()) {
    length_d += species.stages[s].duration_d;
    if (s == last) break;
  }
  DivisionWindow window;
  const double from = from_d / species.cycle_d - species.entry_phase;
  window.from = from - std::floor(from);
  window.length = length_d / species.cycle_d;
  return window;
}

double commit_chance(const SyncytiaParameters& p, int cells, double spermatogonial_gate) {
  const std::array<double, 3> chances = {p.commit_single, p.commit_paired, p.commit_aligned};
  return std::min(1.0, chances[size_class(cells)] * spermatogonial_gate);
}

}  // namespace azoo::testis
