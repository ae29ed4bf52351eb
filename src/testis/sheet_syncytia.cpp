// Undifferentiated spermatogonia as individual syncytia: each lives from event to event with exponential
// waiting times (Gillespie 1977, doi:10.1021/j100540a008), kept as what the sum of its rates over time must
// reach, so that rates may change meanwhile; division thinned to the proliferative stages; mitogen is that of
// the start of each part of the step.
#include <algorithm>
#include <cmath>
#include <limits>

#include "testis/sheet.hpp"
#include "testis/sheet_scratch.hpp"

namespace azoo::testis {

namespace {

// Exponential with mean one.
double patience_of(const RandomBlock& words) {
  return -std::log(uniform01(words[0]));
}

}  // namespace

void Sheet::count_gfra1(const Block& block) {
  const Segment& segment = segments_[block.segment];
  float* rows = gfra1_of_row_.data() + segment.first_row;
  std::fill_n(rows + block.first_row, block.rows, 0.0F);
  const auto add = [&](const std::vector<Syncytium>& syncytia) {
    for (const Syncytium& s : syncytia) {
      if (s.state != SyncytiumState::gfra1) continue;
      rows[static_cast<int>(s.site) / segment.lattice.around] += static_cast<float>(s.cells);
    }
  };
  add(block.syncytia);
  for (const auto& waiting : block.arrivals) add(waiting);
}

int Sheet::niche_half_rows() const {
  const double rows_per_mm = species_.geometry.rows_per_mm(species_.sertoli_cells_per_testis);
  const double half_mm = 0.5e-3 * species_.syncytia.niche_length_um;
  return std::max(0, static_cast<int>(std::lround(half_mm * rows_per_mm)));
}

// Mitogen is shared along the tubule over the niche length.
void Sheet::share_mitogen(const Block& block, SheetScratch& scratch) const {
  const Segment& segment = segments_[block.segment];
  const int half = niche_half_rows();
  const int rows = segment.lattice.rows;
  const float* cells = gfra1_of_row_.data() + segment.first_row;
  int from = std::max(0, block.first_row - half);
  int to = from;  // the row behind the last
  double sum = 0.0;
  for (int r = 0; r < block.rows; ++r) {
    const int row = block.first_row + r;
    // Whole numbers of cells: taking away what was added leaves nothing behind.
    while (to < std::min(rows, row + half + 1)) sum += static_cast<double>(cells[to++]);
    while (from < row - half) sum -= static_cast<double>(cells[from++]);
    const double sites = static_cast<double>(to - from) * segment.lattice.around;
    const double mitogen = mitogen_level(species_.syncytia, sum / sites, segment.mitogen_supply);
    scratch.niche[static_cast<std::size_t>(r)] = niche_rates(
        species_.syncytia, window_.length, mitogen, segment.conditions.spermatogonial_death_hazard_ratio);
  }
}

void Sheet::live_syncytia(Block& block, SheetScratch& scratch, Living living) {
  for (auto& waiting : block.arrivals) {
    block.syncytia.insert(block.syncytia.end(), waiting.begin(), waiting.end());
    waiting.clear();
  }
  // The mitogen follows the cells several times a step.
  constexpr double longest_d = 0.25;
  const int parts = static_cast<int>(std::ceil(step_d() / longest_d));
  for (int part = 1; part <= parts; ++part) {
    if (part > 1) count_gfra1(block);
    share_mitogen(block, scratch);
    const double until_d = day() - step_d() * (parts - part) / parts;
    // Fragments are added behind and live on in the same turn.
    std::size_t kept = 0;
    for (std::size_t i = 0; i < block.syncytia.size(); ++i) {
      Syncytium syncytium = block.syncytia[i];
      if (live(block, scratch, syncytium, until_d, living)) block.syncytia[kept++] = syncytium;
    }
    block.syncytia.resize(kept);
  }
}

// The random words of its next event.
RandomBlock Sheet::next_words(Syncytium& syncytium) const {
  return stem_stream_.block(static_cast<std::uint32_t>(syncytium.id),
                            static_cast<std::uint32_t>(syncytium.id >> 32), syncytium.events++);
}

// A new one waits for its first event.
void Sheet::be_born(Syncytium& syncytium) const {
  syncytium.events = 0;
  syncytium.patience = patience_of(next_words(syncytium));
}

bool Sheet::live(Block& block, SheetScratch& scratch, Syncytium& syncytium, double until_d, Living living) {
  const Segment& segment = segments_[block.segment];
  while (true) {
    const std::size_t place = segment.first + syncytium.site;
    const double pulse_d = coming_pulse_d(place, syncytium.lived_until_d);
    const double end_d = std::min(pulse_d, until_d);
    const int row = static_cast<int>(syncytium.site) / segment.lattice.around - block.first_row;
    const SyncytiumRates& rates =
        scratch.niche[static_cast<std::size_t>(row)].of[static_cast<std::size_t>(syncytium.state)];
    const double rate = total_rate(syncytium, rates);
    const double used = rate * (end_d - syncytium.lived_until_d);
    if (syncytium.patience < used) {
      const double when = syncytium.lived_until_d + syncytium.patience / rate;
      syncytium.lived_until_d = std::min(when, end_d);
      const RandomBlock words = next_words(syncytium);
      syncytium.patience = patience_of(words);
      const double phase = phase_ago(place, (day() - when) * ticks_per_d);
      if (!happen(block, syncytium, rates, words, phase)) return false;
      continue;
    }
    syncytium.patience -= used;
    syncytium.lived_until_d = end_d;
    if (pulse_d > until_d) return true;
    if (syncytium.state != SyncytiumState::ngn3) continue;
    const RandomBlock words = next_words(syncytium);
    if (uniform01(words[3]) >=
        commit_chance(species_.syncytia, syncytium.cells, segment.conditions.spermatogonial_gate))
      continue;
    if (living == Living::all) enter(block, syncytium, words);
    block.stem[stem_type(syncytium)] -= syncytium.cells;
    return false;
  }
}

// Day of the pulse that a site has in this step, if it comes after another day; else infinite.
double Sheet::coming_pulse_d(std::size_t place, double after_d) const {
  constexpr double never = std::numeric_limits<double>::infinity();
  if (!has_pulsed(place)) return never;
  const double pulse_d = day() - static_cast<double>(since_pulse(place)) / ticks_per_d;
  return pulse_d > after_d ? pulse_d : never;
}

double Sheet::total_rate(const Syncytium& syncytium, const SyncytiumRates& rates) const {
  const bool divides = syncytium.cells < species_.syncytia.largest_cells;
  const bool changes = syncytium.state == SyncytiumState::gfra1 || syncytium.cells <= 2;
  return (divides ? rates.division_in_window : 0.0) + rates.fragmentation * (syncytium.cells - 1) +
         (changes ? rates.change_of_state : 0.0) + rates.death + rates.migration + 1e-9;
}

// One event: false when the syncytium is dead or has left the block.
bool Sheet::happen(Block& block, Syncytium& syncytium, const SyncytiumRates& rates, const RandomBlock& words,
                   double phase) {
  double left = uniform01(words[1]) * total_rate(syncytium, rates);
  const auto is = [&left](double rate) {
    if (left < rate) return true;
    left -= rate;
    return false;
  };
  const auto count = [&](int sign) { block.stem[stem_type(syncytium)] += sign * syncytium.cells; };
  const bool gfra1 = syncytium.state == SyncytiumState::gfra1;
  if (syncytium.cells < species_.syncytia.largest_cells && is(rates.division_in_window)) {
    if (!window_.contains(phase)) return true;
    count(-1);
    syncytium.cells = static_cast<std::uint8_t>(2 * syncytium.cells);
    count(1);
    return true;
  }
  if (is(rates.fragmentation * (syncytium.cells - 1))) {
    const int part = 1 + std::min(syncytium.cells - 2, static_cast<int>(left / rates.fragmentation));
    break_off(block, syncytium, part, words);
    return true;
  }
  if ((gfra1 || syncytium.cells <= 2) && is(rates.change_of_state)) {
    count(-1);
    syncytium.state = gfra1 ? SyncytiumState::ngn3 : SyncytiumState::gfra1;
    count(1);
    if (gfra1) block.stem_lost += syncytium.cells;
    return true;
  }
  if (is(rates.death)) {
    count(-1);
    block.step.stem_died += syncytium.cells;
    if (gfra1) block.stem_lost += syncytium.cells;
    return false;
  }
  return left >= rates.migration || move(block, syncytium, words[2]);
}

void Sheet::break_off(Block& block, Syncytium& syncytium, int part, const RandomBlock& words) {
  Syncytium fragment = syncytium;
  block.stem[stem_type(syncytium)] -= syncytium.cells;
  fragment.id = (static_cast<std::uint64_t>(words[2]) << 32) | words[3];
  be_born(fragment);
  fragment.cells = static_cast<std::uint8_t>(part);
  syncytium.cells = static_cast<std::uint8_t>(syncytium.cells - part);
  block.stem[stem_type(syncytium)] += syncytium.cells;
  block.stem[stem_type(fragment)] += fragment.cells;
  block.syncytia.push_back(fragment);
}

// To a neighbouring Sertoli cell; beyond the border it waits for the turn of the block there.
bool Sheet::move(Block& block, Syncytium& syncytium, std::uint32_t word) {
  const Segment& segment = segments_[block.segment];
  const Hop& way = hex_directions[(static_cast<std::uint64_t>(word) * hex_neighbours) >> 32];
  syncytium.site = segment.lattice.hop(syncytium.site, way);
  if (syncytium.site - block.first_site < block.sites) return true;
  const auto here = static_cast<std::size_t>(&block - blocks_.data()) - segment.first_block;
  const std::size_t forward = way.along > 0 ? 1 : segment.blocks - 1;
  Block& there = blocks_[segment.first_block + (here + forward) % segment.blocks];
  there.arrivals[way.along > 0 ? 0 : 1].push_back(syncytium);
  return false;
}

// Its cells become A1, one behind the other along a winding line of Sertoli cells. A cohort that opens later
// in this step is not there yet.
void Sheet::enter(Block& block, const Syncytium& syncytium, const RandomBlock& words) {
  const Segment& segment = segments_[block.segment];
  const std::size_t place = segment.first + syncytium.site;
  Cohort& home = newest_cohort(place);
  const Joining joining{0, 0, home.due};
  // Directions of the lattice in the order of their angle; a turn is to a neighbour in this order.
  constexpr std::array<std::size_t, hex_neighbours> by_angle = {0, 2, 5, 1, 3, 4};
  std::size_t direction = (static_cast<std::uint64_t>(words[1]) * hex_neighbours) >> 32;
  std::uint32_t turns = words[2];
  std::uint32_t site = syncytium.site;
  for (int cell = 0; cell < syncytium.cells; ++cell) {
    const bool open = since_pulse(segment.first + site) >= since_pulse(place);
    if (!open || !join(block, segment.first + site, joining)) {
      put(block, home.cells, 1, 0);
    }
    const std::uint32_t turn = turns & 3U;
    turns >>= 2;
    if (turn == 2) direction = (direction + 1) % hex_neighbours;
    if (turn == 3) direction = (direction + hex_neighbours - 1) % hex_neighbours;
    site = segment.lattice.hop(site, hex_directions[by_angle[direction]]);
  }
  block.cells[0] += syncytium.cells;
  block.step.committed += syncytium.cells;
}

}  // namespace azoo::testis
