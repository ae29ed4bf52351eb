#include "testis/sheet.hpp"

#include <algorithm>
#include <cmath>
#include <stdexcept>
#include <utility>

#include "testis/stem_kinetics.hpp"

namespace azoo::testis {

namespace {

std::int64_t whole_ticks(double step_d) {
  const double ticks = step_d * ticks_per_d;
  if (!(ticks >= 1.0) || ticks > ticks_per_d || ticks != std::floor(ticks)) {
    throw std::invalid_argument("step_d = " + std::to_string(step_d) +
                                "; expected a whole number of 1/512 d, at most 1 d");
  }
  return static_cast<std::int64_t>(ticks);
}

void check_plan(const SegmentPlan& plan, std::size_t index, std::size_t types) {
  const bool fractions = plan.survival_factor >= 0.0 && plan.survival_factor <= 1.0 &&
                         plan.stem_density_factor >= 0.0 && std::isfinite(plan.stem_density_factor);
  const bool arrest = plan.arrest_type >= -1 && plan.arrest_type < static_cast<int>(types);
  if (fractions && arrest && plan.weight > 0.0 && std::isfinite(plan.weight)) return;
  throw std::invalid_argument(
      "plan of segment " + std::to_string(index) +
      ": expected survival_factor 0 to 1, stem_density_factor >= 0, weight > 0 and a known arrest_type");
}

std::array<RandomStream, 5> open_streams(std::uint64_t seed, std::uint64_t replicate,
                                         std::uint64_t participant) {
  const auto open = [&](Stream stream) {
    return RandomStream(StreamAddress{seed, replicate, participant, stream});
  };
  return {open(Stream::sheet_start), open(Stream::sheet_stem_fate), open(Stream::sheet_spreading),
          open(Stream::sheet_survival), open(Stream::sheet_release)};
}

int to_ticks(double days) {
  return static_cast<int>(std::lround(days * ticks_per_d));
}

}  // namespace

Sheet::Sheet(const Species& species, const SheetShape& shape, std::vector<SegmentPlan> plans,
             std::uint64_t seed, std::uint64_t replicate, std::uint64_t participant, std::uint32_t side)
    : species_(species),
      chain_(species),
      lattice_(shape.sites_around, shape.sites_along),
      plans_(std::move(plans)),
      streams_(open_streams(seed, replicate, participant)),
      clone_survival_(species_.germ_line.overdispersion),
      step_ticks_(whole_ticks(shape.step_d)) {
  survival_factors_.fill(1.0);
  if (side > 1) throw std::invalid_argument("side of a testis must be 0 or 1");
  const auto sites = static_cast<std::size_t>(lattice_.sites());
  if (plans_.size() * sites >= (std::size_t{1} << 31)) {
    throw std::invalid_argument("a sheet holds at most 2^31 sites");
  }
  const double cycles = species_.development_d() / species_.cycle_d;
  spermiation_phase_ = cycles - std::floor(cycles);
  spread_gap_ticks_ = to_ticks(species_.germ_line.spread_age_gap_d);
  window_ticks_ = to_ticks(species_.germ_line.spermiation_window_d);
  wait_ticks_ = to_ticks(species_.germ_line.spermiation_wait_d);
  for (const Transition& transition : chain_.transitions()) {
    type_of_next_.push_back(transition.type);
    age_of_next_.push_back(transition.age_ticks);
  }
  // Ripe cells that wait for release or for their end.
  type_of_next_.insert(type_of_next_.end(), 2, chain_.transitions().back().type);

  active_of_.assign(plans_.size(), -1);
  for (std::size_t s = 0; s < plans_.size(); ++s) {
    check_plan(plans_[s], s, species_.germ_cells.size());
    if (plans_[s].state != SegmentState::active || !plans_[s].stem_cells) continue;
    active_of_[s] = static_cast<int>(segments_.size());
    Segment segment;
    segment.index = static_cast<int>(s);
    segment.first = segments_.size() * sites;
    segment.agent = (side << 31) | static_cast<std::uint32_t>(s * sites);
    segment.survival.assign(chain_.size(), 1.0);
    segments_.push_back(std::move(segment));
  }
  const std::size_t places = segments_.size() * sites;
  phase_.assign(places, 0.0F);
  for (auto* bytes : {&a_pale_, &newcomers_, &a_dark_, &inbox_}) bytes->assign(places, 0);
  entry_.assign(places, 0);
  for (int slot = 0; slot < cohort_slots; ++slot) {
    const auto k = static_cast<std::size_t>(slot);
    due_[k].assign(places, 0);
    next_[k].assign(places, static_cast<std::uint8_t>(chain_.size() + 2));
    cells_[k].assign(places, 0);
  }
  new_phase_.resize(sites);
  pulses_.resize(sites);
}

void Sheet::check_conditions(std::span<const SegmentConditions> conditions) const {
  if (conditions.size() != plans_.size()) {
    throw std::invalid_argument("conditions of " + std::to_string(conditions.size()) + " segments given to " +
                                std::to_string(plans_.size()));
  }
  for (const Segment& segment : segments_) {
    const SegmentConditions& c = conditions[static_cast<std::size_t>(segment.index)];
    for (const double number :
         {c.spermatogonial_death_hazard_ratio, c.spermatocyte_death_hazard_ratio,
          c.spermatid_death_hazard_ratio, c.niche_mitogen_supply, c.spermatogonial_gate, c.spermatid_gate}) {
      if (!(number >= 0.0) || !std::isfinite(number)) {
        throw std::invalid_argument("conditions of segment " + std::to_string(segment.index) +
                                    ": expected finite numbers >= 0");
      }
    }
  }
}

void Sheet::set_conditions(Segment& segment, const SegmentConditions& conditions) {
  segment.conditions = conditions;
  const SegmentPlan& plan = plans_[static_cast<std::size_t>(segment.index)];
  for (std::size_t i = 0; i < chain_.size(); ++i) {
    const double factor = survival_factors_[static_cast<std::size_t>(chain_[i].type)];
    segment.survival[i] = survival_of(chain_[i], plan, conditions);
    if (factor != 1.0) segment.survival[i] *= std::pow(factor, chain_[i].passage_share);
  }
  segment.stem.division = division_probability(species_.stem, conditions.spermatogonial_gate);
  segment.stem.daughter_survival =
      daughter_survival(species_.stem, conditions.spermatogonial_death_hazard_ratio);
  segment.stem.mitogen_supply = plan.stem_density_factor * conditions.niche_mitogen_supply;
}

void Sheet::set_survival_factors(const GermCellCounts& factors) {
  survival_factors_ = factors;
  for (Segment& segment : segments_) set_conditions(segment, SegmentConditions(segment.conditions));
}

void Sheet::step(std::span<const SegmentConditions> conditions) {
  check_conditions(conditions);
  ++step_count_;
  now_ = static_cast<Tick>(now_ + step_ticks_);
  for (Segment& segment : segments_) {
    const SegmentConditions& here = conditions[static_cast<std::size_t>(segment.index)];
    if (!(here == segment.conditions)) set_conditions(segment, here);
    segment.step = CellFlows{};
    advance_phases(segment);
    run_due_transitions(segment);
    segment.since_settle += segment.step;
  }
}

const SegmentPlan& Sheet::plan(int segment) const {
  return plans_.at(static_cast<std::size_t>(segment));
}

const Sheet::Segment* Sheet::active(int segment) const {
  const int at = active_of_.at(static_cast<std::size_t>(segment));
  return at < 0 ? nullptr : &segments_[static_cast<std::size_t>(at)];
}

}  // namespace azoo::testis
