#include "testis/sheet_readings.hpp"

#include <cmath>
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

Totals Sheet::totals() const {
  Totals totals;
  for (const Segment& segment : segments_) {
    const double weight = plans_[static_cast<std::size_t>(segment.index)].weight;
    for (std::size_t t = 0; t < species_.germ_cells.size(); ++t) {
      totals.cells[t] += weight * static_cast<double>(segment.cells[t]);
    }
    totals.stem[0] += weight * static_cast<double>(segment.a_dark);
    totals.stem[1] += weight * static_cast<double>(segment.a_pale);
  }
  for (const SegmentPlan& plan : plans_) {
    if (plan.state != SegmentState::sclerosed) totals.sertoli_cells += plan.weight * lattice_.sites();
  }
  return totals;
}

Flows Sheet::flows_last_step() const {
  Flows sum;
  for (const Segment& segment : segments_) {
    const Flows here = weighted(segment.step, plans_[static_cast<std::size_t>(segment.index)].weight);
    sum.committed += here.committed;
    sum.divided += here.divided;
    for (std::size_t c = 0; c < sum.died.size(); ++c) sum.died[c] += here.died[c];
    sum.stem_died += here.stem_died;
    sum.sperm_released += here.sperm_released;
    sum.lost_to_saturation += here.lost_to_saturation;
  }
  return sum;
}

Flows Sheet::segment_flows_last_step(int segment) const {
  const Segment* here = active(segment);
  return here == nullptr ? Flows{} : weighted(here->step, 1.0);
}

Flows Sheet::segment_flows_since_settle(int segment) const {
  const Segment* here = active(segment);
  return here == nullptr ? Flows{} : weighted(here->since_settle, 1.0);
}

SegmentCounts Sheet::counts(int segment) const {
  SegmentCounts counts;
  if (plan(segment).state != SegmentState::sclerosed) counts.sertoli_cells = lattice_.sites();
  const Segment* here = active(segment);
  if (here == nullptr) return counts;
  for (std::size_t t = 0; t < species_.germ_cells.size(); ++t) {
    counts.cells[t] = static_cast<double>(here->cells[t]);
  }
  counts.stem[0] = static_cast<double>(here->a_dark);
  counts.stem[1] = static_cast<double>(here->a_pale);
  return counts;
}

// The stage of a site without germ line is that of phase 0: its Sertoli cell shows none.
CrossSection Sheet::cross_section(int segment, int row) const {
  if (row < 0 || row >= lattice_.sites_along()) {
    throw std::invalid_argument("row " + std::to_string(row) + " of a segment with " +
                                std::to_string(lattice_.sites_along()));
  }
  CrossSection section;
  section.tubule = plan(segment).state != SegmentState::sclerosed;
  if (!section.tubule) return section;
  section.sites.resize(static_cast<std::size_t>(lattice_.sites_around()));
  const Segment* here = active(segment);
  if (here == nullptr) return section;
  for (int around = 0; around < lattice_.sites_around(); ++around) {
    const std::size_t place = here->first + static_cast<std::size_t>(lattice_.site(around, row));
    SectionSite& site = section.sites[static_cast<std::size_t>(around)];
    const double phase = phase_[place] + species_.entry_phase;
    site.phase = phase - std::floor(phase);
    site.stage = species_.stage_at(site.phase);
    site.stem[0] = a_dark_[place];
    site.stem[1] = a_pale_[place];
    const auto add = [&](int type, int cells) {
      std::uint16_t& count = site.cells[static_cast<std::size_t>(type)];
      count = static_cast<std::uint16_t>(count + cells);
    };
    for (std::size_t k = 0; k < cohort_slots; ++k) {
      if (cells_[k][place] > 0) add(type_of_next_[next_[k][place]], cells_[k][place]);
    }
    if (inbox_[place] > 0) {
      add(chain_[static_cast<std::size_t>(chain_.spreading())].type_after, inbox_[place]);
    }
  }
  return section;
}

double Sheet::bytes_per_site() const {
  const double cohort = cohort_slots * static_cast<double>(sizeof(Tick) + 2 * sizeof(std::uint8_t));
  return cohort + static_cast<double>(sizeof(float) + sizeof(std::uint16_t) + 4 * sizeof(std::uint8_t));
}

}  // namespace azoo::testis
