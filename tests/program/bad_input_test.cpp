// Every broken study of tests/bad_input through the program: exit status 2, the message, nothing written.
#include "core/csv.hpp"
#include "core/problem.hpp"
#include "program.hpp"

namespace azoo::program {
namespace {

fs::path bad_input() {
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

class BadStudy : public ProgramTest {
 protected:
  // The names in the cases are those of the tests' own data folder.
  Settings with_test_data() const {
    Settings settings;
    settings.set["AZOO_DATA"] = (project_folder() / "tests/study/data").string();
    return settings;
  }
  static std::vector<std::vector<std::string>> cases(const std::string& name) {
    Problems problems;
    CsvTable table = read_csv(bad_input() / name, problems);
    EXPECT_FALSE(problems.any());
    return table.rows;
  }
  // With and without --check.
  void expect_refused(const std::vector<std::string>& arguments, const std::string& messages) {
    const auto before = tree(folder);
    for (const bool check : {false, true}) {
      std::vector<std::string> words = arguments;
      words.insert(words.end(), {"--out", "out/inner"});
      if (check) words.emplace_back("--check");
      const Ended ended = azoo(words, with_test_data());
      EXPECT_EQ(ended.status, 2) << ended.err;
      EXPECT_EQ(ended.out, "");
      for (const std::string& message : split(messages, '|'))
        EXPECT_NE(ended.err.find(message), std::string::npos) << message << "\nnot in\n" << ended.err;
      EXPECT_EQ(tree(folder), before);
    }
  }
};

TEST_F(BadStudy, of_every_edit_is_refused_and_nothing_is_written) {
  const std::string base = content(bad_input() / "base.toml");
  const auto rows = cases("edits.csv");
  EXPECT_GE(rows.size(), 100u);
  for (const auto& row : rows) {
    SCOPED_TRACE(row[0]);
    std::string text = base;
    const std::string find = with_line_ends(row[1]);
    ASSERT_NE(base.find(find), std::string::npos);
    text.replace(base.find(find), find.size(), with_line_ends(row[2]));
    write(folder / "study.toml", text);
    expect_refused({"run", "study.toml"}, row[3]);
  }
}

TEST_F(BadStudy, of_every_broken_file_is_refused_and_nothing_is_written) {
  const auto rows = cases("files.csv");
  EXPECT_GE(rows.size(), 16u);
  for (const auto& row : rows) {
    SCOPED_TRACE(row[0]);
    expect_refused({"run", (bad_input() / row[0]).string()}, row[1]);
  }
}

TEST_F(BadStudy, of_every_override_is_refused_and_nothing_is_written) {
  const auto rows = cases("overrides.csv");
  EXPECT_GE(rows.size(), 28u);
  for (const auto& row : rows) {
    SCOPED_TRACE(row[0]);
    std::vector<std::string> words = {"run", (bad_input() / "base.toml").string()};
    for (const std::string& assignment : split(row[0], '|')) words.insert(words.end(), {"--set", assignment});
    expect_refused(words, row[1]);
  }
}

TEST_F(BadStudy, that_no_file_can_hold_is_refused) {
  const std::string base = (bad_input() / "base.toml").string();
  expect_refused({"run", base, "--seed", "18446744073709551615"},
                 "expected a whole number from 0 to 9223372036854775807");
  expect_refused({"run", base, "--set", "title=\"\xff\""}, "bytes that are not UTF-8 text");
  expect_refused({"run", "none.toml"}, "none.toml: no such file");
  expect_refused({"run", "."}, "a directory; expected a regular file");
  ASSERT_EQ(::mkfifo((folder / "pipe").c_str(), 0600), 0);
  expect_refused({"run", "pipe"}, "a device or pipe; expected a regular file");
}

TEST_F(BadStudy, whose_criteria_no_man_meets_ends_with_a_message_and_leaves_nothing) {
  const std::vector<std::string> words = small_trial(
      1, "out", {"--set", "eligibility.criterion=[{id=\"a\",role=\"exclude\",text=\"t\",prevalence=1}]"});
  const Ended ended = azoo(words);
  EXPECT_EQ(ended.status, 2);
  EXPECT_NE(ended.err.find("phase1-2024.toml: eligibility = 100000 men in a row"), std::string::npos)
      << ended.err;
  EXPECT_EQ(names(tree(folder)), std::vector<std::string>{});
}

}  // namespace
}  // namespace azoo::program
