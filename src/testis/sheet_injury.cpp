// Sudden losses of cells, drawn cell by cell.
#include <algorithm>
#include <stdexcept>

#include "testis/sheet.hpp"

namespace azoo::testis {

void Sheet::injure(int segment, const AcuteInjury& injury) {
  const int at = active_of_.at(static_cast<std::size_t>(segment));
  if (!injury.valid()) throw std::invalid_argument("acute injury: survival must be 0 to 1");
  const std::uint32_t injury_number = ++injuries_;
  if (at < 0) return;
  Segment& here = segments_[static_cast<std::size_t>(at)];
  for (int site = 0; site < lattice_.sites(); ++site) {
    const std::size_t place = here.first + static_cast<std::size_t>(site);
    AddressedWords words(streams_[4], here.agent + static_cast<std::uint32_t>(site), injury_number, 0);
    const auto thin = [&](std::uint8_t& count, double survival) {
      const int before = count;
      count = static_cast<std::uint8_t>(words.successes(before, survival));
      return before - count;
    };
    here.a_dark -= thin(a_dark_[place], injury.stem_survival[0]);
    here.a_pale -= thin(a_pale_[place], injury.stem_survival[1]);
    newcomers_[place] = std::min(newcomers_[place], a_pale_[place]);
    const auto kill = [&](std::uint8_t& count, int type) {
      const auto t = static_cast<std::size_t>(type);
      const int dead = thin(count, injury.survival[t]);
      here.cells[t] -= dead;
      here.since_settle.died[static_cast<std::size_t>(species_.germ_cells[t].compartment)] += dead;
    };
    for (std::size_t k = 0; k < cohort_slots; ++k) {
      if (cells_[k][place] > 0) kill(cells_[k][place], type_of_next_[next_[k][place]]);
    }
    if (inbox_[place] > 0) {
      kill(inbox_[place], chain_[static_cast<std::size_t>(chain_.spreading())].type_after);
    }
  }
}

}  // namespace azoo::testis
