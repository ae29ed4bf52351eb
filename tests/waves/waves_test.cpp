// Counting waves: made-up lines whose waves are known, and the measured stages beside the published count.
#include <gtest/gtest.h>

#include <cmath>
#include <functional>
#include <limits>

#include "testis/waves.hpp"
#include "waves/measured.hpp"

namespace azoo::testis {
namespace {

constexpr double spacing = 0.1;

// Phases of a course given as cycles over mm.
PhaseLine line_of(double length_mm, const std::function<double(double)>& course) {
  PhaseLine line{spacing, {}};
  for (double x = 0.0; x < length_mm - 0.5 * spacing; x += spacing) {
    const double phase = course(x);
    line.phases.push_back(phase - std::floor(phase));
  }
  return line;
}

TEST(Waves, a_steady_slope_has_waves_of_its_own_length_and_a_rest) {
  const std::vector<Wave> waves = count_waves(line_of(50.0, [](double x) { return 0.3 - x / 16.0; }));
  ASSERT_EQ(waves.size(), 3U);
  for (const Wave& wave : waves) {
    EXPECT_NEAR(wave.length_mm, 16.0, 2 * spacing) << "to the spacing of the points";
    EXPECT_EQ(wave.direction, -1);
  }
  const WaveSummary summary = summarise(waves, 50.0);
  EXPECT_NEAR(summary.in_waves_mm, 48.0, 6 * spacing);
  EXPECT_NEAR(summary.sd_mm, 0.0, spacing);
}

TEST(Waves, the_count_does_not_depend_on_where_in_the_cycle_the_line_begins) {
  for (double shift = 0.0; shift < 1.0; shift += 0.1) {
    EXPECT_EQ(count_waves(line_of(50.0, [&](double x) { return shift + x / 16.0; })).size(), 3U);
  }
}

TEST(Waves, a_modulation_lengthens_the_wave_it_lies_in) {
  // Down for 8 mm, back up for 3 mm, down again: the cycle is full 6 mm later than without.
  const auto course = [](double x) { return -(x < 8.0 ? x : x < 11.0 ? 16.0 - x : x - 6.0) / 16.0; };
  const std::vector<Wave> waves = count_waves(line_of(25.0, course));
  ASSERT_EQ(waves.size(), 1U);
  EXPECT_NEAR(waves[0].length_mm, 22.0, 3 * spacing);
}

TEST(Waves, at_a_site_of_reversal_the_rest_before_it_counts_for_neither_side) {
  // Down for 24 mm (one wave and a half), then up for 24 mm: the half before the turn is shorter than a
  // cycle, and the wave after it starts at the lowest point.
  const auto course = [](double x) { return (x < 24.0 ? -x : x - 48.0) / 16.0; };
  const std::vector<Wave> waves = count_waves(line_of(48.0, course));
  ASSERT_EQ(waves.size(), 2U);
  EXPECT_EQ(waves[0].direction, -1);
  EXPECT_EQ(waves[1].direction, 1);
  EXPECT_NEAR(waves[1].start_mm, 24.0, 0.5) << "the smoothing rounds the turn";
}

TEST(Waves, level_and_swaying_lines_have_none) {
  EXPECT_TRUE(count_waves(line_of(80.0, [](double) { return 0.99; })).empty());
  EXPECT_TRUE(count_waves(line_of(80.0, [](double x) { return 0.4 * std::sin(x / 5.0); })).empty());
  EXPECT_TRUE(count_waves({spacing, {}}).empty());
  EXPECT_TRUE(std::isnan(summarise({}, 80.0).mean_mm));
}

TEST(Waves, unknown_points_and_single_wrong_stages_do_not_change_the_count) {
  PhaseLine line = line_of(58.0, [](double x) { return x / 16.0; });
  for (std::size_t i = 0; i < line.phases.size(); ++i) {
    if (i % 50 < 20) line.phases[i] = std::numeric_limits<double>::quiet_NaN();
    if (i % 37 == 0) line.phases[i] = std::fmod(line.phases[i] + 0.5, 1.0);
  }
  const std::vector<Wave> waves = count_waves(line);
  ASSERT_EQ(waves.size(), 3U);
  EXPECT_NEAR(waves[1].length_mm, 16.0, 1.0) << "two of five points are gone";
  PhaseLine none{spacing, std::vector<double>(100, std::numeric_limits<double>::quiet_NaN())};
  EXPECT_TRUE(count_waves(none).empty());
}

TEST(Waves, a_code_means_the_middle_of_its_stage_and_two_and_three_are_one) {
  const std::vector<Stage> stages = {{"I", 1.0}, {"II-III", 2.0}, {"IV", 1.0}};
  EXPECT_DOUBLE_EQ(phase_of_code(1, stages), 0.125);
  EXPECT_DOUBLE_EQ(phase_of_code(2, stages), 0.5);
  EXPECT_DOUBLE_EQ(phase_of_code(3, stages), 0.5);
  EXPECT_DOUBLE_EQ(phase_of_code(4, stages), 0.875);
  EXPECT_TRUE(std::isnan(phase_of_code(5, stages)));
  EXPECT_TRUE(std::isnan(phase_of_code(0, stages)));
}

TEST(Waves, shares_of_length_sum_to_one_and_follow_the_stages) {
  const std::vector<StageGroup> groups = {{"I", "VI"}, {"VII", "VIII"}, {"IX", "XII"}};
  const PhaseLine even = line_of(160.0, [](double x) { return x / 16.0; });
  const std::vector<double> shares = share_of_length(std::vector<PhaseLine>{even}, mouse().stages, groups);
  EXPECT_NEAR(shares[0] + shares[1] + shares[2], 1.0, 1e-12);
  // An even slope: the share of length is the share of the cycle (Oakberg: 47, 20 and 33 %).
  EXPECT_NEAR(shares[1], (mouse().stages[5].duration_d + mouse().stages[6].duration_d) / mouse().cycle_d,
              0.01);
}

// The published count, by eye: 76 waves, mean 16.9 mm, SD 7.8, range 2.6 to 36.9, 1284 of 1784 mm in waves.
// This definition has no parameter fitted to it; the window of 1 mm is the length over which stages were
// called. Limits: a tenth of each published number, the shortest wave apart, which this definition has not.
TEST(Waves, the_measured_stages_have_nearly_the_published_waves) {
  AZOO_NEEDS_MEASURED_TUBULES();
  Problems problems;
  const Skeleton skeleton = read_skeleton(measured_skeleton(), measured_voxel_um, problems);
  problems.throw_if_any();
  std::vector<Wave> waves;
  for (const SkeletonBranch& branch : skeleton.branches) {
    for (const Wave& wave : count_waves(phase_line(branch, mouse().stages))) waves.push_back(wave);
  }
  const WaveSummary summary = summarise(waves, skeleton.length_mm());
  EXPECT_NEAR(summary.waves, 76, 7.6);
  EXPECT_NEAR(summary.mean_mm, 16.9, 1.7);
  EXPECT_NEAR(summary.sd_mm, 7.8, 1.0);
  EXPECT_NEAR(summary.longest_mm, 36.9, 3.7);
  EXPECT_NEAR(summary.in_waves_mm, 1284.0, 160.0);
  const std::vector<double> shares =
      share_of_length(skeleton.branches, mouse().stages,
                      std::vector<StageGroup>{{"I", "VI"}, {"VII", "VIII"}, {"IX", "XII"}});
  // Published 46.4, 25.7 and 27.9 %; the points without a stage are shared out differently there.
  EXPECT_NEAR(shares[0], 0.464, 0.01);
  EXPECT_NEAR(shares[1], 0.257, 0.01);
  EXPECT_NEAR(shares[2], 0.279, 0.01);
}

}  // namespace
}  // namespace azoo::testis
