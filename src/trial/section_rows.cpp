#include "trial/section_rows.hpp"

namespace azoo::trial {

std::vector<SectionRow> section_rows(const body::Patient& patient, std::size_t side) {
  constexpr int row_along_the_tubule = 0;
  std::vector<SectionRow> rows;
  for (int s = 0; s < patient.sampled_segments(side); ++s) {
    const testis::CrossSection ring = patient.sheet(side).cross_section(s, row_along_the_tubule);
    const std::vector<SectionRow> more = body::section_rows(patient.model().species, ring, s);
    rows.insert(rows.end(), more.begin(), more.end());
  }
  return rows;
}

}  // namespace azoo::trial
