// The shipped phase I trial, end to end through the program, with less tissue a man.
#include <algorithm>
#include <cmath>

#include "coupling/program_runs.hpp"

namespace azoo::coupling {
namespace {

const trial::TrialRecords& phase_one() {
  static const trial::TrialRecords records = run("phase1-2024.toml", {"sample.segments_per_testis=4"});
  return records;
}

int men_with(const std::string& term) {
  return static_cast<int>(std::count_if(phase_one().events.begin(), phase_one().events.end(),
                                        [&](const trial::EventRow& event) { return event.term == term; }));
}

TEST(PhaseOneTrial, screens_the_printed_86_and_treats_the_printed_80_and_keeps_every_reason) {
  const auto& men = phase_one().participants;
  EXPECT_EQ(men.size(), 86U);
  const auto failed =
      std::count_if(men.begin(), men.end(), [](const auto& man) { return man.status == "screen_failure"; });
  EXPECT_EQ(failed, 6);
  for (const auto& man : men)
    EXPECT_EQ(man.failed_criteria.empty(), man.status != "screen_failure") << man.participant;
}

TEST(PhaseOneTrial, screening_at_the_stated_rate_turns_away_as_many_as_the_criteria_say) {
  const trial::TrialRecords records =
      run("phase1-2024.toml", {"sample.segments_per_testis=1", "sample.sites_around=3",
                               "sample.sites_along=3", "screening.rule=rate"});
  const auto failed = std::count_if(records.participants.begin(), records.participants.end(),
                                    [](const auto& man) { return man.status == "screen_failure"; });
  // Prevalences sum to 0.074, rare sperm in a pellet add a few per cent: 6 to 15 of 80 and a few, within 3
  // SD.
  EXPECT_GE(failed, 2);
  EXPECT_LE(failed, 26);
}

TEST(PhaseOneTrial, adverse_events_fall_on_men_one_by_one_at_their_rate) {
  // Binomial(40, p): each interval holds all but 1e-4 of the distribution.
  EXPECT_GE(men_with("pain at the puncture site"), 3);  // p = 0.3
  EXPECT_LE(men_with("pain at the puncture site"), 23);
  EXPECT_GE(men_with("scrotal pain"), 8);  // p = 0.5
  EXPECT_LE(men_with("scrotal pain"), 32);
  EXPECT_LE(men_with("visual disturbance"), 7);  // p = 0.02
}

TEST(PhaseOneTrial, most_batches_of_70_mL_of_marrow_fall_short_and_none_exceeds_the_plan) {
  int planned = 0;
  int short_of_it = 0;
  for (const auto& man : phase_one().participants) {
    if (std::isnan(man.product_cells_planned)) continue;
    ++planned;
    EXPECT_LE(man.product_cells_given, man.product_cells_planned);
    short_of_it += man.product_cells_given < man.product_cells_planned ? 1 : 0;
  }
  EXPECT_EQ(planned, 40);
  EXPECT_GT(short_of_it, 20);
}

TEST(PhaseOneTrial, baseline_fsh_follows_the_printed_one) {
  std::vector<double> fsh;
  for (const auto& row : phase_one().visits) {
    if (row.analyte == "fsh" && row.visit == "baseline" && !row.arm.empty()) fsh.push_back(row.value);
  }
  ASSERT_EQ(fsh.size(), 80U);
  std::sort(fsh.begin(), fsh.end());
  // Printed median 21.7 IU/L; SE of a median of 80 with sigma 0.74 of the log: 10 %. The population reaches
  // up to the printed spread only in part.
  EXPECT_NEAR(std::log(fsh[40] / 21.7), 0.0, 0.35);
}

TEST(PhaseOneTrial, everybody_is_azoospermic_twice_before_treatment) {
  for (const auto& row : phase_one().visits) {
    const bool before = row.analyte == "sperm_concentration" && row.day < 0.0 && !row.arm.empty();
    EXPECT_TRUE(!before || row.value == 0.0) << row.participant;
  }
}

}  // namespace
}  // namespace azoo::coupling
