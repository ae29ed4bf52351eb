#include "testis/sheet_readings.hpp"

#include <cmath>
#include <limits>
#include <map>
#include <numbers>
#include <stdexcept>

#include "testis/sheet.hpp"

namespace azoo::testis {

CellFlows& CellFlows::operator+=(const CellFlows& other) noexcept {
  committed += other.committed;
  divided += other.divided;
  for (std::size_t c = 0; c < died.size(); ++c) died[c] += other.died[c];
  stem_died += other.stem_died;
  sperm_released += other.sperm_released;
  lost_to_saturation += other.lost_to_saturation;
  return *this;
}

Flows weighted(const CellFlows& flows, double weight) noexcept {
  Flows out;
  out.committed = weight * static_cast<double>(flows.committed);
  out.divided = weight * static_cast<double>(flows.divided);
  for (std::size_t c = 0; c < out.died.size(); ++c) out.died[c] = weight * static_cast<double>(flows.died[c]);
  out.stem_died = weight * static_cast<double>(flows.stem_died);
  out.sperm_released = weight * static_cast<double>(flows.sperm_released);
  out.lost_to_saturation = weight * static_cast<double>(flows.lost_to_saturation);
  return out;
}

template <class Visit>
void Sheet::for_blocks(int segment, Visit visit) const {
  const Segment* here = active(segment);
  if (here == nullptr) return;
  for (std::size_t b = 0; b < here->blocks; ++b) visit(blocks_[here->first_block + b]);
}

SegmentCounts Sheet::counts(int segment) const {
  SegmentCounts counts;
  if (plan(segment).state != SegmentState::sclerosed) {
    counts.sertoli_cells = static_cast<double>(shape_.sites_around) * rows(segment);
  }
  for_blocks(segment, [&](const Block& block) {
    for (std::size_t t = 0; t < counts.cells.size(); ++t)
      counts.cells[t] += static_cast<double>(block.cells[t]);
    for (std::size_t t = 0; t < counts.stem.size(); ++t) counts.stem[t] += static_cast<double>(block.stem[t]);
  });
  return counts;
}

Totals Sheet::totals() const {
  Totals totals;
  for (int s = 0; s < segments(); ++s) {
    const SegmentCounts here = counts(s);
    const double weight = plan(s).weight;
    for (std::size_t t = 0; t < here.cells.size(); ++t) totals.cells[t] += weight * here.cells[t];
    for (std::size_t t = 0; t < here.stem.size(); ++t) totals.stem[t] += weight * here.stem[t];
    totals.sertoli_cells += weight * here.sertoli_cells;
  }
  return totals;
}

Flows Sheet::segment_flows_last_step(int segment) const {
  CellFlows sum;
  for_blocks(segment, [&](const Block& block) { sum += block.step; });
  return weighted(sum, 1.0);
}

Flows Sheet::segment_flows_since_settle(int segment) const {
  CellFlows sum;
  for_blocks(segment, [&](const Block& block) { sum += block.since_settle; });
  return weighted(sum, 1.0);
}

Flows Sheet::flows_last_step() const {
  Flows sum;
  for (int s = 0; s < segments(); ++s) {
    CellFlows cells;
    for_blocks(s, [&](const Block& block) { cells += block.step; });
    const Flows here = weighted(cells, plan(s).weight);
    sum.committed += here.committed;
    sum.divided += here.divided;
    for (std::size_t c = 0; c < sum.died.size(); ++c) sum.died[c] += here.died[c];
    sum.stem_died += here.stem_died;
    sum.sperm_released += here.sperm_released;
    sum.lost_to_saturation += here.lost_to_saturation;
  }
  return sum;
}

std::uint64_t Sheet::saturated() const {
  std::uint64_t sum = 0;
  for (const Block& block : blocks_) sum += block.saturated;
  return sum;
}

std::uint64_t Sheet::overrun() const {
  std::uint64_t sum = 0;
  for (const Block& block : blocks_) sum += block.overrun;
  return sum;
}

double Sheet::stem_cells_lost_since_settle() const {
  double sum = 0.0;
  for (const Block& block : blocks_) {
    const int index = segments_[block.segment].index;
    sum += plans_[static_cast<std::size_t>(index)].weight * static_cast<double>(block.stem_lost);
  }
  return sum;
}

// The stage of a site without germ line is that of phase 0: its Sertoli cell shows none.
CrossSection Sheet::cross_section(int segment, int row) const {
  if (row < 0 || row >= rows(segment)) {
    throw std::invalid_argument("row " + std::to_string(row) + " of a segment with " +
                                std::to_string(rows(segment)));
  }
  CrossSection section;
  section.tubule = plan(segment).state != SegmentState::sclerosed;
  if (!section.tubule) return section;
  section.sites.resize(static_cast<std::size_t>(shape_.sites_around));
  const Segment* here = active(segment);
  if (here == nullptr) return section;
  for (int around = 0; around < shape_.sites_around; ++around) {
    const std::size_t place = here->first + here->lattice.site(around, row);
    read_site(place, section.sites[static_cast<std::size_t>(around)]);
  }
  const std::uint32_t begin = here->lattice.site(0, row);
  for_blocks(segment, [&](const Block& block) {
    const auto add = [&](const std::vector<Syncytium>& syncytia) {
      for (const Syncytium& s : syncytia) {
        if (s.site - begin >= section.sites.size()) continue;
        std::uint16_t& count = section.sites[s.site - begin].stem[stem_type(s)];
        count = static_cast<std::uint16_t>(count + s.cells);
      }
    };
    add(block.syncytia);
    for (const auto& waiting : block.arrivals) add(waiting);
  });
  return section;
}

void Sheet::read_site(std::size_t place, SectionSite& site) const {
  const double phase = static_cast<double>(phase_[place]) + species_.entry_phase;
  site.phase = phase - std::floor(phase);
  site.stage = species_.stage_at(site.phase);
  if (species_.stem_scheme == StemScheme::a_dark_a_pale) {
    site.stem[0] = a_dark_[place];
    site.stem[1] = a_pale_[place];
  }
  const auto add = [&](std::size_t type, int cells) {
    site.cells[type] = static_cast<std::uint16_t>(site.cells[type] + cells);
  };
  for (std::size_t k = 0; k < cohort_slots; ++k) {
    const Cohort cohort = cohorts_[k][place];
    if (cohort.cells > 0) add(static_cast<std::size_t>(type_of_next_[cohort.next]), cohort.cells);
  }
  if (inbox_[place] > 0) add(type_waiting(place), inbox_[place]);
}

RowPhase Sheet::row_phase(int segment, int row) const {
  const Segment* here = active(segment);
  if (here == nullptr) return {std::nan(""), std::nan("")};
  double x = 0.0;
  double y = 0.0;
  const std::size_t begin = here->first + here->lattice.site(0, row);
  const auto around = static_cast<std::size_t>(here->lattice.around);
  for (std::size_t place = begin; place < begin + around; ++place) {
    const double angle = 2.0 * std::numbers::pi * (static_cast<double>(phase_[place]) + species_.entry_phase);
    x += std::cos(angle) / static_cast<double>(around);
    y += std::sin(angle) / static_cast<double>(around);
  }
  const double phase = std::atan2(y, x) / (2.0 * std::numbers::pi);
  return {phase - std::floor(phase), std::hypot(x, y)};
}

void Sheet::label_stem_cells() {
  std::uint32_t clone = 0;
  for (Block& block : blocks_) {
    const auto label = [&](std::vector<Syncytium>& syncytia) {
      for (Syncytium& s : syncytia) s.clone = s.state == SyncytiumState::gfra1 ? ++clone : 0;
    };
    label(block.syncytia);
    for (auto& waiting : block.arrivals) label(waiting);
  }
}

std::vector<CloneSize> Sheet::clones() const {
  std::map<std::uint32_t, CloneSize> sizes;
  for (const Block& block : blocks_) {
    const auto add = [&](const std::vector<Syncytium>& syncytia) {
      for (const Syncytium& s : syncytia) {
        if (s.clone == 0) continue;
        CloneSize& size = sizes[s.clone];
        size.clone = s.clone;
        size.undifferentiated_cells += s.cells;
        if (s.state == SyncytiumState::gfra1) size.gfra1_cells += s.cells;
      }
    };
    add(block.syncytia);
    for (const auto& waiting : block.arrivals) add(waiting);
  }
  std::vector<CloneSize> list;
  for (const auto& [clone, size] : sizes) list.push_back(size);
  return list;
}

double Sheet::bytes_per_site() const {
  double bytes = 2.0 * sizeof(float) + sizeof(std::uint16_t) + sizeof(std::uint8_t);
  bytes += cohort_slots * static_cast<double>(sizeof(Cohort)) + sizeof(Tick);
  if (species_.stem_scheme == StemScheme::a_dark_a_pale) return bytes + 3.0 * sizeof(std::uint8_t);
  double syncytia = 0.0;
  for (const Block& block : blocks_) syncytia += static_cast<double>(block.syncytia.capacity());
  const auto sites = static_cast<double>(phase_.size());
  return bytes + (sites > 0.0 ? syncytia * sizeof(Syncytium) / sites : 0.0);
}

}  // namespace azoo::testis
