#include "endocrine/drug_levels.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "endocrine/shipped.hpp"

namespace azoo::endocrine {
namespace {

DrugRates rates() {
  return drug_rates(testing::shipped(), SetPoints{});
}

TEST(DrugLevels, follow_the_sum_of_exponentials_after_one_dose) {
  const DrugRates r = rates();
  const DrugLevels now = levels_after(levels_with_dose({}, r, {Drug::hcg, 0.0, 1000.0}), r, 0.7);
  const double a = r.hcg_absorption_per_d, e = r.hcg_elimination_per_d;
  const double exact =
      1000.0 * r.hcg_bioavailability * a / (a - e) * (std::exp(-e * 0.7) - std::exp(-a * 0.7));
  EXPECT_NEAR(now.hcg_plasma_IU, exact, 1e-10 * exact);  // same formula, other rounding
}

TEST(DrugLevels, are_finite_when_absorption_and_elimination_are_equal) {
  DrugRates r = rates();
  r.hcg_absorption_per_d = r.hcg_elimination_per_d = 0.9;
  const DrugLevels now = levels_after({.hcg_depot_IU = 1.0}, r, 1.5);
  EXPECT_NEAR(now.hcg_plasma_IU, 0.9 * 1.5 * std::exp(-0.9 * 1.5), 1e-12);  // limit of the formula
}

TEST(DrugLevels, two_short_stretches_equal_one_long_one) {
  const DrugRates r = rates();
  DrugLevels start = levels_with_dose({}, r, {Drug::hcg, 0.0, 1000.0});
  start = levels_with_dose(start, r, {Drug::clomiphene, 0.0, 50.0});
  const DrugLevels once = levels_after(start, r, 3.0);
  const DrugLevels twice = levels_after(levels_after(start, r, 1.1), r, 1.9);
  EXPECT_NEAR(once.hcg_plasma_IU, twice.hcg_plasma_IU, 1e-10 * once.hcg_plasma_IU);
  EXPECT_NEAR(once.enclomiphene_mg, twice.enclomiphene_mg, 1e-10);
  EXPECT_NEAR(once.zuclomiphene_mg, twice.zuclomiphene_mg, 1e-10);
}

TEST(DrugLevels, no_more_drug_is_in_the_body_than_was_given) {
  const DrugRates r = rates();
  const DrugLevels start = levels_with_dose({}, r, {Drug::clomiphene, 0.0, 50.0});
  for (const double day : {0.01, 0.1, 1.0, 10.0, 100.0}) {
    const DrugLevels now = levels_after(start, r, day);
    EXPECT_LE(now.clomiphene_gut_mg + now.enclomiphene_mg + now.zuclomiphene_mg, 50.0);
    EXPECT_GE(now.enclomiphene_mg, 0.0);
  }
}

TEST(DrugLevels, zuclomiphene_outlasts_enclomiphene) {
  const DrugRates r = rates();
  const DrugLevels later = levels_after(levels_with_dose({}, r, {Drug::clomiphene, 0.0, 50.0}), r, 14.0);
  EXPECT_LT(later.enclomiphene_mg, 0.01);
  EXPECT_GT(later.zuclomiphene_mg, 5.0);
}

TEST(DrugLevels, end_after_a_long_time) {
  const DrugRates r = rates();
  EXPECT_TRUE(levels_after(levels_with_dose({}, r, {Drug::hcg, 0.0, 6000.0}), r, 400.0).none());
}

TEST(DrugLevels, fall_faster_in_a_man_with_higher_clearance) {
  SetPoints fast;
  fast.hcg_clearance = 2.0;
  const DrugRates slow_rates = rates(), fast_rates = drug_rates(testing::shipped(), fast);
  const DrugLevels start = levels_with_dose({}, slow_rates, {Drug::hcg, 0.0, 1000.0});
  EXPECT_LT(levels_after(start, fast_rates, 3.0).hcg_plasma_IU,
            levels_after(start, slow_rates, 3.0).hcg_plasma_IU);
}

}  // namespace
}  // namespace azoo::endocrine
