// The report of an animal study: every figure as SVG and one self-contained page. Both are pure functions of
// the records: no clock, no network, no random state, so the same input gives the same bytes. Any table may
// be empty; the page then says so.
#pragma once

#include <cstdint>  // for uint64_t
#include <string>   // for string
#include <vector>   // for vector

#include "animal/design.hpp"        // for Design
#include "animal/records.hpp"       // for AnimalRecords, SummaryRow
#include "core/parameters.hpp"      // for ParameterSet
#include "report/trial_report.hpp"  // for Figure

namespace azoo::report {

struct AnimalReportInput {
  const animal::Design& design;
  const animal::AnimalRecords& records;
  const std::vector<animal::SummaryRow>& analysis;
  const ParameterSet& parameters;  // after the study's changes
  std::string version;
  std::uint64_t seed = 0;
  std::string study_sha256;
  std::string study_file = "STUDY.toml";  // as named in the command that repeats the run
  const ParameterSet* shipped = nullptr;  // before the study's changes: what is normal; none: no changes
};

// In the order of the page. Names: course-READOUT (or groups-READOUT when every group has one day),
// courses-FAMILY, dose-response, stages, histology-NUMBER-GROUP and closeup-NUMBER-GROUP (NUMBER counts
// groups from 1); figures without any data are left out.
[[nodiscard]] std::vector<Figure> animal_figures(const AnimalReportInput& input);

// One self-contained page. Figures are found by name; those missing are said to be missing.
[[nodiscard]] std::string animal_report_html(const AnimalReportInput& input,
                                             const std::vector<Figure>& figures);

}  // namespace azoo::report
