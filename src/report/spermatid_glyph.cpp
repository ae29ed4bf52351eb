#include "report/spermatid_glyph.hpp"

#include <algorithm>  // for min
#include <cmath>      // for cos, sin
#include <numbers>    // for pi

namespace azoo::report {

namespace {

constexpr double two_pi = 2.0 * std::numbers::pi;
constexpr double granule_degrees = 20.0;  // below, the acrosome is a granule

Point beside(Point at, double angle, double distance) {
  return {at.x + distance * std::cos(angle), at.y + distance * std::sin(angle)};
}

// An arc about a point, in pieces that a bent stroke can follow.
void arc(const Brush& brush, Point centre, double radius, double middle, double angle, double width,
         std::string_view colour) {
  const int pieces = angle > 1.2 ? 3 : 1;
  const double step = angle / pieces;
  for (int i = 0; i < pieces; ++i) {
    const double from = middle - 0.5 * angle + step * i;
    brush.curve(layer::caps, colour, beside(centre, from, radius),
                beside(centre, from + 0.5 * step, radius / std::cos(0.5 * step)),
                beside(centre, from + step, radius), width);
  }
}

void draw_acrosome(const Brush& brush, const Nucleus& n, double degrees) {
  const double radius = 0.5 * n.width;
  if (degrees < 2.0) return;
  if (degrees < granule_degrees) {
    brush.disc(layer::caps, "#e9a6cb", beside(n.at, n.tilt, radius + 0.5), 1.9);
    brush.disc(layer::caps + 1, stain::acrosome, beside(n.at, n.tilt, radius + 0.3), 1.0);
    return;
  }
  const double angle = degrees * std::numbers::pi / 180.0;
  arc(brush, n.at, radius + 0.15, n.tilt, angle, 0.85, stain::acrosome);
  // The granule still shows in the middle of a young cap.
  if (degrees < 80.0) brush.disc(layer::caps, stain::acrosome, beside(n.at, n.tilt, radius + 0.35), 1.5);
}

}  // namespace

void draw_round_spermatid(const Brush& brush, const Nucleus& n, const CellStyle& cell, Draws& draws) {
  brush.disc(layer::rims, stain::pale_rim, n.at, n.width);
  brush.disc(layer::insides, stain::spermatid_inside, n.at, n.width - 0.9);
  const Point middle = beside(n.at, draws.uniform(0.0, two_pi), draws.uniform(0.0, 0.7));
  brush.disc(layer::chromatin, stain::soft_chromatin, middle, 1.5);
  if (!brush.fine()) return;
  brush.disc(layer::chromatin, stain::pale_rim, beside(n.at, draws.uniform(0.0, two_pi), 0.3 * n.width), 0.8);
  draw_acrosome(brush, n, cell.acrosome_degrees.at(n.ripeness));
}

void draw_head(const Brush& brush, const Nucleus& n, double tail_um, double bend_share, Draws& draws) {
  const double half = 0.5 * (n.length - n.width);
  const double slender = n.length / n.width;
  const double side = draws.bernoulli(0.5) ? 1.0 : -1.0;
  const Point rear = beside(n.at, n.tilt, -half);
  const Point tip =
      beside(beside(n.at, n.tilt, half), n.tilt + 0.5 * std::numbers::pi, side * 0.6 * bend_share * n.length);
  const Point bend = beside(beside(n.at, n.tilt, 0.25 * half), n.tilt + 0.5 * std::numbers::pi,
                            -side * bend_share * n.length);
  const bool condensed = slender > 1.75;
  if (condensed) {  // tapers to the tip
    // The bent stroke as far as `share` of its way, thick; all of it, thin.
    constexpr double share = 0.8;
    const auto between = [](Point a, Point b) {
      return Point{a.x + share * (b.x - a.x), a.y + share * (b.y - a.y)};
    };
    const Point nearer = between(rear, bend);
    brush.curve(layer::rims, stain::dark_nucleus, rear, nearer, between(nearer, between(bend, tip)), n.width);
    brush.curve(layer::rims, stain::dark_nucleus, rear, bend, tip, 0.55 * n.width);
  } else {
    brush.curve(layer::rims, stain::mid_nucleus, rear, bend, tip, n.width);
    brush.curve(layer::insides, slender > 1.5 ? "#6d56a3" : "#9a86c4", rear, bend, tip, n.width - 1.0);
    if (brush.fine()) {  // the cap over the front half
      const double radius = 0.5 * n.width + 0.1;
      arc(brush, beside(n.at, n.tilt, half), radius, n.tilt, 2.6, 0.7, stain::acrosome);
    }
  }
  if (tail_um < 2.0) return;
  const double length = std::min(tail_um, draws.uniform(0.6, 1.0) * tail_um + 2.0);
  const double sway = draws.uniform(-0.25, 0.25);
  const Point end = beside(rear, n.tilt + std::numbers::pi + sway, length);
  const Point waist = beside(rear, n.tilt + std::numbers::pi - 0.6 * sway, 0.55 * length);
  brush.curve(layer::tails, stain::tail, rear, waist, end, 0.5);
}

}  // namespace azoo::report
