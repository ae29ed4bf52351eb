// Helpers of the tests of study files: where the shipped studies and the tests' own data folder stand, and
// reading with the messages as one text.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "core/problem.hpp"
#include "study/trial_study.hpp"

namespace azoo::study {

inline std::filesystem::path project_folder() {
  return AZOO_PROJECT_DIR;
}

inline std::filesystem::path test_data() {
  return project_folder() / "tests/study/data";
}

inline std::filesystem::path shipped(const std::string& name) {
  return project_folder() / "studies" / name;
}

struct Outcome {
  std::optional<TrialStudy> study;
  std::string messages;  // one a line
  std::size_t count = 0;
};

inline Outcome read_with(const std::filesystem::path& file, const std::vector<std::string>& overrides = {},
                         std::optional<std::uint64_t> seed = std::nullopt,
                         const std::filesystem::path& data = test_data()) {
  Problems problems;
  Outcome outcome;
  outcome.study = read_trial_study(file, overrides, seed, data, problems);
  for (const Problem& problem : problems.list()) outcome.messages += to_text(problem) + "\n";
  outcome.count = problems.list().size();
  return outcome;
}

}  // namespace azoo::study
