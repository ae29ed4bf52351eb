// The figure of the paper: mean and standard error before and after treatment for every arm and endpoint,
// P values of the analysis as printed above the columns, the direction the publication reports beside them.
#pragma once

#include <string>  // for string
#include <vector>  // for vector

#include "report/endpoint_change.hpp"  // for EndpointChange

namespace azoo::report {

// Changes of all arms of one endpoint follow each other. Empty text when there is nothing to draw.
[[nodiscard]] std::string draw_before_after(const std::vector<EndpointChange>& changes);

}  // namespace azoo::report
