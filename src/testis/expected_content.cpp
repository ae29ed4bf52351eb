#include "testis/expected_content.hpp"

#include "testis/stem_kinetics.hpp"
#include "testis/transition_chain.hpp"

namespace azoo::testis {

namespace {

struct Passage {
  GermCellCounts cells{};
  double sperm_per_d = 0.0;
};

// A flux of cells through the chain; between transitions content = flux * time. A cohort is what enters in a
// cycle.
Passage pass(const Species& species, const TransitionChain& chain, const SegmentPlan& plan,
             const SegmentConditions& conditions, double entry_per_d) {
  Passage passage;
  double flux_per_d = entry_per_d;
  int age_ticks = 0;
  for (const Transition& transition : chain.transitions()) {
    const double stay_d = static_cast<double>(transition.age_ticks - age_ticks) / ticks_per_d;
    passage.cells[static_cast<std::size_t>(transition.type)] += flux_per_d * stay_d;
    const double cohort = flux_per_d * species.cycle_d;
    flux_per_d *= survival_of(transition, plan, conditions);
    if (transition.capacity > 0.0) {
      flux_per_d *= capacity_survival(species.germ_line, transition.capacity, cohort);
    }
    if (transition.divides) flux_per_d *= 2.0;
    age_ticks = transition.age_ticks;
  }
  passage.sperm_per_d = flux_per_d;
  return passage;
}

}  // namespace

ExpectedContent expected_content(const Species& species, const SegmentPlan& plan,
                                 const SegmentConditions& conditions) {
  ExpectedContent content;
  const double supply = plan.stem_density_factor * conditions.niche_mitogen_supply;
  if (plan.state != SegmentState::active || !plan.stem_cells || !(supply > 0.0)) return content;
  const StemParameters& stem = species.stem;
  const double x = balanced_crowding(stem, conditions.spermatogonial_death_hazard_ratio);
  if (!(x > 0.0)) return content;
  content.a_pale = stem.a_pale_at_balance * supply * x;
  const double divisions = content.a_pale * division_probability(stem, conditions.spermatogonial_gate);
  content.a_dark =
      divisions * stem.refill_fraction / mean_activation_probability(stem, content.a_pale, supply);
  // At balance each division leaves one renewed daughter; the other survivors commit.
  const double survivors = 2.0 * daughter_survival(stem, conditions.spermatogonial_death_hazard_ratio) - 1.0;
  content.entry_per_d = divisions * survivors / species.cycle_d;
  const TransitionChain chain(species);
  const Passage passage = pass(species, chain, plan, conditions, content.entry_per_d);
  content.cells = passage.cells;
  content.sperm_per_d = passage.sperm_per_d;
  return content;
}

RelativeContent expected_relative_content(const Species& species, const SegmentPlan& plan,
                                          const SegmentConditions& conditions) {
  const ExpectedContent healthy = expected_content(species, SegmentPlan{}, SegmentConditions{});
  const ExpectedContent here = expected_content(species, plan, conditions);
  const double spermatocytes = species.spermatocytes(healthy.cells);
  const double spermatids = species.spermatids(healthy.cells);
  RelativeContent relative;
  if (spermatocytes > 0.0) relative.spermatocytes = species.spermatocytes(here.cells) / spermatocytes;
  if (spermatids > 0.0) relative.spermatids = species.spermatids(here.cells) / spermatids;
  return relative;
}

}  // namespace azoo::testis
