// What a healthy testis must show without tuning each: numbers per Sertoli cell, stages, pace.
#include <gtest/gtest.h>

#include <sstream>

#include "testis/man.hpp"

namespace azoo::testis {
namespace {

constexpr int segments = 60;

// 11,520 sites. Counts of neighbouring sites hang together through stem cells for cycles: between seeds the
// mean of 48 d varies by about 1 % (A-pale) to 1.5 % (spermatids); 5 % is more than three of those.
constexpr double tolerance = 0.05;

TEST(SteadyState, holds_over_three_cycles_from_settle_on) {
  Sheet sheet = sheet_of(alike(segments));
  const auto healthy = everywhere(segments);
  sheet.settle(healthy);
  const Average first = average_over(sheet, healthy, 48);
  const Average later = average_over(sheet, healthy, 48);
  EXPECT_NEAR(later.a_dark / first.a_dark, 1.0, tolerance);
  EXPECT_NEAR(later.a_pale / first.a_pale, 1.0, tolerance);
  EXPECT_NEAR(later.spermatogonia / first.spermatogonia, 1.0, tolerance);
  EXPECT_NEAR(later.spermatocytes / first.spermatocytes, 1.0, tolerance);
  EXPECT_NEAR(later.spermatids / first.spermatids, 1.0, tolerance);
  EXPECT_NEAR(later.sperm_per_d / first.sperm_per_d, 1.0, tolerance);
  EXPECT_EQ(sheet.saturated(), 0U);
  EXPECT_EQ(sheet.overrun(), 0U);
}

TEST(SteadyState, agrees_with_the_closed_form) {
  Sheet sheet = sheet_of(alike(segments), 2);
  const auto healthy = everywhere(segments);
  sheet.settle(healthy);
  const Average mean = average_over(sheet, healthy, 64);
  const ExpectedContent expected = expected_content(man(), SegmentPlan{}, SegmentConditions{});
  EXPECT_NEAR(mean.a_dark / expected.a_dark, 1.0, 0.08);  // moves slowly: few turn over in a cycle
  EXPECT_NEAR(mean.a_pale / expected.a_pale, 1.0, tolerance);
  EXPECT_NEAR(mean.committed_per_d / expected.entry_per_d, 1.0, tolerance);
  EXPECT_NEAR(mean.sperm_per_d / expected.sperm_per_d, 1.0, tolerance);
  for (std::size_t t = 0; t < man().germ_cells.size(); ++t) {
    // Short types hold few cells at a time: more scatter.
    EXPECT_NEAR(mean.cells[t] / expected.cells[t], 1.0, 0.07) << man().germ_cells[t].name;
  }
}

TEST(SteadyState, agrees_with_the_closed_form_under_changed_conditions) {
  SegmentConditions hard;
  hard.spermatogonial_death_hazard_ratio = 1.5;
  hard.spermatocyte_death_hazard_ratio = 1.3;
  hard.spermatid_death_hazard_ratio = 2.0;
  hard.niche_mitogen_supply = 1.4;
  hard.spermatogonial_gate = 0.6;
  hard.spermatid_gate = 0.5;
  SegmentPlan weak;
  weak.survival_factor = 0.95;
  Sheet sheet = sheet_of(alike(segments, weak), 3);
  const auto conditions = everywhere(segments, hard);
  sheet.settle(conditions);
  const Average mean = average_over(sheet, conditions, 64);
  const ExpectedContent expected = expected_content(man(), weak, hard);
  EXPECT_NEAR(mean.a_pale / expected.a_pale, 1.0, tolerance);
  EXPECT_NEAR(mean.spermatocytes / man().spermatocytes(expected.cells), 1.0, tolerance);
  EXPECT_NEAR(mean.spermatids / man().spermatids(expected.cells), 1.0, tolerance);
  EXPECT_NEAR(mean.sperm_per_d / expected.sperm_per_d, 1.0, 0.07);
}

// T016 and T017 are fitted: this holds the fit, it is no evidence. T016 5.9e6/g/d with SE 0.9 is met within 5
// %.
TEST(SteadyState, keeps_the_fit_to_daily_sperm_production_and_meiotic_loss) {
  Sheet sheet = sheet_of(alike(segments), 4);
  const auto healthy = everywhere(segments);
  sheet.settle(healthy);
  const Average mean = average_over(sheet, healthy, 64);
  const auto sa = static_cast<std::size_t>(man().germ_cell_index("sa_spermatid"));
  const double round_per_d = mean.cells[sa] / man().germ_cells[sa].duration_d;
  const double grams = man().testis_volume_mL * man().testis_density_g_per_mL;
  EXPECT_NEAR(round_per_d * man().sertoli_cells_per_testis / grams / 5.9e6, 1.0, tolerance);
  const auto pachytene = static_cast<std::size_t>(man().germ_cell_index("pachytene"));
  const auto secondary = static_cast<std::size_t>(man().germ_cell_index("secondary_spermatocyte"));
  const double yield =
      man().germ_cells[pachytene].division_survival * man().germ_cells[secondary].division_survival;
  EXPECT_NEAR(1.0 - yield, 0.449, 0.002);  // last printed digit and a bit
}

TEST(Cycle, takes_sixteen_days_and_shows_stages_as_long_as_they_last) {
  constexpr int few = 12;
  Sheet sheet = sheet_of(alike(few), 5);
  const auto healthy = everywhere(few);
  sheet.settle(healthy);
  std::vector<double> shown(man().stages.size(), 0.0);
  std::vector<double> last(few * 24, 0.0);
  double advanced = 0.0;
  double looks = 0.0;
  constexpr int days = 160;  // ten cycles: every site shows every stage ten times
  for (int day = 0; day <= days; ++day) {
    if (day > 0) sheet.step(healthy);
    for (int segment = 0; segment < few; ++segment) {
      const CrossSection section = sheet.cross_section(segment, 3);
      for (std::size_t around = 0; around < section.sites.size(); ++around) {
        double& before = last[static_cast<std::size_t>(segment) * 24 + around];
        const double moved = section.sites[around].phase - before;
        before = section.sites[around].phase;
        if (day == 0) continue;
        advanced += moved < -0.5 ? moved + 1.0 : (moved > 0.5 ? moved - 1.0 : moved);
        ++shown[static_cast<std::size_t>(section.sites[around].stage)];
        ++looks;
      }
    }
  }
  // 288 sites, jitter 0.4 d a cycle in patches of about 20: below 0.1 % of ten cycles.
  EXPECT_NEAR(looks / advanced, man().cycle_d, 0.005 * man().cycle_d);
  for (std::size_t s = 0; s < shown.size(); ++s) {
    // Seen once a day: a stage of 0.8 d is hit or missed, which averages out over ten cycles and 288 sites.
    EXPECT_NEAR(shown[s] / looks, man().stages[s].duration_d / man().cycle_d, 0.006) << man().stages[s].name;
  }
}

TEST(Step, halving_it_moves_no_read_out_by_more_than_one_percent) {
  constexpr int many = 40;
  const auto healthy = everywhere(many);
  Sheet whole = sheet_of(alike(many), 6, 1.0);
  Sheet half = sheet_of(alike(many), 6, 0.5);
  whole.settle(healthy);
  half.settle(healthy);
  // Common addresses: the two runs draw the same numbers for the same events, so little scatter is left. It
  // grows as the phases, whose coupling is stepped, let competition between neighbours run another way.
  const Average coarse = average_over(whole, healthy, 96);
  const Average fine = average_over(half, healthy, 96);
  EXPECT_NEAR(fine.a_dark / coarse.a_dark, 1.0, 0.01);
  EXPECT_NEAR(fine.a_pale / coarse.a_pale, 1.0, 0.01);
  EXPECT_NEAR(fine.spermatogonia / coarse.spermatogonia, 1.0, 0.01);
  EXPECT_NEAR(fine.spermatocytes / coarse.spermatocytes, 1.0, 0.01);
  EXPECT_NEAR(fine.spermatids / coarse.spermatids, 1.0, 0.01);
  EXPECT_NEAR(fine.sperm_per_d / coarse.sperm_per_d, 1.0, 0.01);
  for (std::size_t t = 0; t < man().germ_cells.size(); ++t) {
    EXPECT_NEAR(fine.cells[t] / coarse.cells[t], 1.0, 0.01) << man().germ_cells[t].name;
  }
}

TEST(Step, halving_it_leaves_nearly_every_event_as_it_was) {
  constexpr int few = 20;
  const auto healthy = everywhere(few);
  Sheet whole = sheet_of(alike(few), 7, 1.0);
  Sheet half = sheet_of(alike(few), 7, 0.5);
  whole.settle(healthy);
  std::stringstream state;
  whole.save(state);
  half.load(state);
  for (int day = 0; day < 30; ++day) {
    whole.step(healthy);
    half.step(healthy);
    half.step(healthy);
  }
  // Draws belong to site, entry and transition. Only the stepped coupling (moments of entry) and the order of
  // neighbours within a step (room after meiosis) differ: 2 sperm of some 27,000 when measured; an address
  // that holds the step gives 600.
  double different = 0.0;
  double released = 0.0;
  for (int s = 0; s < few; ++s) {
    const double a = whole.segment_flows_since_settle(s).sperm_released;
    const double b = half.segment_flows_since_settle(s).sperm_released;
    different += std::fabs(a - b);
    released += a;
  }
  RecordProperty("different", static_cast<int>(different));
  EXPECT_LT(different / released, 0.001);
}

}  // namespace
}  // namespace azoo::testis
