#include "trial/section_rows.hpp"

#include <string>

namespace azoo::trial {

namespace {

std::string cells_text(const testis::Species& species, const testis::SectionSite& site) {
  std::string text;
  const auto add = [&text](const std::string& name, int count) {
    if (count > 0) text += (text.empty() ? "" : ";") + name + ":" + std::to_string(count);
  };
  add("a_dark", site.a_dark);
  add("a_pale", site.a_pale);
  for (std::size_t t = 0; t < species.germ_cells.size(); ++t) add(species.germ_cells[t].name, site.cells[t]);
  return text;
}

bool has_germ_cells(const testis::Species& species, const testis::CrossSection& ring) {
  for (const testis::SectionSite& site : ring.sites) {
    if (!cells_text(species, site).empty()) return true;
  }
  return false;
}

}  // namespace

std::vector<SectionRow> section_rows(const body::Patient& patient, std::size_t side) {
  constexpr int row_along_the_tubule = 0;
  const testis::Species& species = patient.model().species;
  std::vector<SectionRow> rows;
  for (int s = 0; s < patient.sampled_segments(side); ++s) {
    const testis::CrossSection ring = patient.sheet(side).cross_section(s, row_along_the_tubule);
    SectionRow row;
    row.tubule = s;
    row.tubule_state = !ring.tubule ? "sclerosed" : has_germ_cells(species, ring) ? "active" : "sertoli_only";
    row.sites_around = static_cast<int>(ring.sites.size());
    if (!ring.tubule) rows.push_back(row);
    for (std::size_t i = 0; i < ring.sites.size(); ++i) {
      row.site = static_cast<int>(i);
      row.stage = species.stages[static_cast<std::size_t>(ring.sites[i].stage)].name;
      row.cells = cells_text(species, ring.sites[i]);
      rows.push_back(row);
    }
  }
  return rows;
}

}  // namespace azoo::trial
