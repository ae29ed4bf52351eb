// The scoreboard: published observations beside what the model gives, and what a trial design does when the
// truth is known. A row that fails stays visible.
#pragma once

#include <filesystem>  // for path
#include <functional>  // for function
#include <limits>      // for numeric_limits
#include <string>      // for string
#include <vector>      // for vector

#include "core/parallel.hpp"    // for StopFlag
#include "core/parameters.hpp"  // for ParameterSet

namespace azoo::study {

struct ScoreRow {
  std::string id;  // "T016", "null", ...
  std::string observable;
  std::string condition;
  double published = 0.0;  // NaN where only an interval or a limit is published
  double low = 0.0;        // of the published interval, NaN when open
  double high = 0.0;
  double model = 0.0;
  double model_low = 0.0;  // Monte Carlo interval or range over an ensemble
  double model_high = 0.0;
  double error = std::numeric_limits<double>::quiet_NaN();  // Monte Carlo standard error, where one is known
  std::string unit;
  std::string role;  // fitted | predicted | identity | design
  bool pass = false;
  std::string note;
  bool ran = true;  // false: something was missing that is not shipped; neither passed nor failed
};

[[nodiscard]] std::vector<ScoreRow> validate_hormones(const ParameterSet& parameters);
// data/targets/testis.csv: man.
[[nodiscard]] std::vector<ScoreRow> validate_testis(const ParameterSet& parameters);

struct NullPowerRequest {
  std::filesystem::path studies;  // folder with the shipped studies
  std::filesystem::path data;
  int replicates = 200;
  unsigned threads = 0;
  const StopFlag* stop = nullptr;
  std::function<void(std::size_t, std::size_t)> progress;
};
// phase1-2024-separated.toml with every efficacy hypothesis off, and with the effect of planted-effect.txt.
[[nodiscard]] std::vector<ScoreRow> validate_null_and_power(const NullPowerRequest& request);

// "fitted: 12 of 14 pass; predicted: 9 of 12 pass": identity and design rows are not counted.
[[nodiscard]] std::string scoreboard_totals(const std::vector<ScoreRow>& rows);

[[nodiscard]] std::string scoreboard_csv(const std::vector<ScoreRow>& rows);

// Assignments of a file, one a line, as --set takes them; blank lines and lines with '#' are skipped.
[[nodiscard]] std::vector<std::string> read_assignments(const std::filesystem::path& file);

}  // namespace azoo::study
