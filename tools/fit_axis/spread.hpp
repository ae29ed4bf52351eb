// Fits the spread between men: coefficients of variation of the set-points under which healthy men fill the
// reference ranges of data/hormones/axis.toml.
#pragma once

#include <string>   // for string
#include <utility>  // for pair
#include <vector>   // for vector

#include "core/parameters.hpp"  // for ParameterSet

namespace azoo::fit {

// Names of the fitted `axis.between_man.*` parameters with their values.
[[nodiscard]] std::vector<std::pair<std::string, double>> fit_spread(const azoo::ParameterSet& parameters);

}  // namespace azoo::fit
