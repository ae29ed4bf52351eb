// The table of published hormone observations, data/targets/hormones.csv.
#pragma once

#include <filesystem>  // for path
#include <string>      // for string
#include <vector>      // for vector

#include "core/problem.hpp"  // for Problems

namespace azoo::endocrine {

// Whether the model has seen the number.
enum class TargetRole {
  fitted,     // used to fit parameters
  predicted,  // never used
  identity,   // an input read out again: no evidence
};
[[nodiscard]] std::string to_text(TargetRole role);

struct HormoneTarget {
  std::string id;          // row of the project's target or parameter table: "T054"
  std::string observable;  // as run_hormone_experiments names it
  std::string condition;
  double value = 0.0;
  double low = 0.0;  // published or stated interval
  double high = 0.0;
  std::string unit;
  TargetRole role = TargetRole::predicted;
  bool verified = false;  // false: the number is remembered, its source was not checked
  std::string source;
  std::string note;
};

// Problems: missing columns, values that are no numbers, low <= value <= high violated, unknown words.
[[nodiscard]] std::vector<HormoneTarget> read_hormone_targets(const std::filesystem::path& file,
                                                              Problems& problems);

}  // namespace azoo::endocrine
