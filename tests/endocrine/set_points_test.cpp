#include "endocrine/set_points.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <string>

#include "endocrine/shipped.hpp"

namespace azoo::endocrine {
namespace {

SetPoints man(std::uint64_t participant) {
  return draw_set_points(
      testing::shipped_set(),
      RandomStream({.seed = 11, .participant = participant, .stream = Stream::hormone_set_points}));
}

TEST(SetPoints, have_median_one_and_the_coefficient_of_variation_of_their_parameter) {
  constexpr int men = 4000;
  for (const SetPointField& field : set_point_fields()) {
    double sum = 0.0, squares = 0.0;
    for (std::uint64_t i = 0; i < men; ++i) {
      const double log_factor = std::log(man(i).*field.field);
      sum += log_factor;
      squares += log_factor * log_factor;
    }
    const double cv =
        testing::shipped_set().value("axis.between_man." + std::string(field.name) + "_cv", "1");
    const double sigma = std::sqrt(std::log1p(cv * cv));
    // Four standard errors of a mean and of an SD of 4,000 normal draws.
    EXPECT_NEAR(sum / men, 0.0, 4.0 * sigma / std::sqrt(men)) << field.name;
    EXPECT_NEAR(std::sqrt(squares / men), sigma, 4.0 * sigma / std::sqrt(2.0 * men)) << field.name;
  }
}

TEST(SetPoints, of_one_man_are_independent_of_each_other) {
  const SetPoints one = man(5);
  EXPECT_NE(one.gnrh_drive, one.lh_drive);
  EXPECT_NE(one.leydig_steroidogenesis, one.aromatase);
}

TEST(SetPoints, of_a_man_do_not_depend_on_who_was_drawn_before) {
  const SetPoints alone = man(17);
  for (std::uint64_t i = 30; i > 0; --i) static_cast<void>(man(i));
  EXPECT_EQ(alone.fsh_drive, man(17).fsh_drive);
}

}  // namespace
}  // namespace azoo::endocrine
