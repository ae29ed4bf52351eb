// What a person wants to know first when a trial has run, and the table of the numbers it used.
#pragma once

#include <string>  // for string
#include <vector>  // for vector

#include "core/parameters.hpp"  // for ParameterSet
#include "trial/design.hpp"     // for Design
#include "trial/records.hpp"    // for TrialRecords, AnalysisRow

namespace azoo::study {

// Five lines of plain words; numbers of the first replicate.
[[nodiscard]] std::vector<std::string> summary_lines(const trial::Design& design,
                                                     const trial::TrialRecords& records,
                                                     const std::vector<trial::AnalysisRow>& analysis);

// parameters.csv: every number of data/ with value, range, unit, how it is known, source, and the shipped
// value where the study overrode it.
[[nodiscard]] std::string parameters_csv(const ParameterSet& parameters);

}  // namespace azoo::study
