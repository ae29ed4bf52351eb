// What a user may get wrong, case by case: tests/bad_input holds broken files (files.csv), one-place edits of
// a sound study (edits.csv) and --set assignments (overrides.csv), each with the messages it must give.
// In the tables '|' stands for a line end; an expected message may be cut at its end.
#include <gtest/gtest.h>
#include <unistd.h>

#include <fstream>

#include "core/csv.hpp"
#include "core/files.hpp"
#include "study_files.hpp"

namespace azoo::study {
namespace {

std::filesystem::path bad_input() {
  return project_folder() / "tests/bad_input";
}

std::vector<std::string> split(const std::string& text, char at) {
  std::vector<std::string> parts(1);
  for (const char c : text) {
    if (c == at) {
      parts.emplace_back();
    } else {
      parts.back() += c;
    }
  }
  return parts;
}

std::string with_line_ends(std::string text) {
  for (char& c : text) c = c == '|' ? '\n' : c;
  return text;
}

std::string without(std::string text, const std::string& part) {
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part))
    text.erase(at, part.size());
  return text;
}

CsvTable cases(const std::string& name) {
  Problems problems;
  CsvTable table = read_csv(bad_input() / name, problems);
  EXPECT_FALSE(problems.any());
  return table;
}

// As many messages as expected, each beginning as expected.
void expect_messages(const Outcome& outcome, const std::string& expected, const std::string& prefix) {
  EXPECT_FALSE(outcome.study);
  std::vector<std::string> messages = split(outcome.messages, '\n');
  messages.pop_back();
  const std::vector<std::string> beginnings = split(expected, '|');
  EXPECT_EQ(messages.size(), beginnings.size()) << outcome.messages;
  for (std::size_t i = 0; i < std::min(messages.size(), beginnings.size()); ++i)
    EXPECT_TRUE(messages[i].starts_with(prefix + beginnings[i])) << messages[i] << "\n" << beginnings[i];
}

class BadInput : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = std::filesystem::path(testing::TempDir()) /
              (std::string("azoo_bad_") + std::to_string(::getpid()) +
               testing::UnitTest::GetInstance()->current_test_info()->name());
    std::filesystem::create_directories(folder_);
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }

  std::filesystem::path written(const std::string& text) {
    std::ofstream(folder_ / "base.toml", std::ios::binary) << text;
    return folder_ / "base.toml";
  }

  std::filesystem::path folder_;
};

TEST_F(BadInput, begins_from_a_sound_study) {
  const Outcome outcome = read_with(bad_input() / "base.toml");
  EXPECT_EQ(outcome.messages, "");
  EXPECT_TRUE(outcome.study);
}

TEST_F(BadInput, is_met_with_a_message_for_every_edit) {
  Problems problems;
  const std::string base = *read_file(bad_input() / "base.toml", problems);
  const CsvTable table = cases("edits.csv");
  EXPECT_GE(table.rows.size(), 100u);
  for (const auto& row : table.rows) {
    SCOPED_TRACE(row[0]);
    const std::string find = with_line_ends(row[1]);
    const std::size_t at = base.find(find);
    ASSERT_NE(at, std::string::npos);
    std::string text = base;
    text.replace(at, find.size(), with_line_ends(row[2]));
    const std::filesystem::path file = written(text);
    expect_messages(read_with(file), row[3], file.string());
  }
}

TEST_F(BadInput, is_met_with_a_message_for_every_file) {
  for (const auto& row : cases("files.csv").rows) {
    SCOPED_TRACE(row[0]);
    const std::filesystem::path file = bad_input() / row[0];
    expect_messages(read_with(file), row[1], file.string());
  }
}

TEST_F(BadInput, is_met_with_a_message_for_every_override) {
  for (const auto& row : cases("overrides.csv").rows) {
    SCOPED_TRACE(row[0]);
    Outcome outcome = read_with(bad_input() / "base.toml", split(row[0], '|'));
    outcome.messages = without(outcome.messages, bad_input().string() + "/");
    expect_messages(outcome, row[1], "");
  }
}

TEST_F(BadInput, that_is_a_folder_or_is_not_there_is_said_so) {
  expect_messages(read_with(bad_input()), ": a directory; expected a regular file", bad_input().string());
  expect_messages(read_with(bad_input() / "none.toml"), ": no such file",
                  (bad_input() / "none.toml").string());
}

TEST_F(BadInput, with_a_seed_that_no_study_file_can_hold_is_refused) {
  expect_messages(read_with(bad_input() / "base.toml", {}, ~std::uint64_t{0}),
                  "--seed: seed = 18446744073709551615; expected a whole number from 0 to", "");
}

TEST_F(BadInput, without_data_is_told_what_is_missing) {
  const Outcome outcome = read_with(bad_input() / "base.toml", {}, std::nullopt, folder_ / "nowhere");
  EXPECT_FALSE(outcome.study);
  EXPECT_NE(outcome.messages.find("no parameter files"), std::string::npos) << outcome.messages;
  EXPECT_NE(outcome.messages.find("population.mix = \"noa\"; expected a name found in data/populations"),
            std::string::npos)
      << outcome.messages;
}

}  // namespace
}  // namespace azoo::study
