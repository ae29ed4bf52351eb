// Size and power of the recommended analysis of phase1-2024-separated.toml, over 20 replicates of the shipped
// study; `azoo validate --only null-power` does 200 with the full tissue sample.
#include <gtest/gtest.h>

#include <filesystem>

#include "core/problem.hpp"
#include "study/rejections.hpp"
#include "study/trial_study.hpp"
#include "study/validation.hpp"

namespace azoo::coupling {
namespace {

constexpr int replicates = 20;

study::RejectionCount rejections(std::vector<std::string> assignments) {
  const std::filesystem::path project(AZOO_PROJECT_DIR);
  // A fifth of the tissue: the comparison is the same, its noise a little larger.
  assignments.emplace_back("sample.segments_per_testis=4");
  Problems problems;
  const auto study = study::read_trial_study(project / "studies/phase1-2024-separated.toml", assignments,
                                             std::nullopt, project / "data", problems);
  problems.throw_if_any();
  return study::count_rejections(*study, replicates, 2);
}

TEST(NullAndPower, without_any_efficacy_the_primary_test_rejects_as_often_as_alpha_says) {
  const study::RejectionCount count = rejections({"hypotheses=[]"});
  EXPECT_EQ(count.computed, replicates);
  EXPECT_LE(count.low, 0.05) << count.rejected;
  EXPECT_GE(count.high, 0.05) << count.rejected;
}

TEST(NullAndPower, a_large_planted_effect_is_found_in_more_than_four_of_five_replicates) {
  const study::RejectionCount count = rejections(
      study::read_assignments(std::filesystem::path(AZOO_PROJECT_DIR) / "studies/planted-effect.txt"));
  EXPECT_EQ(count.computed, replicates);
  EXPECT_GT(count.rate, 0.8) << count.rejected;
}

}  // namespace
}  // namespace azoo::coupling
