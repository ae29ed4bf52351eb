// How many cells of one cohort survive a transition when cells of a clone die together: the beta-binomial law
// (Polya's urn, Eggenberger & Polya 1923). Uses AddressedWords.
#pragma once

#include "testis/addressed_words.hpp"  // for AddressedWords

namespace azoo::testis {

class CorrelatedSurvival {
 public:
  // Correlation of survival between two cells of a cohort, 0 <= correlation < 1 (0: binomial). A huge urn is
  // binomial to working precision.
  explicit CorrelatedSurvival(double correlation) noexcept
      : size_(correlation > 0.0 ? 1.0 / correlation - 1.0 : 1e12) {}

  // Survivors of `cells`, each surviving with `probability`, drawn cell by cell: after k survivors among i
  // cells the next survives with probability (a + k) / (n0 + i).
  [[nodiscard]] int draw(int cells, double probability, AddressedWords& words) const noexcept {
    if (probability >= 1.0) return cells;
    if (!(probability > 0.0)) return 0;
    const double a = probability * size_;
    int alive = 0;
    for (int i = 0; i < cells; ++i) alive += words.uniform() * (size_ + i) < a + alive ? 1 : 0;
    return alive;
  }

  // Calls visit(dead, P(dead)) for dead = 0 .. cells: with a = p n0, b = (1 - p) n0,
  // P(0) = prod (a + i) / (n0 + i), P(d + 1) / P(d) = (n - d) (b + d) / ((d + 1) (a + n - d - 1)).
  template <class Visit>
  void for_each_mass(int cells, double probability, Visit visit) const {
    if (!(probability > 0.0) || probability >= 1.0) {
      const int dead = probability > 0.0 ? 0 : cells;
      for (int d = 0; d <= cells; ++d) visit(d, d == dead ? 1.0 : 0.0);
      return;
    }
    const double a = probability * size_;
    const double b = size_ - a;
    double mass = 1.0;
    for (int i = 0; i < cells; ++i) mass *= (a + i) / (size_ + i);
    for (int d = 0; d < cells; ++d) {
      visit(d, mass);
      mass *= (cells - d) * (b + d) / ((d + 1) * (a + cells - d - 1));
    }
    visit(cells, mass);
  }

 private:
  double size_;  // n0 = 1 / correlation - 1
};

}  // namespace azoo::testis
