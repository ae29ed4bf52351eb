#include "report/tubule_drawing.hpp"

#include <cmath>    // for cos, sin, hypot
#include <numbers>  // for pi

namespace azoo::report {

namespace {

constexpr double two_pi = 2.0 * std::numbers::pi;
// Layers: texture of the cytoplasm, tails, rims of nuclei, inside of nuclei, chromatin.
enum Layer { texture = 0, tails = 1, rims = 2, insides = 3, chromatin = 4 };

std::string ring_path(const TubuleLayout& tubule, const std::vector<double>& ring, double shift_um,
                      const PictureScale& scale) {
  std::vector<Point> points;
  for (std::size_t i = 0; i < ring.size(); ++i) {
    const double angle = two_pi * static_cast<double>(i) / static_cast<double>(ring.size());
    points.push_back(scale(tubule.polar(angle, ring[i] + shift_um)));
  }
  return smooth_ring(points);
}

// Flat nuclei of the peritubular cells along the wall.
void draw_myoid_cells(StrokeBin& bin, const TubuleLayout& tubule, const HistologyStyle& style,
                      const PictureScale& scale, Draws& draws, double share_of_wall) {
  const double spacing_um = 4.5 * style.myoid_nucleus_length_um;
  const int count = static_cast<int>(two_pi * tubule.radius / spacing_um);
  for (int i = 0; i < count; ++i) {
    const double angle = two_pi * (i + draws.uniform(0.1, 0.9)) / count;
    const double radius =
        tubule.outline_at(angle) + style.lamina_propria_um * draws.uniform(0.3, 0.9) * share_of_wall;
    const double half = 0.32 * style.myoid_nucleus_length_um / radius;
    bin.rod(insides, stain::mid_nucleus, scale(tubule.polar(angle - half, radius)),
            scale(tubule.polar(angle + half, radius)), scale.length(2.6));
  }
}

void draw_sclerosed(SvgCanvas& canvas, StrokeBin& bin, const TubuleLayout& tubule,
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
              {.fill = "#f6c9db", .stroke = stain::hyaline_line, .stroke_width = scale.length(0.8)});
  // A few flattened cells of connective tissue lie between the layers, along them.
  for (int i = 0; i < 5; ++i) {
    const double angle = draws.uniform(0.0, two_pi);
    const double radius = tubule.outline_at(angle) - wall * draws.uniform(0.35, 1.3);
    const double half = 2.2 / std::max(6.0, radius);
    bin.rod(insides, stain::mid_nucleus, scale(tubule.polar(angle - half, radius)),
            scale(tubule.polar(angle + half, radius)), scale.length(1.9));
  }
  draw_myoid_cells(bin, tubule, style, scale, draws, 0.5);
}

// Sertoli cytoplasm: faint radial streaks from wall to lumen.
void draw_streaks(StrokeBin& bin, const TubuleLayout& tubule, const PictureScale& scale, Draws& draws) {
  const int count = static_cast<int>(tubule.sertoli.size()) * 3;
  for (int i = 0; i < count; ++i) {
    const double angle = two_pi * (i + draws.uniform()) / count;
    const double outer = tubule.outline_at(angle) - 3.0;
    const double inner = tubule.lumen_at(angle) + 2.0;
    if (outer - inner < 8.0) continue;
    bin.rod(texture, stain::streak, scale(tubule.polar(angle, outer)),
            scale(tubule.polar(angle + draws.uniform(-0.04, 0.04), inner)), scale.length(1.1));
  }
}

void draw_sertoli(StrokeBin& bin, const Nucleus& nucleus, const TubuleLayout& tubule,
                  const PictureScale& scale, Draws& draws) {
  // Pale, drawn out towards the lumen, with one dark nucleolus.
  const double angle = std::atan2(nucleus.at.y - tubule.centre.y, nucleus.at.x - tubule.centre.x);
  const double tilt = angle + draws.uniform(-0.7, 0.7);
  const double half = 0.45 * nucleus.radius;
  const Point from{nucleus.at.x - half * std::cos(tilt), nucleus.at.y - half * std::sin(tilt)};
  const Point to{nucleus.at.x + half * std::cos(tilt), nucleus.at.y + half * std::sin(tilt)};
  const double width = 1.45 * nucleus.radius;
  bin.rod(rims, stain::sertoli_rim, scale(from), scale(to), scale.length(width));
  bin.rod(insides, stain::sertoli_inside, scale(from), scale(to), scale.length(width - 1.3));
  bin.disc(chromatin, stain::chromatin,
           scale({nucleus.at.x + draws.uniform(-1.2, 1.2), nucleus.at.y + draws.uniform(-1.2, 1.2)}),
           scale.length(2.2));
}

void draw_head_and_tail(StrokeBin& bin, const Nucleus& nucleus, const TubuleLayout& tubule,
                        const PictureScale& scale, Draws& draws) {
  // The head points to the base, the tail into the lumen.
  const double tilt = nucleus.angle + draws.uniform(-0.25, 0.25);
  const double ux = std::cos(tilt);
  const double uy = std::sin(tilt);
  const double half = 0.55 * nucleus.radius;
  bin.rod(insides, stain::dark_nucleus, scale({nucleus.at.x - half * ux, nucleus.at.y - half * uy}),
          scale({nucleus.at.x + half * ux, nucleus.at.y + half * uy}), scale.length(1.7));
  const double to_centre = std::hypot(nucleus.at.x - tubule.centre.x, nucleus.at.y - tubule.centre.y);
  const double length = std::min(draws.uniform(14.0, 24.0), 0.8 * to_centre);
  const double bend = draws.uniform(-0.35, 0.35);
  const Point end{nucleus.at.x - length * std::cos(tilt + bend),
                  nucleus.at.y - length * std::sin(tilt + bend)};
  bin.rod(tails, stain::tail, scale(nucleus.at), scale(end), scale.length(0.7));
}

void draw_threads(StrokeBin& bin, const Nucleus& nucleus, const PictureScale& scale, Draws& draws) {
  bin.disc(rims, stain::mid_nucleus, scale(nucleus.at), scale.length(2.0 * nucleus.radius));
  bin.disc(insides, "#8a6bb2", scale(nucleus.at), scale.length(2.0 * nucleus.radius - 1.4));
  // Thick chromosome threads of meiotic prophase.
  for (int i = 0; i < 4; ++i) {
    const double turn = draws.uniform(0.0, two_pi);
    const double away = draws.uniform(0.15, 0.6) * nucleus.radius;
    const Point at{nucleus.at.x + away * std::cos(turn), nucleus.at.y + away * std::sin(turn)};
    const double way = draws.uniform(0.0, two_pi);
    bin.rod(chromatin, stain::chromatin, scale(at),
            scale({at.x + 1.8 * std::cos(way), at.y + 1.8 * std::sin(way)}), scale.length(1.3));
  }
}

void draw_germ_cell(StrokeBin& bin, const Nucleus& nucleus, const TubuleLayout& tubule,
                    const HistologyStyle& style, const PictureScale& scale, Draws& draws) {
  const std::string look = nucleus.cell < style.cells.size() ? style.cells[nucleus.cell].look : "round dark";
  const double diameter = 2.0 * nucleus.radius;
  if (look == "head") {
    draw_head_and_tail(bin, nucleus, tubule, scale, draws);
  } else if (look == "thread") {
    draw_threads(bin, nucleus, scale, draws);
  } else if (look == "pale") {
    bin.disc(rims, stain::pale_rim, scale(nucleus.at), scale.length(diameter));
    bin.disc(insides, stain::pale_inside, scale(nucleus.at), scale.length(diameter - 1.7));
    bin.disc(chromatin, stain::mid_nucleus,
             scale({nucleus.at.x + draws.uniform(-0.9, 0.9), nucleus.at.y + draws.uniform(-0.9, 0.9)}),
             scale.length(1.7));
  } else if (look == "flat dark") {
    // Lies flat on the membrane.
    const double half = 0.5 * nucleus.radius / tubule.radius;
    const double radius = std::hypot(nucleus.at.x - tubule.centre.x, nucleus.at.y - tubule.centre.y);
    bin.rod(rims, stain::dark_nucleus, scale(tubule.polar(nucleus.angle - half, radius)),
            scale(tubule.polar(nucleus.angle + half, radius)), scale.length(0.72 * diameter));
  } else {
    bin.disc(rims, stain::dark_nucleus, scale(nucleus.at), scale.length(diameter));
    bin.disc(insides, stain::mid_nucleus, scale(nucleus.at), scale.length(diameter - 2.6));
    bin.disc(chromatin, stain::chromatin, scale({nucleus.at.x + 0.8, nucleus.at.y - 0.6}), scale.length(1.9));
  }
}

}  // namespace

