// Where things lie in one drawn cross-section, in micrometres: outline, nuclei, the edge of the lumen.
// Positions follow the recorded sites, cell types and stages; the jitter is a pure function of the address
// given.
#pragma once

#include <map>     // for map
#include <string>  // for string
#include <vector>  // for vector

#include "core/random.hpp"             // for RandomStream
#include "report/histology_style.hpp"  // for HistologyStyle
#include "report/section_site.hpp"     // for CrossSection
#include "report/svg_canvas.hpp"       // for Point

namespace azoo::report {

struct Nucleus {
  std::size_t cell = 0;  // number in HistologyStyle::cells; cells.size() for a type without a style
  Point at;
  double radius = 0.0;      // of the room it takes among its neighbours
  double half_depth = 0.0;  // from its middle to its edge towards the wall
  double angle = 0.0;       // around the tubule
  double target = 0.0;      // depth from the basement membrane it is drawn to
  double width = 0.0;       // as drawn
  double length = 0.0;      // along `tilt`
  double tilt = 0.0;        // of the long axis, or of the cap of a round spermatid
  double ripeness = 0.5;    // of its passage through the type
  bool dividing = false;    // drawn as a meiotic figure
};

struct TubuleLayout {
  Point centre;
  double radius = 0.0;          // mean, to the basement membrane
  double epithelium_um = 0.0;   // height of the epithelium, mean
  std::vector<double> outline;  // radius to the basement membrane at equal angles
  std::vector<double> lumen;    // radius of the lumen at the same angles
  std::vector<Nucleus> germ_cells;
  std::vector<Nucleus> sertoli;
  std::vector<Nucleus> residual_bodies;
  std::vector<Nucleus> vacuoles;                   // where germ cells have been
  std::map<std::string, int, std::less<>> counts;  // germ cells drawn, by recorded type
  bool sclerosed = false;

  [[nodiscard]] double outline_at(double angle) const;
  [[nodiscard]] double lumen_at(double angle) const;
  [[nodiscard]] Point polar(double angle, double radius_um) const;
};

[[nodiscard]] double drawn_radius_um(const CrossSection& section, const HistologyStyle& style);

// `agent` makes tubules differ; the same stream and agent give the same layout.
[[nodiscard]] TubuleLayout lay_out_tubule(const CrossSection& section, const HistologyStyle& style,
                                          Point centre, const RandomStream& stream, std::uint32_t agent);

}  // namespace azoo::report
