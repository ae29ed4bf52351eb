// run.json: what is needed to repeat a run, and what the run cost.
#pragma once

#include <filesystem>  // for path
#include <string>      // for string

#include "study/run_trial.hpp"    // for Execution
#include "study/trial_study.hpp"  // for TrialStudy

namespace azoo::study {

// SHA-256 over the names and contents of all files below the folder, in order of name.
[[nodiscard]] std::string folder_sha256(const std::filesystem::path& folder);

// What a run depends on, one item a line: compared when a run is resumed.
[[nodiscard]] std::string run_identity(const TrialStudy& study, const std::string& data_sha256);

// Places of the trial, those of additional screen failures among them, by where this process had them from.
struct PlaceCounts {
  std::size_t computed = 0;
  std::size_t from_checkpoint = 0;
};

// The `execution` object is the only part that may differ between two identical runs.
[[nodiscard]] std::string run_json(const TrialStudy& study, const std::string& data_sha256,
                                   const Execution& execution, unsigned threads, PlaceCounts places);

}  // namespace azoo::study
