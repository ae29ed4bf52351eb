#include "report/nucleus_glyph.hpp"

#include <cmath>    // for cos, sin
#include <numbers>  // for pi

#include "report/spermatid_glyph.hpp"

namespace azoo::report {

namespace {

constexpr double two_pi = 2.0 * std::numbers::pi;

Point beside(Point at, double angle, double distance) {
  return {at.x + distance * std::cos(angle), at.y + distance * std::sin(angle)};
}

void round_body(const Brush& brush, const Nucleus& n, std::string_view rim, std::string_view inside,
                double rim_um) {
  brush.disc(layer::rims, rim, n.at, n.width);
  brush.disc(layer::insides, inside, n.at, n.width - 2.0 * rim_um);
}

void oval_body(const Brush& brush, const Nucleus& n, std::string_view rim, std::string_view inside,
               double rim_um) {
  brush.oval(layer::rims, rim, n.at, n.width, n.length, n.tilt);
  brush.oval(layer::insides, inside, n.at, n.width - 2.0 * rim_um, n.length - 2.0 * rim_um, n.tilt);
}

// Clumps of chromatin on the nuclear membrane.
void crusts(const Brush& brush, const Nucleus& n, int count, double size_um, Draws& draws) {
  const double start = draws.uniform(0.0, two_pi);
  for (int i = 0; i < count; ++i) {
    const double way = start + two_pi * (i + draws.uniform(-0.25, 0.25)) / count;
    const double along = (0.5 * n.length - 0.5 * size_um) * std::cos(way);
    const double across = (0.5 * n.width - 0.5 * size_um) * std::sin(way);
    const Point at{n.at.x + along * std::cos(n.tilt) - across * std::sin(n.tilt),
                   n.at.y + along * std::sin(n.tilt) + across * std::cos(n.tilt)};
    brush.disc(layer::chromatin, stain::chromatin, at, size_um * draws.uniform(0.8, 1.15));
  }
}

// Chromosome threads: `count` bent strokes; `gathered` 1 puts them all to one side (bouquet).
void threads(const Brush& brush, const Nucleus& n, int count, double length_um, double width_um,
             double gathered, std::string_view colour, Draws& draws) {
  const double side = draws.uniform(0.0, two_pi);
  for (int i = 0; i < count; ++i) {
    const double way = gathered > 0.0 ? side + (1.0 - 0.6 * gathered) * draws.uniform(-3.1, 3.1)
                                      : two_pi * (i + draws.uniform(-0.3, 0.3)) / count;
    const double away = 0.5 * n.width * draws.uniform(0.15, 0.62);
    const Point middle = beside(n.at, way, away);
    const double along = draws.uniform(0.0, two_pi);
    const double half = 0.5 * length_um;
    const Point bend = beside(middle, along + 0.5 * std::numbers::pi, draws.uniform(-1.0, 1.0) * half);
    brush.curve(layer::chromatin, colour, beside(middle, along, -half), bend, beside(middle, along, half),
                width_um);
  }
}

void draw_pale_oval(const Brush& brush, const Nucleus& n, Draws& draws) {
  oval_body(brush, n, stain::pale_rim, stain::pale_inside, 0.5);
  if (!brush.fine()) return;
  const double reach = 0.28 * n.length;
  for (int i = 0; i < 2; ++i) {
    brush.disc(layer::chromatin, stain::chromatin, beside(n.at, n.tilt, draws.uniform(-reach, reach)), 1.25);
  }
  for (int i = 0; i < 5; ++i) {
    const Point at = beside(beside(n.at, n.tilt, draws.uniform(-reach, reach)), n.tilt + 1.57,
                            0.25 * n.width * draws.uniform(-1.0, 1.0));
    brush.disc(layer::insides + 1, stain::pale_rim, at, 0.7);
  }
}

void draw_spermatocyte(const Brush& brush, const Nucleus& n, Look look, Draws& draws) {
  if (look == Look::fine_thread) {
    round_body(brush, n, stain::mid_nucleus, "#9782bf", 0.45);
    if (brush.fine()) threads(brush, n, 9, 2.2, 0.45, 0.0, stain::chromatin, draws);
  } else if (look == Look::clumped_thread) {
    round_body(brush, n, stain::mid_nucleus, "#927cbc", 0.5);
    if (brush.fine()) threads(brush, n, 9, 2.4, 0.75, 1.0, stain::chromatin, draws);
  } else {
    round_body(brush, n, stain::mid_nucleus, stain::thread_inside, 0.5);
    if (!brush.fine()) return;
    threads(brush, n, 9, 0.34 * n.width, 1.0, 0.0, stain::chromatin, draws);
    // The sex chromosomes, condensed at the membrane.
    brush.disc(layer::chromatin, stain::chromatin, beside(n.at, draws.uniform(0.0, two_pi), 0.36 * n.width),
               1.9);
  }
}

// Metaphase: no nuclear membrane, chromosomes in a plate across a clear cell.
void draw_meiotic_figure(const Brush& brush, const Nucleus& n, Draws& draws) {
  if (!brush.fine()) brush.disc(layer::halo, "#f6dbe8", n.at, 1.35 * n.width);
  const double half = 0.36 * n.width;
  const double across = n.tilt + 0.5 * std::numbers::pi;
  brush.rod(layer::chromatin, stain::chromatin, beside(n.at, n.tilt, -half), beside(n.at, n.tilt, half), 1.6);
  for (int i = 0; i < 5; ++i) {
    const Point on_plate = beside(n.at, n.tilt, half * (0.5 * i - 1.0));
    brush.disc(layer::chromatin, stain::chromatin, beside(on_plate, across, draws.uniform(-0.8, 0.8)), 1.7);
  }
  if (!brush.fine()) return;
  for (const double side : {-1.0, 1.0}) {  // spindle
    const Point pole = beside(n.at, across, side * 0.55 * n.width);
    for (const double at : {-0.7, 0.0, 0.7}) {
      brush.rod(layer::tails, stain::streak, beside(n.at, n.tilt, at * half), pole, 0.35);
    }
  }
}

void draw_secondary(const Brush& brush, const Nucleus& n, Draws& draws) {
  round_body(brush, n, stain::pale_rim, "#ad9bcd", 0.5);
  if (!brush.fine()) return;
  for (int i = 0; i < 5; ++i) {
    brush.disc(layer::chromatin, stain::soft_chromatin,
               beside(n.at, two_pi * (i + draws.uniform(-0.2, 0.2)) / 5.0, 0.24 * n.width), 1.1);
  }
}

}  // namespace

void Brush::oval(int layer, std::string_view colour, Point at, double width, double length,
                 double tilt) const {
  const double half = 0.5 * (length - width);
  if (half < 0.1) {
    disc(layer, colour, at, width);
    return;
  }
  rod(layer, colour, beside(at, tilt, -half), beside(at, tilt, half), width);
}

void draw_nucleus(const Brush& brush, const Nucleus& nucleus, const CellStyle* cell, double tail_um,
                  double bend_share, Draws& draws) {
  if (nucleus.dividing) {
    draw_meiotic_figure(brush, nucleus, draws);
    return;
  }
  const Look look = cell == nullptr ? Look::small_dark : cell->look;
  if (look != Look::head && !brush.fine()) {  // cytoplasm; where it is fine, cells have borders
    brush.oval(layer::halo, stain::halo, nucleus.at, 1.45 * nucleus.width,
               nucleus.length + 0.45 * nucleus.width, nucleus.tilt);
  }
  switch (look) {
    case Look::dark_oval:
      oval_body(brush, nucleus, stain::dark_nucleus, stain::mid_nucleus, 0.9);
      break;
    case Look::pale_oval:
      draw_pale_oval(brush, nucleus, draws);
      break;
    case Look::flaked_oval:
      oval_body(brush, nucleus, stain::pale_rim, "#a592cb", 0.5);
      if (brush.fine()) crusts(brush, nucleus, 7, 1.2, draws);
      break;
    case Look::crusted:
      round_body(brush, nucleus, stain::mid_nucleus, "#8d77ba", 0.6);
      if (brush.fine()) {
        crusts(brush, nucleus, 7, 1.7, draws);
        brush.disc(layer::chromatin, stain::chromatin, nucleus.at, 1.2);
      }
      break;
    case Look::small_dark:
      round_body(brush, nucleus, stain::dark_nucleus, "#5b4391", 0.7);
      if (brush.fine()) crusts(brush, nucleus, 6, 1.3, draws);
      break;
    case Look::fine_thread:
    case Look::clumped_thread:
    case Look::thick_thread:
      draw_spermatocyte(brush, nucleus, look, draws);
      break;
    case Look::secondary:
      draw_secondary(brush, nucleus, draws);
      break;
    case Look::round_spermatid:
      draw_round_spermatid(brush, nucleus, *cell, draws);
      break;
    case Look::head:
      draw_head(brush, nucleus, tail_um, bend_share, draws);
      break;
  }
}

}  // namespace azoo::report
