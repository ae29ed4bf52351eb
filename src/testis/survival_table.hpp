// How many cells of a cohort survive each transition under the conditions of a segment, by looking one random
// word up in a table: the beta-binomial law of CorrelatedSurvival, with the chance lowered where the cohort
// crowds its Sertoli cell. Uses TransitionChain and CorrelatedSurvival.
#pragma once

#include <algorithm>  // for max, min
#include <array>      // for array
#include <cstdint>    // for uint32_t
#include <vector>     // for vector

#include "testis/correlated_survival.hpp"  // for CorrelatedSurvival
#include "testis/transition_chain.hpp"     // for TransitionChain

namespace azoo::testis {

class SurvivalTable {
 public:
  SurvivalTable(const TransitionChain& chain, const GermLineParameters& line);

  // Chances of one cell alone, by transition. Rows of the table are made when first asked for; `at_once`
  // makes all of them, so that several threads may read.
  void set(const std::vector<double>& survival, bool at_once);

  // True when every cell survives whatever the word.
  [[nodiscard]] bool certain(std::size_t transition) const { return certain_[transition]; }
  // Survivors of 1 <= cells < most_in_table; the word is uniform over 32 bits.
  [[nodiscard]] int survivors(std::size_t transition, int cells, std::uint32_t word) {
    const std::size_t row = row_of(transition, cells);
    if (!ready_[transition * most_in_table + static_cast<std::size_t>(cells)]) make_row(transition, cells);
    // Most often few die: four steps without a branch, which would be as good as random.
    const std::uint32_t* steps = died_at_most_.data() + row;
    int dead = (word >= steps[0]) + (word >= steps[1]) + (word >= steps[2]) + (word >= steps[3]);
    if (dead == 4) {
      while (dead < cells && word >= steps[dead]) ++dead;
    }
    return cells - std::min(dead, cells);
  }
  // The same chance of one of `cells` cells, for cohorts too large for the table.
  [[nodiscard]] double chance(std::size_t transition, int cells) const;
  [[nodiscard]] const CorrelatedSurvival& law() const { return law_; }

  static constexpr int most_in_table = 64;

 private:
  // Of at least four steps each.
  static constexpr std::size_t row_sum = 3 * 4 + (most_in_table * (most_in_table - 1) - 3 * 4) / 2;
  static constexpr std::array<std::uint16_t, most_in_table> first_of_row = [] {
    std::array<std::uint16_t, most_in_table> first{};
    for (std::size_t cells = 2; cells < first.size(); ++cells)
      first[cells] = static_cast<std::uint16_t>(first[cells - 1] + std::max<std::size_t>(4, cells - 1));
    return first;
  }();
  [[nodiscard]] static std::size_t row_of(std::size_t transition, int cells) {
    return transition * row_sum + first_of_row[static_cast<std::size_t>(cells)];
  }
  void make_row(std::size_t transition, int cells);

  const GermLineParameters line_;
  CorrelatedSurvival law_;
  std::vector<double> capacity_;
  std::vector<double> survival_;
  std::vector<char> certain_;
  std::vector<char> ready_;
  std::vector<std::uint32_t> died_at_most_;  // 2^32 P(at most d die), rounded up at the end of a row
};

}  // namespace azoo::testis
