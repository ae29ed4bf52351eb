// Runs an animal study from its file to a finished results folder: read, check, simulate animal by animal
// with checkpoints, compare the groups. See run_study.hpp for what may be thrown.
#pragma once

#include "study/run_request.hpp"  // for RunRequest, RunSummary

namespace azoo::study {

void check_animal_study(const RunRequest& request);
[[nodiscard]] RunSummary run_animal_study(const RunRequest& request);

}  // namespace azoo::study
