// One laid-out tubule brought onto the canvas as H&E would show it.
#pragma once

#include "core/random.hpp"             // for Draws
#include "report/histology_style.hpp"  // for HistologyStyle
#include "report/nucleus_glyph.hpp"    // for PictureScale
#include "report/stain.hpp"            // for StrokeBin
#include "report/svg_canvas.hpp"       // for SvgCanvas
#include "report/tubule_layout.hpp"    // for TubuleLayout

namespace azoo::report {

// Areas go to the canvas at once, nuclei into the bin.
void draw_tubule(SvgCanvas& canvas, StrokeBin& bin, const TubuleLayout& tubule, const HistologyStyle& style,
                 const PictureScale& scale, Draws& draws);

}  // namespace azoo::report
