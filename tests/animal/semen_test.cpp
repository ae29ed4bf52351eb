// Ejaculates of animals: when they hold no sperm after an insult, and when they are as rich again as before;
// and how men differ in what their testes make.
#include <cmath>
#include <sstream>

#include "body/animal.hpp"
#include "small_study.hpp"

namespace azoo::animal {
namespace {

using body::SemenCourse;

// A hundredth of an ejaculate is searched: fewer than 100 sperm are not expected to be seen.
SemenCourse course(double first_insult_d = 10.0) {
  return SemenCourse({.examined_share = 0.01, .recovered_share = 0.8}, first_insult_d, 1000.0);
}

TEST(SemenCourse, tells_the_first_ejaculate_without_sperm_and_the_first_that_is_back) {
  SemenCourse semen = course();
  const std::vector<std::pair<double, double>> ejaculates = {{9.0, 0.0},    {13.0, 1000.0}, {20.0, 120.0},
                                                             {23.0, 99.0},  {26.0, 0.0},    {40.0, 500.0},
                                                             {43.0, 799.0}, {46.0, 800.0},  {49.0, 2000.0}};
  for (const auto& [day, sperm] : ejaculates) semen.ejaculate(day, sperm);
  EXPECT_TRUE(semen.fell());
  EXPECT_EQ(semen.azoospermia_d(), 13.0);
  EXPECT_EQ(semen.recovered_d(), 36.0);
}

TEST(SemenCourse, is_not_over_when_ejaculates_are_back_for_a_while_only) {
  SemenCourse semen = course();
  for (const auto& [day, sperm] : {std::pair{20.0, 10.0}, {30.0, 900.0}, {40.0, 300.0}})
    semen.ejaculate(day, sperm);
  EXPECT_FALSE(semen.recovered_d());
  semen.ejaculate(50.0, 950.0);
  EXPECT_EQ(semen.recovered_d(), 40.0);
}

TEST(SemenCourse, that_never_fell_has_nothing_to_recover_from) {
  SemenCourse semen = course();
  for (double day = 12.0; day < 60.0; day += 3.0) semen.ejaculate(day, 900.0);
  EXPECT_FALSE(semen.fell());
  EXPECT_FALSE(semen.azoospermia_d());
  EXPECT_FALSE(semen.recovered_d());
}

TEST(SemenCourse, goes_on_from_a_saved_state) {
  SemenCourse semen = course();
  semen.ejaculate(20.0, 10.0);
  std::stringstream state;
  semen.save(state);
  SemenCourse again({.examined_share = 0.01, .recovered_share = 0.8}, 10.0, 0.0);
  again.load(state);
  for (SemenCourse* one : {&semen, &again}) one->ejaculate(33.0, 1000.0);
  EXPECT_EQ(again.azoospermia_d(), 10.0);
  EXPECT_EQ(again.recovered_d(), 23.0);
  EXPECT_EQ(again.recovered_d(), semen.recovered_d());
}

body::TestisSample men(double ejaculation_interval_d) {
  TestisPlan plan{.sample = 1152, .segments = 6, .testes = "both", .settling_d = 16.0};
  body::TestisSample sample = sample_of(plan, species("human"), shipped_parameters());
  sample.ejaculation_interval_d = ejaculation_interval_d;
  return sample;
}

std::vector<body::Exposure> x_rays(double dose) {
  const Group group{"g", 1, {1.0}, {{.agent = "x_ray", .day = 0.0, .dose = dose}}};
  std::vector<ExposureProblem> problems;
  auto exposure = exposure_of(group, shipped_parameters(), species("human"), problems);
  EXPECT_TRUE(problems.empty());
  return exposure.exposures;
}

TEST(Animal, that_ejaculates_gives_what_its_testes_make) {
  body::Animal man(model("human"), men(4.0), {1.0, 1.0}, {3, 0}, {});
  man.advance_to(160.0);
  ASSERT_TRUE(man.sperm_per_ejaculate());
  double made_per_d = 0.0;
  for (std::size_t side = 0; side < 2; ++side) made_per_d += man.sperm_released_per_d(side);
  // A part dissolves in the cauda meanwhile. Output wanders a little with the stages of few patches.
  const double four_d = 4.0 * made_per_d;
  EXPECT_LT(*man.sperm_per_ejaculate(), 1.1 * four_d);
  EXPECT_GT(*man.sperm_per_ejaculate(), 0.4 * four_d);
  EXPECT_FALSE(man.semen_course()) << "nothing was done to him";
}

TEST(Animal, that_never_ejaculates_has_no_semen_to_speak_of) {
  body::Animal man(model("human"), men(0.0), {1.0, 1.0}, {3, 0}, x_rays(3.0));
  man.advance_to(20.0);
  EXPECT_FALSE(man.sperm_per_ejaculate());
  EXPECT_FALSE(man.semen_course());
}

// Latency (T024): spermatocytes and spermatids live through 3 Gy and go on for their 46 d, then the
// epididymis empties. What holds at any dose that kills every B spermatogonium: not before the last
// spermatocyte is sperm and not a cycle after it.
TEST(Animal, becomes_azoospermic_when_the_last_cells_of_before_have_left) {
  body::Animal man(model("human"), men(3.0), {1.0, 1.0}, {3, 0}, x_rays(3.0));
  man.advance_to(130.0);
  ASSERT_TRUE(man.semen_course());
  const auto latency_d = man.semen_course()->azoospermia_d();
  ASSERT_TRUE(latency_d);
  EXPECT_GT(*latency_d, 46.0);
  EXPECT_LT(*latency_d, 46.0 + 40.0);
}

TEST(Animal, that_ejaculates_goes_on_from_a_saved_state_as_if_nothing_had_happened) {
  body::Animal man(model("human"), men(3.0), {1.0, 1.0}, {3, 0}, x_rays(3.0));
  man.advance_to(70.0);
  std::stringstream state;
  man.save(state);
  body::Animal again(model("human"), men(3.0), {1.0, 1.0}, {3, 0}, x_rays(3.0), 1, &state);
  for (body::Animal* one : {&man, &again}) one->advance_to(100.0);
  EXPECT_EQ(man.sperm_per_ejaculate(), again.sperm_per_ejaculate());
  EXPECT_EQ(man.semen_course()->azoospermia_d(), again.semen_course()->azoospermia_d());
  std::ostringstream a, b;
  man.save(a);
  again.save(b);
  EXPECT_EQ(a.str(), b.str());
  std::istringstream other(a.str());
  EXPECT_THROW(body::Animal(model("human"), men(0.0), {1.0, 1.0}, {3, 0}, x_rays(3.0), 1, &other),
               std::runtime_error);
}

// Product of the survivals of the two divisions of meiosis.
double meiotic_survival(const testis::Species& species) {
  double survival = 1.0;
  for (const testis::GermCell& cell : species.germ_cells) {
    if (cell.compartment == testis::Compartment::spermatocyte && cell.divides)
      survival *= cell.division_survival;
  }
  return survival;
}

TEST(Animal, differs_from_others_in_meiosis_and_stem_cells_as_the_data_say) {
  constexpr int animals = 4000;
  double survival = 0.0, survival_squares = 0.0, density = 0.0, density_squares = 0.0;
  for (std::uint64_t i = 0; i < animals; ++i) {
    const double s = meiotic_survival(body::draw_species(model("human"), {5, i}));
    const double d = body::draw_stem_density(model("human"), {5, i});
    EXPECT_GT(s, 0.0);
    EXPECT_LT(s, 1.0);
    survival += s / animals;
    survival_squares += s * s / animals;
    density += d / animals;
    density_squares += d * d / animals;
  }
  // Four standard errors of a mean, and 5 % of an SD, whose standard error is 1.1 %.
  const double expected = meiotic_survival(species("human"));
  EXPECT_NEAR(survival, expected, 4.0 * 0.188 / std::sqrt(animals));
  EXPECT_NEAR(std::sqrt(survival_squares - survival * survival), 0.188, 0.05 * 0.188);
  EXPECT_NEAR(density, 1.0, 4.0 * 0.28 / std::sqrt(animals));
  EXPECT_NEAR(std::sqrt(density_squares - density * density), 0.28, 0.07 * 0.28);  // skewed
  EXPECT_EQ(meiotic_survival(body::draw_species(model("mouse"), {5, 1})), meiotic_survival(species("mouse")));
  EXPECT_EQ(body::draw_stem_density(model("mouse"), {5, 1}), 1.0);
}

}  // namespace
}  // namespace azoo::animal
