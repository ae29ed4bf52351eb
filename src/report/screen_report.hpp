// The report of a screen: every figure as SVG and one self-contained page. Both are pure functions of what
// was docked: no clock, no network, no random state, so the same input gives the same bytes.
#pragma once

#include <optional>  // for optional
#include <string>    // for string
#include <vector>    // for vector

#include "core/parameters.hpp"      // for ParameterSet
#include "docking/dock.hpp"         // for SearchRecord
#include "docking/structure.hpp"    // for Structure
#include "report/trial_report.hpp"  // for Figure
#include "screen/agreement.hpp"     // for Agreement, PrintedMatrix
#include "screen/design.hpp"        // for Design
#include "screen/matrix.hpp"        // for Matrix
#include "screen/network.hpp"       // for Network
#include "screen/ranking.hpp"       // for Standing

namespace azoo::report {

// A structure, and where its file's words and the study's do not agree.
struct MoleculeFacts {
  const docking::Structure* structure = nullptr;
  std::vector<std::string> warnings;
};

struct ScreenReportInput {
  const screen::Design& design;
  const screen::Matrix& matrix;
  const std::vector<screen::Standing>& standings;
  const screen::Network& network;
  const std::vector<docking::SearchRecord>& searches;  // in the order of the pairs
  const ParameterSet& parameters;                      // after the study's changes
  std::vector<MoleculeFacts> ligands;                  // in the order of the design
  std::vector<MoleculeFacts> receptors;
  const screen::PrintedMatrix* printed = nullptr;  // none was given
  const screen::Agreement* agreement = nullptr;    // with `printed`
  std::string version = {};
  std::string study_sha256 = {};
  std::string study_file = "STUDY.toml";  // as named in the command that repeats the run
  std::string cytoscape = {};             // text of data/page/cytoscape.min.js
};

// Five lines: what was docked, what stands out, whether any lead is one, how it agrees with what is printed,
// what the structures' own files object to. The part before a colon is a heading.
[[nodiscard]] std::vector<std::string> screen_summary(const ScreenReportInput& input);

// Names: scores, z (when calibrated), printed, standings, agreement; figures without any data are left out.
[[nodiscard]] std::vector<Figure> screen_figures(const ScreenReportInput& input);

// One self-contained page. Figures are found by name; those missing are said to be missing.
[[nodiscard]] std::string screen_report_html(const ScreenReportInput& input,
                                             const std::vector<Figure>& figures);

}  // namespace azoo::report
