#include "testis/correlated_survival.hpp"

namespace azoo::testis {

CorrelatedSurvival::CorrelatedSurvival(double correlation) noexcept
    // A huge urn is binomial to working precision and still lets 24 factors stay within double.
    : size_(correlation > 0.0 ? 1.0 / correlation - 1.0 : 1e12) {
  rising_[0] = 1.0;
  for (int n = 0; n < few; ++n) {
    rising_[static_cast<std::size_t>(n) + 1] = rising_[static_cast<std::size_t>(n)] * (size_ + n);
  }
}

int CorrelatedSurvival::draw(int cells, double probability, AddressedWords& words) const noexcept {
  if (probability >= 1.0) return cells;
  if (!(probability > 0.0)) return 0;
  return cells <= few ? draw_few(cells, probability, words) : draw_many(cells, probability, words);
}

// Inversion of one uniform, counting deaths from none: with a = p n0, b = (1 - p) n0,
// P(0 dead) = prod (a + i) / (n0 + i), P(d + 1) / P(d) = (n - d) (b + d) / ((d + 1) (a + n - d - 1)).
int CorrelatedSurvival::draw_few(int cells, double probability, AddressedWords& words) const noexcept {
  const double a = probability * size_;
  const double b = size_ - a;
  double product = 1.0;
  for (int i = 0; i < cells; ++i) product *= a + i;
  double mass = product / rising_[static_cast<std::size_t>(cells)];
  double left = words.fine_uniform() - mass;
  int dead = 0;
  while (left > 0.0 && dead < cells) {
    mass *= (cells - dead) * (b + dead) / ((dead + 1) * (a + cells - dead - 1));
    left -= mass;
    ++dead;
  }
  return cells - dead;
}

// Polya's urn (Eggenberger & Polya 1923): after k survivors among i cells the next survives with probability
// (a + k) / (n0 + i).
int CorrelatedSurvival::draw_many(int cells, double probability, AddressedWords& words) const noexcept {
  const double a = probability * size_;
  int alive = 0;
  for (int i = 0; i < cells; ++i) alive += words.uniform() * (size_ + i) < a + alive ? 1 : 0;
  return alive;
}

}  // namespace azoo::testis