void draw_tubule(SvgCanvas& canvas, StrokeBin& bin, const TubuleLayout& tubule, const HistologyStyle& style,
                 const PictureScale& scale, Draws& draws) {
  if (tubule.sclerosed) {
    draw_sclerosed(canvas, bin, tubule, style, scale, draws);
    return;
  }
  canvas.path(ring_path(tubule, tubule.outline, style.lamina_propria_um, scale),
              {.fill = "#efc3d5", .stroke = stain::fibre, .stroke_width = scale.length(1.6)});
  canvas.path(ring_path(tubule, tubule.outline, 0.0, scale),
              {.fill = stain::cytoplasm, .stroke = stain::membrane, .stroke_width = scale.length(1.8)});
  canvas.path(ring_path(tubule, tubule.lumen, 0.0, scale),
              {.fill = stain::lumen, .stroke = stain::streak, .stroke_width = scale.length(0.9)});
  draw_streaks(bin, tubule, scale, draws);
  for (const Nucleus& nucleus : tubule.sertoli) draw_sertoli(bin, nucleus, tubule, scale, draws);
  for (const Nucleus& nucleus : tubule.germ_cells) draw_germ_cell(bin, nucleus, tubule, style, scale, draws);
  draw_myoid_cells(bin, tubule, style, scale, draws, 1.0);
}

}  // namespace azoo::report
