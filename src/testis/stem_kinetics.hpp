// Laws of the A-dark and A-pale spermatogonia of man. A-pale divide at the pulse of the cycle; each daughter
// renews or commits according to the niche mitogen left for it (competition: Kitadate 2019 in the mouse;
// two-reserve scheme of man: Clermont 1966). Pure functions; the draws are in stem_pulse.
// Uses the parameters of species.hpp.
#pragma once

#include "testis/conditions.hpp"  // for SegmentConditions
#include "testis/species.hpp"     // for StemParameters

namespace azoo::testis {

// Crowding x: A-pale per Sertoli cell over the number that the mitogen made there keeps in balance.
// `mitogen_supply` is relative to a healthy Sertoli cell; without mitogen x is infinite.
[[nodiscard]] double crowding(const StemParameters& stem, double a_pale_per_sertoli, double mitogen_supply);

// P(a daughter self-renews) = 1 / (1 + x^h).
[[nodiscard]] double renewal_probability(const StemParameters& stem, double crowding);

// P(an A-dark cell becomes A-pale at this pulse) = max / (1 + (threshold * x)^g).
[[nodiscard]] double activation_probability(const StemParameters& stem, double crowding);

// Its mean over a tissue where the A-pale within reach (site and neighbours) are Poisson distributed: reserve
// cells wake where chance has emptied their neighbourhood.
[[nodiscard]] double mean_activation_probability(const StemParameters& stem, double a_pale_per_sertoli,
                                                 double mitogen_supply);

// P(an A-pale cell divides at this pulse), at most 1.
[[nodiscard]] double division_probability(const StemParameters& stem, double spermatogonial_gate);

// Survival of a daughter.
[[nodiscard]] double daughter_survival(const StemParameters& stem, double death_hazard_ratio);

// Crowding at which births and losses of A-pale balance: 2 s / (1 + x^h) = 1; 0 when they die out.
[[nodiscard]] double balanced_crowding(const StemParameters& stem, double death_hazard_ratio);

// Share of renewed daughters that must return to the reserve to keep `a_dark_per_a_pale` in a healthy man.
[[nodiscard]] double refill_fraction_for_ratio(const StemParameters& stem, double a_dark_per_a_pale);

}  // namespace azoo::testis
