// The fast engine against the reference: means, spread, empty sites, neighbours, flows and clones in many
// histories. The limit: of about 7,000 comparisons of a correct engine, were they independent, one would lie
// beyond 4.5 standard errors in one of twenty choices of seeds; seeds are fixed, so a pass stays a pass until
// numbers change.
#include <gtest/gtest.h>

#include "testis_reference/history.hpp"

namespace azoo::testis::reference {
namespace {

constexpr double limit = 4.5;

void expect_alike(const History& history, int seeds) {
  const std::vector<Difference> all = compare(history, seeds);
  ASSERT_GT(all.size(), 80U);  // quantities; fewer would mean that sheets are empty
  int shown = 0;
  for (const Difference& d : all) {
    if (std::abs(d.z) < limit || ++shown > 8) break;
    ADD_FAILURE() << d.name << ": engine " << d.engine << ", reference " << d.reference << ", z " << d.z
                  << " of " << all.size() << " comparisons";
  }
  testing::Test::RecordProperty("comparisons", static_cast<int>(all.size()));
}

History man() {
  return {.species = shipped("human"), .start = StartPhases::random};
}

// Many more stem cells than in the mouse, so that a small sheet shows all kinds; walks that fit into it.
History rodent(const std::string& name = "mouse") {
  History h{.species = shipped(name),
            .around = 16,
            .rows = 30,
            .start = StartPhases::uniform,
            .days = {0, 7, 28},
            .clones = true};
  h.species.syncytia.gfra1_at_balance = 0.1;
  h.species.germ_line.spread_hops = 4;
  return h;
}

const SegmentConditions harsh{1.5, 1.3, 2.0, 0.6, 0.7, 0.5};

TEST(EngineOfMan, agrees_with_the_reference_in_health) {
  expect_alike(man(), 200);
  History patches = man();
  patches.start = StartPhases::pattern;
  patches.step_d = patches.reference_step_d = 0.5;
  expect_alike(patches, 100);
}

TEST(EngineOfMan, agrees_under_harsh_conditions_and_a_poor_constitution) {
  History h = man();
  h.then = h.settled = harsh;
  expect_alike(h, 150);
  h.settled = h.then = {};
  h.plan.survival_factor = 0.8;
  h.plan.stem_density_factor = 2.0;
  h.plan.arrest_type = h.species.germ_cell_index("sa_spermatid");
  expect_alike(h, 100);
}

TEST(EngineOfMan, agrees_after_an_injury_and_with_more_mitogen) {
  History h = man();
  h.injury.emplace();
  h.injury->stem_survival = {0.5, 0.1};
  h.injury->survival.fill(0.3);
  h.then.niche_mitogen_supply = 2.0;
  h.days = {0, 16, 96};
  expect_alike(h, 150);
}

TEST(EngineOfMan, agrees_where_capacity_binds_and_the_step_is_short) {
  History h = man();
  for (GermCell& cell : h.species.germ_cells) {
    if (cell.capacity_cells_per_sertoli > 0.0) cell.capacity_cells_per_sertoli = 3.0;
  }
  h.species.cycle_jitter_d = 0.0;
  h.species.phase_coupling_per_d = 0.0;
  h.step_d = h.reference_step_d = 0.25;
  expect_alike(h, 100);
}

TEST(EngineOfTheMouse, agrees_at_the_density_of_the_mouse) {
  History h{.species = shipped("mouse"), .around = 30, .rows = 60, .days = {0, 28}};
  expect_alike(h, 50);
}

TEST(EngineOfTheMouse, agrees_on_the_fate_of_clones_over_eight_weeks) {
  History h = rodent();
  h.days = {0, 7, 14, 28, 56};
  expect_alike(h, 60);
}

TEST(EngineOfTheMouse, agrees_with_random_phases_and_a_short_step) {
  History h = rodent();
  h.start = StartPhases::random;
  h.step_d = h.reference_step_d = 0.25;
  h.species.syncytia.niche_length_um = 100.0;
  h.species.syncytia.mitogen_differentiation_steepness = 4.0;
  expect_alike(h, 40);
}

TEST(EngineOfTheMouse, agrees_under_harsh_conditions_starved_and_fed) {
  History h = rodent();
  h.then = h.settled = harsh;
  expect_alike(h, 40);
  h = rodent();
  h.then.niche_mitogen_supply = 0.2;
  expect_alike(h, 40);
  h.then.niche_mitogen_supply = 3.0;
  expect_alike(h, 40);
}

TEST(EngineOfTheMouse, agrees_after_an_injury) {
  History h = rodent();
  h.injury.emplace();
  h.injury->stem_survival = {0.5, 0.3, 0.2, 0.1, 0.4, 0.6};
  h.injury->survival.fill(0.3);
  expect_alike(h, 50);
}

TEST(EngineOfTheMouse, agrees_in_the_row_at_an_open_end) {
  History h = rodent();
  h.around = 40;
  h.rows = 12;
  h.rows_read = 1;
  h.clones = false;
  expect_alike(h, 50);
}

// Exact: daughters that wait for a division at the moment of the injury are cells like the others.
TEST(EngineOfTheMouse, leaves_none_waiting_after_an_injury_that_nothing_survives) {
  AcuteInjury deadly;
  deadly.survival.fill(0.0);
  const Species species = rodent().species;
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    Sheet sheet(species, {.sites_around = 16, .sites_along = 30, .start = StartPhases::uniform}, {{}}, seed,
                0, 0, 0);
    sheet.settle(std::vector<SegmentConditions>(1));
    sheet.injure(0, deadly);
    for (const SectionSite& site : picture_of(sheet).sites) {
      for (const std::uint16_t cells : site.cells) ASSERT_EQ(cells, 0);
    }
  }
}

TEST(EngineOfTheMouse, agrees_when_chains_wander_break_and_pulse_in_any_order) {
  History h = rodent();
  h.start = StartPhases::random;
  h.species.syncytia.ngn3_migration_per_d = 10.0;
  h.species.syncytia.gfra1_fragmentation_per_d = 3.0;
  h.species.syncytia.gfra1_division_per_d = 0.2;
  h.days = {0, 7};
  h.rows = 16;
  expect_alike(h, 60);
}

TEST(EngineOfTheMouse, agrees_when_ripe_spermatids_must_wait) {
  History h = rodent();
  h.clones = false;
  h.species.cycle_jitter_d = 0.8;
  h.species.germ_line.spermiation_window_d = 0.3;
  h.species.germ_line.spermiation_wait_d = 1.0;
  h.step_d = h.reference_step_d = 0.5;
  // So many since a wait told once, at its beginning, cost 8 % of the sperm here and passed with 40.
  expect_alike(h, 160);
}

TEST(EngineOfTheMouse, agrees_whatever_jitter_pull_capacity_and_spreading) {
  History h = rodent();
  h.species.cycle_jitter_d = 0.0;
  h.species.phase_coupling_per_d = 0.0;
  h.species.germ_line.overdispersion = 0.0;
  h.species.germ_line.spread_hops = 32;
  h.around = 20;
  expect_alike(h, 40);
  h = rodent();
  h.species.cycle_jitter_d = 0.8;
  h.species.phase_coupling_per_d = 0.05;
  h.step_d = h.reference_step_d = 0.5;
  expect_alike(h, 40);
  h = rodent();
  h.species.germ_line.spread_age_gap_d = 0.1;
  h.species.germ_line.spread_hops = 2;
  h.species.germ_line.overdispersion = 0.4;
  for (GermCell& cell : h.species.germ_cells) cell.capacity_cells_per_sertoli *= 0.3;
  expect_alike(h, 40);
}

TEST(EngineOfTheMouse, agrees_at_a_border_of_blocks) {
  History h = rodent();
  h.around = 6;
  h.rows = 256;
  h.first_row = 122;
  h.rows_read = 12;
  h.clones = false;
  expect_alike(h, 30);
}

TEST(EngineOfTheRat, agrees_with_the_reference) {
  History h = rodent("rat");
  h.step_d = h.reference_step_d = 0.5;
  expect_alike(h, 30);
}

// Three faults that the engine once had; each test says what it cost.

// A site that has just pulsed may be shifted to a phase below 0. Were that taken for 0.97, a migrant that
// arrives there would sit out the next pulse, a whole cycle later: about 1 % fewer B spermatogonia in man,
// 3.5 % here.
TEST(EngineOfMan, does_not_let_migrants_sit_out_a_pulse_that_is_a_cycle_away) {
  History h = man();
  h.start = StartPhases::pattern;
  h.species.cycle_jitter_d = 1.0;
  h.species.stem.migration_fraction = 1.0;
  h.step_d = h.reference_step_d = 0.125;
  expect_alike(h, 200);
}

// An entering chain must not lay cells in cohorts whose pulse comes later in the same step, or a long step
// scatters A1 more widely: 1.0 % instead of 0.7 % of the mouse's sites had A1.
TEST(EngineOfTheMouse, lays_entering_chains_alike_whatever_the_step) {
  History h = rodent();
  h.start = StartPhases::random;
  h.reference_step_d = 0.0625;
  expect_alike(h, 120);
}

// Transitions run slot by slot and site by site. Where neighbours differ by more than 0.15 d, one could make
// two divisions in a step of a day before the daughters of the other's first look for it, and these would
// stay at home: 4 % less sperm here.
TEST(EngineOfTheMouse, lets_daughters_join_in_the_order_of_time_at_a_step_of_a_day) {
  History h = rodent();
  h.species.cycle_jitter_d = 0.8;
  h.days = {0, 28, 56};
  expect_alike(h, 300);
}

}  // namespace
}  // namespace azoo::testis::reference
