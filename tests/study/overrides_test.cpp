// Another arm size on the command line, alone.
#include <gtest/gtest.h>

#include <filesystem>

#include "core/problem.hpp"
#include "study/trial_study.hpp"

namespace azoo::study {
namespace {

std::optional<TrialStudy> read(const std::string& file, const std::vector<std::string>& overrides,
                               Problems& problems) {
  const std::filesystem::path project(AZOO_PROJECT_DIR);
  return read_trial_study(project / "studies" / file, overrides, std::nullopt, project / "data", problems);
}

TEST(FollowArmSizes, one_arm_size_alone_is_a_sound_study_with_as_many_screen_failures) {
  Problems problems;
  const auto study = read("phase1-2024.toml", {"arm.0.size=60"}, problems);
  ASSERT_FALSE(problems.any()) << to_text(problems.list().front());
  EXPECT_EQ(study->design.arms[0].size, 60);
  EXPECT_EQ(study->design.screening.enrolled, 100);
  EXPECT_EQ(study->design.screening.screened, 106);
  EXPECT_NE(write_toml(study->resolved).find("size = { value = 60"), std::string::npos);
}

TEST(FollowArmSizes, numbers_that_are_set_are_left_as_set_and_checked) {
  Problems problems;
  EXPECT_FALSE(read("phase1-2024.toml", {"arm.0.size=60", "screening.enrolled=90"}, problems));
  EXPECT_TRUE(problems.any());
}

TEST(FollowArmSizes, blocks_of_the_old_ratio_become_one_block) {
  Problems problems;
  const auto study = read("phase1-2024-separated.toml", {"arm.0.size=10"}, problems);
  ASSERT_FALSE(problems.any()) << to_text(problems.list().front());
  EXPECT_EQ(study->design.allocation.block_size, 0);
  EXPECT_EQ(study->design.screening.enrolled, 250);
}

TEST(Transdifferentiation, may_be_believed_in_but_not_given_a_probability_that_nothing_would_come_of) {
  Problems none;
  EXPECT_TRUE(read("phase1-2024.toml", {"hypotheses=[\"transdifferentiation\"]"}, none));
  const std::string some = "parameters.bm_msc.transdifferentiation.fraction=0.001";
  Problems off;
  EXPECT_TRUE(read("phase1-2024.toml", {some}, off));
  Problems on;
  EXPECT_FALSE(read("phase1-2024.toml", {some, "hypotheses=[\"regenerative\"]"}, on));
  ASSERT_EQ(on.list().size(), 1U);
  EXPECT_EQ(on.list().front().field, "parameters.bm_msc.transdifferentiation.fraction");
}

}  // namespace
}  // namespace azoo::study
