#include "report/section_sample.hpp"

#include <algorithm>  // for max
#include <cmath>      // for floor, lround, sqrt, fabs

namespace azoo::report {

namespace {

// Ratio of the seen diameter to the true one, for a centre anywhere it can be seen from.
double draw_profile(const HistologyStyle& style, double diameter_um, Draws& draws) {
  const double half_section = 0.5 * style.section_um;
  const double reach = half_section + diameter_um * (0.5 - style.lost_cap);
  const double from_middle = std::fabs(draws.uniform(-reach, reach));
  if (from_middle <= half_section) return 1.0;
  const double cut = (from_middle - half_section) / (0.5 * diameter_um);
  return std::sqrt(std::max(0.0, 1.0 - cut * cut));
}

// A whole number with this mean for each of `count` cells.
int seen_of(int count, double per_cell, Draws& draws) {
  const double whole = std::floor(per_cell);
  return count * static_cast<int>(whole) +
         static_cast<int>(draws.binomial(static_cast<std::uint64_t>(count), per_cell - whole));
}

}  // namespace

double seen_per_cell(const HistologyStyle& style, double diameter_um, int sites_around) {
  const double seen_um = style.section_um + diameter_um * (1.0 - 2.0 * style.lost_cap);
  return seen_um / style.row_um * style.natural_sites / std::max(1, sites_around);
}

SectionSample sample_section(const CrossSection& section, const HistologyStyle& style,
                             const RandomStream& stream, std::uint32_t agent) {
  SectionSample out;
  if (section.state == "sclerosed") return out;
  Draws draws(stream, agent, 4);
  const int sites = std::max(1, section.sites_around);
  for (const SiteCells& site : section.sites) {
    const double within = style.timing.within(site.stage, site.phase);
    for (const auto& [type, count] : site.counts) {
      if (type == "sertoli") continue;  // every site has one already
      const std::size_t cell = style.find(type);
      const bool known = cell < style.cells.size();
      const double ripeness = style.timing.ripeness(type, site.stage, within);
      const double diameter =
          known ? style.cells[cell].nucleus_um.at(ripeness) : 0.8 * style.sertoli_nucleus_um;
      const int seen = seen_of(count, seen_per_cell(style, diameter, sites), draws);
      out.counts[type] += seen;
      for (int i = 0; i < seen; ++i) {
        out.germ_cells.push_back(
            {cell, site.site, draws.uniform(), ripeness, draw_profile(style, diameter, draws)});
      }
    }
  }
  const double sertoli = seen_per_cell(style, style.sertoli_nucleus_um, sites);
  for (int site = 0; site < sites; ++site) {
    for (int i = seen_of(1, sertoli, draws); i > 0; --i) {
      out.sertoli.push_back(
          {0, site, draws.uniform(), 0.5, draw_profile(style, style.sertoli_nucleus_um, draws)});
    }
  }
  return out;
}

}  // namespace azoo::report
