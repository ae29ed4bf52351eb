#include "report/tubule_drawing.hpp"

#include <algorithm>  // for max, min
#include <cmath>      // for cos, sin, hypot
#include <numbers>    // for pi

#include "report/cell_outline.hpp"

namespace azoo::report {

namespace {

constexpr double two_pi = 2.0 * std::numbers::pi;

std::string ring_path(const TubuleLayout& tubule, const std::vector<double>& ring, double shift_um,
                      const PictureScale& scale) {
  std::vector<Point> points;
  for (std::size_t i = 0; i < ring.size(); ++i) {
    const double angle = two_pi * static_cast<double>(i) / static_cast<double>(ring.size());
    points.push_back(scale(tubule.polar(angle, ring[i] + shift_um)));
  }
  return smooth_ring(points);
}

std::string straight_ring(const std::vector<Point>& outline, const PictureScale& scale) {
  std::string path;
  for (const Point& corner : outline) {
    const Point at = scale(corner);
    path += (path.empty() ? "M" : " ") + coordinate(at.x) + " " + coordinate(at.y);
  }
  return path + "Z";
}

// Flat nuclei of the peritubular cells along the wall.
void draw_myoid_cells(const Brush& brush, const TubuleLayout& tubule, const HistologyStyle& style,
                      Draws& draws, double share_of_wall) {
  const double spacing_um = 4.5 * style.myoid_nucleus_length_um;
  const int count = static_cast<int>(two_pi * tubule.radius / spacing_um * (0.6 + 0.4 * style.myoid_layers));
  for (int i = 0; i < count; ++i) {
    const double angle = two_pi * (i + draws.uniform(0.1, 0.9)) / count;
    const double radius =
        tubule.outline_at(angle) + style.lamina_propria_um * draws.uniform(0.35, 0.85) * share_of_wall + 0.3;
    const double half = 0.36 * style.myoid_nucleus_length_um / radius;
    brush.curve(layer::rims, stain::dark_nucleus, tubule.polar(angle - half, radius),
                tubule.polar(angle, radius / std::cos(half)), tubule.polar(angle + half, radius), 1.8);
  }
}

void draw_sclerosed(SvgCanvas& canvas, const Brush& brush, const TubuleLayout& tubule,
                    const HistologyStyle& style, const PictureScale& scale, Draws& draws) {
  // Ghost: thick glassy wall in layers round a core that is closed or all but closed.
  canvas.path(ring_path(tubule, tubule.outline, 0.0, scale),
              {.fill = stain::hyaline, .stroke = stain::membrane, .stroke_width = scale.length(1.4)});
  const double wall = std::min(style.hyaline_wall_um, 0.7 * tubule.radius);
  for (double inward = 0.28 * wall; inward < wall; inward += 0.28 * wall) {
    canvas.path(ring_path(tubule, tubule.outline, -inward, scale),
                {.stroke = stain::hyaline_line, .stroke_width = scale.length(0.9), .opacity = 0.7});
  }
  canvas.path(ring_path(tubule, tubule.outline, -wall, scale),
              {.fill = stain::ghost_core, .stroke = stain::hyaline_line, .stroke_width = scale.length(0.8)});
  // A few flattened cells of connective tissue lie between the layers, along them.
  for (int i = 0; i < 5; ++i) {
    const double angle = draws.uniform(0.0, two_pi);
    const double radius = tubule.outline_at(angle) - wall * draws.uniform(0.35, 1.3);
    const double half = 2.2 / std::max(6.0, radius);
    brush.rod(layer::insides, stain::mid_nucleus, tubule.polar(angle - half, radius),
              tubule.polar(angle + half, radius), 1.9);
  }
  draw_myoid_cells(brush, tubule, style, draws, 0.5);
}

// Sertoli cytoplasm: faint radial streaks from wall to lumen.
void draw_streaks(const Brush& brush, const TubuleLayout& tubule, Draws& draws) {
  const int count = static_cast<int>(tubule.sertoli.size()) * 5;
  for (int i = 0; i < count; ++i) {
    const double angle = two_pi * (i + draws.uniform()) / count;
    const double outer = tubule.outline_at(angle) - draws.uniform(2.0, 14.0);
    const double inner = tubule.lumen_at(angle) + draws.uniform(0.5, 10.0);
    if (outer - inner < 6.0) continue;
    brush.curve(layer::texture, stain::streak, tubule.polar(angle, outer),
                tubule.polar(angle + draws.uniform(-0.05, 0.05), 0.5 * (outer + inner)),
                tubule.polar(angle + draws.uniform(-0.03, 0.03), inner), 0.8);
  }
}

// Pale, drawn out towards the lumen, with a nucleolus and in rodents its two satellites.
void draw_sertoli(const Brush& brush, const Nucleus& nucleus, const HistologyStyle& style, Draws& draws) {
  brush.oval(layer::rims, stain::sertoli_rim, nucleus.at, nucleus.width, nucleus.length, nucleus.tilt);
  brush.oval(layer::insides, stain::sertoli_inside, nucleus.at, nucleus.width - 0.9, nucleus.length - 0.9,
             nucleus.tilt);
  const Point nucleolus{nucleus.at.x + draws.uniform(-1.2, 1.2), nucleus.at.y + draws.uniform(-1.2, 1.2)};
  brush.disc(layer::chromatin, stain::chromatin, nucleolus, 2.0);
  const double way = draws.uniform(0.0, two_pi);
  for (int i = 0; i < static_cast<int>(style.sertoli_satellites); ++i) {
    const double turn = way + std::numbers::pi * i;
    brush.disc(layer::chromatin, stain::mid_nucleus,
               {nucleolus.x + 1.7 * std::cos(turn), nucleolus.y + 1.7 * std::sin(turn)}, 1.3);
  }
}

void draw_residual_body(const Brush& brush, const Nucleus& body, Draws& draws) {
  brush.disc(layer::rims, stain::residual, body.at, body.width);
  if (!brush.fine()) return;
  for (int i = 0; i < 3; ++i) {
    const double reach = 0.25 * body.width;
    brush.disc(layer::chromatin, stain::chromatin,
               {body.at.x + draws.uniform(-reach, reach), body.at.y + draws.uniform(-reach, reach)}, 0.7);
  }
}

// Germ cells with their borders; heads lie in the crypts of Sertoli cells, whose own borders no stain shows.
void draw_cells(SvgCanvas& canvas, const TubuleLayout& tubule, const HistologyStyle& style,
                const PictureScale& scale) {
  std::vector<CellDisc> cells;
  std::vector<double> angles;
  for (const Nucleus& nucleus : tubule.germ_cells) {
    if (nucleus.cell < style.cells.size() && style.cells[nucleus.cell].look == Look::head) continue;
    cells.push_back({nucleus.at, 0.34 * (nucleus.width + nucleus.length) + 0.9});
    angles.push_back(nucleus.angle);
  }
  std::string path;
  const std::vector<std::vector<Point>> outlines = cell_outlines(cells, 12);
  for (std::size_t i = 0; i < outlines.size(); ++i) {
    const Point wall = tubule.polar(angles[i], tubule.outline_at(angles[i]) - 0.4);
    const std::vector<Point> outline = cut_off(outlines[i], wall, {std::cos(angles[i]), std::sin(angles[i])});
    if (outline.size() > 2) path += straight_ring(outline, scale);
  }
  if (path.empty()) return;
  canvas.path(path, {.fill = stain::halo, .stroke = stain::border, .stroke_width = scale.length(0.35)});
}

}  // namespace

void draw_tubule(SvgCanvas& canvas, StrokeBin& bin, const TubuleLayout& tubule, const HistologyStyle& style,
                 const PictureScale& scale, Draws& draws) {
  const Brush brush(bin, scale);
  if (tubule.sclerosed) {
    draw_sclerosed(canvas, brush, tubule, style, scale, draws);
    return;
  }
  canvas.path(ring_path(tubule, tubule.outline, style.lamina_propria_um, scale),
              {.fill = stain::lamina, .stroke = stain::fibre, .stroke_width = scale.length(0.9)});
  canvas.path(ring_path(tubule, tubule.outline, 0.0, scale),
              {.fill = stain::cytoplasm, .stroke = stain::membrane, .stroke_width = scale.length(1.0)});
  canvas.path(ring_path(tubule, tubule.lumen, 0.0, scale),
              {.fill = stain::lumen, .stroke = stain::streak, .stroke_width = scale.length(0.7)});
  draw_streaks(brush, tubule, draws);
  if (brush.fine()) draw_cells(canvas, tubule, style, scale);
  for (const Nucleus& vacuole : tubule.vacuoles) {
    brush.disc(layer::tails, stain::streak, vacuole.at, vacuole.width + 0.7);
    brush.disc(layer::rims, stain::lumen, vacuole.at, vacuole.width);
  }
  for (const Nucleus& nucleus : tubule.sertoli) draw_sertoli(brush, nucleus, style, draws);
  for (const Nucleus& nucleus : tubule.germ_cells) {
    const CellStyle* cell = nucleus.cell < style.cells.size() ? &style.cells[nucleus.cell] : nullptr;
    const double to_centre = std::hypot(nucleus.at.x - tubule.centre.x, nucleus.at.y - tubule.centre.y);
    // A tail reaches into the lumen; that of a deep head leaves the section before.
    const double tail =
        nucleus.length > 1.6 * nucleus.width ? std::min(style.tail_um, 0.75 * to_centre) : 0.0;
    draw_nucleus(brush, nucleus, cell, tail, style.head_bend, draws);
  }
  for (const Nucleus& body : tubule.residual_bodies) draw_residual_body(brush, body, draws);
  draw_myoid_cells(brush, tubule, style, draws, 1.0);
}

}  // namespace azoo::report
