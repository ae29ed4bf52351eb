// The scoreboard of animals: every row of data/targets/animals.csv beside what its study, or its experiment,
// gives. Several rows share one study, which is run once.
#pragma once

#include <filesystem>   // for path
#include <functional>   // for function
#include <string_view>  // for string_view
#include <vector>       // for vector

#include "core/parallel.hpp"         // for StopFlag
#include "core/parameters.hpp"       // for ParameterSet
#include "study/animal_targets.hpp"  // for AnimalTarget
#include "study/validation.hpp"      // for ScoreRow

namespace azoo::study {

struct AnimalValidationRequest {
  std::filesystem::path studies;  // folder with the studies that the table names
  std::filesystem::path data;
  unsigned threads = 0;
  const StopFlag* stop = nullptr;
  std::function<void(std::string_view study)> progress;  // before each
};

// Throws InputError when the table or a study has faults, Interrupted when stopped.
[[nodiscard]] std::vector<ScoreRow> validate_animals(const ParameterSet& parameters,
                                                     const AnimalValidationRequest& request);

// What the table names but no study, parameter or experiment has: files, groups, days, read-outs, names.
void check_animal_targets(const std::vector<AnimalTarget>& targets, const ParameterSet& parameters,
                          const AnimalValidationRequest& request, Problems& problems);

}  // namespace azoo::study
