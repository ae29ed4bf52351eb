// Phases of the seminiferous cycle: own pace, a weak pull towards the neighbours, pulses, jitter.
#include <algorithm>
#include <cmath>

#include "testis/phase_coupling.hpp"
#include "testis/sheet.hpp"
#include "testis/sheet_scratch.hpp"

namespace azoo::testis {

namespace {

// A row of phases with its ring closed on both sides, and what each site gains from the next one, the next
// row and across.
struct Row {
  std::vector<float> phase, along, up, across;
  void fit(std::size_t around) {
    phase.resize(around + 2);
    for (auto* pulls : {&along, &up, &across}) pulls->resize(around + 1);
  }
  void read(const float* from, std::size_t around) {
    std::copy_n(from, around, phase.begin() + 1);
    phase.front() = from[around - 1];
    phase.back() = from[0];
  }
};

struct Rows {
  Row before, here, next;
};

Rows& rows_of_this_thread(std::size_t around) {
  thread_local Rows rows;
  for (Row* row : {&rows.before, &rows.here, &rows.next}) row->fit(around);
  return rows;
}

// About normal, bounded by 3.46 SD: the sum of four uniform variates (variance 1/3).
double jitter_variate(const RandomBatch& batch, std::size_t i) {
  double sum = 0.0;
  for (std::size_t w = 0; w < 4; ++w) sum += uniform01(batch.word(w, i));
  return (sum - 2.0) * std::sqrt(3.0);
}

}  // namespace

// What one site gains its neighbour loses, so the mean pace is the species' own.
void Sheet::couple_phases(const Block& block, double step_d, double own_pace_per_d) {
  const Segment& segment = segments_[block.segment];
  const auto around = static_cast<std::size_t>(segment.lattice.around);
  const int rows = segment.lattice.rows;
  const auto own = static_cast<float>(own_pace_per_d * step_d);
  const auto strength = static_cast<float>(species_.phase_coupling_per_d * step_d);
  Rows& work = rows_of_this_thread(around);
  const float* phase = phase_.data() + segment.first;
  const bool open = segment.lattice.open_ends;
  const auto read = [&](Row& row, int number) {
    const int wrapped = (number + rows) % rows;
    row.read(phase + static_cast<std::size_t>(wrapped) * around, around);
  };
  const auto pull = [&](Row& row, const Row& next, bool end) {
    row_pulls(row.phase.data(), next.phase.data(), around, row.along.data() + 1, row.up.data(),
              row.across.data());
    row.along[0] = row.along[around];
    row.across[around] = row.across[0];
    if (!end) return;
    std::fill(row.up.begin(), row.up.end(), 0.0F);
    std::fill(row.across.begin(), row.across.end(), 0.0F);
  };
  read(work.before, block.first_row - 1);
  read(work.here, block.first_row);
  pull(work.before, work.here, open && block.first_row == 0);
  for (int number = block.first_row; number < block.first_row + block.rows; ++number) {
    read(work.next, number + 1);
    pull(work.here, work.next, open && number == rows - 1);
    float* out = new_phase_.data() + segment.first + static_cast<std::size_t>(number) * around;
    const Row& h = work.here;
    const Row& b = work.before;
    for (std::size_t i = 0; i < around; ++i) {
      const float gain =
          (h.along[i + 1] - h.along[i]) + (h.up[i] - b.up[i]) + (h.across[i] - b.across[i + 1]);
      out[i] = h.phase[i + 1] + own + strength * gain;
    }
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

// The field is already at the end of the step, and so are the new phases.
void Sheet::follow_common_phase(const Block& block, double step_d) {
  const Segment& segment = segments_[block.segment];
  const auto around = static_cast<std::size_t>(segment.lattice.around);
  const auto strength = static_cast<float>(1.0 - std::exp(-species_.common_phase_pull_per_d * step_d));
  for (int row = 0; row < block.rows; ++row) {
    const float common = common_phase(segment, block.first_row + row);
    float* phase = new_phase_.data() + block.first + static_cast<std::size_t>(row) * around;
    for (std::size_t i = 0; i < around; ++i) {
      const float behind = common - (phase[i] < 1.0F ? phase[i] : phase[i] - 1.0F);
      phase[i] += strength * phase_pull(behind);
    }
  }
}

// Sites that complete a cycle; none at the very start of the step, which belongs to the step before.
void Sheet::find_pulses(Block& block, SheetScratch& scratch) {
  scratch.pulses.clear();
  const int earliest = static_cast<int>(step_ticks_) - 1;
  for (std::uint32_t i = 0; i < block.sites; ++i) {
    const std::size_t place = block.first + i;
    const float after = new_phase_[place];
    if (after < 1.0F) continue;
    const float part = (after - 1.0F) / (after - phase_[place]);
    const auto ticks = static_cast<int>(std::lround(part * static_cast<float>(step_ticks_)));
    const int overshoot = std::min(ticks, earliest);
    scratch.pulses.push_back({block.first_site + i, overshoot});
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
