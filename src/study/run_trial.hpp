// Runs a trial study from its file to a finished results folder: read, check, simulate place by place with
// checkpoints, assemble, analyse, report. See run_study.hpp for what may be thrown.
#pragma once

#include "study/run_request.hpp"  // for RunRequest, RunSummary

namespace azoo::study {

void check_trial(const RunRequest& request);
[[nodiscard]] RunSummary run_trial(const RunRequest& request);

}  // namespace azoo::study
