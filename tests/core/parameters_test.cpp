#include "core/parameters.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <string>

namespace azoo {
namespace {

const char* const document =
    "label = \"a label\"\n"
    "time = { value = 16, low = 15.0, high = 17.0, unit = \"d\", how = \"assumed\", source = \"s\" }\n"
    "share = { value = 0.4, low = 0, high = 1, unit = \"fraction\", how = \"derived\", source = \"s\" }\n"
    "signed = { value = -2.0, unit = \"1\", how = \"fitted\", source = \"s\", note = \"n\" }\n"
    "list = { value = [1, 2], unit = \"nM\", how = \"measured\", source = \"s\" }\n"
    "[[cell]]\nname = \"spermatid\"\nlabel = \"round\"\n"
    "survival = { value = 0.5, unit = \"fraction\", how = \"assumed\", source = \"s\" }\n";

ParameterSet loaded(const std::string& text, Problems& problems) {
  ParameterSet set;
  TomlValue root = parse_toml(text, "p.toml", problems);
  set.add(root, "x", problems);
  return set;
}

ParameterSet good() {
  Problems problems;
  ParameterSet set = loaded(document, problems);
  EXPECT_FALSE(problems.any()) << to_text(problems.list().front());
  return set;
}

std::string first_problem(const std::string& text) {
  Problems problems;
  (void)loaded(text, problems);
  return problems.any() ? to_text(problems.list().front()) : "";
}

// The first problem of overriding, "" when none.
std::string overriding(ParameterSet& set, const std::string& text) {
  Problems problems;
  const TomlValue table = parse_toml(text, "s.toml", problems);
  set.override_from(table, problems);
  return problems.any() ? to_text(problems.list().front()) : "";
}

TEST(ParameterSet, gives_values_by_name_and_unit) {
  const ParameterSet set = good();
  EXPECT_EQ(set.value("x.time", "d"), 16.0);
  EXPECT_EQ(set.values("x.list", "nM"), (std::vector<double>{1.0, 2.0}));
  EXPECT_EQ(set.value("x.cell.spermatid.survival", "fraction"), 0.5);
  EXPECT_EQ(set.items("x.cell"), (std::vector<std::string>{"spermatid"}));
  EXPECT_EQ(set.text("x.cell.spermatid.label"), "round");
  EXPECT_EQ(set.text("x.label"), "a label");
  EXPECT_EQ(set.at("x.signed").how, Known::fitted);
  EXPECT_EQ(set.at("x.time").place.line, 2);
  EXPECT_FALSE(set.has("x.nothing"));
}

TEST(ParameterSet, a_wrong_name_unit_or_shape_is_a_fault_of_the_program) {
  const ParameterSet set = good();
  EXPECT_THROW((void)set.value("x.time", "h"), std::logic_error);
  EXPECT_THROW((void)set.value("x.tim", "d"), std::logic_error);
  EXPECT_THROW((void)set.value("x.list", "nM"), std::logic_error);
}

TEST(ParameterSet, every_number_needs_unit_how_and_source) {
  EXPECT_NE(first_problem("a = 3\n").find("a number needs its unit and source"), std::string::npos);
  EXPECT_NE(first_problem("a = { value = 3, how = \"assumed\", source = \"s\" }").find("x.a.unit"),
            std::string::npos);
  EXPECT_NE(first_problem("a = { value = 3, unit = \"d\", source = \"s\" }").find("x.a.how"),
            std::string::npos);
  EXPECT_NE(first_problem("a = { value = 3, unit = \"d\", how = \"assumed\" }").find("x.a.source"),
            std::string::npos);
  EXPECT_NE(first_problem("a = { value = 3, unit = \"d\", how = \"guess\", source = \"s\" }").find("x.a.how"),
            std::string::npos);
  EXPECT_NE(
      first_problem("a = { value = 3, unit = \"d\", how = \"assumed\", source = \"\" }").find("x.a.source"),
      std::string::npos);
}

TEST(ParameterSet, a_value_must_lie_in_its_own_range) {
  const auto with = [](const std::string& numbers) {
    return first_problem("a = { " + numbers + ", unit = \"d\", how = \"assumed\", source = \"s\" }");
  };
  EXPECT_EQ(with("value = 3, low = 1, high = 5"), "");
  EXPECT_EQ(with("value = 3, low = 3, high = 3"), "");
  EXPECT_NE(with("value = 9, low = 1, high = 5").find("inside its own range 1 to 5"), std::string::npos);
  EXPECT_NE(with("value = [3, 0], low = 1, high = 5").find("inside its own range"), std::string::npos);
  EXPECT_NE(with("value = 3, low = 5, high = 1").find("x.a.low = 5; expected at most high = 1"),
            std::string::npos);
  EXPECT_NE(with("value = nan").find("a finite number"), std::string::npos);
  EXPECT_NE(with("value = []").find("a finite number"), std::string::npos);
  EXPECT_NE(with("value = \"3\"").find("a finite number"), std::string::npos);
}

TEST(ParameterSet, the_same_name_twice_is_a_problem) {
  const std::string item =
      "[[c]]\nname = \"k\"\na = { value = 3, unit = \"d\", how = \"assumed\", source = \"s\" }\n";
  EXPECT_NE(first_problem(item + item).find("a name given twice"), std::string::npos);
  EXPECT_NE(first_problem("[[c]]\na = 3\n").find("an item without a name"), std::string::npos);
}

TEST(ParameterSet, a_folder_without_parameters_is_a_problem) {
  Problems problems;
  (void)ParameterSet::load("no/such/folder", problems);
  ASSERT_EQ(problems.list().size(), 1U);
  EXPECT_EQ(problems.list()[0].place.file, "no/such/folder");
}

TEST(ParameterSet, the_published_record_is_no_parameter) {
  namespace fs = std::filesystem;
  const fs::path folder = fs::path(testing::TempDir()) / ("azoo_parameters_" + std::to_string(::getpid()));
  fs::create_directories(folder / "evidence" / "schema");
  std::ofstream(folder / "x.toml") << document;
  std::ofstream(folder / "evidence" / "schema" / "trials.toml") << "key = [\"id\"]\nordered = true\n";
  Problems problems;
  const ParameterSet set = ParameterSet::load(folder, problems);
  fs::remove_all(folder);
  EXPECT_FALSE(problems.any()) << to_text(problems.list().front());
  EXPECT_TRUE(set.has("x.time"));
}

TEST(ParameterOverride, replaces_the_value_and_remembers_the_shipped_one) {
  ParameterSet set = good();
  EXPECT_EQ(
      overriding(set, "x.time = { value = 20, unit = \"d\", source = \"my lab\" }\n\"x.list\" = [3, 4]\n"),
      "");
  EXPECT_EQ(set.value("x.time", "d"), 20.0);  // outside its published range: the user's choice
  EXPECT_EQ(set.at("x.time").shipped, std::vector<double>{16.0});
  EXPECT_EQ(set.values("x.list", "nM"), (std::vector<double>{3.0, 4.0}));
  EXPECT_EQ(overriding(set, "x.time = 21\nsource = \"why\"\nnote = \"n\"\n"), "");
  EXPECT_EQ(set.at("x.time").shipped, std::vector<double>{16.0});
}

TEST(ParameterOverride, refuses_what_cannot_be_and_changes_nothing) {
  const std::string cases[][2] = {
      {"x.tim = 3", "perhaps parameters.x.time"},
      {"x.time = -1", "a finite number >= 0 in d"},
      {"x.time = inf", "a finite number in d"},
      {"x.time = \"3\"", "a finite number in d"},
      {"x.time = [1, 2]", "a finite number in d"},
      {"x.list = [1]", "a list of 2 numbers in nM"},
      {"x.list = 1", "a list of 2 numbers in nM"},
      {"x.share = 1.5", "a fraction from 0 to 1"},
      {"x.share = -0.5", "a fraction from 0 to 1"},
      {"x.time = { value = 3, unit = \"h\" }", "x.time.unit = \"h\"; expected \"d\""},
      {"x.time = { value = 16, high = 99 }", "only value, unit, source and note"},
      {"x.cell = 3", "unknown parameter"},
  };
  for (const auto& [text, expected] : cases) {
    ParameterSet set = good();
    EXPECT_NE(overriding(set, text).find(expected), std::string::npos) << text << "\n"
                                                                       << overriding(set, text);
    EXPECT_EQ(set.values("x.list", "nM"), (std::vector<double>{1.0, 2.0}));
    EXPECT_EQ(set.value("x.share", "fraction"), 0.4);
  }
  ParameterSet set = good();
  EXPECT_NE(overriding(set, "\"x.time\" = 16\nx.time = 17\n").find("given twice"), std::string::npos);
  EXPECT_EQ(overriding(set, "x.signed = -3"), "");  // no range says that it cannot be negative
}

}  // namespace
}  // namespace azoo
