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
  if (fractions && arrest && plan.weight > 0.0 && std::isfinite(plan.weight) && plan.rows >= 0) return;
  throw std::invalid_argument("plan of segment " + std::to_string(index) +
                              ": expected survival_factor 0 to 1, stem_density_factor >= 0, weight > 0, "
                              "rows >= 0 and a known arrest_type");
}

int to_ticks(double days) {
  return static_cast<int>(std::lround(days * ticks_per_d));
}

// What a block may reach beyond its border: a chain that enters, or a daughter that spreads. Twice that must
// fit a block, so that blocks of one turn never write to the same row.
constexpr int block_rows = 128;

// Transitions are run in time order at least so finely where cohorts of very different age may join.
constexpr int shortest_part_ticks = ticks_per_d / 8;

}  // namespace

Sheet::Sheet(const Species& species, const SheetShape& shape, std::vector<SegmentPlan> plans,
             std::uint64_t seed, std::uint64_t replicate, std::uint64_t participant, std::uint32_t side)
    : species_(species),
      chain_(species),
      kernel_(species.germ_line.spread_fraction, species.germ_line.spread_hops, shape.sites_around),
      shape_(shape),
      plans_(std::move(plans)),
      start_stream_({seed, replicate, participant, Stream::sheet_start}),
      stem_stream_({seed, replicate, participant, Stream::sheet_stem_fate}),
      spreading_stream_({seed, replicate, participant, Stream::sheet_spreading}),
      survival_stream_({seed, replicate, participant, Stream::sheet_survival}),
      injury_stream_({seed, replicate, participant, Stream::sheet_release}),
      step_ticks_(whole_ticks(shape.step_d)) {
  survival_factors_.fill(1.0);
  if (side > 1) throw std::invalid_argument("side of a testis must be 0 or 1");
  const double cycles = species_.development_d() / species_.cycle_d;
  spermiation_phase_ = cycles - std::floor(cycles);
  spread_gap_ticks_ = to_ticks(species_.germ_line.spread_age_gap_d);
  longest_part_ticks_ =
      std::max(shortest_part_ticks, chain_.shortest_between_spreading() - spread_gap_ticks_);
  window_ticks_ = to_ticks(species_.germ_line.spermiation_window_d);
  wait_ticks_ = to_ticks(species_.germ_line.spermiation_wait_d);
  if (species_.stem_scheme == StemScheme::syncytia) window_ = division_window(species_);
  for (const Transition& transition : chain_.transitions()) {
    type_of_next_.push_back(transition.type);
  }
  // Ripe cells that wait for release or for their end.
  type_of_next_.insert(type_of_next_.end(), wait_parts + 1, chain_.transitions().back().type);
  if (done() > most_cells) throw std::logic_error(species_.name + ": too many transitions for a byte");
  make_segments(side);
  if (species_.stem_scheme == StemScheme::syncytia && 2 * niche_half_rows() > block_rows) {
    throw std::invalid_argument("niche_length_um: expected at most " + std::to_string(block_rows) +
                                " rows of Sertoli cells");
  }
  if (shape_.pieces.empty()) {
    if (species_.pattern == StagePattern::waves && shape_.start == StartPhases::pattern) {
      wave_of_row_.assign(gfra1_of_row_.size(), 0.0);
    }
    return;
  }
  if (shape_.pieces.size() != plans_.size()) {
    throw std::invalid_argument("one piece of tubule for each segment is expected");
  }
  const std::uint64_t testis = 2 * participant + side;
  field_.emplace(shape_.waves, shape_.pieces, RandomStream({seed, replicate, testis, Stream::wave_start}));
}

