// One step of the sheet: new phases, pulses and cohorts everywhere, then block by block undifferentiated
// spermatogonia and due transitions. Neighbouring blocks take turns, so that the order of their work is
// always the same.
#include "core/parallel.hpp"
#include "testis/sheet.hpp"
#include "testis/sheet_scratch.hpp"

namespace azoo::testis {

namespace {

// Asks for the memory of a block at one go: later it is read here and there.
template <class T>
void fetch(const std::vector<T>& array, std::size_t first, std::size_t count) {
  constexpr std::size_t line_bytes = 64;
  const char* begin = reinterpret_cast<const char*>(array.data() + first);
  for (std::size_t byte = 0; byte < count * sizeof(T); byte += line_bytes) __builtin_prefetch(begin + byte);
}

}  // namespace

void Sheet::step(std::span<const SegmentConditions> conditions, unsigned threads) {
  follow(conditions);
  live_one_step(Living::all, threads);
}

void Sheet::live_one_step(Living living, unsigned threads) {
  ticks_ += step_ticks_;
  now_ = static_cast<Tick>(ticks_);
  if (field_) field_->advance(step_d());
  const bool syncytia = species_.stem_scheme == StemScheme::syncytia;
  parallel_for(blocks_.size(), threads, [&](std::size_t b) {
    begin_step(blocks_[b], living);
    if (syncytia) count_gfra1(blocks_[b]);
  });
  for (const std::vector<std::size_t>& turn : turns_) {
    parallel_for(turn.size(), threads, [&](std::size_t i) { advance(blocks_[turn[i]], living); });
  }
  phase_.swap(new_phase_);
}

// Touches nothing beyond the block but phases at the start of the step.
void Sheet::begin_step(Block& block, Living living) {
  SheetScratch& scratch = SheetScratch::of_this_thread();
  scratch.fit(block.sites, block.rows);
  block.step = CellFlows{};
  scratch.pulses.clear();
  move_phases(block, {step_d(), 1.0 / species_.cycle_d}, &scratch.pulses);
  jitter(block, scratch);
  if (living == Living::stem_cells) return;
  for (const Pulse& pulse : scratch.pulses) open_cohort(block, pulse.site, pulse.overshoot_ticks);
}

void Sheet::advance(Block& block, Living living) {
  SheetScratch& scratch = SheetScratch::of_this_thread();
  scratch.fit(block.sites, block.rows);
  fetch(entry_, block.first, block.sites);
  fetch(pulse_, block.first, block.sites);
  fetch(new_phase_, block.first, block.sites);
  if (living == Living::all) {
    fetch(inbox_, block.first, block.sites);
    for (const auto& cohorts : cohorts_) fetch(cohorts, block.first, block.sites);
  }
  if (species_.stem_scheme == StemScheme::a_dark_a_pale) {
    put_pulses_in_order(block, scratch);
    for (const Pulse& pulse : scratch.pulses) stem_pulse(block, pulse, living);
  } else {
    live_syncytia(block, scratch, living);
  }
  if (living == Living::all) run_due_transitions(block, scratch);
  block.since_settle += block.step;
}

}  // namespace azoo::testis
