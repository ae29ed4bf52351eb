// Entry at the pulse: a new cohort at the site, and in man the fates of its A-dark and A-pale spermatogonia.
#include <algorithm>
#include <cmath>

#include "testis/sheet.hpp"
#include "testis/stem_kinetics.hpp"

namespace azoo::testis {

namespace {

constexpr int byte_limit = 255;

}  // namespace

// Stores as many as fit; the rest is lost and counted.
int Sheet::store(Block& block, std::uint8_t& count, int cells) {
  const int stored = std::min(cells, byte_limit - count);
  count = static_cast<std::uint8_t>(count + stored);
  if (stored < cells) {
    ++block.saturated;
    block.step.lost_to_saturation += cells - stored;
  }
  return stored;
}

// The newest cohort takes the slot of one that must have left; if it has not, it is lost and counted.
void Sheet::open_cohort(Block& block, std::uint32_t site, int overshoot_ticks) {
  const std::size_t place = segments_[block.segment].first + site;
  const std::size_t slot = entry_[place] % cohort_slots;
  if (const int left = cells_[slot][place]; left > 0) {
    ++block.overrun;
    const auto type = static_cast<std::size_t>(type_of_next_[next_[slot][place]]);
    block.step.died[static_cast<std::size_t>(species_.germ_cells[type].compartment)] += left;
    block.cells[type] -= left;
    cells_[slot][place] = 0;
  }
  next_[slot][place] = 0;
  due_[slot][place] = static_cast<Tick>(now_ - overshoot_ticks + age_of_next_.front());
}

// A-pale share the mitogen of the site's Sertoli cell and its six neighbours.
double Sheet::crowding_at(const Segment& segment, std::uint32_t site) const {
  const std::uint8_t* a_pale = a_pale_.data() + segment.first;
  int sum = a_pale[site];
  for (const Hop& way : hex_directions) sum += a_pale[segment.lattice.hop(site, way)];
  return crowding(species_.stem, static_cast<double>(sum) / (1 + hex_neighbours),
                  segment.stem.mitogen_supply);
}

void Sheet::stem_pulse(Block& block, std::uint32_t site, Living living) {
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
  migrate(block, site, fates.migrated);
  block.step.stem_died += fates.deaths;
  if (living == Living::stem_cells) return;
  block.step.committed += fates.committed;
  block.cells[0] += store(block, cells_[entry_[place] % cohort_slots][place], fates.committed);
}

// Renewed daughters settle next door. Where the pulse is due within half a cycle they sit it out, so that a
// migrating cell divides once a cycle like one that stays.
void Sheet::migrate(Block& block, std::uint32_t site, const std::array<int, hex_neighbours>& migrants) {
  const Segment& segment = segments_[block.segment];
  for (std::size_t n = 0; n < migrants.size(); ++n) {
    if (migrants[n] == 0) continue;
    const std::size_t there = segment.first + segment.lattice.hop(site, hex_directions[n]);
    const float ahead = new_phase_[there] - new_phase_[segment.first + site];
    const int stored = store(block, a_pale_[there], migrants[n]);
    block.stem[1] += stored;
    if (ahead - std::floor(ahead) > 0.5F) {
      newcomers_[there] = static_cast<std::uint8_t>(std::min(newcomers_[there] + stored, byte_limit));
    }
  }
}

}  // namespace azoo::testis
