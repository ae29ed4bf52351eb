// The registry of biological numbers as shipped: it loads, and every number can be traced.
#include <gtest/gtest.h>

#include <cmath>

#include "core/csv.hpp"
#include "core/files.hpp"
#include "core/parameters.hpp"
#include "house/source_tree.hpp"

namespace azoo::house {
namespace {

// The folders of data/ that hold parameters, in the form the registry reads.
TEST(Data, every_parameter_loads_and_carries_unit_how_and_source) {
  if (files_below({"data"}, {".toml"}).empty()) GTEST_SKIP() << "there are no parameters yet";
  Problems problems;
  const ParameterSet parameters = ParameterSet::load(project() / "data", problems);
  for (const Problem& problem : problems.list()) ADD_FAILURE() << to_text(problem);
  for (const auto& [name, parameter] : parameters.all()) {
    EXPECT_FALSE(parameter.unit.empty()) << name;
    EXPECT_FALSE(parameter.source.empty()) << name;
    EXPECT_FALSE(parameter.values.empty()) << name;
  }
}

TEST(Data, a_remembered_number_is_assumed_and_says_so) {
  if (files_below({"data"}, {".toml"}).empty()) GTEST_SKIP() << "there are no parameters yet";
  Problems problems;
  const ParameterSet parameters = ParameterSet::load(project() / "data", problems);
  for (const auto& [name, parameter] : parameters.all()) {
    if (parameter.source.find("not verified") != std::string::npos) {
      EXPECT_EQ(parameter.how, Known::assumed) << name << ": " << parameter.source;
    }
  }
}

TEST(Data, every_table_reads_without_problems) {
  for (const fs::path& file : files_below({"data"}, {".csv"})) {
    Problems problems;
    (void)read_csv(file, problems);
    for (const Problem& problem : problems.list()) ADD_FAILURE() << to_text(problem);
  }
}

TEST(Data, every_study_file_is_toml) {
  for (const fs::path& file : files_below({"studies"}, {".toml"})) {
    Problems problems;
    (void)read_toml(file, problems);
    for (const Problem& problem : problems.list()) ADD_FAILURE() << to_text(problem);
  }
}

}  // namespace
}  // namespace azoo::house
