#include "report/cell_words.hpp"

#include <set>  // for set

#include "report/trial_view.hpp"

namespace azoo::report {

std::string cells_by_label(const CellCounts& counts, const HistologyStyle& style) {
  CellCounts by_label;
  std::string unknown;
  for (const auto& [type, cells] : counts) {
    if (cells == 0) continue;
    const std::size_t found = style.find(type);
    if (found < style.cells.size()) {
      by_label[style.cells[found].label] += cells;
    } else if (type != "sertoli") {
      unknown += ", " + spaced(type) + " " + std::to_string(cells) + " (drawn as plain nuclei)";
    }
  }
  std::string out;
  std::set<std::string> told;
  for (const CellStyle& cell : style.cells) {
    const auto found = by_label.find(cell.label);
    if (found == by_label.end() || !told.insert(cell.label).second) continue;
    out += (out.empty() ? "" : ", ") + cell.label + " " + std::to_string(found->second);
  }
  if (out.empty() && !unknown.empty()) return unknown.substr(2);
  return out + unknown;
}

std::string state_name(const std::string& state) {
  if (state == "sertoli_only") return "Sertoli cells only";
  return spaced(state);
}

}  // namespace azoo::report
