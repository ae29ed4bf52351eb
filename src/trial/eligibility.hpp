// Who may enter: every criterion of the protocol held against what is known of a screened man. All
// reasons for failing are kept, not only the first.
#pragma once

#include <functional>  // for function
#include <optional>    // for optional
#include <string>      // for string
#include <vector>      // for vector

#include "core/random.hpp"   // for Draws
#include "trial/design.hpp"  // for Criterion

namespace azoo::trial {

// The value of an observable for the man, or nothing when it has not been measured yet.
using Lookup = std::function<std::optional<double>(const std::string& observable)>;

// Ids of the criteria with a stated prevalence that this man fails; one draw each, in order.
[[nodiscard]] std::vector<std::string> drawn_reasons(const std::vector<Criterion>& criteria, Draws& draws);

// Ids of the criteria with conditions that the man fails. An observable without a value cannot exclude.
[[nodiscard]] std::vector<std::string> measured_reasons(const std::vector<Criterion>& criteria,
                                                        const Lookup& lookup);

// Ids as participants.csv holds them: joined by ';'.
[[nodiscard]] std::string joined(const std::vector<std::string>& ids);

}  // namespace azoo::trial
