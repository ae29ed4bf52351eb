// A state of equilibrium without simulating months: stem cells live through some cycles, the cohorts that
// they sent off in the last of them are taken through the chain of transitions to their present age.
#include <algorithm>
#include <cmath>
#include <numeric>

#include "testis/expected_content.hpp"
#include "testis/sheet.hpp"

namespace azoo::testis {

namespace {

constexpr int settling_cycles = 10;

}  // namespace

void Sheet::settle(std::span<const SegmentConditions> conditions) {
  check_conditions(conditions);
  step_count_ = 0;
  now_ = 0;
  injuries_ = 0;
  saturated_ = 0;
  for (Segment& segment : segments_) {
    set_conditions(segment, conditions[static_cast<std::size_t>(segment.index)]);
    settle_segment(segment);
  }
  overrun_ = 0;
}

void Sheet::clear(const Segment& segment) {
  const auto wipe = [&](auto& array, auto value) {
    std::fill_n(array.begin() + static_cast<std::ptrdiff_t>(segment.first), lattice_.sites(), value);
  };
  wipe(newcomers_, std::uint8_t{0});
  wipe(inbox_, std::uint8_t{0});
  wipe(entry_, std::uint16_t{0});
  for (std::size_t k = 0; k < cohort_slots; ++k) {
    wipe(due_[k], Tick{0});
    wipe(next_[k], static_cast<std::uint8_t>(done()));
    wipe(cells_[k], std::uint8_t{0});
  }
}

void Sheet::start_stem_cells(Segment& segment) {
  const SegmentPlan& plan = plans_[static_cast<std::size_t>(segment.index)];
  const ExpectedContent expected = expected_content(species_, plan, segment.conditions);
  for (int site = 0; site < lattice_.sites(); ++site) {
    const std::size_t place = segment.first + static_cast<std::size_t>(site);
    Draws draws(streams_[0], segment.agent + static_cast<std::uint32_t>(site), 1U << 20);
    a_pale_[place] = 0;
    a_dark_[place] = 0;
    store(segment, a_pale_[place], static_cast<int>(draws.poisson(expected.a_pale)));
    store(segment, a_dark_[place], static_cast<int>(draws.poisson(expected.a_dark)));
  }
}

// Cycles are walked in the order of time: within a cycle the sites whose phase is highest pulsed first.
void Sheet::settle_segment(Segment& segment) {
  clear(segment);
  start_phases(segment);
  start_stem_cells(segment);
  std::vector<int> order(static_cast<std::size_t>(lattice_.sites()));
  std::iota(order.begin(), order.end(), 0);
  const float* phase = phase_.data() + segment.first;
  std::stable_sort(order.begin(), order.end(), [phase](int a, int b) { return phase[a] > phase[b]; });
  const double cycle_ticks = species_.cycle_d * ticks_per_d;
  for (int cycles_ago = settling_cycles - 1; cycles_ago >= 0; --cycles_ago) {
    for (const int site : order) {
      const double cycles = cycles_ago + static_cast<double>(phase[site]);
      pulse(segment, site, static_cast<int>(std::lround(cycles * cycle_ticks)), false);
    }
  }
  for (const bool before_spreading : {true, false}) {
    for (int cycles_ago = cohort_slots - 1; cycles_ago >= 0; --cycles_ago) {
      for (const int site : order) bring_to_age(segment, site, cycles_ago, before_spreading);
    }
  }
  recount(segment);
  segment.step = CellFlows{};
  segment.since_settle = CellFlows{};
}

void Sheet::bring_to_age(Segment& segment, int site, int cycles_ago, bool before_spreading) {
  const std::size_t place = segment.first + static_cast<std::size_t>(site);
  const int slot = (entry_[place] - cycles_ago) % cohort_slots;
  const auto k = static_cast<std::size_t>(slot);
  const double age = (cycles_ago + static_cast<double>(phase_[place])) * species_.cycle_d * ticks_per_d;
  const auto age_ticks = static_cast<int>(std::lround(age));
  const int stop = before_spreading ? chain_.spreading() + 1 : static_cast<int>(chain_.size());
  while (next_[k][place] < stop) {
    const int late = age_ticks - age_of_next_[next_[k][place]];
    if (late < 0) break;
    transit(segment, site, slot, late);
  }
  // An empty slot's next look must lie ahead.
  if (next_[k][place] == done()) due_[k][place] = static_cast<Tick>(now_ + 32 * ticks_per_d);
}

void Sheet::recount(Segment& segment) {
  segment.cells.fill(0);
  segment.a_dark = 0;
  segment.a_pale = 0;
  for (int site = 0; site < lattice_.sites(); ++site) {
    const std::size_t place = segment.first + static_cast<std::size_t>(site);
    segment.a_dark += a_dark_[place];
    segment.a_pale += a_pale_[place];
    for (std::size_t k = 0; k < cohort_slots; ++k) {
      if (cells_[k][place] == 0) continue;
      segment.cells[static_cast<std::size_t>(type_of_next_[next_[k][place]])] += cells_[k][place];
    }
    if (inbox_[place] > 0) {
      const auto division = static_cast<std::size_t>(chain_.spreading());
      segment.cells[static_cast<std::size_t>(chain_[division].type_after)] += inbox_[place];
    }
  }
}

}  // namespace azoo::testis
