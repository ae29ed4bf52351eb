#include "product/exosomes.hpp"

#include <gtest/gtest.h>

#include "shipped.hpp"

namespace azoo::product {
namespace {

TEST(Exosomes, count_particles_as_cells_times_shedding_times_days_times_recovery) {
  auto p = read_exosomes(shipped_parameters());
  p.producer_cells_sigma_log = p.particles_sigma_log = p.recovery_sigma_log = p.particles_per_ug_sigma_log =
      0.0;
  const RandomStream source = stream(Stream::product_manufacture);
  Draws draws(source, 0, 0);
  const auto batch = make_exosomes(p, 100, draws);
  const double expected = 1e9 * 1500 * 2 * 0.25;
  EXPECT_NEAR(batch.particles, expected, 1e-9 * expected);
  EXPECT_NEAR(batch.protein_ug, expected / 2e9, 1e-9 * expected / 2e9);  // 375 ug
  EXPECT_EQ(batch.ug_given, 100);
  EXPECT_FALSE(batch.shortfall);
  EXPECT_NEAR(batch.particles_given, 100 * 2e9, 1.0);
}

TEST(Exosomes, fall_short_of_a_dose_that_the_batch_does_not_hold) {
  const auto p = read_exosomes(shipped_parameters());
  const RandomStream source = stream(Stream::product_manufacture);
  int fell_short = 0;
  for (std::uint32_t i = 0; i < 500; ++i) {
    Draws draws(source, i, 0);
    const auto batch = make_exosomes(p, 400, draws);
    EXPECT_LE(batch.ug_given, batch.protein_ug);
    EXPECT_LE(batch.ug_given, 400.0);
    EXPECT_EQ(batch.shortfall, batch.ug_given < 400.0);
    fell_short += batch.shortfall ? 1 : 0;
  }
  // The typical batch holds 375 ug: about half fall short of 400.
  EXPECT_GT(fell_short, 175);
  EXPECT_LT(fell_short, 325);
}

TEST(Exosomes, say_whose_cells_they_come_from_and_how_pure_they_are) {
  auto p = read_exosomes(shipped_parameters());
  EXPECT_EQ(p.origin, "allogeneic");
  p.particles_per_ug_sigma_log = 0.0;
  const RandomStream source = stream(Stream::product_manufacture);
  const auto purity_at = [&](double particles_per_ug) {
    p.particles_per_ug = particles_per_ug;
    Draws draws(source, 0, 0);
    return make_exosomes(p, 10, draws).purity;
  };
  EXPECT_EQ(purity_at(1e9), "impure");
  EXPECT_EQ(purity_at(1e10), "typical");
  EXPECT_EQ(purity_at(5e10), "pure");
}

}  // namespace
}  // namespace azoo::product
