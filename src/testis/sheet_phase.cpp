// Phases of the seminiferous cycle: own pace, a weak pull towards the neighbours, pulses, jitter.
#include <algorithm>
#include <cmath>

#include "testis/phase_coupling.hpp"
#include "testis/sheet.hpp"
#include "testis/sheet_scratch.hpp"

namespace azoo::testis {

namespace {

// Rows of phases with their rings closed on both sides, in whole lanes.
struct Rows {
  std::vector<float> before, here, next, after;
  std::size_t lanes = 0;  // sites of a row and what fills them up

  void fit(std::size_t around) {
    lanes = (around + phase_lanes - 1) / phase_lanes * phase_lanes;
    for (auto* row : {&before, &here, &next, &after}) row->resize(lanes + 2);
  }
  static void read(std::vector<float>& row, const float* from, std::size_t around) {
    std::copy_n(from, around, row.begin() + 1);
    row.front() = from[around - 1];
    row[around + 1] = from[0];
  }
};

// About normal, bounded by 3.46 SD: the sum of four uniform variates (variance 1/3).
double jitter_variate(const RandomBatch& batch, std::size_t i) {
  double sum = 0.0;
  for (std::size_t w = 0; w < 4; ++w) sum += uniform01(batch.word(w, i));
  return (sum - 2.0) * std::sqrt(3.0);
}

}  // namespace

// What one site gains from its neighbours they lose, so the mean pace is the species' own.
void Sheet::move_phases(Block& block, const PhaseMove& move, std::vector<Pulse>* pulses) {
  thread_local Rows work;
  const Segment& segment = segments_[block.segment];
  const auto around = static_cast<std::size_t>(segment.lattice.around);
  const int rows = segment.lattice.rows;
  work.fit(around);
  const float* phase = phase_.data() + segment.first;
  const auto read = [&](std::vector<float>& row, int number) {
    const int wrapped = (number + rows) % rows;
    Rows::read(row, phase + static_cast<std::size_t>(wrapped) * around, around);
  };
  RowPull pull;
  pull.own = static_cast<float>(move.own_pace_per_d * move.step_d);
  pull.neighbours = static_cast<float>(species_.phase_coupling_per_d * move.step_d);
  const bool common = pulses != nullptr && has_common_phase();
  if (common)
    pull.to_common = static_cast<float>(1.0 - std::exp(-species_.common_phase_pull_per_d * move.step_d));
  read(work.before, block.first_row - 1);
  read(work.here, block.first_row);
  for (int number = block.first_row; number < block.first_row + block.rows; ++number) {
    read(work.next, number + 1);
    pull.from_before = segment.lattice.open_ends && number == 0 ? 0.0F : 1.0F;
    pull.from_next = segment.lattice.open_ends && number == rows - 1 ? 0.0F : 1.0F;
    // The field is already at the end of the step.
    if (common) pull.common = common_phase(segment, number);
    const int reached =
        move_row(work.before.data(), work.here.data(), work.next.data(), work.lanes, pull, work.after.data());
    const std::uint32_t first_site = segment.lattice.site(0, number);
    std::copy_n(work.after.data(), around, new_phase_.data() + segment.first + first_site);
    if (reached > 0 && pulses != nullptr) find_pulses(segment, first_site, *pulses);
    std::swap(work.before, work.here);
    std::swap(work.here, work.next);
  }
}

float Sheet::common_phase(const Segment& segment, int row) const {
  double phase = -species_.entry_phase;
  if (field_) {
    const double length_mm = shape_.pieces[static_cast<std::size_t>(segment.index)].length_mm;
    phase += field_->phase(segment.index, (row + 0.5) / segment.lattice.rows * length_mm);
  } else {
    phase += wave_of_row_[segment.first_row + static_cast<std::size_t>(row)] + day() / species_.cycle_d;
  }
  return static_cast<float>(phase - std::floor(phase));
}

// Sites of a row that complete a cycle; none at the very start of the step, which belongs to the step before.
void Sheet::find_pulses(const Segment& segment, std::uint32_t first_site, std::vector<Pulse>& pulses) {
  const int earliest = static_cast<int>(step_ticks_) - 1;
  const auto around = static_cast<std::uint32_t>(segment.lattice.around);
  for (std::uint32_t site = first_site; site < first_site + around; ++site) {
    const std::size_t place = segment.first + site;
    const float after = new_phase_[place];
    if (after < 1.0F) continue;
    const float part = (after - 1.0F) / (after - phase_[place]);
    const auto ticks = static_cast<int>(std::lround(part * static_cast<float>(step_ticks_)));
    const int overshoot = std::min(ticks, earliest);
    pulses.push_back({site, overshoot});
    pulse_[place] = static_cast<Tick>(now_ - overshoot);
    new_phase_[place] = after - 1.0F;
    ++entry_[place];
  }
}

// So that what stands in pulse_ is not taken for a pulse of this step.
void Sheet::forget_pulses(std::size_t first, std::size_t sites) {
  constexpr int long_ago = 32 * ticks_per_d;
  std::fill_n(pulse_.begin() + static_cast<std::ptrdiff_t>(first), sites, static_cast<Tick>(now_ - long_ago));
}

// A site's cycle is not quite as long as the last.
void Sheet::jitter(const Block& block, SheetScratch& scratch) {
  if (!(species_.cycle_jitter_d > 0.0)) return;
  const Segment& segment = segments_[block.segment];
  const double scale = species_.cycle_jitter_d / species_.cycle_d;
  for (std::size_t begin = 0; begin < scratch.pulses.size(); begin += RandomBatch::capacity) {
    const std::size_t end = std::min(scratch.pulses.size(), begin + RandomBatch::capacity);
    scratch.batch.clear();
    for (std::size_t p = begin; p < end; ++p) {
      const std::uint32_t site = scratch.pulses[p].site;
      scratch.batch.add(segment.agent + site, entry_[segment.first + site], 1U << 12);
    }
    scratch.batch.draw(start_stream_);
    for (std::size_t p = begin; p < end; ++p) {
      const double cycles = std::clamp(jitter_variate(scratch.batch, p - begin) * scale, -0.25, 0.25);
      new_phase_[segment.first + scratch.pulses[p].site] += static_cast<float>(cycles);
    }
  }
}

}  // namespace azoo::testis
