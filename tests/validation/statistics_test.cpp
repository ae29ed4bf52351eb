// Numbers out of the animals of a study, against values worked out by hand, and their jackknife error.
#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "study/target_statistics.hpp"

namespace azoo::study {
namespace {

AnimalTarget target_of(TargetStatistic statistic, std::vector<std::string> groups, std::vector<double> days) {
  AnimalTarget target;
  target.id = "T";
  target.readout = "heads";
  target.groups = std::move(groups);
  target.days = std::move(days);
  target.statistic = statistic;
  return target;
}

// Four animals a group, and values that must not be taken: another read-out, day, group, and none at all.
ObservedStudy four_animals() {
  ObservedStudy study;
  for (const double value : {8.0, 10.0, 11.0, 15.0}) study.observations.push_back({"a", 5.0, "heads", value});
  for (const double value : {2.0, 2.0, 3.0, 5.0}) study.observations.push_back({"b", 5.0, "heads", value});
  study.observations.push_back({"a", 5.0, "weight", 1e6});
  study.observations.push_back({"a", 6.0, "heads", 1e6});
  study.observations.push_back({"c", 5.0, "heads", 1e6});
  study.observations.push_back({"a", 5.0, "heads", std::nan("")});
  return study;
}

TEST(TargetStatistic, a_mean_has_its_standard_error) {
  const Estimate one = estimate(target_of(TargetStatistic::mean, {"a"}, {5.0}), four_animals());
  EXPECT_DOUBLE_EQ(one.value, 11.0);
  // SD^2 = (9 + 1 + 0 + 16) / 3; the jackknife of a mean is its usual standard error, exactly.
  EXPECT_NEAR(one.error, std::sqrt(26.0 / 3.0 / 4.0), 1e-12);
  const Estimate two = estimate(target_of(TargetStatistic::pair, {"a"}, {5.0}), four_animals());
  EXPECT_DOUBLE_EQ(two.value, 22.0);
  EXPECT_NEAR(two.error, 2.0 * one.error, 1e-12);
}

TEST(TargetStatistic, animals_of_several_days_count_together) {
  // 8, 10, 11, 15 on day 5 and 1e6 on day 6.
  EXPECT_DOUBLE_EQ(estimate(target_of(TargetStatistic::mean, {"a"}, {5.0, 6.0}), four_animals()).value,
                   (44.0 + 1e6) / 5.0);
}

TEST(TargetStatistic, a_ratio_has_about_the_error_of_the_delta_method) {
  const Estimate ratio = estimate(target_of(TargetStatistic::ratio, {"a", "b"}, {5.0}), four_animals());
  EXPECT_DOUBLE_EQ(ratio.value, 11.0 / 3.0);
  const double delta = ratio.value * std::sqrt(26.0 / 12.0 / 121.0 + 2.0 / 4.0 / 9.0);
  EXPECT_NEAR(ratio.error, delta, 0.15 * delta) << "four animals: the two agree to first order only";
}

TEST(TargetStatistic, a_median_takes_a_day_that_is_still_to_come_as_later_than_all) {
  constexpr double later = std::numeric_limits<double>::infinity();
  ObservedStudy study;
  for (const double value : {4.0, later, 2.0, std::nan(""), 9.0, later})
    study.observations.push_back({"a", 5.0, "heads", value});
  const AnimalTarget median = target_of(TargetStatistic::median, {"a"}, {5.0});
  EXPECT_DOUBLE_EQ(estimate(median, study).value, 9.0);  // of 2, 4, 9, later, later
  EXPECT_TRUE(std::isnan(estimate(median, study).error))
      << "one standard error away lies what is still to come";
  study.observations.push_back({"a", 5.0, "heads", later});
  EXPECT_EQ(estimate(median, study).value, later);  // half-way from 9 to never
  // 8, 10, 11, 15: places 1/2 -+ 1/4 of the way from the first to the last.
  const Estimate four = estimate(median, four_animals());
  EXPECT_DOUBLE_EQ(four.value, 10.5);
  EXPECT_DOUBLE_EQ(four.error, 0.5 * ((11.0 + 0.25 * 4.0) - (8.0 + 0.75 * 2.0)));
}

TEST(TargetStatistic, smallest_and_spread) {
  EXPECT_DOUBLE_EQ(estimate(target_of(TargetStatistic::minimum, {"a"}, {5.0}), four_animals()).value, 8.0);
  EXPECT_NEAR(estimate(target_of(TargetStatistic::cv, {"a"}, {5.0}), four_animals()).value,
              std::sqrt(26.0 / 3.0) / 11.0, 1e-12);
}

// Means that fall as exp(-dose / D0) give D0 back; colonies per section 3 exp(-dose / D0) behind percentages.
TEST(TargetStatistic, the_slope_of_survival_is_found_again) {
  ObservedStudy study;
  for (const double dose : {8.0, 10.0, 12.0}) {
    const std::string group = std::to_string(static_cast<int>(dose));
    study.dose[group] = dose;
    for (int animal = 0; animal < 2; ++animal) {
      study.observations.push_back({group, 38.0, "heads", 7.0 * std::exp(-dose / 1.8)});
      study.observations.push_back(
          {group, 38.0, "sections", 100.0 * (1.0 - std::exp(-300.0 * std::exp(-dose / 1.8)))});
    }
  }
  AnimalTarget target = target_of(TargetStatistic::d0, {"8", "10", "12"}, {38.0});
  const Estimate of_cells = estimate(target, study);
  EXPECT_NEAR(of_cells.value, 1.8, 1e-9);
  EXPECT_NEAR(of_cells.error, 0.0, 1e-9) << "animals that are all alike";
  target.statistic = TargetStatistic::colony_d0;
  target.readout = "sections";
  EXPECT_NEAR(estimate(target, study).value, 1.8, 1e-6);
}

TEST(TargetStatistic, survivals_cross_where_their_logarithms_are_equal) {
  ObservedStudy study;
  for (const double dose : {0.0, 8.0, 12.0, 16.0}) {
    const std::string group = std::to_string(static_cast<int>(dose));
    study.dose[group] = dose;
    study.observations.push_back({group, 29.0, "heads", 5.0 * std::exp(-dose / 10.0)});
    study.observations.push_back({group, 56.0, "heads", 9.0 * std::exp(-dose * dose / 130.0)});
  }
  // -d/10 + d^2/130 = 0 at 13; a straight line through a parabola at 8, 12 and 16 is off by its curvature:
  // the least-squares line of d^2 there is 24 d - 133.33, which puts the root at 12.10.
  const Estimate dose =
      estimate(target_of(TargetStatistic::crossover, {"0", "8", "12", "16"}, {29.0, 56.0}), study);
  EXPECT_NEAR(dose.value, (133.0 + 1.0 / 3.0) / 130.0 / (24.0 / 130.0 - 0.1), 1e-9);
  EXPECT_TRUE(std::isnan(dose.error)) << "one animal a group";
}

TEST(TargetStatistic, without_animals_there_is_no_value) {
  EXPECT_TRUE(std::isnan(estimate(target_of(TargetStatistic::mean, {"z"}, {5.0}), four_animals()).value));
  EXPECT_TRUE(std::isnan(estimate(target_of(TargetStatistic::minimum, {"z"}, {5.0}), four_animals()).value));
  EXPECT_TRUE(
      std::isnan(estimate(target_of(TargetStatistic::ratio, {"a", "z"}, {5.0}), four_animals()).value));
}

}  // namespace
}  // namespace azoo::study
