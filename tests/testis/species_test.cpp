// The species table: read whole, refused when it contradicts itself.
#include <gtest/gtest.h>

#include <cmath>
#include <stdexcept>

#include "testis/man.hpp"
#include "testis/transition_chain.hpp"

namespace azoo::testis {
namespace {

ParameterSet parsed(const std::string& text, const std::string& prefix) {
  Problems problems;
  TomlValue document = parse_toml(text, "test.toml", problems);
  ParameterSet set;
  set.add(document, prefix, problems);
  return set;
}

TEST(SpeciesTable, of_man_is_read_without_a_problem) {
  Problems problems;
  const ParameterSet set = ParameterSet::load(std::string(AZOO_PROJECT_DIR) + "/data/species", problems);
  EXPECT_FALSE(problems.any());
  const Species species = Species::from(set, "human");
  EXPECT_EQ(species.germ_cells.size(), 12U);
  EXPECT_EQ(species.germ_cell_index("pachytene"), 4);
  EXPECT_EQ(species.germ_cell_index("round_trip"), -1);
  double stages_d = 0.0;
  for (const Stage& stage : species.stages) stages_d += stage.duration_d;
  EXPECT_NEAR(stages_d, species.cycle_d, 1e-12);
}

TEST(SpeciesTable, of_an_unknown_stem_scheme_is_refused_by_name) {
  const ParameterSet set = parsed("stem_scheme = \"a_single_a_paired\"", "mouse");
  try {
    (void)Species::from(set, "mouse");
    FAIL() << "accepted";
  } catch (const std::logic_error& error) {
    EXPECT_NE(std::string(error.what()).find("a_single_a_paired"), std::string::npos);
  }
  EXPECT_THROW((void)Species::from(ParameterSet{}, "human"), std::logic_error);
}

TEST(TransitionChain, splits_survival_over_check_points_without_changing_it) {
  const TransitionChain chain(man());
  double log_pachytene = 0.0;
  for (const Transition& transition : chain.transitions()) {
    if (transition.type == 4) log_pachytene += transition.log_survival;
  }
  EXPECT_NEAR(std::exp(log_pachytene), man().germ_cells[4].survival * man().germ_cells[4].division_survival,
              1e-12);
  EXPECT_EQ(chain.transitions().back().age_ticks, 64 * ticks_per_d);
}

TEST(TransitionChain, gates_scale_a_compartment_as_a_whole) {
  const TransitionChain chain(man());
  SegmentConditions gated;
  gated.spermatid_gate = 0.3;
  SegmentPlan plan;
  double with = 1.0;
  double without = 1.0;
  for (const Transition& transition : chain.transitions()) {
    with *= survival_of(transition, plan, gated);
    without *= survival_of(transition, plan, SegmentConditions{});
  }
  EXPECT_NEAR(with / without, 0.3, 1e-12);
}

TEST(TransitionChain, hazard_ratios_act_on_their_own_compartment) {
  const TransitionChain chain(man());
  SegmentConditions none;
  none.spermatocyte_death_hazard_ratio = 0.0;
  SegmentPlan dead;
  dead.survival_factor = 0.0;
  for (const Transition& transition : chain.transitions()) {
    const double usual = survival_of(transition, SegmentPlan{}, SegmentConditions{});
    const double changed = survival_of(transition, SegmentPlan{}, none);
    EXPECT_EQ(changed, transition.compartment == Compartment::spermatocyte ? 1.0 : usual);
    EXPECT_EQ(survival_of(transition, dead, SegmentConditions{}), 0.0);
  }
}

TEST(ExpectedContent, of_segments_without_a_germ_line_is_nothing) {
  SegmentPlan plan;
  plan.stem_cells = false;
  EXPECT_EQ(expected_content(man(), plan, SegmentConditions{}).sperm_per_d, 0.0);
  plan = {};
  plan.state = SegmentState::sclerosed;
  EXPECT_EQ(expected_relative_content(man(), plan, SegmentConditions{}).spermatocytes, 0.0);
  EXPECT_DOUBLE_EQ(expected_relative_content(man(), SegmentPlan{}, SegmentConditions{}).spermatids, 1.0);
}

}  // namespace
}  // namespace azoo::testis
