// The resolved document is the study: it reads back to the same design, and writing it again gives the same
// bytes.
#include <gtest/gtest.h>
#include <unistd.h>

#include <fstream>

#include "core/files.hpp"
#include "design_text.hpp"
#include "study_files.hpp"

namespace azoo::study {
namespace {

class ResolvedStudy : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = std::filesystem::path(testing::TempDir()) /
              (std::string("azoo_resolved_") + std::to_string(::getpid()) +
               testing::UnitTest::GetInstance()->current_test_info()->name());
    std::filesystem::create_directories(folder_);
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }

  std::filesystem::path written(const std::string& text) {
    const std::filesystem::path file = folder_ / "study.toml";
    std::ofstream(file, std::ios::binary) << text;
    return file;
  }

  void expect_round_trip(const Outcome& first) {
    ASSERT_TRUE(first.study) << first.messages;
    const std::string text = write_toml(first.study->resolved);
    const Outcome second = read_with(written(text));
    ASSERT_TRUE(second.study) << second.messages;
    EXPECT_EQ(DesignText::of(second.study->design), DesignText::of(first.study->design));
    EXPECT_EQ(write_toml(second.study->resolved), text);
    for (const auto& [name, parameter] : first.study->parameters.all())
      EXPECT_EQ(second.study->parameters.at(name).values, parameter.values) << name;
  }

  std::filesystem::path folder_;
};

TEST_F(ResolvedStudy, reads_back_to_the_same_design) {
  expect_round_trip(read_with(shipped("phase1-2024.toml")));
  expect_round_trip(read_with(shipped("phase1-2024-separated.toml")));
}

TEST_F(ResolvedStudy, holds_overrides_and_seed) {
  const std::vector<std::string> overrides = {"arm.0.size=50",
                                              "screening.enrolled=90",
                                              "screening.screened=100",
                                              "arm.0.product.site.1.route=vas_deferens",
                                              "title=\"a \\\"quoted\\\" title\"",
                                              "parameters.bm_msc.delivery.half_life_d=5",
                                              "population.match_analyte=\"\""};
  std::vector<std::string> more = overrides;
  Outcome refused = read_with(shipped("phase1-2024.toml"), more, 7);
  EXPECT_FALSE(refused.study);  // a median to match without an analyte
  more.back() = "assay.0.uloq=100";
  const Outcome outcome = read_with(shipped("phase1-2024.toml"), more, 7);
  ASSERT_TRUE(outcome.study) << outcome.messages;
  EXPECT_EQ(outcome.study->design.seed, 7u);
  EXPECT_EQ(outcome.study->design.arms[0].size, 50);
  EXPECT_EQ(outcome.study->design.arms[0].product->sites[1].route, "vas_deferens");
  EXPECT_EQ(outcome.study->parameters.value("bm_msc.delivery.half_life_d", "d"), 5.0);
  EXPECT_EQ(outcome.study->parameters.at("bm_msc.delivery.half_life_d").shipped->front(), 3.0);
  expect_round_trip(outcome);
}

TEST_F(ResolvedStudy, writes_out_every_default) {
  const std::vector<std::string> plain = {"replicates", "alpha", "block_size", "label"};
  const Outcome outcome = read_with(shipped("phase1-2024.toml"));
  ASSERT_TRUE(outcome.study) << outcome.messages;
  const std::string text = write_toml(outcome.study->resolved);
  EXPECT_NE(text.find("block_size = 0"), std::string::npos);
  EXPECT_NE(text.find("anchor = \"surgery\""), std::string::npos);
  EXPECT_NE(text.find("vehicle = false"), std::string::npos);
  EXPECT_NE(text.find("primary_efficacy = false"), std::string::npos);
}

TEST(StudyHash, changes_with_file_override_and_seed_and_with_nothing_else) {
  const auto hash = [](const std::vector<std::string>& overrides, std::optional<std::uint64_t> seed) {
    const Outcome outcome = read_with(shipped("phase1-2024.toml"), overrides, seed);
    EXPECT_TRUE(outcome.study) << outcome.messages;
    return outcome.study ? outcome.study->sha256 : "";
  };
  const std::string plain = hash({}, std::nullopt);
  EXPECT_EQ(plain.size(), 64u);
  EXPECT_EQ(hash({}, std::nullopt), plain);
  EXPECT_NE(hash({}, 1), plain);
  EXPECT_NE(hash({"seed=1"}, std::nullopt), plain);
  EXPECT_NE(hash({"title=a", "question=b"}, std::nullopt), hash({"title=a"}, std::nullopt));
  EXPECT_NE(read_with(shipped("phase1-2024-separated.toml")).study->sha256, plain);
}

TEST_F(ResolvedStudy, needs_no_newline_at_the_end_and_takes_crlf) {
  Problems problems;
  std::string text = *read_file(shipped("phase1-2024.toml"), problems);
  while (text.back() == '\n') text.pop_back();
  const Outcome cut = read_with(written(text));
  EXPECT_TRUE(cut.study) << cut.messages;
  std::string crlf;
  for (const char c : text) crlf += c == '\n' ? std::string("\r\n") : std::string(1, c);
  const Outcome windows = read_with(written(crlf));
  ASSERT_TRUE(windows.study) << windows.messages;
  EXPECT_EQ(DesignText::of(windows.study->design), DesignText::of(cut.study->design));
}

}  // namespace
}  // namespace azoo::study
