// Entry at the pulse: a new cohort at the site, and in man the fates of its A-dark and A-pale spermatogonia.
#include <algorithm>

#include "testis/sheet.hpp"
#include "testis/sheet_scratch.hpp"
#include "testis/stem_kinetics.hpp"

namespace azoo::testis {

// Stores as many as fit; the rest is lost and counted.
int Sheet::store(Block& block, std::uint8_t& count, int cells) {
  const int stored = std::min(cells, most_cells - count);
  count = static_cast<std::uint8_t>(count + stored);
  if (stored < cells) {
    ++block.saturated;
    block.step.lost_to_saturation += cells - stored;
  }
  return stored;
}

void Sheet::put(Block& block, std::uint8_t& count, int cells, std::size_t type) {
  if (cells > most_cells - count) {
    lose(block, cells - (most_cells - count), type);
    cells = most_cells - count;
  }
  count = static_cast<std::uint8_t>(count + cells);
}

void Sheet::lose(Block& block, int cells, std::size_t type) {
  ++block.saturated;
  block.step.lost_to_saturation += cells;
  block.cells[type] -= cells;
}

// The newest cohort takes the slot of one that must have left; if it has not, it is lost and counted.
void Sheet::open_cohort(Block& block, std::uint32_t site, int overshoot_ticks) {
  const std::size_t place = segments_[block.segment].first + site;
  Cohort& cohort = newest_cohort(place);
  if (const int left = cohort.cells; left > 0) {
    ++block.overrun;
    const auto type = static_cast<std::size_t>(type_of_next_[cohort.next]);
    block.step.died[static_cast<std::size_t>(species_.germ_cells[type].compartment)] += left;
    block.cells[type] -= left;
  }
  cohort = {.due = static_cast<Tick>(now_ - overshoot_ticks + chain_[0].age_ticks)};
}

// A-pale share the mitogen of the site's Sertoli cell and its six neighbours.
double Sheet::crowding_at(const Segment& segment, std::uint32_t site) const {
  const std::uint8_t* a_pale = a_pale_.data() + segment.first;
  int sum = a_pale[site];
  for (const Hop& way : hex_directions) sum += a_pale[segment.lattice.hop(site, way)];
  return crowding(species_.stem, static_cast<double>(sum) / (1 + hex_neighbours),
                  segment.stem.mitogen_supply);
}

// In the order of time, so that competition does not depend on the step.
void Sheet::put_pulses_in_order(const Block& block, SheetScratch& scratch) const {
  scratch.pulses.clear();
  for (std::uint32_t i = 0; i < block.sites; ++i) {
    const std::size_t place = block.first + i;
    if (has_pulsed(place)) scratch.pulses.push_back({block.first_site + i, since_pulse(place)});
  }
  std::sort(scratch.pulses.begin(), scratch.pulses.end(), [](const Pulse& a, const Pulse& b) {
    return a.overshoot_ticks != b.overshoot_ticks ? a.overshoot_ticks > b.overshoot_ticks : a.site < b.site;
  });
}

void Sheet::stem_pulse(Block& block, const Pulse& pulse, Living living) {
  const std::uint32_t site = pulse.site;
  const Segment& segment = segments_[block.segment];
  const std::size_t place = segment.first + site;
  const int newcomers = newcomers_[place];
  const int before = a_pale_[place];
  const int before_dark = a_dark_[place];
  AddressedWords words(stem_stream_, segment.agent + site, entry_[place], 0);
  const StemFates fates = draw_stem_fates(species_.stem, segment.stem, before - newcomers, before_dark,
                                          crowding_at(segment, site), words);
  newcomers_[place] = 0;
  a_pale_[place] = 0;
  a_dark_[place] = 0;
  block.stem[1] += store(block, a_pale_[place], fates.a_pale + newcomers) - before;
  block.stem[0] += store(block, a_dark_[place], fates.a_dark) - before_dark;
  migrate(block, pulse, fates.migrated);
  block.step.stem_died += fates.deaths;
  if (living == Living::stem_cells) return;
  block.step.committed += fates.committed;
  block.cells[0] += store(block, newest_cohort(place).cells, fates.committed);
}

// Whether the next pulse of a site was less than half a cycle away so long before the end of the step. A
// phase may lie below 0: then it is a cycle and more.
bool Sheet::pulse_is_near(std::size_t place, int overshoot_ticks) const {
  if (has_pulsed(place)) return since_pulse(place) < overshoot_ticks;
  const float back = static_cast<float>(overshoot_ticks) / static_cast<float>(step_ticks_);
  return new_phase_[place] - back * (new_phase_[place] - phase_[place]) > 0.5F;
}

// Renewed daughters settle next door. Where the pulse is due within half a cycle they sit it out, so that a
// migrating cell divides once a cycle like one that stays.
void Sheet::migrate(Block& block, const Pulse& pulse, const std::array<int, hex_neighbours>& migrants) {
  const Segment& segment = segments_[block.segment];
  for (std::size_t n = 0; n < migrants.size(); ++n) {
    if (migrants[n] == 0) continue;
    const std::size_t there = segment.first + segment.lattice.hop(pulse.site, hex_directions[n]);
    const int stored = store(block, a_pale_[there], migrants[n]);
    block.stem[1] += stored;
    if (pulse_is_near(there, pulse.overshoot_ticks)) {
      newcomers_[there] = static_cast<std::uint8_t>(std::min(newcomers_[there] + stored, most_cells));
    }
  }
}

}  // namespace azoo::testis
