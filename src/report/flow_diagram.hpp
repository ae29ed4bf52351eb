// The flow of participants as TREND asks for it in trials without randomisation (Des Jarlais, Lyles & Crepaz
// 2004, Am. J. Public Health 94:361-366) and CONSORT in those with it.
#pragma once

#include <string>  // for string

#include "report/flow_counts.hpp"  // for FlowCounts
#include "trial/design.hpp"        // for Allocation

namespace azoo::report {

[[nodiscard]] std::string draw_flow_diagram(const FlowCounts& counts, const trial::Allocation& allocation);
// "not random: in order of arrival"
[[nodiscard]] std::string allocation_words(const trial::Allocation& allocation);

}  // namespace azoo::report