void Sheet::make_segments(std::uint32_t side) {
  std::size_t places = 0;
  std::size_t all_sites = 0;
  std::size_t all_rows = 0;
  active_of_.assign(plans_.size(), -1);
  for (std::size_t s = 0; s < plans_.size(); ++s) {
    check_plan(plans_[s], s, species_.germ_cells.size());
    const auto lattice = TubuleLattice::checked(shape_.sites_around, rows(static_cast<int>(s)),
                                                species_.pattern == StagePattern::waves);
    if (std::min(lattice.around, lattice.rows) <= kernel_.reach()) {
      throw std::invalid_argument("a segment of " + std::to_string(lattice.around) + " x " +
                                  std::to_string(lattice.rows) + " sites; daughters spread over " +
                                  std::to_string(kernel_.reach()) + " and need more room");
    }
    const auto agent = (side << 31) | static_cast<std::uint32_t>(all_sites);
    all_sites += lattice.sites();
    if (all_sites >= (std::size_t{1} << 31)) {
      throw std::invalid_argument("a sheet holds at most 2^31 sites");
    }
    if (plans_[s].state != SegmentState::active || !plans_[s].stem_cells) continue;
    active_of_[s] = static_cast<int>(segments_.size());
    Segment segment{.index = static_cast<int>(s),
                    .lattice = lattice,
                    .first = places,
                    .first_row = all_rows,
                    .agent = agent,
                    .conditions = {},
                    .survival = std::vector<double>(chain_.size(), 1.0),
                    .table = SurvivalTable(chain_, species_.germ_line),
                    .stem = {}};
    make_blocks(segment);
    segments_.push_back(std::move(segment));
    places += lattice.sites();
    all_rows += static_cast<std::size_t>(lattice.rows);
  }
  phase_.assign(places, 0.0F);
  new_phase_.assign(places, 0.0F);
  if (species_.stem_scheme == StemScheme::a_dark_a_pale) {
    for (auto* bytes : {&a_pale_, &newcomers_, &a_dark_}) bytes->assign(places, 0);
  } else {
    gfra1_of_row_.assign(all_rows, 0.0F);
  }
  inbox_.assign(places, 0);
  entry_.assign(places, 0);
  pulse_.assign(places, 0);
  for (std::size_t k = 0; k < cohort_slots; ++k) {
    cohorts_[k].assign(places, Cohort{.next = static_cast<std::uint8_t>(done())});
  }
}

// A ring of blocks with an odd number of them needs a third turn for the last.
void Sheet::make_blocks(Segment& segment) {
  const int number = std::max(1, segment.lattice.rows / block_rows);
  segment.first_block = blocks_.size();
  segment.blocks = static_cast<std::size_t>(number);
  for (int b = 0; b < number; ++b) {
    Block block;
    block.segment = segments_.size();
    block.first_row = static_cast<int>(static_cast<std::int64_t>(segment.lattice.rows) * b / number);
    const int end = static_cast<int>(static_cast<std::int64_t>(segment.lattice.rows) * (b + 1) / number);
    block.rows = end - block.first_row;
    block.first_site = segment.lattice.site(0, block.first_row);
    block.first = segment.first + block.first_site;
    block.sites = segment.lattice.site(0, end) - block.first_site;
    const bool closes_odd_ring =
        !segment.lattice.open_ends && number % 2 == 1 && number > 1 && b == number - 1;
    block.turn = closes_odd_ring ? 2 : b % 2;
    turns_[static_cast<std::size_t>(block.turn)].push_back(blocks_.size());
    blocks_.push_back(std::move(block));
  }
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
  segment.table.set(segment.survival, segment.blocks > 1);
  segment.mitogen_supply = plan.stem_density_factor * conditions.niche_mitogen_supply;
  if (species_.stem_scheme == StemScheme::syncytia) return;
  segment.stem.division = division_probability(species_.stem, conditions.spermatogonial_gate);
  segment.stem.daughter_survival =
      daughter_survival(species_.stem, conditions.spermatogonial_death_hazard_ratio);
  segment.stem.mitogen_supply = segment.mitogen_supply;
}

void Sheet::follow(std::span<const SegmentConditions> conditions) {
  check_conditions(conditions);
  for (Segment& segment : segments_) {
    const SegmentConditions& here = conditions[static_cast<std::size_t>(segment.index)];
    if (!(here == segment.conditions)) set_conditions(segment, here);
  }
}

void Sheet::set_survival_factors(const GermCellCounts& factors) {
  if (factors == survival_factors_) return;
  survival_factors_ = factors;
  for (Segment& segment : segments_) set_conditions(segment, SegmentConditions(segment.conditions));
}

const SegmentPlan& Sheet::plan(int segment) const {
  return plans_.at(static_cast<std::size_t>(segment));
}

int Sheet::rows(int segment) const {
  const int own = plan(segment).rows;
  return own > 0 ? own : shape_.sites_along;
}

const Sheet::Segment* Sheet::active(int segment) const {
  const int at = active_of_.at(static_cast<std::size_t>(segment));
  return at < 0 ? nullptr : &segments_[static_cast<std::size_t>(at)];
}

}  // namespace azoo::testis
