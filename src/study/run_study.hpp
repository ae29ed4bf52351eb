// Runs a study file of any kind to a finished results folder.
#pragma once

#include "study/run_request.hpp"  // for RunRequest, RunSummary

namespace azoo::study {

// Reads and checks only; throws InputError with every fault.
void check_study(const RunRequest& request);

// Throws InputError before work starts, Interrupted when stopped or when the disk is full: then OUT.partial
// holds the checkpoint.
[[nodiscard]] RunSummary run_study(const RunRequest& request);

}  // namespace azoo::study
