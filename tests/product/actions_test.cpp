#include "product/actions.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "product/product.hpp"
#include "shipped.hpp"

namespace azoo::product {
namespace {

const Hypotheses everything{.antioxidant = true,
                            .anti_apoptotic = true,
                            .immune = true,
                            .niche_mitogen = true,
                            .leydig_support = true,
                            .transdifferentiation = true};

bool neutral(const Actions& a) {
  return a.ros_clearance == 0.0 && a.antioxidant_induction == 0.0 && a.death_hazard_ratio == 1.0 &&
         a.anti_inflammatory == 0.0 && a.niche_mitogen == 0.0 && a.leydig_support == 0.0 &&
         a.transdifferentiation_per_cell_per_d == 0.0;
}

Potency strong() {
  return {.antioxidant = {5.0, 0.1},
          .antioxidant_induction = 4.0,
          .anti_apoptotic = {2.0, 0.1},
          .immune = {3.0, 0.1},
          .niche_mitogen = {6.0, 0.1},
          .leydig_support = {1.0, 0.1},
          .transdifferentiation_per_cell_per_d = 0.1};
}

TEST(Actions, are_exactly_neutral_when_no_hypothesis_is_on) {
  for (const double exposure : {0.0, 1e-6, 0.1, 1e9}) EXPECT_TRUE(neutral(act(strong(), {}, exposure)));
}

TEST(Actions, are_exactly_neutral_without_exposure) {
  EXPECT_TRUE(neutral(act(strong(), everything, 0.0)));
  EXPECT_TRUE(neutral(act(strong(), everything, -1.0)));
  EXPECT_TRUE(neutral(act(strong(), everything, std::nan(""))));
}

TEST(Actions, come_one_by_one_with_their_hypotheses) {
  const Actions one = act(strong(), {.niche_mitogen = true}, 0.1);
  EXPECT_EQ(one.niche_mitogen, 3.0);  // half of the maximum at half_exposure
  EXPECT_EQ(one.ros_clearance, 0.0);
  EXPECT_EQ(one.antioxidant_induction, 0.0);
  EXPECT_EQ(one.death_hazard_ratio, 1.0);
  EXPECT_EQ(one.anti_inflammatory, 0.0);
  EXPECT_EQ(one.leydig_support, 0.0);
  EXPECT_EQ(act(strong(), {.antioxidant = true}, 0.1).ros_clearance, 2.5);
  EXPECT_EQ(act(strong(), {.antioxidant = true}, 0.1).antioxidant_induction, 2.0);
  EXPECT_EQ(act(strong(), {.immune = true}, 0.1).anti_inflammatory, 1.5);
  EXPECT_EQ(act(strong(), {.leydig_support = true}, 0.1).leydig_support, 0.5);
  EXPECT_NEAR(act(strong(), {.anti_apoptotic = true}, 0.1).death_hazard_ratio, std::exp(-1.0), 1e-15);
  EXPECT_EQ(act(strong(), {.transdifferentiation = true}, 0.1).transdifferentiation_per_cell_per_d, 0.1);
}

TEST(Actions, saturate_at_their_maximum) {
  double before = 0.0;
  for (const double exposure : {0.01, 0.1, 1.0, 10.0, 1e6}) {
    const double now = act(strong(), everything, exposure).niche_mitogen;
    EXPECT_GT(now, before);
    EXPECT_LE(now, 6.0);
    before = now;
  }
  EXPECT_NEAR(before, 6.0, 1e-5);
}

TEST(Actions, end_after_the_product_has_gone) {
  SegmentExposure exposure;
  exposure.add(0.07, 7.0);
  const Actions day0 = act(strong(), everything, exposure.at(0.0));
  const Actions day180 = act(strong(), everything, exposure.at(180.0));
  EXPECT_GT(day0.niche_mitogen, 2.0);
  // 180 d are 26 half-lives: 2e-8 of the exposure.
  EXPECT_LT(day180.niche_mitogen, 1e-6);
  EXPECT_LT(day180.ros_clearance, 1e-6);
  EXPECT_NEAR(day180.death_hazard_ratio, 1.0, 1e-6);
}

TEST(Potency, of_transdifferentiation_is_zero_unless_a_study_sets_it) {
  const auto set = shipped_parameters();
  EXPECT_EQ(central_potency(read_potency(set, "bm-msc")).transdifferentiation_per_cell_per_d, 0.0);
  const auto planted = with(set, "bm_msc.transdifferentiation.fraction", "0.001");
  const auto rate = central_potency(read_potency(planted, "bm-msc")).transdifferentiation_per_cell_per_d;
  // Over all time a share of 0.001: rate * half-life / ln 2.
  EXPECT_NEAR(rate * 7.0 / std::log(2.0), 0.001, 1e-12);
  EXPECT_EQ(central_potency(read_potency(planted, "bm-msc-exosomes")).transdifferentiation_per_cell_per_d,
            0.0);
}

TEST(Potency, prior_reaches_a_null_effect_has_a_small_centre_and_a_heavy_tail) {
  const auto prior = read_potency(shipped_parameters(), "bm-msc");
  const RandomStream source = stream(Stream::product_response);
  int null = 0, all_null = 0, large = 0;
  const int products = 5000;
  for (std::uint32_t i = 0; i < products; ++i) {
    Draws draws(source, i, 0);
    const Potency p = draw_potency(prior, draws);
    null += p.niche_mitogen.maximum == 0.0 ? 1 : 0;
    large += p.niche_mitogen.maximum > 5.0 * prior.central.niche_mitogen.maximum ? 1 : 0;
    all_null += neutral(act(p, everything, 1.0)) ? 1 : 0;
    EXPECT_GE(p.niche_mitogen.maximum, 0.0);
    EXPECT_EQ(p.antioxidant.maximum == 0.0, p.antioxidant_induction == 0.0);
  }
  EXPECT_NEAR(null / double{products}, 0.5, 0.03);            // four binomial SD
  EXPECT_NEAR(all_null / double{products}, 1.0 / 32, 0.011);  // five actions at even odds
  // P(log-normal > 5 medians) = 1 - Phi(ln 5) = 0.054, of the half that is not null.
  EXPECT_NEAR(large / double{products}, 0.027, 0.01);
}

TEST(Potency, that_a_study_plants_is_not_drawn_and_leaves_the_other_draws_alone) {
  const auto set = shipped_parameters();
  const auto planted = with(set, "bm_msc.potency.niche_mitogen.maximum", "8.0");
  const RandomStream source = stream(Stream::product_response);
  for (std::uint32_t i = 0; i < 50; ++i) {
    Draws plain_draws(source, i, 0), planted_draws(source, i, 0);
    const Potency a = draw_potency(read_potency(set, "bm-msc"), plain_draws);
    const Potency b = draw_potency(read_potency(planted, "bm-msc"), planted_draws);
    EXPECT_EQ(b.niche_mitogen.maximum, 8.0);
    EXPECT_EQ(a.immune.maximum, b.immune.maximum);
    EXPECT_EQ(a.leydig_support.maximum, b.leydig_support.maximum);
  }
}

TEST(Hypotheses, switch_on_what_is_named_and_groups_of_it) {
  Problems problems;
  const auto none = read_hypotheses(std::vector<std::string>{}, {}, "hypotheses", problems);
  EXPECT_TRUE(neutral(act(strong(), none, 1.0)));
  const auto both =
      read_hypotheses(std::vector<std::string>{"paracrine", "immune"}, {}, "hypotheses", problems);
  EXPECT_TRUE(both.antioxidant && both.anti_apoptotic && both.niche_mitogen && both.leydig_support &&
              both.immune);
  EXPECT_FALSE(both.transdifferentiation);
  const auto cells = read_hypotheses(std::vector<std::string>{"regenerative"}, {}, "hypotheses", problems);
  EXPECT_TRUE(cells.transdifferentiation);
  EXPECT_FALSE(cells.niche_mitogen);
  EXPECT_FALSE(problems.any());
}

TEST(Hypotheses, that_are_known_but_not_simulated_are_refused_and_say_so) {
  for (const std::string name : {"barrier_repair", "antibody_suppression", "autophagy", "mirna"}) {
    Problems problems;
    (void)read_hypotheses(std::vector<std::string>{name}, {"study.toml", 9, 1}, "hypotheses", problems);
    ASSERT_EQ(problems.list().size(), 1u) << name;
    const std::string text = to_text(problems.list()[0]);
    EXPECT_NE(text.find("study.toml:9:1: hypotheses = \"" + name + "\""), std::string::npos) << text;
    EXPECT_NE(text.find("not simulated yet"), std::string::npos) << text;
  }
}

TEST(Hypotheses, with_a_slip_of_the_pen_get_the_nearest_name) {
  Problems problems;
  (void)read_hypotheses(std::vector<std::string>{"niche_mitogens"}, {"study.toml", 9, 1}, "hypotheses",
                        problems);
  ASSERT_EQ(problems.list().size(), 1u);
  EXPECT_NE(to_text(problems.list()[0]).find("perhaps niche_mitogen"), std::string::npos);
}

TEST(Hypotheses, list_the_ten_ways_of_the_model_and_switch_each_simulated_one) {
  int single = 0;
  for (const ActionInfo& info : known_hypotheses()) {
    if (info.members.empty()) ++single;
    if (!info.simulated) continue;
    Problems problems;
    const auto on = read_hypotheses(std::vector<std::string>{info.name}, {}, "hypotheses", problems);
    EXPECT_FALSE(problems.any());
    EXPECT_FALSE(neutral(act(strong(), on, 1.0))) << info.name;
  }
  EXPECT_EQ(single, 10);
}

}  // namespace
}  // namespace azoo::product
