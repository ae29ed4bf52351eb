// How the nucleus of one germ cell looks, by type and by how far the cell is through it: chromatin of
// spermatogonia and spermatocytes, meiotic figures, acrosome caps, heads and tails. Shapes in micrometres.
#pragma once

#include "core/random.hpp"             // for Draws
#include "report/histology_style.hpp"  // for CellStyle
#include "report/stain.hpp"            // for StrokeBin
#include "report/tubule_layout.hpp"    // for Nucleus

namespace azoo::report {

// Micrometres to pixels of the picture.
struct PictureScale {
  double px_per_um = 1.0;
  Point corner;  // pixel of the picture's (0, 0) um
  [[nodiscard]] Point operator()(Point um) const {
    return {corner.x + px_per_um * um.x, corner.y + px_per_um * um.y};
  }
  [[nodiscard]] double length(double um) const { return px_per_um * um; }
  // Whether chromatin is worth drawing.
  [[nodiscard]] bool fine() const { return px_per_um >= 1.4; }
};

// Strokes in micrometres.
class Brush {
 public:
  Brush(StrokeBin& bin, const PictureScale& scale) : bin_(&bin), scale_(scale) {}
  void disc(int layer, std::string_view colour, Point at, double diameter) const {
    bin_->disc(layer, colour, scale_(at), scale_.length(diameter));
  }
  void rod(int layer, std::string_view colour, Point from, Point to, double width) const {
    bin_->rod(layer, colour, scale_(from), scale_(to), scale_.length(width));
  }
  void curve(int layer, std::string_view colour, Point from, Point bend, Point to, double width) const {
    bin_->curve(layer, colour, scale_(from), scale_(bend), scale_(to), scale_.length(width));
  }
  // An oval of that width and length, its long axis along `tilt`.
  void oval(int layer, std::string_view colour, Point at, double width, double length, double tilt) const;
  [[nodiscard]] bool fine() const { return scale_.fine(); }

 private:
  StrokeBin* bin_;
  PictureScale scale_;
};

// `cell` is null for a type without a style. `tail_um` is how long a tail may be where the nucleus lies,
// `bend_share` how far a head bends aside, as a share of its length.
void draw_nucleus(const Brush& brush, const Nucleus& nucleus, const CellStyle* cell, double tail_um,
                  double bend_share, Draws& draws);

}  // namespace azoo::report
