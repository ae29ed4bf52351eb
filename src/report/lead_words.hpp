// A lead in words that claim no more than it bears.
#pragma once

#include <string>  // for string
#include <vector>  // for vector

#include "screen/lead.hpp"  // for Lead

namespace azoo::report {

// Below this chance a lead is called one.
inline constexpr double lead_level = 0.05;

// "CD81 before FGF2 by 12.3, P = 0.62: no lead".
[[nodiscard]] std::string lead_words(const screen::Lead& lead, const std::vector<std::string>& ligands);
[[nodiscard]] bool is_lead(const screen::Lead& lead);

}  // namespace azoo::report
