#include "report/cell_outline.hpp"

#include <cmath>    // for hypot, cos, sin
#include <numbers>  // for pi

namespace azoo::report {

namespace {

std::vector<Point> ring_about(const CellDisc& cell, int corners) {
  std::vector<Point> ring;
  for (int i = 0; i < corners; ++i) {
    const double way = 2.0 * std::numbers::pi * i / corners;
    ring.push_back({cell.at.x + cell.radius * std::cos(way), cell.at.y + cell.radius * std::sin(way)});
  }
  return ring;
}

}  // namespace

// Sutherland and Hodgman's clipping at one line.
std::vector<Point> cut_off(const std::vector<Point>& outline, Point on, Point outward) {
  std::vector<Point> kept;
  const auto outside = [&](Point p) { return (p.x - on.x) * outward.x + (p.y - on.y) * outward.y; };
  for (std::size_t i = 0; i < outline.size(); ++i) {
    const Point from = outline[i];
    const Point to = outline[(i + 1) % outline.size()];
    const double a = outside(from);
    const double b = outside(to);
    if (a <= 0.0) kept.push_back(from);
    if ((a < 0.0 && b > 0.0) || (a > 0.0 && b < 0.0)) {
      const double share = a / (a - b);
      kept.push_back({from.x + share * (to.x - from.x), from.y + share * (to.y - from.y)});
    }
  }
  return kept;
}

// The border of two discs is the line of points whose tangents to both are of one length (power diagram).
std::vector<std::vector<Point>> cell_outlines(const std::vector<CellDisc>& cells, int corners) {
  std::vector<std::vector<Point>> outlines;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    std::vector<Point> outline = ring_about(cells[i], corners);
    for (std::size_t j = 0; j < cells.size() && !outline.empty(); ++j) {
      const double dx = cells[j].at.x - cells[i].at.x;
      const double dy = cells[j].at.y - cells[i].at.y;
      const double reach = cells[i].radius + cells[j].radius;
      const double square = dx * dx + dy * dy;
      if (i == j || square >= reach * reach || square == 0.0) continue;
      const double share =
          0.5 * (1.0 + (cells[i].radius * cells[i].radius - cells[j].radius * cells[j].radius) / square);
      outline = cut_off(outline, {cells[i].at.x + share * dx, cells[i].at.y + share * dy}, {dx, dy});
    }
    outlines.push_back(std::move(outline));
  }
  return outlines;
}

}  // namespace azoo::report
