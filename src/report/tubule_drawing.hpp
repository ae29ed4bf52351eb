// One laid-out tubule brought onto the canvas as H&E would show it.
#pragma once

#include "core/random.hpp"             // for Draws
#include "report/histology_style.hpp"  // for HistologyStyle
#include "report/stain.hpp"            // for StrokeBin
#include "report/svg_canvas.hpp"       // for SvgCanvas
#include "report/tubule_layout.hpp"    // for TubuleLayout

namespace azoo::report {

// Micrometres to pixels of the picture.
struct PictureScale {
  double px_per_um = 1.0;
  Point corner;  // pixel of the picture's (0, 0) um
  [[nodiscard]] Point operator()(Point um) const {
    return {corner.x + px_per_um * um.x, corner.y + px_per_um * um.y};
  }
  [[nodiscard]] double length(double um) const { return px_per_um * um; }
};

// Areas go to the canvas at once, nuclei into the bin.
void draw_tubule(SvgCanvas& canvas, StrokeBin& bin, const TubuleLayout& tubule, const HistologyStyle& style,
                 const PictureScale& scale, Draws& draws);

}  // namespace azoo::report
