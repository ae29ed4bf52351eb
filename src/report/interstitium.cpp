#include "report/interstitium.hpp"

#include <algorithm>  // for any_of, min
#include <cmath>      // for hypot, cos, sin
#include <numbers>    // for pi
#include <string>     // for string

#include "report/cell_outline.hpp"

namespace azoo::report {

namespace {

constexpr double two_pi = 2.0 * std::numbers::pi;
constexpr double far_from_tubules_um = 30.0;  // cells lie in the gaps, not in the open
constexpr double between_clusters_um = 70.0;

double room(Point at, const std::vector<Clearing>& tubules) {
  double least = 1e9;
  for (const Clearing& each : tubules) {
    least = std::min(least, std::hypot(at.x - each.centre.x, at.y - each.centre.y) - each.radius);
  }
  return least;
}

void draw_fibres(SvgCanvas& canvas, double width_um, double height_um, double density,
                 const PictureScale& scale, Draws& draws) {
  std::string d;
  const int count = static_cast<int>(density * width_um * height_um / 1500.0);
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

// Cytoplasm up to the neighbours, with borders; eosinophil, and not beyond the tubules' walls.
void draw_leydig_bodies(SvgCanvas& canvas, const std::vector<CellDisc>& cells, const PictureScale& scale) {
  std::string path;
  for (const std::vector<Point>& outline : cell_outlines(cells, 24)) {
    for (std::size_t i = 0; i < outline.size(); ++i) {
      const Point at = scale(outline[i]);
      path += (i == 0 ? "M" : " ") + coordinate(at.x) + " " + coordinate(at.y);
    }
    if (!outline.empty()) path += "Z";
  }
  if (path.empty()) return;
  canvas.path(path, {.fill = stain::leydig,
                     .stroke = stain::leydig_edge,
                     .stroke_width = scale.length(0.7),
                     .round_caps = true});
}

void draw_leydig_nucleus(const Brush& brush, Point at, const HistologyStyle& style, Draws& draws) {
  const double d = style.leydig_nucleus_um;
  brush.disc(layer::rims, stain::pale_rim, at, d);
  brush.disc(layer::insides, stain::leydig_nucleus, at, d - 1.0);
  brush.disc(layer::chromatin, stain::chromatin, {at.x + 0.6, at.y - 0.5}, 1.5);
  if (brush.fine()) {
    for (int i = 0; i < 4; ++i) {
      const double turn = two_pi * (i + draws.uniform(-0.2, 0.2)) / 4.0;
      brush.disc(layer::chromatin, stain::pale_rim,
                 {at.x + 0.3 * d * std::cos(turn), at.y + 0.3 * d * std::sin(turn)}, 0.9);
    }
  }
}

void draw_vessel(const Brush& brush, Point at, const HistologyStyle& style, Draws& draws) {
  const double lumen = 2.6 * style.red_cell_um;
  brush.disc(layer::vessel, stain::vessel, at, lumen + 3.0);
  brush.disc(layer::plasma, "#fbeef2", at, lumen);
  for (int i = 0; i < 3; ++i) {
    const double way = two_pi * (i + draws.uniform(0.0, 0.6)) / 3.0;
    const Point cell{at.x + 0.27 * lumen * std::cos(way), at.y + 0.27 * lumen * std::sin(way)};
    brush.disc(layer::texture, stain::red_cell, cell, 0.9 * style.red_cell_um);
  }
  const double way = draws.uniform(0.0, two_pi);
  const double radius = lumen / 2 + 1.2;
  brush.rod(layer::rims, stain::mid_nucleus, {at.x + radius * std::cos(way), at.y + radius * std::sin(way)},
            {at.x + radius * std::cos(way + 0.5), at.y + radius * std::sin(way + 0.5)}, 2.0);
}

double distance(Point a, Point b) {
  return std::hypot(a.x - b.x, a.y - b.y);
}

// A cluster grows from its first cell: each next cell lies against one that is there.
void grow_cluster(const Brush& brush, Point first, int cells, const HistologyStyle& style,
                  const std::vector<Clearing>& tubules, std::vector<Clearing>& taken,
                  std::vector<CellDisc>& bodies, Draws& draws) {
  std::vector<Point> cluster;
  const double half = 0.47 * style.leydig_cell_um;
  for (int tries = 0; tries < 8 * cells && static_cast<int>(cluster.size()) < cells; ++tries) {
    Point at = first;
    for (int place = 0; place < 3 && !cluster.empty();
         ++place) {  // the nearest of some: clusters are compact
      const Point& from = cluster[draws.below(static_cast<std::uint32_t>(cluster.size()))];
      const double way = draws.uniform(0.0, two_pi);
      const Point other{from.x + 1.75 * half * std::cos(way), from.y + 1.75 * half * std::sin(way)};
      if (room(other, taken) < half) continue;
      if (cluster.size() == 1 || place == 0 || distance(other, first) < distance(at, first)) at = other;
    }
    if (room(at, taken) < half) continue;
    draw_leydig_nucleus(brush, at, style, draws);
    bodies.push_back({at, std::min(1.25 * half, room(at, tubules))});
    cluster.push_back(at);
    taken.push_back({at, 0.75 * half});
  }
}

}  // namespace

void draw_interstitium(SvgCanvas& canvas, StrokeBin& bin, double width_um, double height_um,
                       const std::vector<Clearing>& tubules, const HistologyStyle& style,
                       const PictureScale& scale, Draws& draws) {
  draw_fibres(canvas, width_um, height_um, style.stroma_fibres, scale, draws);
  const Brush brush(bin, scale);
  const int tries = static_cast<int>(width_um * height_um / 400.0);
  std::vector<Clearing> taken = tubules;
  std::vector<CellDisc> bodies;
  std::vector<Point> clusters;
  for (int i = 0; i < tries; ++i) {
    const Point at{draws.uniform(0.0, width_um), draws.uniform(0.0, height_um)};
    const bool vessel = draws.bernoulli(0.2);
    const int cluster = 3 + static_cast<int>(draws.below(8));
    const double needed = vessel ? 1.3 * style.red_cell_um + 2.0 : 0.5 * style.leydig_cell_um;
    const bool crowded = !vessel && std::any_of(clusters.begin(), clusters.end(), [at](Point first) {
      return distance(at, first) < between_clusters_um;
    });
    const double here = room(at, taken);
    if (crowded || here < needed || room(at, tubules) > far_from_tubules_um) continue;
    if (vessel) {
      draw_vessel(brush, at, style, draws);
      taken.push_back({at, needed + 8.0});
    } else {
      clusters.push_back(at);
      grow_cluster(brush, at, cluster, style, tubules, taken, bodies, draws);
    }
  }
  draw_leydig_bodies(canvas, bodies, scale);
}

}  // namespace azoo::report
