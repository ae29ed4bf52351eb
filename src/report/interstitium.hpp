// What lies between the tubules: loose fibres, clusters of Leydig cells, small vessels. Scenery of the
// picture, not a result: the records count no interstitial cells, and the caption says so.
#pragma once

#include <vector>  // for vector

#include "core/random.hpp"             // for Draws
#include "report/histology_style.hpp"  // for HistologyStyle
#include "report/stain.hpp"            // for StrokeBin
#include "report/tubule_drawing.hpp"   // for PictureScale

namespace azoo::report {

// A disc that the scenery keeps clear of, in um.
struct Clearing {
  Point centre;
  double radius = 0.0;
};

void draw_interstitium(SvgCanvas& canvas, StrokeBin& bin, double width_um, double height_um,
                       const std::vector<Clearing>& tubules, const HistologyStyle& style,
                       const PictureScale& scale, Draws& draws);

}  // namespace azoo::report
