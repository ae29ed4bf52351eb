// The species table: read whole, refused when it contradicts itself.
#include <gtest/gtest.h>

#include <cmath>
#include <stdexcept>
#include <string>
#include <string_view>

#include "testis/man.hpp"
#include "testis/provisional.hpp"
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

// A1 enter when stage IX starts and leave as sperm when stage VIII ends: four whole cycles (A027, A058).
void expect_four_cycles_from_stage_nine_to_stage_eight(const Species& species) {
  EXPECT_NEAR(species.development_d() / species.cycle_d, 4.0, 1e-12) << species.name;
  const int first = species.stage_at(species.entry_phase + 1e-4);
  const int last = species.stage_at(species.entry_phase - 1e-4);
  EXPECT_EQ(species.stages[static_cast<std::size_t>(first)].name, "IX") << species.name;
  EXPECT_EQ(species.stages[static_cast<std::size_t>(last)].name, "VIII") << species.name;
}

// Stage at the start of a type, and just before its end.
std::string stage_in(const Species& species, std::string_view germ_cell, bool at_end) {
  double age_d = 0.0;
  for (const GermCell& cell : species.germ_cells) {
    const double at_d = at_end ? age_d + cell.duration_d - 1e-3 : age_d + 1e-3;
    if (cell.name == germ_cell) {
      const double phase = species.entry_phase + at_d / species.cycle_d;
      return species.stages[static_cast<std::size_t>(species.stage_at(phase - std::floor(phase)))].name;
    }
    age_d += cell.duration_d;
  }
  return "none";
}

TEST(SpeciesTable, of_mouse_and_rat_is_read_with_syncytia_waves_and_fifteen_types) {
  for (const char* name : {"mouse", "rat"}) {
    const Species species = Species::from(shipped_parameters(), name);
    EXPECT_EQ(species.stem_scheme, StemScheme::syncytia) << name;
    EXPECT_EQ(species.stem_types.size(), 6U) << name;
    EXPECT_EQ(species.pattern, StagePattern::waves) << name;
    ASSERT_EQ(species.germ_cells.size(), 15U) << name;
    EXPECT_EQ(species.germ_cells[0].name, "a1") << name;
    EXPECT_EQ(species.germ_cell_index("preleptotene"), 6) << name;
    EXPECT_EQ(species.germ_cell_index("elongated_spermatid"), 14) << name;
    expect_four_cycles_from_stage_nine_to_stage_eight(species);
    // Sites of a hexagonal sheet around a tubule of 0.2 to 0.3 mm.
    EXPECT_GT(species.geometry.sites_around(species.sertoli_cells_per_testis), 20) << name;
    EXPECT_LT(species.geometry.sites_around(species.sertoli_cells_per_testis), 60) << name;
  }
}

TEST(SpeciesTable, of_the_provisional_species_is_read_and_says_what_is_missing) {
  for (const char* name : {"golden_hamster", "guinea_pig", "rabbit"}) {
    const Species species = Species::from(shipped_parameters(), name);
    EXPECT_EQ(species.germ_cells.size(), 15U) << name;
    EXPECT_NEAR(species.development_d() / species.cycle_d, 4.0, 1e-12) << name;
    const std::vector<MissingItem> missing = missing_items(shipped_parameters(), name);
    EXPECT_GE(missing.size(), 5U) << name;
    for (const MissingItem& item : missing) EXPECT_FALSE(item.assumed.empty()) << name << " " << item.name;
  }
  for (const char* name : {"mouse", "rat", "human"}) {
    EXPECT_TRUE(missing_items(shipped_parameters(), name).empty()) << name;
  }
}

TEST(SpeciesTable, of_hamster_and_guinea_pig_starts_at_stage_nine_and_of_the_rabbit_at_stage_one) {
  for (const char* name : {"golden_hamster", "guinea_pig"}) {
    expect_four_cycles_from_stage_nine_to_stage_eight(Species::from(shipped_parameters(), name));
  }
  // Tubular morphology: stage 1 begins when sperm have left, the meiotic divisions lie in stage 4.
  const Species rabbit = Species::from(shipped_parameters(), "rabbit");
  EXPECT_EQ(stage_in(rabbit, "a1", false), "1");
  EXPECT_EQ(stage_in(rabbit, "secondary_spermatocyte", true), "4");
  EXPECT_EQ(stage_in(rabbit, "elongated_spermatid", true), "8");
  // A092: 3.1 spermatids from a primary spermatocyte, counted from pachytene on.
  double conversion = 1.0;
  for (const char* type : {"pachytene", "diplotene", "secondary_spermatocyte"}) {
    const GermCell& cell = rabbit.germ_cells[static_cast<std::size_t>(rabbit.germ_cell_index(type))];
    conversion *= cell.survival * cell.division_survival * (cell.divides ? 2.0 : 1.0);
  }
  EXPECT_NEAR(conversion, 3.1, 0.2);  // the table's own range; losses within diplotene are assumed
}

TEST(SpeciesTable, of_the_mouse_has_the_cell_associations_of_its_stage_table) {
  const Species mouse = Species::from(shipped_parameters(), "mouse");
  EXPECT_EQ(mouse.stages.size(), 11U);  // II and III are one row of the table
  EXPECT_EQ(stage_in(mouse, "b", true), "VI");
  EXPECT_EQ(stage_in(mouse, "preleptotene", false), "VII");
  EXPECT_EQ(stage_in(mouse, "preleptotene", true), "VIII");
  EXPECT_EQ(stage_in(mouse, "pachytene", false), "I");
  EXPECT_EQ(stage_in(mouse, "pachytene", true), "X");
  EXPECT_EQ(stage_in(mouse, "secondary_spermatocyte", true), "XII");
  EXPECT_EQ(stage_in(mouse, "round_spermatid", false), "I");
  EXPECT_EQ(stage_in(mouse, "elongated_spermatid", false), "I");
  EXPECT_EQ(stage_in(mouse, "elongated_spermatid", true), "VIII");
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
