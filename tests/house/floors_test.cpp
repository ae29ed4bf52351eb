// Modules use modules on lower floors only. The floors are those of the house: core and statistics stand on
// the ground, the command line under the roof.
#include <gtest/gtest.h>

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "house/source_tree.hpp"

namespace azoo::house {
namespace {

const std::map<std::string, int, std::less<>> floors = {
    {"core", 1},    {"statistics", 1}, {"docking", 2}, {"testis", 2}, {"endocrine", 2},
    {"product", 2}, {"evidence", 2},   {"body", 3},    {"trial", 4},  {"animal", 4},
    {"screen", 4},  {"report", 5},     {"study", 6},   {"azoo", 7},
};

// Why `from` may not include `name`; empty when it may.
std::string objection(const std::string& from, const Include& include) {
  const auto here = floors.find(from);
  if (here == floors.end()) return "the module " + from + " has no floor";
  const std::size_t slash = include.name.find('/');
  const std::string to = include.name.substr(0, slash);
  const bool names_module = slash != std::string::npos && floors.contains(to);
  // In angle brackets, another library's header of the same shape is no business of ours.
  if (!include.quoted) return names_module ? "our own headers stand in quotes" : "";
  if (include.name.find("..") != std::string::npos) return "no way out of the folder by ..";
  if (slash == std::string::npos) return "write the module too: \"" + from + "/" + include.name + "\"";
  const auto there = floors.find(to);
  if (there == floors.end()) return "there is no module " + to;
  if (from == to || there->second < here->second) return "";
  if (from == "statistics" && to == "core") return "";
  return from + " (floor " + std::to_string(here->second) + ") may not use " + to + " (floor " +
         std::to_string(there->second) + ")";
}

std::vector<std::string> objections(const std::string& module, const std::string& file,
                                    std::string_view text) {
  std::vector<std::string> found;
  for (const Include& include : includes_of(text)) {
    const std::string why = objection(module, include);
    if (!why.empty()) found.push_back(file + ":" + std::to_string(include.line) + ": " + why);
  }
  return found;
}

std::string module_of(const fs::path& path) {
  const fs::path relative = fs::relative(path, project());
  const auto first = relative.begin();
  return std::next(first)->string();
}

TEST(Floors, no_source_reaches_up_or_sideways) {
  const auto files = files_below({"src", "apps"}, {".cpp", ".hpp"});
  ASSERT_GT(files.size(), 20U);
  for (const fs::path& file : files) {
    for (const std::string& why : objections(module_of(file), name_of(file), text_of(file)))
      ADD_FAILURE() << why;
  }
}

std::size_t count(const std::string& module, std::string_view text) {
  return objections(module, "x", text).size();
}

TEST(Floors, the_walk_catches_reaching_up) {
  EXPECT_EQ(count("core", "#include \"statistics/ranks.hpp\"\n"), 1U);
  EXPECT_EQ(count("testis", "int a;\n  #  include \"body/man.hpp\"  // why\n"), 1U);
  EXPECT_EQ(count("report", "#include \"study/run.hpp\"\n"), 1U);
}

TEST(Floors, the_walk_catches_reaching_sideways) {
  EXPECT_EQ(count("testis", "#include \"endocrine/axis.hpp\"\n"), 1U);
  EXPECT_EQ(count("trial", "#include \"animal/group.hpp\"\n"), 1U);
}

TEST(Floors, the_walk_catches_unknown_modules_and_odd_ways) {
  EXPECT_EQ(count("body", "#include \"liver/lobule.hpp\"\n"), 1U);
  EXPECT_EQ(count("liver", "#include \"core/random.hpp\"\n"), 1U);
  EXPECT_EQ(count("core", "#include \"../trial/design.hpp\"\n"), 1U);
  EXPECT_EQ(count("core", "#include <trial/design.hpp>\n"), 1U);
  EXPECT_EQ(count("core", "#include \"random.hpp\"\n"), 1U);
}

TEST(Floors, the_walk_lets_lower_floors_and_the_same_module_pass) {
  EXPECT_EQ(count("trial", "#include \"trial/a.hpp\"\n#include \"body/b.hpp\"\n#include \"core/c.hpp\"\n"),
            0U);
  EXPECT_EQ(count("statistics", "#include \"core/random.hpp\"\n#include <cmath>\n#include <fmt/core.h>\n"),
            0U);
  EXPECT_EQ(count("azoo", "#include \"study/run.hpp\"\n"), 0U);
  EXPECT_EQ(objections("core", "f.cpp", "\n\n#include \"body/b.hpp\"\n").at(0),
            "f.cpp:3: core (floor 1) may not use body (floor 3)");
}

}  // namespace
}  // namespace azoo::house
