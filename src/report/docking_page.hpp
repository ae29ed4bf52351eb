// The report of one docked pair: pictures as SVG and one page that works without a network, 3D view included.
// Both are pure functions of the result: the same input gives the same bytes. Scores are told as arbitrary
// units throughout.
#pragma once

#include <string>  // for string
#include <vector>  // for vector

#include "docking/dock.hpp"              // for DockResult, DockOptions
#include "docking/evaluation.hpp"        // for Quality
#include "docking/interface_tables.hpp"  // for RankedInterface
#include "docking/structure.hpp"         // for Structure
#include "report/trial_report.hpp"       // for Figure

namespace azoo::report {

struct DockingPageInput {
  const docking::Structure& receptor;
  const docking::Structure& ligand;
  const docking::DockResult& result;
  const docking::DockOptions& options;
  const std::vector<docking::RankedInterface>& interfaces;  // of the best clusters, best first; may be empty
  const docking::InterfaceRules& rules;                     // by which they were made
  std::vector<docking::Quality> quality;  // of each cluster's representative; empty without a reference
  std::vector<std::string> reference_notes;
  std::vector<std::string> messages;  // what does not agree between the files and what they were called
  std::string version;
  std::string command;        // that repeats the run; may be empty
  std::string viewer_script;  // of structure_view.hpp; empty: the page says that the viewer is missing
};

// In the order of the page. Names: scores, clusters, interface-RANK-overview, interface-RANK-diagram.
[[nodiscard]] std::vector<Figure> docking_figures(const DockingPageInput& input);

[[nodiscard]] std::string docking_report_html(const DockingPageInput& input,
                                              const std::vector<Figure>& figures);

}  // namespace azoo::report
