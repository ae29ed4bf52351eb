// Views over the tables: experiments by setting, vesicles, inducers by germ line, winners of the docking.
#pragma once

#include <optional>     // for optional
#include <string>       // for string
#include <string_view>  // for string_view
#include <vector>       // for vector

#include "evidence/sheet.hpp"  // for Sheet

namespace azoo::evidence {

struct View {
  std::string name;
  std::string title;
  std::string table;                // whose rows it shows
  std::string field;                // rows are kept where an item of this field ...
  std::vector<std::string> values;  // ... is one of these
};

[[nodiscard]] const std::vector<View>& views();

// One row per receptor: the ligand of the lowest score, the next, and the difference. Lower is better.
[[nodiscard]] Sheet docking_winners(const Sheet& docking);

}  // namespace azoo::evidence
