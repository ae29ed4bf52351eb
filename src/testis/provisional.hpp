// What a species' table lacks: a species whose data are incomplete says so in data, so that every report of
// it can. Uses ParameterSet of core.
#pragma once

#include <string>  // for string
#include <vector>  // for vector

#include "core/parameters.hpp"  // for ParameterSet

namespace azoo::testis {

struct MissingItem {
  std::string name;     // "stage_durations"
  std::string assumed;  // what stands in its place
};

// Items of "<species>.missing"; empty when the species is complete.
[[nodiscard]] std::vector<MissingItem> missing_items(const ParameterSet& parameters,
                                                     const std::string& species);

}  // namespace azoo::testis
