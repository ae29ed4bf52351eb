#include "body/section_row.hpp"

#include <algorithm>
#include <cmath>

namespace azoo::body {

namespace {

constexpr double phase_digits = 1000.0;  // a thousandth of a cycle is a quarter of an hour in the mouse

std::string cells_text(const testis::Species& species, const testis::SectionSite& site) {
  std::string text;
  const auto add = [&text](const std::string& name, int count) {
    if (count > 0) text += (text.empty() ? "" : ";") + name + ":" + std::to_string(count);
  };
  for (std::size_t t = 0; t < species.stem_types.size(); ++t) add(species.stem_types[t].name, site.stem[t]);
  for (std::size_t t = 0; t < species.germ_cells.size(); ++t) add(species.germ_cells[t].name, site.cells[t]);
  return text;
}

}  // namespace

std::vector<SectionRow> section_rows(const testis::Species& species, const testis::CrossSection& ring,
                                     int tubule) {
  SectionRow row;
  row.tubule = tubule;
  row.sites_around = static_cast<int>(ring.sites.size());
  if (!ring.tubule) {
    row.tubule_state = "sclerosed";
    return {row};
  }
  std::vector<SectionRow> rows;
  for (std::size_t i = 0; i < ring.sites.size(); ++i) {
    row.site = static_cast<int>(i);
    row.stage = species.stages[static_cast<std::size_t>(ring.sites[i].stage)].name;
    row.phase = std::round(phase_digits * ring.sites[i].phase) / phase_digits;
    row.cells = cells_text(species, ring.sites[i]);
    rows.push_back(row);
  }
  const bool germ_cells =
      std::any_of(rows.begin(), rows.end(), [](const SectionRow& r) { return !r.cells.empty(); });
  for (SectionRow& r : rows) r.tubule_state = germ_cells ? "active" : "sertoli_only";
  return rows;
}

}  // namespace azoo::body
