// The ways in which a product may act, each a named hypothesis that a study switches on. Nothing acts that
// is not named. Actions that the model knows of but cannot yet compute are refused, not ignored.
#pragma once

#include <span>    // for span
#include <string>  // for string
#include <vector>  // for vector

#include "core/problem.hpp"  // for Place, Problems

namespace azoo::product {

// All off by default.
struct Hypotheses {
  bool antioxidant = false;
  bool anti_apoptotic = false;
  bool immune = false;
  bool niche_mitogen = false;
  bool leydig_support = false;
  bool transdifferentiation = false;
};

struct ActionInfo {
  std::string name;
  bool simulated = false;
  std::string meaning;
  std::vector<std::string> members;  // of a group; empty for a single action
};
// Every name a study may write, the refused ones included.
[[nodiscard]] const std::vector<ActionInfo>& known_hypotheses();

// Problems: unknown names (with the nearest known one), known ones that are not simulated yet.
[[nodiscard]] Hypotheses read_hypotheses(std::span<const std::string> names, const Place& place,
                                         const std::string& field, Problems& problems);

}  // namespace azoo::product
