// run.json of a docking: what is needed to repeat it, how the search was done, what the rules did to the
// structures, and what it cost.
#pragma once

#include <string>  // for string
#include <vector>  // for vector

#include "docking/dock.hpp"        // for DockResult
#include "docking/structure.hpp"   // for Structure
#include "study/dock_request.hpp"  // for DockRequest

namespace azoo::study {

// A file that was read beside the two partners.
struct DockInput {
  std::string role;  // reference, restraints, poses, model
  std::string file;
  std::string sha256;
};

struct DockRecord {
  const DockRequest& request;
  const docking::Structure& receptor;
  const docking::Structure& ligand;
  const docking::DockResult& result;
  std::vector<DockInput> inputs;
  std::vector<std::string> notes;  // on the pair: the registry's, the reference's
  std::string data_sha256;         // of what docking reads of the data folder
};

// The command that docks the same again, without the place of the results and the number of threads.
[[nodiscard]] std::string repeat_command(const DockRequest& request);

// The `execution` object is the only part that may differ between two identical runs.
[[nodiscard]] std::string dock_json(const DockRecord& record, const Execution& execution);

}  // namespace azoo::study
