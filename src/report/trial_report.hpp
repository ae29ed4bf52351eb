// The report of a trial: every figure as SVG and one self-contained page. Both are pure functions of the
// records: no clock, no network, no random state, so the same input gives the same bytes. The records may
// come from a virtual or from a real trial, and any table may be empty; the page then says so.
#pragma once

#include <cstdint>  // for uint64_t
#include <string>   // for string
#include <vector>   // for vector

#include "core/parameters.hpp"     // for ParameterSet
#include "evidence/published.hpp"  // for PublishedOutcome, Contradiction
#include "trial/design.hpp"        // for Design
#include "trial/records.hpp"       // for TrialRecords, AnalysisRow

namespace azoo::report {

struct TrialReportInput {
  const trial::Design& design;
  const trial::TrialRecords& records;
  const std::vector<trial::AnalysisRow>& analysis;
  const ParameterSet& parameters;
  const std::vector<evidence::PublishedOutcome>& published;
  const std::vector<evidence::Contradiction>& contradictions;
  std::string version;
  std::uint64_t seed = 0;
  std::string study_sha256;
  bool simulated = true;                  // false: records of real men, the banner then says that instead
  std::string study_file = "STUDY.toml";  // as named in the command that repeats the run
};

struct Figure {
  std::string name;     // written to figures/NAME.svg
  std::string svg;      // complete document without XML declaration
  std::string caption;  // plain text
};

// In the order of the page. Names: flow, delivery, before-after, trajectories-ANALYTE, responders,
// histology-NUMBER-ARM-before and -after (NUMBER counts arms from 1); figures without any data are left out.
[[nodiscard]] std::vector<Figure> trial_figures(const TrialReportInput& input);

// One self-contained page. Figures are found by name; those missing are said to be missing.
[[nodiscard]] std::string trial_report_html(const TrialReportInput& input,
                                            const std::vector<Figure>& figures);

}  // namespace azoo::report
