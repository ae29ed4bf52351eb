// Which nuclei of a ring of Sertoli cells one histological section shows. A site's cells fill the length of
// tubule that its row takes; a section of thickness T shows a nucleus of diameter D when its centre lies
// within T/2 + D/2 of the section's middle, less the caps too thin to be seen (Abercrombie 1946, Anat Rec
// 94:239, with the lost caps of Floderus 1944; remembered, not verified). Each cell is seen with that chance,
// drawn from the picture's stream: same address, same nuclei.
#pragma once

#include <map>     // for map
#include <string>  // for string
#include <vector>  // for vector

#include "core/random.hpp"             // for RandomStream
#include "report/histology_style.hpp"  // for HistologyStyle
#include "report/section_site.hpp"     // for CrossSection

namespace azoo::report {

struct SeenNucleus {
  std::size_t cell = 0;  // number in HistologyStyle::cells; cells.size() for a type without a style
  int site = 0;
  double place = 0.0;     // in the arc of the site, 0 .. 1
  double ripeness = 0.0;  // of its passage through the type
  double profile = 1.0;   // seen diameter over the true one: a nucleus cut off its middle looks smaller
};

struct SectionSample {
  std::vector<SeenNucleus> germ_cells;
  std::vector<SeenNucleus> sertoli;                // `cell` is not used
  std::map<std::string, int, std::less<>> counts;  // germ cells seen, by type
};

// Nuclei of this diameter seen for each cell that the recorded ring holds. Above 1 where a section is thick
// for its row; the recorded sites stand for all Sertoli cells around a tubule of the species.
[[nodiscard]] double seen_per_cell(const HistologyStyle& style, double diameter_um, int sites_around);

[[nodiscard]] SectionSample sample_section(const CrossSection& section, const HistologyStyle& style,
                                           const RandomStream& stream, std::uint32_t agent);

}  // namespace azoo::report
