// How far the best of several scores lies before the next, and whether that is more than the luck of the
// draw.
#pragma once

#include <cstddef>   // for size_t
#include <numbers>   // for pi
#include <optional>  // for optional
#include <span>      // for span

#include "screen/pair_scores.hpp"  // for no_value

namespace azoo::screen {

struct Lead {
  std::optional<std::size_t> winner;  // the first of them when several share the best score
  std::optional<std::size_t> next;
  double lead = no_value;    // of the winner before the next, in the unit of the scores; 0 for a tie
  double spread = no_value;  // standard deviation of the scores
  // The chance of a lead as large when all ligands are alike; NaN below three scores or when all are equal.
  double p = no_value;
};

// Of the Gumbel distribution of scale 1: pi / sqrt(6).
inline constexpr double standard_gumbel_sd = std::numbers::pi / 2.449489742783178;

// Lower is better; NaN is no score. The spread of a standardised score is known under chance and is given;
// otherwise it is taken from the scores themselves, the winner among them, which makes p too large rather
// than too small.
[[nodiscard]] Lead lead_of(std::span<const double> scores, double known_spread = no_value);

// P(lead >= d) of the best of n independent draws from one Gumbel distribution of standard deviation s. With
// the scale b = s sqrt(6) / pi, and f and F the density and distribution of the (mirrored) draws,
//   P = n Integral f(x) F(x - d)^(n-1) dx = n / (1 + (n - 1) exp(d / b)),
// by the substitution u = exp(-x / b). The best score of a search over many poses is an extreme value, hence
// Gumbel.
[[nodiscard]] double chance_of_lead(double lead, double spread, std::size_t n);

}  // namespace azoo::screen
