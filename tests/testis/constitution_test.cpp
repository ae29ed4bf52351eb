// What a segment is made of: no stem cells, arrest, Sertoli cells only, sclerosis, weights; and
// repeatability.
#include <gtest/gtest.h>

#include <stdexcept>

#include "testis/man.hpp"

namespace azoo::testis {
namespace {

void run(Sheet& sheet, const std::vector<SegmentConditions>& conditions, int days) {
  for (int day = 0; day < days; ++day) sheet.step(conditions);
}

bool same(const SegmentCounts& a, const SegmentCounts& b) {
  return a.cells == b.cells && a.stem[a_dark] == b.stem[a_dark] && a.stem[a_pale] == b.stem[a_pale] &&
         a.sertoli_cells == b.sertoli_cells;
}

TEST(Constitution, without_stem_cells_no_sperm_come_whatever_the_conditions) {
  SegmentPlan empty;
  empty.stem_cells = false;
  SegmentConditions rich;
  rich.niche_mitogen_supply = 5.0;
  rich.spermatocyte_death_hazard_ratio = 0.0;
  Sheet sheet = sheet_of(alike(5, empty));
  const auto conditions = everywhere(5, rich);
  sheet.settle(conditions);
  double sperm = 0.0;
  for (int day = 0; day < 400; ++day) {
    sheet.step(conditions);
    sperm += sheet.sperm_released_last_step();
  }
  EXPECT_EQ(sperm, 0.0);
  EXPECT_FALSE(sheet.counts(2).stem_cells() > 0.0);
  EXPECT_EQ(sheet.counts(2).sertoli_cells, 192.0);
}

TEST(Constitution, segments_that_lose_all_stem_cells_empty_and_stay_empty) {
  const auto healthy = everywhere(3);
  Sheet sheet = sheet_of(alike(3));
  sheet.settle(healthy);
  AcuteInjury injury;
  injury.stem_survival[a_dark] = 0.0;
  injury.stem_survival[a_pale] = 0.0;
  sheet.injure(1, injury);
  run(sheet, healthy, 75);  // the last committed cells leave after 64 d and at most 8 d of waiting
  EXPECT_EQ(sheet.counts(1).cells, GermCellCounts{});
  EXPECT_GT(sheet.counts(0).cells[0], 0.0);
  run(sheet, healthy, 100);
  EXPECT_EQ(sheet.counts(1).cells, GermCellCounts{});
  EXPECT_FALSE(sheet.counts(1).stem_cells() > 0.0);
}

TEST(Constitution, arrest_at_pachytene_leaves_spermatocytes_and_no_spermatid) {
  SegmentPlan arrested;
  arrested.arrest_type = man().germ_cell_index("pachytene");
  const auto healthy = everywhere(4);
  Sheet sheet = sheet_of(alike(4, arrested));
  sheet.settle(healthy);
  for (int day = 0; day < 100; ++day) {
    sheet.step(healthy);
    const Totals totals = sheet.totals();
    EXPECT_GT(man().spermatocytes(totals.cells), 500.0);  // healthy: 2.8 x 768
    EXPECT_EQ(man().spermatids(totals.cells), 0.0);
    EXPECT_EQ(sheet.sperm_released_last_step(), 0.0);
  }
  const RelativeContent expected = expected_relative_content(man(), arrested, SegmentConditions{});
  EXPECT_EQ(expected.spermatids, 0.0);
  EXPECT_GT(expected.spermatocytes, 0.9);
}

TEST(Constitution, sertoli_only_counts_sertoli_cells_and_sclerosed_counts_nothing) {
  SegmentPlan sertoli_only;
  sertoli_only.state = SegmentState::sertoli_only;
  sertoli_only.weight = 10.0;
  SegmentPlan sclerosed;
  sclerosed.state = SegmentState::sclerosed;
  Sheet sheet = sheet_of({sertoli_only, sclerosed});
  const auto healthy = everywhere(2);
  sheet.settle(healthy);
  run(sheet, healthy, 20);
  EXPECT_EQ(sheet.totals().sertoli_cells, 1920.0);
  EXPECT_EQ(sheet.totals().cells, GermCellCounts{});
  EXPECT_TRUE(sheet.cross_section(0, 0).tubule);
  EXPECT_EQ(sheet.cross_section(0, 0).sites.size(), 24U);
  EXPECT_FALSE(sheet.cross_section(1, 0).tubule);
}

TEST(Constitution, weights_scale_totals_and_not_counts) {
  SegmentPlan heavy;
  heavy.weight = 1000.0;
  Sheet light = sheet_of(alike(2));
  Sheet sheet = sheet_of(alike(2, heavy));
  const auto healthy = everywhere(2);
  light.settle(healthy);
  sheet.settle(healthy);
  run(light, healthy, 30);
  run(sheet, healthy, 30);
  EXPECT_TRUE(same(light.counts(1), sheet.counts(1)));
  EXPECT_DOUBLE_EQ(sheet.totals().stem[a_pale], 1000.0 * light.totals().stem[a_pale]);
  EXPECT_DOUBLE_EQ(sheet.sperm_released_last_step(), 1000.0 * light.sperm_released_last_step());
}

TEST(Repeatability, a_segment_does_not_depend_on_the_others) {
  SegmentPlan sertoli_only;
  sertoli_only.state = SegmentState::sertoli_only;
  SegmentPlan arrested;
  arrested.arrest_type = 4;
  Sheet mixed = sheet_of({sertoli_only, SegmentPlan{}, arrested, SegmentPlan{}});
  Sheet plain = sheet_of(alike(4));
  const auto healthy = everywhere(4);
  auto others = healthy;
  others[2].niche_mitogen_supply = 2.0;
  mixed.settle(others);
  plain.settle(healthy);
  run(mixed, others, 90);
  run(plain, healthy, 90);
  EXPECT_TRUE(same(mixed.counts(1), plain.counts(1)));
  EXPECT_TRUE(same(mixed.counts(3), plain.counts(3)));
  EXPECT_FALSE(same(mixed.counts(2), plain.counts(2)));
}

TEST(Repeatability, same_address_same_testis_other_address_another) {
  const auto healthy = everywhere(2);
  const auto final_counts = [&](std::uint64_t seed, std::uint64_t replicate, std::uint64_t participant,
                                std::uint32_t side) {
    Sheet sheet(man(), SheetShape{24, 8, 1.0}, alike(2), seed, replicate, participant, side);
    sheet.settle(healthy);
    run(sheet, healthy, 40);
    return sheet.counts(1);
  };
  const SegmentCounts first = final_counts(1, 2, 3, 0);
  EXPECT_TRUE(same(first, final_counts(1, 2, 3, 0)));
  EXPECT_FALSE(same(first, final_counts(9, 2, 3, 0)));
  EXPECT_FALSE(same(first, final_counts(1, 9, 3, 0)));
  EXPECT_FALSE(same(first, final_counts(1, 2, 9, 0)));
  EXPECT_FALSE(same(first, final_counts(1, 2, 3, 1)));
}

TEST(Repeatability, settling_again_starts_over) {
  const auto healthy = everywhere(2);
  Sheet sheet = sheet_of(alike(2));
  sheet.settle(healthy);
  run(sheet, healthy, 40);
  const SegmentCounts first = sheet.counts(0);
  sheet.settle(healthy);
  EXPECT_EQ(sheet.day(), 0.0);
  run(sheet, healthy, 40);
  EXPECT_TRUE(same(first, sheet.counts(0)));
}

TEST(BadInput, is_refused_with_an_explanation) {
  EXPECT_THROW(Sheet(man(), SheetShape{2, 8, 1.0}, alike(1), 1, 0, 0, 0), std::invalid_argument);
  EXPECT_THROW(Sheet(man(), SheetShape{24, 8, 0.3}, alike(1), 1, 0, 0, 0), std::invalid_argument);
  EXPECT_THROW(Sheet(man(), SheetShape{24, 8, 2.0}, alike(1), 1, 0, 0, 0), std::invalid_argument);
  SegmentPlan wrong;
  wrong.survival_factor = 1.5;
  EXPECT_THROW(sheet_of({wrong}), std::invalid_argument);
  Sheet sheet = sheet_of(alike(2));
  EXPECT_THROW(sheet.settle(everywhere(1)), std::invalid_argument);
  auto conditions = everywhere(2);
  conditions[1].niche_mitogen_supply = -1.0;
  EXPECT_THROW(sheet.settle(conditions), std::invalid_argument);
}

}  // namespace
}  // namespace azoo::testis
