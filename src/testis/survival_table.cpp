#include "testis/survival_table.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace azoo::testis {

SurvivalTable::SurvivalTable(const TransitionChain& chain, const GermLineParameters& line)
    : line_(line), law_(line.overdispersion) {
  for (const Transition& transition : chain.transitions()) capacity_.push_back(transition.capacity);
  survival_.assign(chain.size(), -1.0);
  certain_.assign(chain.size(), 0);
  ready_.assign(chain.size() * most_in_table, 0);
  died_at_most_.assign(chain.size() * row_sum, std::numeric_limits<std::uint32_t>::max());
}

void SurvivalTable::set(const std::vector<double>& survival, bool at_once) {
  for (std::size_t t = 0; t < survival.size(); ++t) {
    if (survival[t] != survival_[t]) {
      survival_[t] = survival[t];
      certain_[t] = survival[t] >= 1.0 && !(capacity_[t] > 0.0);
      const auto row = ready_.begin() + static_cast<std::ptrdiff_t>(t * most_in_table);
      std::fill(row, row + most_in_table, 0);
    }
    for (int cells = 1; at_once && !certain_[t] && cells < most_in_table; ++cells) {
      if (!ready_[t * most_in_table + static_cast<std::size_t>(cells)]) make_row(t, cells);
    }
  }
}

double SurvivalTable::chance(std::size_t transition, int cells) const {
  const double alone = survival_[transition];
  const double capacity = capacity_[transition];
  return capacity > 0.0 ? alone * capacity_survival(line_, capacity, cells) : alone;
}

void SurvivalTable::make_row(std::size_t transition, int cells) {
  const std::size_t row = row_of(transition, cells);
  constexpr double words = 4294967296.0;
  constexpr double last = words - 1.0;
  double below = 0.0;
  law_.for_each_mass(cells, chance(transition, cells), [&](int dead, double mass) {
    below += mass;
    if (dead < cells) {
      died_at_most_[row + static_cast<std::size_t>(dead)] =
          below >= 1.0 ? std::numeric_limits<std::uint32_t>::max()
                       : static_cast<std::uint32_t>(std::min(last, std::round(below * words)));
    }
  });
  ready_[transition * most_in_table + static_cast<std::size_t>(cells)] = 1;
}

}  // namespace azoo::testis
