// Sudden losses: germ cells and stem cells of man cell by cell, syncytia whole.
#include <algorithm>
#include <stdexcept>

#include "core/parallel.hpp"
#include "testis/sheet.hpp"

namespace azoo::testis {

void Sheet::injure(int segment, const AcuteInjury& injury) {
  if (!injury.valid()) throw std::invalid_argument("acute injury: survival must be 0 to 1");
  const std::uint32_t number = ++injuries_;
  const Segment* here = active(segment);
  if (here == nullptr) return;
  for (std::size_t b = 0; b < here->blocks; ++b) injure_block(blocks_[here->first_block + b], injury, number);
}

void Sheet::injure_all(const AcuteInjury& injury, unsigned threads) {
  if (!injury.valid()) throw std::invalid_argument("acute injury: survival must be 0 to 1");
  const std::uint32_t number = ++injuries_;
  parallel_for(blocks_.size(), threads, [&](std::size_t b) { injure_block(blocks_[b], injury, number); });
}

void Sheet::injure_block(Block& block, const AcuteInjury& injury, std::uint32_t number) {
  const Segment& segment = segments_[block.segment];
  for (std::uint32_t i = 0; i < block.sites; ++i) {
    const std::size_t place = block.first + i;
    AddressedWords words(injury_stream_, segment.agent + block.first_site + i, number, 0);
    const auto thin = [&](std::uint8_t& count, double survival) {
      const int before = count;
      count = static_cast<std::uint8_t>(words.successes(before, survival));
      return before - count;
    };
    if (species_.stem_scheme == StemScheme::a_dark_a_pale) {
      block.stem[0] -= thin(a_dark_[place], injury.stem_survival[0]);
      block.stem[1] -= thin(a_pale_[place], injury.stem_survival[1]);
      newcomers_[place] = std::min(newcomers_[place], a_pale_[place]);
    }
    const auto kill = [&](std::uint8_t& count, std::size_t type) {
      const int dead = thin(count, injury.survival[type]);
      block.cells[type] -= dead;
      block.since_settle.died[static_cast<std::size_t>(species_.germ_cells[type].compartment)] += dead;
    };
    for (std::size_t k = 0; k < cohort_slots; ++k) {
      Cohort& cohort = cohorts_[k][place];
      if (cohort.cells > 0) kill(cohort.cells, static_cast<std::size_t>(type_of_next_[cohort.next]));
    }
    if (inbox_[place] > 0) kill(inbox_[place], type_waiting(place));
  }
  const auto dies = [&](const Syncytium& s) {
    const double survival = injury.stem_survival[stem_type(s)];
    if (survival >= 1.0) return false;
    AddressedWords words(injury_stream_, static_cast<std::uint32_t>(s.id),
                         static_cast<std::uint32_t>(s.id >> 32), number);
    if (words.happens(survival)) return false;
    block.stem[stem_type(s)] -= s.cells;
    block.since_settle.stem_died += s.cells;
    if (s.state == SyncytiumState::gfra1) block.stem_lost += s.cells;
    return true;
  };
  std::erase_if(block.syncytia, dies);
  for (auto& waiting : block.arrivals) std::erase_if(waiting, dies);
}

// What the daughters in the inbox will be: the cells that the cohort they wait for is about to divide into.
std::size_t Sheet::type_waiting(std::size_t place) const {
  for (unsigned back = 0; back < 2; ++back) {
    const std::size_t slot = (entry_[place] + cohort_slots - back) % cohort_slots;
    const int next = cohorts_[slot][place].next;
    if (next > chain_.last_spreading()) continue;
    const Transition& transition = chain_[static_cast<std::size_t>(next)];
    if (transition.spreads) return static_cast<std::size_t>(transition.type_after);
  }
  return static_cast<std::size_t>(chain_[static_cast<std::size_t>(chain_.last_spreading())].type_after);
}

}  // namespace azoo::testis
