// How many cells of one cohort survive a transition when cells of a clone die together: a beta-binomial draw,
// tuned for few cells and survival near one. Uses AddressedWords.
#pragma once

#include <array>    // for array
#include <cstddef>  // for size_t

#include "testis/addressed_words.hpp"  // for AddressedWords

namespace azoo::testis {

class CorrelatedSurvival {
 public:
  // Correlation of survival between two cells of a cohort, 0 <= correlation < 1 (0: binomial).
  explicit CorrelatedSurvival(double correlation) noexcept;

  // Survivors of `cells`, each surviving with `probability`.
  [[nodiscard]] int draw(int cells, double probability, AddressedWords& words) const noexcept;

 private:
  static constexpr int few = 24;  // products of more factors could leave the range of double

  [[nodiscard]] int draw_few(int cells, double probability, AddressedWords& words) const noexcept;
  [[nodiscard]] int draw_many(int cells, double probability, AddressedWords& words) const noexcept;

  double size_;                           // n0 = 1 / correlation - 1
  std::array<double, few + 1> rising_{};  // n0 (n0 + 1) ... (n0 + n - 1)
};

}  // namespace azoo::testis
