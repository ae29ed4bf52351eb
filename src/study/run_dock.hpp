// Docks one pair to a finished results folder.
#pragma once

#include "study/dock_request.hpp"  // for DockRequest
#include "study/run_request.hpp"   // for RunSummary

namespace azoo::study {

// Throws InputError with every fault of both partners, the reference and the restraints before work starts,
// and Interrupted when stopped or when the disk is full. Either way nothing is left behind.
[[nodiscard]] RunSummary run_dock(const DockRequest& request);

}  // namespace azoo::study
