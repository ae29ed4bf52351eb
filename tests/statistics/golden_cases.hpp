// Reads the golden values of tests/oracles (one comment line, one header line, then one case a line; vectors
// are numbers parted by ';') and compares with them. Uses nothing of the library: a fault there cannot hide
// one here.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>  // for max
#include <cmath>      // for abs, isnan
#include <cstdint>    // for int64_t
#include <cstdio>     // for printf
#include <cstdlib>    // for strtod
#include <fstream>    // for ifstream
#include <map>        // for columns by name
#include <sstream>    // for splitting
#include <string>     // for text
#include <vector>     // for cases

#include "statistics/test_result.hpp"  // for Alternative, TestResult

namespace azoo::statistics::golden {

// What the golden values are held to. They and the library each carry about 1e-14 from their own rounding.
inline constexpr double relative_tolerance = 1e-10;

inline std::vector<std::string> split(const std::string& line, char separator) {
  std::vector<std::string> cells;
  std::string cell;
  std::istringstream stream(line);
  while (std::getline(stream, cell, separator)) cells.push_back(cell);
  if (!line.empty() && line.back() == separator) cells.emplace_back();
  return cells;
}

class Case {
 public:
  explicit Case(std::map<std::string, std::string> cells) : cells_(std::move(cells)) {}

  [[nodiscard]] const std::string& text(const std::string& column) const { return cells_.at(column); }
  [[nodiscard]] double number(const std::string& column) const { return parse(text(column)); }
  [[nodiscard]] std::int64_t count(const std::string& column) const { return std::stoll(text(column)); }
  [[nodiscard]] bool refused() const { return text("outcome") == "refused"; }
  [[nodiscard]] std::vector<double> vector(const std::string& column) const {
    std::vector<double> values;
    for (const std::string& cell : split(text(column), ';')) values.push_back(parse(cell));
    return values;
  }
  [[nodiscard]] Alternative alternative() const {
    if (text("alternative") == "less") return Alternative::less;
    return text("alternative") == "greater" ? Alternative::greater : Alternative::two_sided;
  }

 private:
  static double parse(const std::string& cell) {
    char* end = nullptr;
    const double value = std::strtod(cell.c_str(), &end);
    if (cell.empty() || *end != '\0') ADD_FAILURE() << "not a number: '" << cell << "'";
    return value;
  }
  std::map<std::string, std::string> cells_;
};

inline std::vector<Case> read(const std::string& procedure) {
  const std::string path = std::string(AZOO_PROJECT_DIR) + "/tests/oracles/statistics/" + procedure + ".csv";
  std::ifstream file(path);
  EXPECT_TRUE(file.good()) << "cannot read " << path;
  std::string line;
  std::getline(file, line);
  EXPECT_EQ(line.substr(0, 11), "# R version") << path;
  std::getline(file, line);
  const std::vector<std::string> header = split(line, ',');
  std::vector<Case> cases;
  while (std::getline(file, line)) {
    const std::vector<std::string> cells = split(line, ',');
    EXPECT_EQ(cells.size(), header.size()) << path << ": " << line;
    if (cells.size() != header.size()) continue;
    std::map<std::string, std::string> named;
    for (std::size_t i = 0; i < header.size(); ++i) named[header[i]] = cells[i];
    cases.emplace_back(std::move(named));
  }
  return cases;
}

// Holds numbers against the golden ones and remembers the worst relative error.
class Comparison {
 public:
  void check(const Case& golden, const std::string& quantity, double value, double expected) {
    const std::string where = golden.text("id") + " " + quantity;
    if (std::isnan(expected) || std::isnan(value)) {
      EXPECT_EQ(std::isnan(value), std::isnan(expected))
          << where << ": got " << value << ", expected " << expected;
      return;
    }
    if (value == expected) return;
    const double error = std::abs(value - expected) / std::abs(expected);
    // A golden value of zero admits nothing but zero; one below the smallest normal number has lost digits
    // itself.
    const bool subnormal = std::abs(expected) < 2.3e-308 && std::abs(value) < 2.3e-308;
    if (!subnormal) worst_ = std::max(worst_, error);
    EXPECT_TRUE(error <= relative_tolerance || subnormal)
        << where << ": got " << value << ", expected " << expected << ", relative error " << error;
  }
  void check(const Case& golden, const std::string& quantity, double value) {
    check(golden, quantity, value, golden.number(quantity));
  }
  [[nodiscard]] double worst() const { return worst_; }

 private:
  double worst_ = 0.0;
};

inline void expect_refusal(const Case& golden, const TestResult& result) {
  EXPECT_EQ(result.computed(), !golden.refused()) << golden.text("id") << ": " << result.refusal;
  if (!golden.refused()) return;
  for (const double value : {result.estimate, result.ci_low, result.ci_high, result.ci_level,
                             result.statistic, result.df, result.p}) {
    EXPECT_TRUE(std::isnan(value)) << golden.text("id") << " refused, yet holds " << value;
  }
}

inline constexpr std::size_t least_cases = 50;

// Called at the end of each procedure's run through its cases.
inline void report(const std::string& procedure, std::size_t cases, const Comparison& comparison) {
  EXPECT_GE(cases, least_cases) << procedure;
  testing::Test::RecordProperty(procedure + "_cases", static_cast<int>(cases));

  std::printf("%s: %zu cases, worst relative error %.2g\n", procedure.c_str(), cases, comparison.worst());
}

}  // namespace azoo::statistics::golden
