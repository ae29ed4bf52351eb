#include "product/delivery.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numbers>

#include "product/actions.hpp"
#include "product/product.hpp"
#include "shipped.hpp"

namespace azoo::product {
namespace {

const std::vector<SiteDose> trial_doses = {{"seminiferous_tubules", 1e7, 0.3}, {"rete_testis", 1e7, 0.3}};

Delivery give(const DeliveryParameters& p, const std::vector<SiteDose>& doses, int segments,
              std::uint32_t testis = 0) {
  const RandomStream source = stream(Stream::product_delivery);
  Draws draws(source, testis, 0);
  return deliver(p, doses, segments, draws);
}

TEST(SegmentExposure, falls_to_half_at_the_half_life) {
  SegmentExposure exposure;
  exposure.add(0.2, 7.0);
  EXPECT_EQ(exposure.at(0.0), 0.2);
  EXPECT_NEAR(exposure.at(7.0), 0.1, 1e-15);
  EXPECT_NEAR(exposure.at(14.0), 0.05, 1e-15);
}

TEST(SegmentExposure, is_nothing_before_the_dose) {
  SegmentExposure exposure;
  exposure.add(0.2, 7.0);
  exposure.injure(2.0, 7.0);
  EXPECT_EQ(exposure.at(-1.0), 0.0);
  EXPECT_EQ(exposure.pressure_ros(-1.0), 0.0);
  EXPECT_EQ(exposure.mean(-3.0, -1.0), 0.0);
}

TEST(SegmentExposure, averages_over_a_step_as_the_integral_does) {
  SegmentExposure exposure;
  exposure.add(0.2, 7.0);
  exposure.add(0.1, 1.0);
  // Midpoint sum of 1e5 pieces, relative error about (k h)^2 / 24 < 1e-10.
  const auto sum = [&](double from, double to) {
    double total = 0.0;
    for (int i = 0; i < 100000; ++i) total += exposure.at(from + (to - from) * (i + 0.5) / 1e5);
    return total / 1e5;
  };
  EXPECT_NEAR(exposure.mean(2.0, 3.0), sum(2.0, 3.0), 1e-9);
  EXPECT_NEAR(exposure.mean(-1.0, 1.0), 0.5 * sum(0.0, 1.0), 1e-9);
  EXPECT_EQ(exposure.mean(2.0, 2.0), exposure.at(2.0));
}

TEST(Delivery, computes_the_lumen_of_300_m_of_tubule) {
  // pi/4 (0.06 mm)^2 300 m = 0.848 mL.
  EXPECT_NEAR(lumen_volume_mL(300, 60), std::numbers::pi / 4 * 0.006 * 0.006 * 30000, 1e-12);
}

TEST(Delivery, reaches_the_share_of_tubules_that_the_volume_fills_and_no_more) {
  const auto p = read_delivery(shipped_parameters(), "bm-msc");
  const SiteReach reach = site_reach(p, trial_doses[0]);
  EXPECT_NEAR(reach.units, 1e7 * 0.95 * 0.5, 1.0);
  EXPECT_NEAR(reach.reached_fraction, 0.3 * 0.5 / p.lumen_volume_mL, 1e-12);  // 18 %
  const int segments = 20000;
  const auto one = give(p, {trial_doses[0]}, segments);
  const auto reached =
      std::count_if(one.segments.begin(), one.segments.end(), [](auto& s) { return s.reached(); });
  // Binomial: SD sqrt(0.177 * 0.823 / 20000) = 0.0027; allow four.
  EXPECT_NEAR(static_cast<double>(reached) / segments, reach.reached_fraction, 0.011);
  const auto both = give(p, trial_doses, segments);
  EXPECT_NEAR(both.expected_reached, 1 - std::pow(1 - reach.reached_fraction, 2), 1e-12);
  EXPECT_NEAR(site_reach(p, {"rete_testis", 1e7, 50.0}).reached_fraction, 1.0, 0.0);
}

TEST(Delivery, puts_all_delivered_cells_into_the_segments_it_reaches) {
  const auto p = read_delivery(shipped_parameters(), "bm-msc");
  const int segments = 50000;
  const auto delivery = give(p, trial_doses, segments);
  double mean = 0.0;
  for (const auto& segment : delivery.segments) mean += segment.at(0.0) / segments;
  const double expected = delivery.units_delivered / p.sertoli_cells_per_testis;
  // Exposure has CV about sqrt((1 + 1/2) / 0.18) = 2.9 per site: 1 % standard error; allow four.
  EXPECT_NEAR(mean, expected, 0.05 * expected);
}

TEST(Delivery, leaves_segments_that_it_does_not_reach_without_any_effect) {
  const auto set = shipped_parameters();
  const auto p = read_delivery(set, "bm-msc");
  Hypotheses all{.antioxidant = true,
                 .anti_apoptotic = true,
                 .immune = true,
                 .niche_mitogen = true,
                 .leydig_support = true,
                 .transdifferentiation = true};
  auto potency = central_potency(read_potency(set, "bm-msc"));
  potency.transdifferentiation_per_cell_per_d = 1.0;
  int unreached = 0;
  for (const auto& segment : give(p, trial_doses, 500).segments) {
    if (segment.reached()) continue;
    ++unreached;
    for (const double day : {0.0, 1.0, 30.0}) {
      EXPECT_EQ(segment.at(day), 0.0);
      const Actions actions = act(potency, all, segment.at(day));
      EXPECT_EQ(actions.niche_mitogen, 0.0);
      EXPECT_EQ(actions.death_hazard_ratio, 1.0);
      EXPECT_EQ(actions.transdifferentiation_per_cell_per_d, 0.0);
    }
  }
  EXPECT_GT(unreached, 250);
}

TEST(Delivery, hardly_reaches_tubules_through_the_vas_deferens) {
  const auto p = read_delivery(shipped_parameters(), "bm-msc");
  const auto vas = site_reach(p, {"vas_deferens", 1e7, 0.3});
  const auto rete = site_reach(p, {"rete_testis", 1e7, 0.3});
  EXPECT_LT(vas.units, 0.02 * rete.units);
  EXPECT_LT(vas.reached_fraction, 0.005);
}

TEST(Delivery, reaches_every_segment_alike_but_thinly_through_the_blood) {
  const auto p = read_delivery(shipped_parameters(), "bm-msc");
  const auto blood = give(p, {{"intravenous", 4e7, 0.0}}, 300);
  const double first = blood.segments.front().at(0.0);
  for (const auto& segment : blood.segments) {
    EXPECT_EQ(segment.at(0.0), first);
    EXPECT_FALSE(segment.filled());
    EXPECT_FALSE(segment.injured());
  }
  EXPECT_GT(first, 0.0);
  EXPECT_LT(first, 0.001);  // 4e7 * 5e-4 over 4e8 Sertoli cells
}

TEST(Delivery, injures_a_few_filled_segments_with_or_without_product_and_no_others) {
  const auto p = read_delivery(shipped_parameters(), "bm-msc");
  const std::vector<SiteDose> vehicle = {{"seminiferous_tubules", 0, 0.3}, {"rete_testis", 0, 0.3}};
  const auto cells = give(p, trial_doses, 20000), sham = give(p, vehicle, 20000);
  int filled = 0, injured = 0;
  for (std::size_t i = 0; i < 20000; ++i) {
    EXPECT_EQ(cells.segments[i].injured(), sham.segments[i].injured());  // same draws: a paired comparison
    EXPECT_FALSE(sham.segments[i].reached());
    EXPECT_TRUE(sham.segments[i].filled() || !sham.segments[i].injured());
    filled += sham.segments[i].filled() ? 1 : 0;
    injured += sham.segments[i].injured() ? 1 : 0;
    if (sham.segments[i].injured()) {
      EXPECT_NEAR(sham.segments[i].pressure_ros(7.0), 0.5 * sham.segments[i].pressure_ros(0.0), 1e-12);
    }
  }
  EXPECT_GT(injured, 0.01 * filled);
  EXPECT_LT(injured, 0.04 * filled);
}

TEST(Delivery, spreads_a_depot_in_the_interstitium_around_the_needle_only) {
  const auto p = read_delivery(shipped_parameters(), "bm-msc");
  const auto depot = site_reach(p, {"intratesticular", 1e7, 0.3});
  EXPECT_NEAR(depot.reached_fraction, 0.3 * 0.8 * 3 / 16, 1e-12);
  for (const auto& segment : give(p, {{"intratesticular", 1e7, 0.3}}, 500).segments)
    EXPECT_FALSE(segment.filled());
}

TEST(Delivery, fills_a_larger_share_of_a_smaller_testis) {
  const auto p = read_delivery(shipped_parameters(), "bm-msc");
  const auto half = fit_to_testis(p, 8.0);
  EXPECT_NEAR(site_reach(half, trial_doses[0]).reached_fraction,
              2.0 * site_reach(p, trial_doses[0]).reached_fraction, 1e-12);
  EXPECT_THROW((void)fit_to_testis(p, 0.0), std::invalid_argument);
}

TEST(Delivery, draws_reflux_and_residence_between_men_around_their_centres) {
  const auto p = read_delivery(shipped_parameters(), "bm-msc");
  const RandomStream source = stream(Stream::product_delivery);
  double reflux = 0.0;
  int short_stay = 0;
  const int men = 4000;
  for (std::uint32_t i = 0; i < men; ++i) {
    Draws draws(source, i, 1);
    const auto man = draw_man(p, draws);
    reflux += man.routes[0].reflux_loss / men;
    short_stay += man.half_life_d < p.half_life_d ? 1 : 0;
    EXPECT_GT(man.routes[0].reflux_loss, 0.0);
    EXPECT_LT(man.routes[0].reflux_loss, 1.0);
  }
  EXPECT_NEAR(reflux, 0.5, 0.01);                     // SD 0.153 / sqrt(4000) = 0.0024; four of them
  EXPECT_NEAR(short_stay / double{men}, 0.5, 0.032);  // four binomial SD
}

TEST(Delivery, is_the_same_for_the_same_address) {
  const auto p = read_delivery(shipped_parameters(), "bm-msc");
  const auto a = give(p, trial_doses, 200), b = give(p, trial_doses, 200),
             other = give(p, trial_doses, 200, 1);
  bool differs = false;
  for (std::size_t i = 0; i < 200; ++i) {
    EXPECT_EQ(a.segments[i].at(3.0), b.segments[i].at(3.0));
    differs = differs || a.segments[i].at(3.0) != other.segments[i].at(3.0);
  }
  EXPECT_TRUE(differs);
}

TEST(Delivery, refuses_what_cannot_be_given) {
  const auto p = read_delivery(shipped_parameters(), "bm-msc");
  EXPECT_THROW((void)give(p, {{"left_knee", 1e7, 0.3}}, 10), std::invalid_argument);
  EXPECT_THROW((void)give(p, {{"rete_testis", -1, 0.3}}, 10), std::invalid_argument);
  EXPECT_THROW((void)give(p, {{"rete_testis", 1e7, 0.0}}, 10), std::invalid_argument);
  EXPECT_THROW((void)give(p, {{"rete_testis", std::nan(""), 0.3}}, 10), std::invalid_argument);
}

TEST(Delivery, refuses_a_half_life_of_nothing_that_a_study_sets) {
  const auto set = with(shipped_parameters(), "bm_msc.delivery.half_life_d", "0.0");
  EXPECT_THROW((void)read_delivery(set, "bm-msc"), std::invalid_argument);
}

TEST(Product, knows_every_route_of_a_study_file_and_its_own_unit) {
  const auto set = shipped_parameters();
  for (const std::string& key : known_products()) {
    const Product product = read_product(set, key);
    for (const char* route :
         {"seminiferous_tubules", "rete_testis", "vas_deferens", "intratesticular", "intravenous"}) {
      EXPECT_NO_THROW((void)site_reach(product.delivery, {route, 1.0, 0.3})) << key << " " << route;
    }
    EXPECT_FALSE(product.label.empty());
    EXPECT_GE(product.harms.size(), 3u);
  }
  EXPECT_EQ(read_product(set, "bm-msc").dose_unit, "cells");
  EXPECT_EQ(read_product(set, "bm-msc").origin, "autologous");
  EXPECT_EQ(read_product(set, "bm-msc-exosomes").dose_unit, "ug");
  EXPECT_THROW((void)read_product(set, "snake-oil"), std::invalid_argument);
}

TEST(Product, keeps_exosomes_for_a_shorter_time_than_cells) {
  const auto set = shipped_parameters();
  EXPECT_LT(read_product(set, "bm-msc-exosomes").delivery.half_life_d,
            read_product(set, "bm-msc").delivery.half_life_d);
}

}  // namespace
}  // namespace azoo::product
