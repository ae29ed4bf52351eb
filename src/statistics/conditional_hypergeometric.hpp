// The count in one cell of a 2 x 2 table given its margins: Fisher's noncentral hypergeometric distribution,
// with weight C(row1, k) C(row2, col1 - k) psi^k at odds ratio psi.
//
// Weights are built from the ratio of neighbours outwards from the mode, so nothing overflows, no factorial
// is taken, and each keeps its relative accuracy down to the smallest number there is.
#pragma once

#include <cstdint>  // for int64_t
#include <vector>   // for probabilities

namespace azoo::statistics {

class ConditionalHypergeometric {
 public:
  // Margins: sizes of the two groups and the number of outcomes in both, none negative, outcomes <= row1 +
  // row2.
  ConditionalHypergeometric(std::int64_t row1, std::int64_t row2, std::int64_t outcomes);

  [[nodiscard]] std::int64_t lowest() const { return lowest_; }
  [[nodiscard]] std::int64_t highest() const { return highest_; }

  // P(K = lowest + i) at exp(log_odds_ratio).
  [[nodiscard]] std::vector<double> probabilities(double log_odds_ratio) const;
  [[nodiscard]] double mean(double log_odds_ratio) const;
  [[nodiscard]] double at_most(std::int64_t count, double log_odds_ratio) const;
  [[nodiscard]] double at_least(std::int64_t count, double log_odds_ratio) const;

  // Log odds ratio at which the mean is `count` (the conditional maximum likelihood estimate), the one at
  // which P(K >= count) = tail, and the one at which P(K <= count) = tail. `count` lies strictly inside the
  // range for the first, above its lowest for the second, below its highest for the third; 0 < tail < 1.
  [[nodiscard]] double solve_mean(std::int64_t count) const;
  [[nodiscard]] double solve_at_least(std::int64_t count, double tail) const;
  [[nodiscard]] double solve_at_most(std::int64_t count, double tail) const;

 private:
  [[nodiscard]] double step_up(
      std::int64_t count) const;  // weight(count + 1) / weight(count) at odds ratio 1

  std::int64_t row1_;
  std::int64_t row2_;
  std::int64_t outcomes_;
  std::int64_t lowest_;
  std::int64_t highest_;
};

}  // namespace azoo::statistics
