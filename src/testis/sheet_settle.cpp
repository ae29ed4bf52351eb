// A state of equilibrium: undifferentiated spermatogonia live through some cycles alone, then everything
// lives until the oldest cohorts are ripe.
#include <algorithm>
#include <cmath>

#include "testis/expected_content.hpp"
#include "testis/sheet.hpp"

namespace azoo::testis {

namespace {

// A-dark turn over slowly; syncytia start at their density and forget their sizes within a few cycles.
constexpr int settling_cycles_of_man = 10;
constexpr int settling_cycles_of_syncytia = 6;

}  // namespace

void Sheet::settle(std::span<const SegmentConditions> conditions, unsigned threads) {
  check_conditions(conditions);
  injuries_ = 0;
  const double ripe_d = species_.development_d() + species_.germ_line.spermiation_wait_d;
  const auto steps = [&](double days) { return static_cast<std::int64_t>(std::ceil(days / step_d())); };
  const int cycles =
      species_.stem_scheme == StemScheme::syncytia ? settling_cycles_of_syncytia : settling_cycles_of_man;
  const std::int64_t full_ticks = steps(ripe_d) * step_ticks_;
  ticks_ = -std::max(full_ticks, steps(cycles * species_.cycle_d) * step_ticks_);
  now_ = static_cast<Tick>(ticks_);
  if (field_) {
    if (shape_.start == StartPhases::random)
      field_->start_random();
    else
      field_->start_level();
    if (shape_.start == StartPhases::pattern) field_->advance(shape_.waves.formation_d);
  }
  for (Segment& segment : segments_) {
    set_conditions(segment, conditions[static_cast<std::size_t>(segment.index)]);
    clear(segment);
    start_phases(segment);
    start_stem_cells(segment);
  }
  while (ticks_ < -full_ticks) live_one_step(Living::stem_cells, threads);
  // No cohort has been looked at so far; from now on each must be due within the reach of the clock.
  for (auto& cohorts : cohorts_) {
    for (Cohort& cohort : cohorts) cohort.due = static_cast<Tick>(now_ + 32 * ticks_per_d);
  }
  while (ticks_ < 0) live_one_step(Living::all, threads);
  for (Block& block : blocks_) {
    block.step = CellFlows{};
    block.since_settle = CellFlows{};
    block.stem_lost = 0;
    block.overrun = 0;
  }
}

void Sheet::clear(Segment& segment) {
  const auto wipe = [&](auto& array, auto value) {
    if (array.empty()) return;
    std::fill_n(array.begin() + static_cast<std::ptrdiff_t>(segment.first), segment.lattice.sites(), value);
  };
  wipe(newcomers_, std::uint8_t{0});
  wipe(inbox_, std::uint8_t{0});
  wipe(entry_, std::uint16_t{0});
  forget_pulses(segment.first, segment.lattice.sites());
  for (std::size_t k = 0; k < cohort_slots; ++k) {
    wipe(cohorts_[k], Cohort{.next = static_cast<std::uint8_t>(done())});
  }
  for (std::size_t b = segment.first_block; b < segment.first_block + segment.blocks; ++b) {
    Block& block = blocks_[b];
    block.cells.fill(0);
    block.stem.fill(0);
    block.saturated = 0;
    block.syncytia.clear();
    for (auto& waiting : block.arrivals) waiting.clear();
  }
}

void Sheet::start_stem_cells(Segment& segment) {
  if (species_.stem_scheme == StemScheme::syncytia) return start_syncytia(segment);
  const SegmentPlan& plan = plans_[static_cast<std::size_t>(segment.index)];
  const ExpectedContent expected = expected_content(species_, plan, segment.conditions);
  for (std::size_t b = segment.first_block; b < segment.first_block + segment.blocks; ++b) {
    Block& block = blocks_[b];
    for (std::uint32_t i = 0; i < block.sites; ++i) {
      const std::size_t place = block.first + i;
      Draws draws(start_stream_, segment.agent + block.first_site + i, 1U << 20);
      a_pale_[place] = 0;
      a_dark_[place] = 0;
      block.stem[1] += store(block, a_pale_[place], static_cast<int>(draws.poisson(expected.a_pale)));
      block.stem[0] += store(block, a_dark_[place], static_cast<int>(draws.poisson(expected.a_dark)));
    }
  }
}

// GFRa1+ singles at the density of balance.
void Sheet::start_syncytia(Segment& segment) {
  const double density = species_.syncytia.gfra1_at_balance * segment.mitogen_supply;
  for (std::size_t b = segment.first_block; b < segment.first_block + segment.blocks; ++b) {
    Block& block = blocks_[b];
    for (std::uint32_t i = 0; i < block.sites; ++i) {
      const std::uint32_t site = block.first_site + i;
      Draws draws(start_stream_, segment.agent + site, 1U << 20);
      const auto cells = draws.poisson(density);
      for (std::uint64_t cell = 0; cell < cells; ++cell) {
        Syncytium single;
        single.id = (static_cast<std::uint64_t>(draws.word()) << 32) | draws.word();
        be_born(single);
        single.lived_until_d = day();
        single.site = site;
        block.syncytia.push_back(single);
      }
      block.stem[0] += static_cast<std::int64_t>(cells);
    }
  }
}

}  // namespace azoo::testis
