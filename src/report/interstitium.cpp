#include "report/interstitium.hpp"

#include <cmath>    // for hypot, cos, sin
#include <numbers>  // for pi

namespace azoo::report {

namespace {

constexpr double two_pi = 2.0 * std::numbers::pi;

double room(Point at, const std::vector<Clearing>& tubules) {
  double least = 1e9;
  for (const Clearing& each : tubules) {
    least = std::min(least, std::hypot(at.x - each.centre.x, at.y - each.centre.y) - each.radius);
  }
  return least;
}

void draw_fibres(SvgCanvas& canvas, double width_um, double height_um, const PictureScale& scale,
                 Draws& draws) {
  std::string d;
  const int count = static_cast<int>(width_um * height_um / 1500.0);
  for (int i = 0; i < count; ++i) {
    const Point at{draws.uniform(0.0, width_um), draws.uniform(0.0, height_um)};
    const double way = draws.uniform(0.0, two_pi);
    const double bend = way + draws.uniform(-0.9, 0.9);
    const double length = draws.uniform(12.0, 34.0);
    const Point from = scale(at);
    const double px = scale.length(length);
    d += "M" + coordinate(from.x) + " " + coordinate(from.y) + "q" + coordinate(0.5 * px * std::cos(way)) +
         " " + coordinate(0.5 * px * std::sin(way)) + " " + coordinate(px * std::cos(bend)) + " " +
         coordinate(px * std::sin(bend));
  }
  canvas.path(
      d, {.stroke = stain::fibre, .stroke_width = scale.length(1.2), .opacity = 0.55, .round_caps = true});
}

void draw_leydig_cell(StrokeBin& bin, Point at, const HistologyStyle& style, const PictureScale& scale,
                      Draws& draws) {
  const double size = style.leydig_cell_um * draws.uniform(0.85, 1.1);
  const double way = draws.uniform(0.0, two_pi);
  const Point to{at.x + 0.22 * size * std::cos(way), at.y + 0.22 * size * std::sin(way)};
  bin.rod(-3, stain::leydig_edge, scale(at), scale(to), scale.length(0.86 * size));
  bin.rod(-2, stain::leydig, scale(at), scale(to), scale.length(0.86 * size - 1.6));
  const double d = style.leydig_nucleus_um;
  bin.disc(2, stain::pale_rim, scale(at), scale.length(d));
  bin.disc(3, "#a98cc4", scale(at), scale.length(d - 1.5));
  bin.disc(4, stain::chromatin, scale({at.x + 0.6, at.y - 0.5}), scale.length(1.8));
}

void draw_vessel(StrokeBin& bin, Point at, const HistologyStyle& style, const PictureScale& scale,
                 Draws& draws) {
  const double lumen = 2.6 * style.red_cell_um;
  bin.disc(-2, stain::vessel, scale(at), scale.length(lumen + 4.5));
  bin.disc(-1, "#fbeef2", scale(at), scale.length(lumen));
  for (int i = 0; i < 3; ++i) {
    const double way = two_pi * (i + draws.uniform(0.0, 0.6)) / 3.0;
    const Point cell{at.x + 0.27 * lumen * std::cos(way), at.y + 0.27 * lumen * std::sin(way)};
    bin.disc(0, stain::red_cell, scale(cell), scale.length(0.9 * style.red_cell_um));
  }
  const double way = draws.uniform(0.0, two_pi);
  const double radius = lumen / 2 + 1.6;
  bin.rod(2, stain::mid_nucleus, scale({at.x + radius * std::cos(way), at.y + radius * std::sin(way)}),
          scale({at.x + radius * std::cos(way + 0.5), at.y + radius * std::sin(way + 0.5)}),
          scale.length(2.0));
}

}  // namespace

void draw_interstitium(SvgCanvas& canvas, StrokeBin& bin, double width_um, double height_um,
                       const std::vector<Clearing>& tubules, const HistologyStyle& style,
                       const PictureScale& scale, Draws& draws) {
  draw_fibres(canvas, width_um, height_um, scale, draws);
  const int tries = static_cast<int>(width_um * height_um / 3800.0);
  std::vector<Clearing> taken = tubules;
  for (int i = 0; i < tries; ++i) {
    const Point at{draws.uniform(8.0, width_um - 8.0), draws.uniform(8.0, height_um - 8.0)};
    const bool vessel = draws.bernoulli(0.2);
    const int cluster = 3 + static_cast<int>(draws.below(6));
    const double needed = vessel ? 1.6 * style.red_cell_um + 4.0 : 0.55 * style.leydig_cell_um;
    if (room(at, taken) < needed) continue;
    if (vessel) {
      draw_vessel(bin, at, style, scale, draws);
      taken.push_back({at, needed});
      continue;
    }
    for (int cell = 0; cell < cluster; ++cell) {
      const double way = draws.uniform(0.0, two_pi);
      const double away = cell == 0 ? 0.0 : style.leydig_cell_um * draws.uniform(0.8, 1.9);
      const Point place{at.x + away * std::cos(way), at.y + away * std::sin(way)};
      if (room(place, taken) < 0.5 * style.leydig_cell_um) continue;
      draw_leydig_cell(bin, place, style, scale, draws);
      taken.push_back({place, 0.35 * style.leydig_cell_um});
    }
  }
}

}  // namespace azoo::report
