// What a person wants to know first of an animal study, in a few lines.
#pragma once

#include <string>  // for string
#include <vector>  // for vector

#include "animal/design.hpp"    // for Design
#include "animal/records.hpp"   // for AnimalRecords
#include "core/parameters.hpp"  // for ParameterSet

namespace azoo::study {

[[nodiscard]] std::vector<std::string> animal_summary_lines(const animal::Design& design,
                                                            const ParameterSet& parameters,
                                                            const animal::AnimalRecords& records);

}  // namespace azoo::study
