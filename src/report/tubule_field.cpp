#include "report/tubule_field.hpp"

#include <algorithm>  // for all_of
#include <cmath>      // for hypot, sqrt, cos, sin

namespace azoo::report {

namespace {

// The two places where a disc touches two others, if it can.
void add_tangent_places(Point a, double reach_a, Point b, double reach_b, std::vector<Point>& places) {
  const double dx = b.x - a.x;
  const double dy = b.y - a.y;
  const double distance = std::hypot(dx, dy);
  if (distance > reach_a + reach_b || distance < 1e-6) return;
  const double along = (reach_a * reach_a - reach_b * reach_b + distance * distance) / (2.0 * distance);
  const double square = reach_a * reach_a - along * along;
  if (square < 0.0) return;
  const double across = std::sqrt(square);
  for (const double side : {-1.0, 1.0}) {
    places.push_back({a.x + (along * dx - side * across * dy) / distance,
                      a.y + (along * dy + side * across * dx) / distance});
  }
}

}  // namespace

std::vector<Point> cluster_of_discs(const std::vector<double>& radii, Point middle, double turn) {
  std::vector<Point> centres;
  for (std::size_t n = 0; n < radii.size(); ++n) {
    if (n == 0) {
      centres.push_back(middle);
      continue;
    }
    const double reach = radii[0] + radii[n];
    std::vector<Point> places;
    if (n == 1) places.push_back({middle.x + reach * std::cos(turn), middle.y + reach * std::sin(turn)});
    for (std::size_t i = 0; i < n; ++i) {
      for (std::size_t j = i + 1; j < n; ++j) {
        add_tangent_places(centres[i], radii[i] + radii[n], centres[j], radii[j] + radii[n], places);
      }
    }
    Point best{middle.x + 1e6, middle.y};
    double least = 1e6;
    for (const Point& place : places) {
      const double away = std::hypot(place.x - middle.x, place.y - middle.y);
      if (away >= least - 1e-6) continue;
      bool free = true;
      for (std::size_t i = 0; i < n && free; ++i) {
        free = std::hypot(place.x - centres[i].x, place.y - centres[i].y) > radii[i] + radii[n] - 1e-3;
      }
      if (!free) continue;
      best = place;
      least = away;
    }
    centres.push_back(best);
  }
  return centres;
}

}  // namespace azoo::report
