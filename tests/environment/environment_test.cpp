#include "testis/environment.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <vector>

namespace azoo::testis {
namespace {

EnvironmentParameters shipped() {
  Problems problems;
  TomlValue document = read_toml(std::string(AZOO_PROJECT_DIR) + "/data/environment/segment.toml", problems);
  ParameterSet set;
  set.add(document, "segment", problems);
  problems.throw_if_any();
  return read_environment(set);
}

std::vector<double> values(const EnvironmentState& s) {
  return {s.oxidative_load,    s.antioxidant,   s.pro_inflammatory,
          s.anti_inflammatory, s.niche_mitogen, s.leydig_capacity};
}

double worst_difference(const EnvironmentState& a, const EnvironmentState& b) {
  const auto x = values(a), y = values(b);
  double worst = 0.0;
  for (std::size_t i = 0; i < x.size(); ++i) worst = std::max(worst, std::abs(x[i] - y[i]) / y[i]);
  return worst;
}

const Constitution bad{.extra_ros_production = 2.0, .inflammatory_drive = 1.0};
const std::vector<EnvironmentState> far_starts = {{}, {8, 0.2, 5, 0.3, 0.1, 0.2}, {0.1, 4, 0.1, 4, 3, 2}};

TEST(Environment, of_a_healthy_man_stays_exactly_one_and_changes_nothing) {
  const auto p = shipped();
  EnvironmentState state;
  for (int day = 0; day < 400; ++day) state = advance(state, {}, p, 0.7);
  EXPECT_EQ(state, EnvironmentState{});
  EXPECT_EQ(settle({}, p), EnvironmentState{});
  const SegmentConditions c = conditions(state, {}, p);
  EXPECT_EQ(c.spermatogonial_death_hazard_ratio, 1.0);
  EXPECT_EQ(c.spermatocyte_death_hazard_ratio, 1.0);
  EXPECT_EQ(c.spermatid_death_hazard_ratio, 1.0);
  EXPECT_EQ(c.niche_mitogen_supply, 1.0);
  EXPECT_EQ(c.spermatogonial_gate, 1.0);
  EXPECT_EQ(c.spermatid_gate, 1.0);
}

TEST(Environment, returns_to_health_from_far_away) {
  const auto p = shipped();
  for (EnvironmentState state : far_starts) {
    for (int day = 0; day < 600; ++day) state = advance(state, {}, p, 1.0);
    EXPECT_LT(worst_difference(state, {}), 1e-6);  // slowest rate about 0.05 per day
  }
}

TEST(Environment, stays_positive_and_finite_under_extreme_inputs_and_steps) {
  const auto p = shipped();
  for (const double extreme : {0.0, 1e-12, 1.0, 1e6}) {
    for (const double step_d : {1e-6, 0.5, 1.0, 1000.0}) {
      EnvironmentInputs in{.constitution = {extreme, extreme, extreme, extreme},
                           .ros_clearance = extreme,
                           .antioxidant_induction = extreme,
                           .anti_inflammatory = extreme,
                           .niche_mitogen = extreme,
                           .leydig_support = extreme,
                           .injury_ros_production = extreme};
      for (const EnvironmentState& start : {EnvironmentState{}, EnvironmentState{0, 0, 0, 0, 0, 0},
                                            EnvironmentState{1e6, 1e-6, 1e6, 0, 1e6, 0}}) {
        EnvironmentState state = start;
        for (int i = 0; i < 20; ++i) state = advance(state, in, p, step_d);
        for (const double value : values(state)) {
          EXPECT_GE(value, 0.0);
          EXPECT_TRUE(std::isfinite(value));
        }
        const auto c = conditions(state, in, p);
        EXPECT_GE(c.spermatocyte_death_hazard_ratio, 0.0);
        EXPECT_TRUE(std::isfinite(c.spermatocyte_death_hazard_ratio));
      }
    }
  }
}

TEST(Environment, agrees_within_one_per_cent_between_steps_of_a_day_and_of_half_a_day_and_of_minutes) {
  const auto p = shipped();
  EnvironmentInputs in;
  in.constitution = bad;
  double halved = 0.0, fine = 0.0;
  for (const EnvironmentState& start : far_starts) {
    EnvironmentState day = start, half = start, minutes = start;
    for (int i = 0; i < 40; ++i) {
      day = advance(day, in, p, 1.0);
      half = advance(advance(half, in, p, 0.5), in, p, 0.5);
      for (int k = 0; k < 500; ++k) minutes = advance(minutes, in, p, 0.002);
      halved = std::max(halved, worst_difference(day, half));
      fine = std::max(fine, worst_difference(day, minutes));
    }
  }
  EXPECT_LT(halved, 0.01);
  EXPECT_LT(fine, 0.01);  // measured 0.0097 on the first days from eightfold load
}

// The equations once more, plainly, as the reference for the sweep.
std::vector<double> right_hand_side(const EnvironmentState& s, const EnvironmentInputs& in,
                                    const EnvironmentParameters& p) {
  const double R = s.oxidative_load, A = s.antioxidant, P = s.pro_inflammatory, Q = s.anti_inflammatory;
  const double sat_R = 2 * R / (1 + R);
  const double v = p.spontaneous_ros_loss, u = p.antioxidant_consumption;
  const double w = p.ros_from_inflammation, x = p.inflammation_from_ros;
  const double y = p.resolution_by_anti_inflammation, z = p.anti_inflammation_from_inflammation;
  const double m = p.mitogen_loss_by_inflammation, l = p.leydig_loss_by_load;
  const Constitution& c = in.constitution;
  return {
      p.oxidative_load_per_d * (1 - w + w * P + c.extra_ros_production + in.injury_ros_production -
                                R * (v + (1 - v) * A * (1 + in.ros_clearance))),
      p.antioxidant_per_d *
          (1 + p.antioxidant_response * (sat_R - 1) + in.antioxidant_induction - A * (1 - u + u * R)),
      p.pro_inflammatory_per_d * (1 - x + x * sat_R + c.inflammatory_drive - P * (1 - y + y * Q)),
      p.anti_inflammatory_per_d * (1 - z + z * P + in.anti_inflammatory - Q),
      p.niche_mitogen_per_d *
          (c.mitogen_capacity_factor * (1 + m) / (1 + m * P) + in.niche_mitogen - s.niche_mitogen),
      p.leydig_per_d * (c.leydig_capacity_factor * (1 + l) / (1 + l * (R + P) / 2) * (1 + in.leydig_support) -
                        s.leydig_capacity)};
}

TEST(Environment, moves_at_the_rates_of_its_equations) {
  const auto p = shipped();
  const EnvironmentInputs in{.constitution = {0.7, 0.4, 0.6, 0.8},
                             .ros_clearance = 0.5,
                             .antioxidant_induction = 0.3,
                             .anti_inflammatory = 0.2,
                             .niche_mitogen = 0.1,
                             .leydig_support = 0.15,
                             .injury_ros_production = 0.25};
  for (const EnvironmentState& start : far_starts) {
    const double step_d =
        1e-6;  // error of a forward difference: about 1e-4 of the fastest rate, 16.6 per day
    const auto before = values(start), after = values(advance(start, in, p, step_d));
    const auto expected = right_hand_side(start, in, p);
    for (std::size_t i = 0; i < expected.size(); ++i) {
      EXPECT_NEAR((after[i] - before[i]) / step_d, expected[i], 1e-3) << "quantity " << i;
    }
  }
}

TEST(Environment, converges_with_second_order) {
  const auto p = shipped();
  EnvironmentInputs in;
  in.constitution = bad;
  const auto after_two_days = [&](int steps) {
    EnvironmentState state{8, 0.2, 5, 0.3, 0.1, 0.2};
    for (int i = 0; i < steps; ++i) state = advance(state, in, p, 2.0 / steps);
    return state;
  };
  const auto exact = after_two_days(20000);
  const double coarse = worst_difference(after_two_days(16), exact);
  const double finer = worst_difference(after_two_days(32), exact);
  EXPECT_GT(std::log2(coarse / finer), 1.8);
}

TEST(Environment, averages_over_a_day_alike_whether_the_product_fades_in_one_step_or_two) {
  const auto p = shipped();
  const auto run = [&](int per_day) {
    EnvironmentState state = settle(bad, p);
    EnvironmentInputs in;
    in.constitution = bad;
    double sum = 0.0;
    for (int i = 0; i < 60 * per_day; ++i) {
      const double middle_d = (i + 0.5) / per_day;
      in.niche_mitogen = std::exp2(-middle_d / 7.0);  // values at mid-step, as the header asks
      in.ros_clearance = std::exp2(-middle_d / 7.0);
      state = advance(state, in, p, 1.0 / per_day);
      sum += (conditions(state, in, p).niche_mitogen_supply +
              conditions(state, in, p).spermatocyte_death_hazard_ratio) /
             per_day;
    }
    return sum;
  };
  EXPECT_NEAR(run(1) / run(2), 1.0, 0.01);
}

TEST(Environment, that_is_chronically_bad_multiplies_death_enough_to_arrest_meiosis) {
  const auto p = shipped();
  const auto state = settle(bad, p);
  const auto c = conditions(state, {}, p);
  // Human meiosis loses 45 % in health (hazard 0.6): five times that leaves 5 %.
  EXPECT_GT(c.spermatocyte_death_hazard_ratio, 5.0);
  EXPECT_GT(c.spermatogonial_death_hazard_ratio, 2.0);
  EXPECT_LT(c.niche_mitogen_supply, 1.0);
  EXPECT_LT(state.leydig_capacity, 1.0);
}

TEST(Environment, is_released_by_a_planted_effect_and_falls_back_when_it_ends) {
  const auto p = shipped();
  EnvironmentInputs treated;
  treated.constitution = bad;
  treated.ros_clearance = treated.antioxidant_induction = treated.anti_inflammatory = 1.0;
  EnvironmentState state = settle(bad, p);
  const double before = conditions(state, treated, p).spermatocyte_death_hazard_ratio;
  for (int day = 0; day < 30; ++day) state = advance(state, treated, p, 1.0);
  EXPECT_LT(conditions(state, treated, p).spermatocyte_death_hazard_ratio, 1.5);
  EnvironmentInputs untreated;
  untreated.constitution = bad;
  for (int day = 0; day < 400; ++day) state = advance(state, untreated, p, 1.0);
  EXPECT_NEAR(conditions(state, untreated, p).spermatocyte_death_hazard_ratio, before, 0.001 * before);
}

TEST(Environment, hardly_notices_a_small_effect) {
  const auto p = shipped();
  EnvironmentInputs in;
  in.constitution = bad;
  in.ros_clearance = in.antioxidant_induction = in.anti_inflammatory = 0.02;
  EnvironmentState state = settle(bad, p);
  const double before = conditions(state, in, p).spermatocyte_death_hazard_ratio;
  for (int day = 0; day < 30; ++day) state = advance(state, in, p, 1.0);
  const double after = conditions(state, in, p).spermatocyte_death_hazard_ratio;
  EXPECT_LT(after, before);
  EXPECT_GT(after, 0.9 * before);
}

TEST(Environment, cannot_be_made_much_better_than_health) {
  const auto p = shipped();
  EnvironmentInputs in;
  in.ros_clearance = in.antioxidant_induction = in.anti_inflammatory = 100.0;
  EnvironmentState state;
  for (int day = 0; day < 60; ++day) state = advance(state, in, p, 1.0);
  EXPECT_GE(conditions(state, in, p).spermatocyte_death_hazard_ratio, 1.0 - p.sparable_share);
}

TEST(Environment, adds_niche_mitogen_to_what_a_poor_niche_makes) {
  const auto p = shipped();
  EnvironmentInputs in;
  in.constitution.mitogen_capacity_factor = 0.2;
  EnvironmentState state = settle(in.constitution, p);
  EXPECT_NEAR(state.niche_mitogen, 0.2, 1e-9);
  in.niche_mitogen = 0.7;
  state = advance(state, in, p, 1.0);
  EXPECT_NEAR(conditions(state, in, p).niche_mitogen_supply, 0.9, 1e-4);  // half-life of an hour
}

TEST(Environment, takes_direct_protection_into_every_hazard_and_nothing_else) {
  const auto p = shipped();
  EnvironmentInputs in;
  in.death_hazard_ratio = 0.6;
  const auto state = advance({}, in, p, 1.0);
  EXPECT_EQ(state, EnvironmentState{});
  const auto c = conditions(state, in, p);
  EXPECT_EQ(c.spermatogonial_death_hazard_ratio, 0.6);
  EXPECT_EQ(c.spermatocyte_death_hazard_ratio, 0.6);
  EXPECT_EQ(c.spermatid_death_hazard_ratio, 0.6);
  EXPECT_EQ(c.niche_mitogen_supply, 1.0);
}

TEST(Environment, moves_each_way_that_biology_says) {
  const auto p = shipped();
  const auto ros = settle({.extra_ros_production = 1.0}, p);
  EXPECT_GT(ros.oxidative_load, 1.5);
  EXPECT_GT(ros.pro_inflammatory, 1.0);
  EXPECT_LT(ros.leydig_capacity, 1.0);
  const auto inflamed = settle({.inflammatory_drive = 1.0}, p);
  EXPECT_GT(inflamed.pro_inflammatory, 1.5);
  EXPECT_GT(inflamed.anti_inflammatory, 1.0);
  EXPECT_GT(inflamed.oxidative_load, 1.0);
  EXPECT_LT(inflamed.niche_mitogen, 1.0);
  EXPECT_NEAR(settle({.leydig_capacity_factor = 0.5}, p).leydig_capacity, 0.5, 1e-7);
  EnvironmentInputs support;
  support.leydig_support = 0.3;
  EnvironmentState state;
  for (int day = 0; day < 300; ++day) state = advance(state, support, p, 1.0);
  EXPECT_NEAR(state.leydig_capacity, 1.3, 1e-5);
}

TEST(Environment, refuses_a_step_that_is_no_time) {
  const auto p = shipped();
  EXPECT_THROW((void)advance({}, {}, p, -1.0), std::invalid_argument);
  EXPECT_THROW((void)advance({}, {}, p, std::nan("")), std::invalid_argument);
  EXPECT_EQ(advance({8, 0.2, 5, 0.3, 0.1, 0.2}, {}, p, 0.0), (EnvironmentState{8, 0.2, 5, 0.3, 0.1, 0.2}));
}

}  // namespace
}  // namespace azoo::testis
