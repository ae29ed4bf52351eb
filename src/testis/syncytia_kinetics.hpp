// Laws of undifferentiated spermatogonia in syncytia: how fast they divide, break, differentiate, revert, die
// and move, given the mitogen that their neighbours leave them. Pure functions. Density is regulated by the
// competition for mitogen (Kitadate 2019, doi:10.1016/j.stem.2018.11.013), not by a limit.
#pragma once

#include <array>  // for array

#include "testis/conditions.hpp"  // for SegmentConditions
#include "testis/species.hpp"     // for Species
#include "testis/syncytium.hpp"   // for Syncytium

namespace azoo::testis {

// Mitogen per Sertoli cell relative to balance: supply / (c + (1 - c) x), x = GFRa1+ cells per Sertoli cell
// relative to balance, c = share cleared without uptake. Linear supply gives a set point linear in it.
[[nodiscard]] double mitogen_level(const SyncytiaParameters& p, double gfra1_per_sertoli, double supply);

// Per day, of a whole syncytium but for fragmentation, which is of each bridge.
struct SyncytiumRates {
  double division_in_window = 0.0;
  double fragmentation = 0.0;
  double change_of_state = 0.0;  // GFRa1+ -> NGN3+, or back for singles and pairs
  double death = 0.0;
  double migration = 0.0;
};
// Both states at a mitogen level.
struct NicheRates {
  std::array<SyncytiumRates, 2> of{};  // by SyncytiumState
};
[[nodiscard]] NicheRates niche_rates(const SyncytiaParameters& p, double proliferative_share, double mitogen,
                                     double death_hazard_ratio);

// Part of the cycle during which they divide, as phases since the entry pulse.
struct DivisionWindow {
  double from = 0.0;
  double length = 1.0;
  [[nodiscard]] bool contains(double phase) const noexcept {
    const double since = phase - from;
    return since - static_cast<double>(static_cast<int>(since + 2.0) - 2) < length;
  }
};
[[nodiscard]] DivisionWindow division_window(const Species& species);

// Chance that an NGN3+ syncytium enters as A1 at the pulse.
[[nodiscard]] double commit_chance(const SyncytiaParameters& p, int cells, double spermatogonial_gate);

}  // namespace azoo::testis
