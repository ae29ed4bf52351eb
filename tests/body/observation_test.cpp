// What can be seen of a man: hormones through an assay, sperm through a pellet search, tissue through a
// biopsy.
#include <gtest/gtest.h>

#include <cmath>
#include <filesystem>
#include <limits>

#include "body/assay.hpp"
#include "body/biopsy.hpp"
#include "body/patient.hpp"
#include "body/semen_analysis.hpp"
#include "core/problem.hpp"

namespace azoo::body {
namespace {

const Model& shipped_model() {
  static const ParameterSet parameters = [] {
    Problems problems;
    ParameterSet set = ParameterSet::load(std::filesystem::path(AZOO_PROJECT_DIR) / "data", problems);
    problems.throw_if_any();
    return set;
  }();
  static const Model model(parameters, "noa");
  return model;
}

constexpr SampleShape small{24, 4, 1.0};

TEST(Assay, errors_leave_the_mean_of_many_samples_true) {
  const RandomStream stream({1, 0, 0, Stream::assay});
  const AssayRule rule{0.28, 0.06, 0.0, std::numeric_limits<double>::infinity()};
  double sum = 0.0;
  constexpr int samples = 20000;
  for (int i = 0; i < samples; ++i) {
    Draws draws(stream, static_cast<std::uint32_t>(i), 0);
    sum += measure(5.0, rule, draws).value;
  }
  // SE of the mean: 5 * 0.29 / sqrt(20000) = 0.010; allow four.
  EXPECT_NEAR(sum / samples, 5.0, 0.041);
}

TEST(Assay, values_outside_the_limits_are_given_as_the_limit_and_flagged) {
  const RandomStream stream({1, 0, 0, Stream::assay});
  Draws draws(stream, 0, 0);
  const AssayRule rule{0.0, 0.0, 3.0, 100.0};
  EXPECT_EQ(measure(2.0, rule, draws).flag, "below_lloq");
  EXPECT_EQ(measure(2.0, rule, draws).value, 3.0);
  EXPECT_EQ(measure(200.0, rule, draws).flag, "above_uloq");
  EXPECT_EQ(measure(50.0, rule, draws).flag, "");
  EXPECT_NEAR(measure(50.0, rule, draws).value, 50.0, 1e-12);
}

TEST(SemenAnalysis, counts_scatter_more_than_poisson_and_average_to_the_truth) {
  const RandomStream stream({1, 0, 0, Stream::semen_analysis});
  const EjaculateRule rule{3.0, 0.35, 0.5, 0.13, 0.8};
  constexpr int ejaculates = 20000;
  constexpr double truth = 400.0;
  double sum = 0.0;
  int none = 0;
  for (int i = 0; i < ejaculates; ++i) {
    Draws draws(stream, static_cast<std::uint32_t>(i), 0);
    const SemenReading reading = analyse_semen(truth, rule, draws);
    sum += reading.total_count_1e6 * 1e6;
    none += reading.concentration_1e6_per_mL == 0.0 ? 1 : 0;
  }
  // Negative binomial, k = 0.5: SD of one count is about 400 * sqrt(2), SE 4.0; allow four.
  EXPECT_NEAR(sum / ejaculates, truth, 16.5);
  // Mean seen 400 * 0.104 = 41.6: P(none) = (1 + 41.6 / 0.5)^-0.5 = 0.109; Poisson would give 1e-18.
  EXPECT_NEAR(static_cast<double>(none) / ejaculates, 0.109, 0.01);
}

TEST(SemenAnalysis, no_sperm_in_gives_no_sperm_out) {
  const RandomStream stream({1, 0, 0, Stream::semen_analysis});
  Draws draws(stream, 0, 0);
  const SemenReading reading = analyse_semen(0.0, {3.0, 0.35, 0.5, 0.13, 0.8}, draws);
  EXPECT_EQ(reading.concentration_1e6_per_mL, 0.0);
  EXPECT_GT(reading.volume_mL, 0.0);
}

TEST(Biopsy, healthy_tubules_score_high_and_sclerosed_ones_score_one) {
  const RandomStream stream({1, 0, 0, Stream::biopsy});
  Draws draws(stream, 0, 0);
  const Patient healthy(shipped_model(), healthy_man(6), small, {1, 0, 0}, 0.0);
  const BiopsyReading full = read_biopsy(healthy, draws);
  EXPECT_GT(full.johnsen_score, 8.5);
  EXPECT_EQ(full.with_germ_cells_percent, 100.0);
  Constitution scarred = healthy_man(6);
  for (auto& side : scarred.tubules) side.assign(6, TubuleKind::sclerosed);
  scarred.tubules[0][0] = TubuleKind::sertoli_only;
  const Patient man(shipped_model(), scarred, small, {1, 0, 0}, 0.0);
  const BiopsyReading reading = read_biopsy(man, draws);
  EXPECT_DOUBLE_EQ(reading.johnsen_score, (5.0 * 1.0 + 2.0) / 6.0);
  EXPECT_NEAR(reading.sclerosed_percent, 500.0 / 6.0, 1e-9);
  EXPECT_FALSE(reading.sperm_found);
}

TEST(Biopsy, a_man_arrested_at_meiosis_scores_five_and_more_foci_make_sperm_likelier) {
  Constitution man = healthy_man(6);
  man.arrest = Arrest::constitutional;
  man.arrest_type = "secondary_spermatocyte";
  const Patient arrested(shipped_model(), man, small, {1, 0, 0}, 0.0);
  man.foci = {3, 3};
  const Patient focal(shipped_model(), man, small, {1, 0, 0}, 0.0);
  const RandomStream stream({1, 0, 0, Stream::biopsy});
  int found = 0;
  for (std::uint32_t i = 0; i < 200; ++i) {
    Draws draws(stream, i, 0);
    EXPECT_NEAR(read_biopsy(arrested, draws).johnsen_score, 5.0, 0.35);
    found += read_biopsy(focal, draws).sperm_found ? 1 : 0;
  }
  EXPECT_GT(found, 195);  // 1 - 0.15^6 of searches
}

TEST(Patient, two_men_of_one_address_are_the_same_and_of_two_addresses_are_not) {
  const auto late = [](std::uint64_t participant) {
    Patient man(shipped_model(), healthy_man(3), small, {1, 0, participant}, -10.0);
    man.advance_to(20.0);
    return germ_cells_per_sertoli(man).late_spermatids;
  };
  EXPECT_EQ(late(5), late(5));
  EXPECT_NE(late(5), late(6));
}

TEST(Patient, an_untreated_man_stays_where_he_is) {
  Patient man(shipped_model(), healthy_man(10), small, {1, 0, 9}, 0.0);
  const double fsh = man.hormones().fsh_IU_per_L;
  const double inhibin = man.hormones().inhibin_b_pg_per_mL;
  man.advance_to(160.0);
  // A sample of 1,920 sites wanders by a few per cent with its stem cells.
  EXPECT_NEAR(man.hormones().fsh_IU_per_L / fsh, 1.0, 0.06);
  EXPECT_NEAR(man.hormones().inhibin_b_pg_per_mL / inhibin, 1.0, 0.06);
}

TEST(Patient, half_the_step_gives_the_same_man_within_two_per_cent) {
  const auto at_day_100 = [](double step_d) {
    // The two tissues part by chance while they settle: with 7,680 sites a testis by some 0.8 %.
    Patient man(shipped_model(), healthy_man(40), {24, 8, step_d}, {1, 0, 3}, 0.0);
    std::vector<endocrine::Dose> doses;
    for (int n = 0; n < 28; ++n) doses.push_back({endocrine::Drug::hcg, 3.5 * n, 1000.0});
    man.take(doses);
    man.advance_to(100.0);
    return man.hormones();
  };
  const endocrine::HormoneState whole = at_day_100(1.0);
  const endocrine::HormoneState half = at_day_100(0.5);
  EXPECT_NEAR(half.testosterone_nmol_per_L / whole.testosterone_nmol_per_L, 1.0, 0.02);
  EXPECT_NEAR(half.inhibin_b_pg_per_mL / whole.inhibin_b_pg_per_mL, 1.0, 0.02);
  EXPECT_NEAR(half.fsh_IU_per_L / whole.fsh_IU_per_L, 1.0, 0.02);
}

TEST(Patient, the_expected_hormones_are_near_those_of_the_sampled_tissue) {
  Constitution man = healthy_man(20);
  for (auto& side : man.tubules) {
    for (std::size_t s = 3; s < side.size(); ++s) side[s] = TubuleKind::sclerosed;
  }
  const double quick = expected_hormones(shipped_model(), man).fsh_IU_per_L;
  const Patient sampled(shipped_model(), man, small, {1, 0, 4}, 0.0);
  EXPECT_NEAR(sampled.hormones().fsh_IU_per_L / quick, 1.0, 0.05);
  EXPECT_GT(quick, 10.0);  // most of the Sertoli cells are lost
}

}  // namespace
}  // namespace azoo::body
