#include "endocrine/axis.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <cstring>
#include <limits>
#include <thread>
#include <utility>
#include <vector>

#include "endocrine/experiments.hpp"
#include "endocrine/shipped.hpp"

namespace azoo::endocrine {
namespace {

using testing::shipped;

constexpr TissueState no_germ_cells{1.0, 0.0, 0.0, 1.0};

Axis settled(const TissueState& tissue, const SetPoints& man = {}) {
  Axis axis(shipped(), man);
  axis.settle(tissue);
  return axis;
}

std::vector<Dose> daily(Drug drug, double amount, int days) {
  std::vector<Dose> doses;
  for (int day = 0; day < days; ++day) doses.push_back({drug, day + 0.0, amount});
  return doses;
}

TEST(HealthyMan, lies_inside_every_reference_range) {
  const HormoneState now = Axis(shipped(), SetPoints{}).state();
  const auto inside = [](double value, const char* name) {
    const Parameter& range = testing::shipped_set().at(std::string("axis.reference.") + name);
    EXPECT_GT(value, range.low) << name;
    EXPECT_LT(value, range.high) << name;
  };
  inside(now.lh_IU_per_L, "lh");
  inside(now.fsh_IU_per_L, "fsh");
  inside(now.testosterone_nmol_per_L, "testosterone");
  inside(now.intratesticular_testosterone_nmol_per_L, "intratesticular_testosterone");
  inside(now.estradiol_pmol_per_L, "estradiol");
  inside(now.inhibin_b_pg_per_mL, "inhibin_b");
  inside(now.prolactin_mIU_per_L, "prolactin");
  inside(now.shbg_nmol_per_L, "shbg");
}

TEST(LeydigLoss, lowers_testosterone_and_raises_lh) {
  const HormoneState healthy = settled({}).state();
  double last_t = healthy.testosterone_nmol_per_L, last_lh = healthy.lh_IU_per_L;
  for (const double leydig : {0.7, 0.4, 0.1, 0.0}) {
    const HormoneState now = settled({1.0, 1.0, 1.0, leydig}).state();
    EXPECT_LT(now.testosterone_nmol_per_L, last_t);
    EXPECT_GT(now.lh_IU_per_L, last_lh);
    last_t = now.testosterone_nmol_per_L;
    last_lh = now.lh_IU_per_L;
  }
}

TEST(Hcg, raises_testosterone_only_through_leydig_cells) {
  const TissueState without{1.0, 1.0, 1.0, 0.0};
  Axis treated = settled(without), untreated = settled(without);
  const std::vector<Dose> doses{{Drug::hcg, 0.0, 6000.0}, {Drug::hcg, 3.0, 6000.0}};
  treated.advance(5.0, without, doses);
  untreated.advance(5.0, without);
  EXPECT_GT(treated.state().hcg_IU_per_L, 50.0) << "the drug is there";
  // hCG enters no equation of testosterone but the Leydig cells'; what is left is solver error.
  EXPECT_NEAR(treated.state().testosterone_nmol_per_L, untreated.state().testosterone_nmol_per_L, 1e-8);
  EXPECT_LT(treated.state().intratesticular_testosterone_nmol_per_L, 1e-30);

  Axis healthy = settled({});
  const double before = healthy.state().testosterone_nmol_per_L;
  healthy.advance(5.0, {}, doses);
  EXPECT_GT(healthy.state().testosterone_nmol_per_L, 1.3 * before);
}

TEST(Hcg, makes_leydig_cells_refractory_and_leaves_a_memory) {
  Axis man = settled({});
  const Dose dose{Drug::hcg, 0.0, 6000.0};
  man.advance(3.0, {}, {&dose, 1});
  EXPECT_LT(man.state().leydig_responsiveness, 0.7);
  EXPECT_GT(man.state().leydig_trophic_memory, 1.2);
  EXPECT_LT(man.state().lh_IU_per_L, 4.0) << "steroids brake the pituitary";
  man.advance(60.0, {});
  EXPECT_NEAR(man.state().testosterone_nmol_per_L, settled({}).state().testosterone_nmol_per_L, 0.05);
}

TEST(GermCellLoss, lowers_inhibin_b_and_then_raises_fsh) {
  Axis man = settled({});
  const HormoneState before = man.state();
  man.advance(0.25, no_germ_cells);  // hours: inhibin B falls first
  const HormoneState early = man.state();
  man.advance(30.0, no_germ_cells);
  const HormoneState late = man.state();
  EXPECT_LT(early.inhibin_b_pg_per_mL, 0.9 * before.inhibin_b_pg_per_mL);
  EXPECT_LT(early.fsh_IU_per_L - before.fsh_IU_per_L, 0.2 * (late.fsh_IU_per_L - before.fsh_IU_per_L));
  EXPECT_LT(late.inhibin_b_pg_per_mL, 0.3 * before.inhibin_b_pg_per_mL);
  EXPECT_GT(late.fsh_IU_per_L, 2.0 * before.fsh_IU_per_L);
  EXPECT_NEAR(late.testosterone_nmol_per_L, before.testosterone_nmol_per_L, 1e-3)
      << "Leydig cells are untouched";
}

TEST(NonObstructiveAzoospermia, with_few_sertoli_cells_has_high_fsh_and_low_inhibin_b) {
  const HormoneState now = settled({0.15, 0.05, 0.0, 1.0}).state();
  EXPECT_GT(now.fsh_IU_per_L, 15.0);
  EXPECT_LT(now.fsh_IU_per_L, 40.0);
  EXPECT_LT(now.inhibin_b_pg_per_mL, 20.0);  // E019: below this no sperm was found
}

TEST(FshCeiling, holds_under_clomiphene_in_a_man_without_inhibin) {
  SetPoints driven;
  driven.fsh_drive = 3.0;
  driven.gnrh_drive = 2.0;
  const TissueState empty{0.0, 0.0, 0.0, 0.2};
  Axis man = settled(empty, driven);
  man.advance(84.0, empty, daily(Drug::clomiphene, 200.0, 84));
  EXPECT_LT(man.state().fsh_IU_per_L, man.fsh_ceiling_IU_per_L());
  EXPECT_GT(man.state().fsh_IU_per_L, 0.7 * man.fsh_ceiling_IU_per_L()) << "the test reaches for the ceiling";
}

TEST(Clomiphene, raises_less_fsh_where_fsh_is_already_high) {
  const auto fold = [](const TissueState& tissue) {
    Axis man = settled(tissue);
    const double before = man.state().fsh_IU_per_L;
    man.advance(42.0, tissue, daily(Drug::clomiphene, 50.0, 42));
    return man.state().fsh_IU_per_L / before;
  };
  EXPECT_GT(fold({}), 1.2);
  EXPECT_GT(fold({}), fold({0.1, 0.0, 0.0, 1.0}));
}

TEST(OestrogenFeedback, carries_a_real_share) {
  SetPoints blocked;
  blocked.aromatase = 0.0;
  const HormoneState healthy = settled({}).state(), inhibited = settled({}, blocked).state();
  EXPECT_NEAR(inhibited.estradiol_pmol_per_L, 0.0, 1e-9);
  EXPECT_GT(inhibited.lh_IU_per_L, 1.2 * healthy.lh_IU_per_L);
  EXPECT_GT(inhibited.testosterone_nmol_per_L, healthy.testosterone_nmol_per_L);
  SetPoints more;
  more.aromatase = 2.0;
  EXPECT_LT(settled({}, more).state().lh_IU_per_L, healthy.lh_IU_per_L);
}

TEST(GnrhSupport, suppression_empties_both_gates_of_the_germ_line) {
  Axis man = settled({});
  EXPECT_NEAR(man.gates().spermatogonial, 1.0, 1e-9);
  EXPECT_NEAR(man.gates().spermatid, 1.0, 1e-9);
  man.set_gnrh_support(0.03);
  man.advance(60.0, {});
  EXPECT_LT(man.gates().spermatogonial, 0.5);
  EXPECT_LT(man.gates().spermatid, 0.25);
  EXPECT_LT(man.gates().spermatid, man.gates().spermatogonial);
}

TEST(Gates, stay_between_nothing_and_1_2) {
  for (const double leydig : {0.0, 0.3, 1.0, 3.0}) {
    for (const double sertoli : {0.0, 0.2, 1.0}) {
      const GermLineGates gates = settled({sertoli, 0.0, 0.0, leydig}).gates();
      for (const double gate : {gates.spermatogonial, gates.spermatid}) {
        EXPECT_GE(gate, 0.0);
        EXPECT_LE(gate, 1.2);
      }
    }
  }
}

TEST(Settle, is_a_fixed_point_of_advance) {
  for (const TissueState& tissue :
       {TissueState{}, no_germ_cells, TissueState{0.15, 0.05, 0.0, 0.4}, TissueState{0.0, 0.0, 0.0, 0.0}}) {
    Axis man = settled(tissue);
    const HormoneState start = man.state();
    man.advance(100.0, tissue);
    const HormoneState end = man.state();
    EXPECT_NEAR(end.fsh_IU_per_L, start.fsh_IU_per_L, 1e-6);
    EXPECT_NEAR(end.lh_IU_per_L, start.lh_IU_per_L, 1e-6);
    EXPECT_NEAR(end.testosterone_nmol_per_L, start.testosterone_nmol_per_L, 1e-6);
    EXPECT_NEAR(end.shbg_nmol_per_L, start.shbg_nmol_per_L, 1e-6);
  }
}

TEST(Settle, is_where_advance_ends_from_elsewhere) {
  const TissueState tissue{0.5, 0.2, 0.1, 0.6};
  Axis man(shipped(), SetPoints{});
  man.advance(400.0, tissue);
  const HormoneState end = man.state(), rest = settled(tissue).state();
  EXPECT_NEAR(end.fsh_IU_per_L, rest.fsh_IU_per_L, 1e-3);  // tolerance 1e-4 of the solver
  EXPECT_NEAR(end.testosterone_nmol_per_L, rest.testosterone_nmol_per_L, 3e-3);
}

TEST(Settle, forgets_what_was_before_to_the_byte) {
  const TissueState tissue{0.5, 0.2, 0.1, 0.6};
  Axis fresh = settled(tissue), used = settled({});
  used.advance(9.5, no_germ_cells, daily(Drug::clomiphene, 50.0, 9));
  used.settle(tissue);
  for (Axis* man : {&fresh, &used}) man->advance(5.0, {}, daily(Drug::clomiphene, 50.0, 5));
  const HormoneState a = fresh.state(), b = used.state();
  EXPECT_EQ(std::memcmp(&a, &b, sizeof(HormoneState)), 0);
}

std::vector<double> six_weeks(const AxisTolerances& tolerances, int cuts_per_day) {
  Axis man(shipped(), SetPoints{}, tolerances);
  std::vector<double> seen;
  for (int day = 0; day < 42; ++day) {
    std::vector<Dose> doses{{Drug::clomiphene, day + 0.0, 50.0}};
    if (day % 7 == 0) doses.push_back({Drug::hcg, day + 0.0, 1000.0});
    for (int cut = 1; cut <= cuts_per_day; ++cut) {
      man.advance(day + static_cast<double>(cut) / cuts_per_day, {},
                  cut == 1 ? std::span<const Dose>(doses) : std::span<const Dose>{});
    }
    const HormoneState now = man.state();
    const AxisParameters& p = shipped();
    for (const double ratio :
         {now.lh_IU_per_L / p.lh_reference_IU_per_L, now.fsh_IU_per_L / p.fsh_reference_IU_per_L,
          now.testosterone_nmol_per_L / p.testosterone_reference_nmol_per_L,
          now.estradiol_pmol_per_L / p.estradiol_reference_pmol_per_L,
          now.inhibin_b_pg_per_mL / p.inhibin_b_reference_pg_per_mL,
          now.prolactin_mIU_per_L / p.prolactin_reference_mIU_per_L,
          now.shbg_nmol_per_L / p.shbg_reference_nmol_per_L, now.leydig_trophic_memory,
          now.leydig_responsiveness})
      seen.push_back(ratio);
  }
  return seen;
}

double largest_difference(const std::vector<double>& a, const std::vector<double>& b) {
  double largest = 0.0;
  for (std::size_t i = 0; i < a.size(); ++i) largest = std::max(largest, std::fabs(a[i] - b[i]));
  return largest;
}

TEST(Axis, halving_the_tolerances_moves_no_state_by_1e_4) {
  const AxisTolerances normal, half{normal.relative / 2.0, normal.absolute / 2.0};
  EXPECT_LT(largest_difference(six_weeks(normal, 1), six_weeks(half, 1)), 1e-4);
}

TEST(Axis, cutting_a_day_into_three_moves_no_state_by_2e_4) {
  EXPECT_LT(largest_difference(six_weeks({}, 1), six_weeks({}, 3)), 2e-4);  // other steps, same tolerance
}

TEST(Axis, gives_the_same_bytes_twice) {
  const std::vector<double> first = six_weeks({}, 1), second = six_weeks({}, 1);
  ASSERT_EQ(first.size(), second.size());
  EXPECT_EQ(std::memcmp(first.data(), second.data(), first.size() * sizeof(double)), 0);
}

TEST(Axis, gives_the_same_bytes_in_any_thread) {
  const std::vector<double> alone = six_weeks({}, 1);
  std::vector<std::vector<double>> seen(4);
  {
    std::vector<std::jthread> threads;
    for (std::vector<double>& one : seen) threads.emplace_back([&one] { one = six_weeks({}, 1); });
  }
  for (const std::vector<double>& one : seen) EXPECT_EQ(one, alone);
}

TEST(Axis, settles_for_every_drawn_man_with_any_tissue_and_keeps_hormones_positive) {
  for (std::uint64_t participant = 0; participant < 200; ++participant) {
    const RandomStream stream({.seed = 3, .participant = participant, .stream = Stream::hormone_set_points});
    Draws draws(stream, 1000, 0);
    const TissueState tissue{draws.uniform(), draws.uniform(), draws.uniform(), draws.uniform()};
    Axis man(shipped(), draw_set_points(testing::shipped_set(), stream));
    man.settle(tissue);
    man.advance(30.0, tissue, daily(Drug::clomiphene, 50.0, 30));
    const HormoneState now = man.state();
    for (const double level :
         {now.lh_IU_per_L, now.fsh_IU_per_L, now.testosterone_nmol_per_L, now.estradiol_pmol_per_L,
          now.inhibin_b_pg_per_mL, now.prolactin_mIU_per_L, now.shbg_nmol_per_L}) {
      EXPECT_GT(level, 0.0);
      EXPECT_TRUE(std::isfinite(level));
    }
  }
}

TEST(Axis, can_be_moved) {
  Axis first(shipped(), SetPoints{});
  first.advance(2.0, no_germ_cells);
  const double fsh = first.state().fsh_IU_per_L;
  Axis second = std::move(first);
  EXPECT_EQ(second.state().fsh_IU_per_L, fsh);
  second.advance(3.0, no_germ_cells);
  EXPECT_EQ(second.day(), 3.0);
}

TEST(Axis, refuses_what_cannot_be) {
  Axis man(shipped(), SetPoints{});
  man.advance(2.0, {});
  EXPECT_THROW(man.advance(1.0, {}), std::invalid_argument);
  const std::vector<Dose> unsorted{{Drug::hcg, 3.0, 1.0}, {Drug::hcg, 2.5, 1.0}};
  EXPECT_THROW(man.advance(4.0, {}, unsorted), std::invalid_argument);
  const Dose late{Drug::hcg, 4.0, 1.0}, negative{Drug::hcg, 2.0, -1.0};
  EXPECT_THROW(man.advance(4.0, {}, {&late, 1}), std::invalid_argument);
  EXPECT_THROW(man.advance(4.0, {}, {&negative, 1}), std::invalid_argument);
  EXPECT_THROW(man.advance(4.0, {-0.1, 1.0, 1.0, 1.0}), std::invalid_argument);
  EXPECT_THROW(man.settle({std::numeric_limits<double>::quiet_NaN(), 1.0, 1.0, 1.0}), std::invalid_argument);
  SetPoints impossible;
  impossible.shbg = -1.0;
  EXPECT_THROW(Axis(shipped(), impossible), std::invalid_argument);
  AxisParameters timeless = shipped();
  timeless.hcg_half_life_h = 0.0;
  EXPECT_THROW(Axis(timeless, SetPoints{}), std::invalid_argument);
  EXPECT_EQ(man.day(), 2.0) << "a refused call changes nothing";
}

}  // namespace
}  // namespace azoo::endocrine
