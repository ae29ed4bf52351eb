// What a person wants to know first when a pair has been docked.
#pragma once

#include <string>  // for string
#include <vector>  // for vector

#include "docking/dock.hpp"        // for DockResult
#include "docking/evaluation.hpp"  // for Quality
#include "docking/structure.hpp"   // for Structure
#include "study/dock_request.hpp"  // for DockRequest

namespace azoo::study {

struct DockOutcome {
  const docking::Structure& receptor;
  const docking::Structure& ligand;
  const docking::DockResult& result;
  const std::vector<docking::Quality>& qualities;  // of each pose; empty without a reference
  const DockRequest& request;
  const std::vector<std::string>& messages;  // on what was given
};

// The partners, the first clusters as a table, and what the scores are not.
[[nodiscard]] std::vector<std::string> dock_summary(const DockOutcome& outcome);

}  // namespace azoo::study
