// A-dark and A-pale: competition for mitogen sets their density, without any limit in the model.
#include <gtest/gtest.h>

#include <limits>

#include "testis/man.hpp"
#include "testis/stem_kinetics.hpp"

namespace azoo::testis {
namespace {

constexpr int segments = 30;

double a_pale_per_sertoli(const Sheet& sheet) {
  const Totals totals = sheet.totals();
  return totals.stem[a_pale] / totals.sertoli_cells;
}

TEST(StemKinetics, renewal_is_one_half_at_balance_and_falls_with_crowding) {
  const StemParameters& stem = man().stem;
  EXPECT_DOUBLE_EQ(renewal_probability(stem, crowding(stem, stem.a_pale_at_balance, 1.0)), 0.5);
  EXPECT_DOUBLE_EQ(renewal_probability(stem, 0.0), 1.0);
  EXPECT_DOUBLE_EQ(renewal_probability(stem, crowding(stem, 1.0, 0.0)), 0.0);
  EXPECT_GT(renewal_probability(stem, 0.5), renewal_probability(stem, 1.5));
  // Balance: one dividing cell leaves one renewed survivor.
  const double x = balanced_crowding(stem, 2.0);
  EXPECT_NEAR(2.0 * daughter_survival(stem, 2.0) * renewal_probability(stem, x), 1.0, 1e-12);
  EXPECT_EQ(balanced_crowding(stem, 1000.0), 0.0);  // more die than are born
}

TEST(StemCells, more_mitogen_gives_more_a_pale_and_more_entry_in_proportion) {
  Average mean[2];
  for (int i = 0; i < 2; ++i) {
    SegmentConditions conditions;
    conditions.niche_mitogen_supply = i == 0 ? 1.0 : 3.0;
    Sheet sheet = sheet_of(alike(segments), 11);
    sheet.settle(everywhere(segments, conditions));
    mean[i] = average_over(sheet, everywhere(segments, conditions), 32);
  }
  EXPECT_NEAR(mean[1].a_pale / mean[0].a_pale, 3.0, 0.2);  // two means with 2 % scatter each
  EXPECT_NEAR(mean[1].committed_per_d / mean[0].committed_per_d, 3.0, 0.2);
}

TEST(StemCells, raised_mitogen_acts_within_cycles_and_wears_off) {
  const auto healthy = everywhere(segments);
  SegmentConditions rich;
  rich.niche_mitogen_supply = 2.0;
  Sheet sheet = sheet_of(alike(segments), 12);
  sheet.settle(healthy);
  const double before = a_pale_per_sertoli(sheet);
  for (int day = 0; day < 80; ++day) sheet.step(everywhere(segments, rich));
  const double raised = a_pale_per_sertoli(sheet);
  EXPECT_GT(raised, 1.6 * before);
  for (int day = 0; day < 112; ++day) sheet.step(healthy);
  EXPECT_NEAR(a_pale_per_sertoli(sheet) / before, 1.0, 0.12);
}

TEST(StemCells, density_comes_back_after_depletion_and_the_reserve_helps) {
  const auto healthy = everywhere(segments);
  const auto after_depletion = [&](double a_dark_survival, int days) {
    Sheet sheet = sheet_of(alike(segments), 13);
    sheet.settle(healthy);
    AcuteInjury injury;
    injury.stem_survival[a_dark] = a_dark_survival;
    injury.stem_survival[a_pale] = 0.05;
    for (int s = 0; s < segments; ++s) sheet.injure(s, injury);
    for (int day = 0; day < days; ++day) sheet.step(healthy);
    return a_pale_per_sertoli(sheet);
  };
  const double usual = expected_content(man(), SegmentPlan{}, SegmentConditions{}).a_pale;
  EXPECT_LT(after_depletion(0.0, 1), 0.08 * usual);
  EXPECT_GT(after_depletion(1.0, 32), 1.5 * after_depletion(0.0, 32));
  EXPECT_NEAR(after_depletion(1.0, 192) / usual, 1.0, 0.12);
  // Without reserve empty patches are settled from their edges: slower, and to the same density.
  const double without_reserve = after_depletion(0.0, 192) / usual;
  EXPECT_GT(without_reserve, 0.3);
  EXPECT_LT(without_reserve, 0.9);
  EXPECT_NEAR(after_depletion(0.0, 800) / usual, 1.0, 0.12);
}

TEST(StemCells, a_closed_gate_stops_entry_and_spares_stem_cells) {
  SegmentConditions closed;
  closed.spermatogonial_gate = 0.0;
  const auto healthy = everywhere(segments);
  Sheet sheet = sheet_of(alike(segments), 14);
  sheet.settle(healthy);
  const double before = sheet.totals().stem[a_pale];
  for (int day = 0; day < 160; ++day) sheet.step(everywhere(segments, closed));
  EXPECT_EQ(man().spermatocytes(sheet.totals().cells), 0.0);
  EXPECT_GT(sheet.totals().stem[a_pale], 0.9 * before);
  for (int day = 0; day < 100; ++day) sheet.step(healthy);
  EXPECT_GT(sheet.sperm_released_last_step(), 0.0);
}

TEST(StemCells, counts_per_site_know_no_limit_until_the_byte_is_full_and_then_say_so) {
  SegmentConditions flood;
  flood.niche_mitogen_supply = 400.0;
  Sheet sheet = sheet_of(alike(1), 15);
  sheet.settle(everywhere(1, flood));
  for (int day = 0; day < 32; ++day) sheet.step(everywhere(1, flood));
  EXPECT_GT(sheet.saturated(), 0U);
  EXPECT_GT(sheet.segment_flows_since_settle(0).lost_to_saturation, 0.0);
}

}  // namespace
}  // namespace azoo::testis
