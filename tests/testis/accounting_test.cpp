// No cell appears or vanishes unaccounted, in the sheet and in the epididymis; draws follow their law.
#include <gtest/gtest.h>

#include <numeric>

#include "testis/correlated_survival.hpp"
#include "testis/epididymis.hpp"
#include "testis/man.hpp"

namespace azoo::testis {
namespace {

double all(const GermCellCounts& cells) {
  return std::accumulate(cells.begin(), cells.end(), 0.0);
}

TEST(Accounting, births_deaths_and_releases_balance_in_every_segment) {
  SegmentConditions hard;
  hard.spermatocyte_death_hazard_ratio = 2.0;
  hard.niche_mitogen_supply = 3.0;
  const auto conditions = everywhere(6, hard);
  Sheet sheet = sheet_of(alike(6), 21);
  sheet.settle(everywhere(6));
  double before[6];
  for (int s = 0; s < 6; ++s) before[s] = all(sheet.counts(s).cells);
  AcuteInjury injury;
  injury.survival.fill(0.7);
  for (int day = 0; day < 150; ++day) {
    sheet.step(conditions);
    if (day == 40) sheet.injure(2, injury);
  }
  for (int s = 0; s < 6; ++s) {
    const Flows flows = sheet.segment_flows_since_settle(s);
    const double change = flows.committed + flows.divided - flows.died[0] - flows.died[1] - flows.died[2] -
                          flows.sperm_released - flows.lost_to_saturation;
    EXPECT_EQ(all(sheet.counts(s).cells) - before[s], change) << "segment " << s;
    EXPECT_GT(flows.sperm_released, 0.0);
  }
}

TEST(Accounting, cross_sections_together_hold_what_the_segment_counts) {
  const auto healthy = everywhere(3);
  Sheet sheet = sheet_of(alike(3), 22);
  sheet.settle(healthy);
  for (int day = 0; day < 100; ++day) sheet.step(healthy);
  for (int segment = 0; segment < 3; ++segment) {
    SegmentCounts sum;
    for (int row = 0; row < 8; ++row) {
      for (const SectionSite& site : sheet.cross_section(segment, row).sites) {
        sum.stem[a_dark] += site.stem[a_dark];
        sum.stem[a_pale] += site.stem[a_pale];
        for (std::size_t t = 0; t < sum.cells.size(); ++t) sum.cells[t] += site.cells[t];
      }
    }
    const SegmentCounts counted = sheet.counts(segment);
    EXPECT_EQ(sum.cells, counted.cells);
    EXPECT_EQ(sum.stem[a_dark], counted.stem[a_dark]);
    EXPECT_EQ(sum.stem[a_pale], counted.stem[a_pale]);
  }
}

TEST(CorrelatedSurvival, has_the_mean_and_variance_of_a_beta_binomial) {
  const RandomStream stream(StreamAddress{1, 0, 0, Stream::known_answer_test});
  const auto check = [&](int cells, double p, double rho) {
    const CorrelatedSurvival survival(rho);
    constexpr int draws = 40000;
    double sum = 0.0;
    double squares = 0.0;
    for (std::uint32_t i = 0; i < draws; ++i) {
      AddressedWords words(stream, i, static_cast<std::uint32_t>(cells), 0);
      const double alive = survival.draw(cells, p, words);
      sum += alive;
      squares += alive * alive;
    }
    const double mean = sum / draws;
    const double variance = squares / draws - mean * mean;
    const double expected_variance = cells * p * (1.0 - p) * (1.0 + (cells - 1) * rho);
    // Five standard errors of the mean; the variance of 40,000 draws is known within 5 % even when skewed.
    EXPECT_NEAR(mean, cells * p, 5.0 * std::sqrt(expected_variance / draws));
    EXPECT_NEAR(variance / expected_variance, 1.0, 0.05);
  };
  check(5, 0.95, 0.1);
  check(24, 0.7, 0.1);
  check(25, 0.7, 0.1);  // the other way of drawing
  check(100, 0.4, 0.3);
  check(10, 0.5, 0.0);
}

TEST(CorrelatedSurvival, is_certain_at_zero_and_one) {
  const RandomStream stream(StreamAddress{});
  AddressedWords words(stream, 0, 0, 0);
  const CorrelatedSurvival survival(0.1);
  EXPECT_EQ(survival.draw(200, 1.0, words), 200);
  EXPECT_EQ(survival.draw(7, 0.0, words), 0);
  EXPECT_EQ(survival.draw(0, 0.5, words), 0);
}

TEST(Epididymis, keeps_account_of_every_sperm) {
  EpididymisParameters parameters = EpididymisParameters::from(shipped_parameters(), "human");
  parameters.transit_survival = 0.8;
  Epididymis epididymis(parameters, 1.0);
  epididymis.settle(1e8, 3.0);
  const double before = epididymis.in_transit() + epididymis.reserve();
  double released = 0.0;
  for (int day = 1; day <= 90; ++day) {
    const double today = 1e8 * (1.0 + 0.5 * std::sin(day));
    released += today;
    epididymis.step(today);
    if (day % 4 == 0) epididymis.ejaculate();
  }
  const double after = epididymis.in_transit() + epididymis.reserve();
  const double out = epididymis.ejaculated() + epididymis.lost_in_transit() + epididymis.lost_from_reserve();
  EXPECT_NEAR((before + released) / (after + out), 1.0, 1e-12);  // rounding of 90 sums
}

TEST(Epididymis, settles_where_it_stays) {
  const EpididymisParameters parameters = EpididymisParameters::from(shipped_parameters(), "human");
  Epididymis epididymis(parameters, 0.5);
  epididymis.settle(2e8, 3.0);
  const double reserve = epididymis.reserve();
  const double in_transit = epididymis.in_transit();
  for (int cycle = 0; cycle < 5; ++cycle) {
    epididymis.ejaculate();
    for (int step = 0; step < 6; ++step) epididymis.step(1e8);
    EXPECT_NEAR(epididymis.reserve() / reserve, 1.0, 1e-9);
    EXPECT_NEAR(epididymis.in_transit() / in_transit, 1.0, 1e-9);
  }
}

TEST(Epididymis, delays_by_the_mean_transit_and_never_less_than_the_shortest) {
  const EpididymisParameters parameters = EpididymisParameters::from(shipped_parameters(), "human");
  for (const double step_d : {1.0, 0.5, 0.25}) {
    Epididymis epididymis(parameters, step_d);
    double sum = 0.0;
    double first_d = 0.0;
    double released = 1.0;
    for (int step = 0; step < 400; ++step) {
      epididymis.step(released);
      released = 0.0;
      if (first_d == 0.0 && epididymis.arrived_last_step() > 0.0) first_d = step * step_d;
      sum += step * step_d * epididymis.arrived_last_step();
    }
    EXPECT_NEAR(sum, parameters.transit_d, 0.01);  // the tail beyond 1e-6 is folded in
    EXPECT_GE(first_d + 0.5 * step_d, parameters.transit_shortest_d);
  }
}

}  // namespace
}  // namespace azoo::testis
