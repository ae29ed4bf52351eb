// Cohorts of committed germ cells: entry at the pulse, transitions at exact ages, spreading, spermiation.
#include <algorithm>
#include <cmath>

#include "testis/sheet.hpp"
#include "testis/stem_kinetics.hpp"

namespace azoo::testis {

namespace {

constexpr int byte_limit = 255;
constexpr std::size_t start_stream = 0;
constexpr std::size_t stem_stream = 1;
constexpr std::size_t spreading_stream = 2;
constexpr std::size_t survival_stream = 3;

// About normal, bounded by 3.46 SD: the sum of four uniform variates (variance 1/3).
double jitter_variate(AddressedWords words) {
  const double sum = words.uniform() + words.uniform() + words.uniform() + words.uniform();
  return (sum - 2.0) * std::sqrt(3.0);
}

}  // namespace

// Stores as many as fit; the rest is lost and counted.
int Sheet::store(Segment& segment, std::uint8_t& count, int cells) {
  const int stored = std::min(cells, byte_limit - count);
  count = static_cast<std::uint8_t>(count + stored);
  if (stored < cells) {
    ++saturated_;
    segment.step.lost_to_saturation += cells - stored;
  }
  return stored;
}

// A-pale share the mitogen of the site's Sertoli cell and its six neighbours.
double Sheet::crowding_at(const Segment& segment, int site) const {
  const std::uint8_t* a_pale = a_pale_.data() + segment.first;
  int sum = a_pale[site];
  for (const std::uint16_t neighbour : lattice_.neighbours(site)) sum += a_pale[neighbour];
  return crowding(species_.stem, static_cast<double>(sum) / (1 + hex_neighbours),
                  segment.stem.mitogen_supply);
}

// Renewed daughters settle next door. Where the pulse is due within half a cycle they sit it out, so that a
// migrating cell divides once a cycle like one that stays.
void Sheet::migrate(Segment& segment, int site, const std::array<int, hex_neighbours>& migrants) {
  for (std::size_t n = 0; n < migrants.size(); ++n) {
    if (migrants[n] == 0) continue;
    const std::size_t there = segment.first + lattice_.neighbours(site)[n];
    const float ahead = phase_[there] - phase_[segment.first + static_cast<std::size_t>(site)];
    const int stored = store(segment, a_pale_[there], migrants[n]);
    segment.a_pale += stored;
    if (ahead - std::floor(ahead) > 0.5F) {
      newcomers_[there] = static_cast<std::uint8_t>(std::min(newcomers_[there] + stored, byte_limit));
    }
  }
}

void Sheet::pulse(Segment& segment, int site, int overshoot_ticks, bool jitter) {
  const std::size_t place = segment.first + static_cast<std::size_t>(site);
  const std::uint32_t agent = segment.agent + static_cast<std::uint32_t>(site);
  const std::uint16_t entry = ++entry_[place];
  AddressedWords words(streams_[stem_stream], agent, entry, 0);
  const int newcomers = newcomers_[place];
  const int before = a_pale_[place];
  const int before_dark = a_dark_[place];
  const StemFates fates = draw_stem_fates(species_.stem, segment.stem, before - newcomers, before_dark,
                                          crowding_at(segment, site), words);
  newcomers_[place] = 0;
  a_pale_[place] = 0;
  a_dark_[place] = 0;
  segment.a_pale += store(segment, a_pale_[place], fates.a_pale + newcomers) - before;
  segment.a_dark += store(segment, a_dark_[place], fates.a_dark) - before_dark;
  migrate(segment, site, fates.migrated);
  segment.step.stem_died += fates.deaths;

  const std::size_t slot = entry % cohort_slots;
  if (cells_[slot][place] > 0) {
    ++overrun_;
    segment.step.died[static_cast<std::size_t>(Compartment::spermatid)] += cells_[slot][place];
    segment.cells[static_cast<std::size_t>(type_of_next_[next_[slot][place]])] -= cells_[slot][place];
    cells_[slot][place] = 0;
  }
  next_[slot][place] = 0;
  due_[slot][place] = static_cast<Tick>(now_ - overshoot_ticks + age_of_next_.front());
  segment.step.committed += fates.committed;
  segment.cells[0] += store(segment, cells_[slot][place], fates.committed);

  if (jitter && species_.cycle_jitter_d > 0.0) {
    const double z = jitter_variate(AddressedWords(streams_[start_stream], agent, entry, 1));
    const double cycles = std::clamp(z * species_.cycle_jitter_d / species_.cycle_d, -0.25, 0.25);
    phase_[place] += static_cast<float>(cycles);
  }
}

void Sheet::run_due_transitions(Segment& segment) {
  const int sites = lattice_.sites();
  for (int slot = 0; slot < cohort_slots; ++slot) {
    const auto k = static_cast<std::size_t>(slot);
    Tick* due = due_[k].data() + segment.first;
    for (int site = 0; site < sites; ++site) {
      int late = ticks_between(due[site], now_);
      while (late >= 0) {
        transit(segment, site, slot, late);
        late = ticks_between(due[site], now_);
      }
    }
  }
}

void Sheet::transit(Segment& segment, int site, int slot, int late_ticks) {
  const auto k = static_cast<std::size_t>(slot);
  const std::size_t place = segment.first + static_cast<std::size_t>(site);
  const int next = next_[k][place];
  const auto last = static_cast<int>(chain_.size()) - 1;
  if (next > last) {
    if (next < done()) leave(segment, place, slot, next == last + 1);
    // Nothing lives here: look again after a while (ages are kept modulo 128 d).
    due_[k][place] = static_cast<Tick>(due_[k][place] + 32 * ticks_per_d);
    return;
  }
  const Transition& transition = chain_[static_cast<std::size_t>(next)];
  const int cells = cells_[k][place];
  int after = 0;
  // Daughters of neighbours arrive at most a day after the division; a cohort empty after that stays so.
  if (cells == 0 && next > chain_.spreading()) {
    next_[k][place] = static_cast<std::uint8_t>(done());
    due_[k][place] = static_cast<Tick>(due_[k][place] + 32 * ticks_per_d);
    return;
  }
  if (cells > 0) {
    const int alive = survivors_of(segment, site, slot, transition, cells);
    after = transition.divides ? 2 * alive : alive;
    segment.step.died[static_cast<std::size_t>(transition.compartment)] += cells - alive;
    segment.step.divided += after - alive;
    segment.cells[static_cast<std::size_t>(transition.type)] -= cells;
    cells_[k][place] = 0;
  }
  const int type_after = next == last ? transition.type : transition.type_after;
  if (transition.spreads) {
    spread(segment, site, slot, after);
  } else if (after > 0) {
    segment.cells[static_cast<std::size_t>(type_after)] += store(segment, cells_[k][place], after);
  }
  if (next == last) {
    ripen(segment, site, slot, late_ticks);
    return;
  }
  next_[k][place] = static_cast<std::uint8_t>(next + 1);
  const auto n = static_cast<std::size_t>(next);
  due_[k][place] = static_cast<Tick>(due_[k][place] + age_of_next_[n + 1] - age_of_next_[n]);
}

// Number of the entry that filled a slot: with the site and the transition it addresses every draw.
std::uint32_t Sheet::entry_number(std::size_t place, int slot) const {
  const int back = (entry_[place] % cohort_slots - slot + cohort_slots) % cohort_slots;
  return static_cast<std::uint32_t>(entry_[place] - back);
}

int Sheet::survivors_of(const Segment& segment, int site, int slot, const Transition& transition, int cells) {
  const std::size_t place = segment.first + static_cast<std::size_t>(site);
  const std::uint8_t next = next_[static_cast<std::size_t>(slot)][place];
  double probability = segment.survival[next];
  if (transition.capacity > 0.0)
    probability *= capacity_survival(species_.germ_line, transition.capacity, cells);
  AddressedWords words(streams_[survival_stream], segment.agent + static_cast<std::uint32_t>(site),
                       entry_number(place, slot), next);
  return clone_survival_.draw(cells, probability, words);
}

Tick Sheet::committed_at(std::size_t place, std::size_t slot) const {
  const int next = next_[slot][place];
  return static_cast<Tick>(due_[slot][place] - age_of_next_[static_cast<std::size_t>(next)]);
}

// Daughters of the last spermatogonial division lie over their own and the neighbouring Sertoli cells. They
// join a neighbour's cohort of about the same age, which they find before or after its own division; where
// there is none they stay.
void Sheet::spread(Segment& segment, int site, int slot, int daughters) {
  const auto k = static_cast<std::size_t>(slot);
  const std::size_t place = segment.first + static_cast<std::size_t>(site);
  const auto division = static_cast<std::size_t>(chain_.spreading());
  const auto type_after = static_cast<std::size_t>(chain_[division].type_after);
  const double fraction = species_.germ_line.spread_fraction;
  std::array<int, hex_neighbours> moved{};
  int stay = daughters;
  if (daughters > 0 && fraction > 0.0) {
    AddressedWords words(streams_[spreading_stream], segment.agent + static_cast<std::uint32_t>(site),
                         entry_number(place, slot), 0);
    for (int cell = 0; cell < daughters; ++cell) {
      const double u = words.uniform() / fraction;
      if (u >= 1.0) continue;
      ++moved[static_cast<std::size_t>(u * hex_neighbours)];
      --stay;
    }
  }
  for (std::size_t n = 0; n < moved.size(); ++n) {
    if (moved[n] == 0) continue;
    const std::size_t there = segment.first + lattice_.neighbours(site)[n];
    bool joined = false;
    for (std::size_t other = 0; other < cohort_slots && !joined; ++other) {
      const std::size_t next = next_[other][there];
      if (next >= chain_.size()) continue;
      const int gap = ticks_between(committed_at(place, k), committed_at(there, other));
      if (gap > spread_gap_ticks_ || gap < -spread_gap_ticks_) continue;
      std::uint8_t& count = next <= division ? inbox_[there] : cells_[other][there];
      segment.cells[type_after] += store(segment, count, moved[n]);
      joined = true;
    }
    if (!joined) stay += moved[n];
  }
  const int waiting = inbox_[place];
  inbox_[place] = 0;
  segment.cells[type_after] += store(segment, cells_[k][place], stay + waiting) - waiting;
}

// Ripe spermatids leave when the site's phase is near spermiation; too long a wait ends in phagocytosis.
void Sheet::ripen(Segment& segment, int site, int slot, int late_ticks) {
  const auto k = static_cast<std::size_t>(slot);
  const std::size_t place = segment.first + static_cast<std::size_t>(site);
  const double cycle_ticks = species_.cycle_d * ticks_per_d;
  const double ahead = phase_[place] - late_ticks / cycle_ticks - spermiation_phase_;
  const double ahead_ticks = (ahead - std::round(ahead)) * cycle_ticks;
  int delay = 0;
  if (ahead_ticks < -window_ticks_) delay = static_cast<int>(-ahead_ticks) - window_ticks_;
  if (ahead_ticks > window_ticks_) delay = static_cast<int>(cycle_ticks - ahead_ticks) - window_ticks_;
  const bool released = delay <= wait_ticks_;
  delay = std::min(delay, wait_ticks_);
  if (late_ticks >= delay) {
    leave(segment, place, slot, released);
    due_[k][place] = static_cast<Tick>(due_[k][place] + 32 * ticks_per_d);
    return;
  }
  next_[k][place] = static_cast<std::uint8_t>(chain_.size() + (released ? 0 : 1));
  due_[k][place] = static_cast<Tick>(due_[k][place] + delay);
}

void Sheet::leave(Segment& segment, std::size_t place, int slot, bool released) {
  const auto k = static_cast<std::size_t>(slot);
  const int cells = cells_[k][place];
  segment.cells[static_cast<std::size_t>(chain_.transitions().back().type)] -= cells;
  if (released) {
    segment.step.sperm_released += cells;
  } else {
    segment.step.died[static_cast<std::size_t>(Compartment::spermatid)] += cells;
  }
  cells_[k][place] = 0;
  next_[k][place] = static_cast<std::uint8_t>(done());
}

}  // namespace azoo::testis
