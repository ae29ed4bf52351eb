// A row of sections.csv: one Sertoli cell of a cross-section, with the germ cells it holds. The same for men
// and animals.
#pragma once

#include <limits>  // for numeric_limits
#include <string>  // for string
#include <vector>  // for vector

#include "testis/sheet_readings.hpp"  // for CrossSection
#include "testis/species.hpp"         // for Species

namespace azoo::body {

// sections.csv: what a biopsy would show, site by site, for those whose tissue is kept.
struct SectionRow {
  int replicate = 0;
  std::string participant;
  double day = 0.0;
  int tubule = 0;            // number of the cross-section
  std::string tubule_state;  // active | sertoli_only | sclerosed
  int site = 0;              // position around the tubule, one Sertoli cell each
  int sites_around = 0;
  std::string stage;  // stage of the seminiferous cycle at the site
  std::string cells;  // counts by germ-cell type, "a_dark:1;pachytene:2"
  double phase = std::numeric_limits<double>::quiet_NaN();  // of the cycle, 0 .. 1 from the first stage on
};

// One ring of sites as rows; replicate, participant and day are left to the caller.
[[nodiscard]] std::vector<SectionRow> section_rows(const testis::Species& species,
                                                   const testis::CrossSection& ring, int tubule);

}  // namespace azoo::body
