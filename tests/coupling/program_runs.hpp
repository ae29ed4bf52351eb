// Runs the program on a shipped study, as a user would, and reads back the mean of an analyte by day.
#pragma once

#include <gtest/gtest.h>
#include <unistd.h>

#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "core/number_text.hpp"
#include "core/problem.hpp"
#include "trial/tables.hpp"

namespace azoo::coupling {

// A folder of its own for one test, removed at the end.
class Scratch {
 public:
  Scratch() {
    std::string pattern = (std::filesystem::temp_directory_path() / "azoo-coupling-XXXXXX").string();
    if (mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("no temporary folder");
    path_ = pattern;
  }
  ~Scratch() { std::filesystem::remove_all(path_); }
  [[nodiscard]] std::filesystem::path operator/(const std::string& name) const { return path_ / name; }

 private:
  std::filesystem::path path_;
};

// The records that `azoo run STUDY --set ...` leaves.
inline trial::TrialRecords run(const std::string& study, const std::vector<std::string>& assignments) {
  const Scratch scratch;
  const std::filesystem::path out = scratch / "out";
  std::string command = std::string(AZOO_PROGRAM) + " run " + AZOO_PROJECT_DIR + "/studies/" + study +
                        " --quiet --out " + out.string();
  for (const std::string& assignment : assignments) command += " --set '" + assignment + "'";
  EXPECT_EQ(std::system(command.c_str()), 0) << command;
  Problems problems;
  trial::TrialRecords records = trial::read_records(out, nullptr, problems);
  EXPECT_FALSE(problems.any());
  return records;
}

// Mean over the men of an arm, by visit.
inline std::map<std::string, double> means(const trial::TrialRecords& records, const std::string& arm,
                                           const std::string& analyte) {
  std::map<std::string, std::pair<double, int>> sums;
  for (const trial::VisitRow& row : records.visits) {
    if (row.arm != arm || row.analyte != analyte || std::isnan(row.value)) continue;
    sums[row.visit].first += row.value;
    ++sums[row.visit].second;
  }
  std::map<std::string, double> result;
  for (const auto& [visit, sum] : sums) result[visit] = sum.first / sum.second;
  return result;
}

}  // namespace azoo::coupling
