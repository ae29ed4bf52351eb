// Rows of sections.csv gathered into cross-sections: which tubule, in which state, which cells at which site.
#pragma once

#include <limits>       // for numeric_limits
#include <map>          // for map
#include <string>       // for string
#include <string_view>  // for string_view
#include <vector>       // for vector

#include "body/section_row.hpp"  // for SectionRow

namespace azoo::report {

struct SiteCells {
  int site = 0;
  std::map<std::string, int, std::less<>> counts;           // germ-cell type -> cells
  std::string stage = {};                                   // of the seminiferous cycle; may be empty
  double phase = std::numeric_limits<double>::quiet_NaN();  // of the cycle, when recorded
};

struct CrossSection {
  int tubule = 0;
  std::string state;  // active | sertoli_only | sclerosed
  int sites_around = 0;
  std::vector<SiteCells> sites;
};

// "a_dark:1;pachytene:2" -> counts; parts that are not "type:whole number" are left out.
[[nodiscard]] std::map<std::string, int, std::less<>> parse_cells(std::string_view cells);

// All cross-sections of one man or animal on one day, by tubule number.
[[nodiscard]] std::vector<CrossSection> cross_sections(const std::vector<body::SectionRow>& rows,
                                                       int replicate, std::string_view participant,
                                                       double day);
// Days on which sections of a man or animal exist, ascending.
[[nodiscard]] std::vector<double> section_days(const std::vector<body::SectionRow>& rows, int replicate,
                                               std::string_view participant);
// Stages of a cross-section with the number of sites in each, most frequent first: "VII (21), VIII (9)";
// empty for tubules without a recorded stage.
[[nodiscard]] std::string stage_words(const CrossSection& section);

}  // namespace azoo::report
