#include "report/stain.hpp"

#include <cmath>  // for lround

namespace azoo::report {

namespace {
std::string place(Point at) {
  return "M" + coordinate(at.x) + " " + coordinate(at.y);
}
}  // namespace

void StrokeBin::disc(int layer, std::string_view colour, Point at, double diameter) {
  const Key key{layer, std::string(colour), static_cast<int>(std::lround(diameter * 10.0))};
  paths_[key] += place(at) + "h0";
}

void StrokeBin::rod(int layer, std::string_view colour, Point from, Point to, double width) {
  const Key key{layer, std::string(colour), static_cast<int>(std::lround(width * 10.0))};
  paths_[key] += place(from) + "l" + coordinate(to.x - from.x) + " " + coordinate(to.y - from.y);
}

void StrokeBin::draw(SvgCanvas& canvas) const {
  for (const auto& [key, d] : paths_) {
    canvas.path(d, {.stroke = key.colour, .stroke_width = key.width_tenths / 10.0, .round_caps = true});
  }
}

std::string smooth_ring(const std::vector<Point>& points) {
  if (points.size() < 3) return {};
  const auto middle = [](Point a, Point b) { return Point{(a.x + b.x) / 2, (a.y + b.y) / 2}; };
  const auto pair = [](Point p) { return coordinate(p.x) + " " + coordinate(p.y); };
  std::string d = "M" + pair(middle(points.back(), points.front()));
  for (std::size_t i = 0; i < points.size(); ++i) {
    d += "Q" + pair(points[i]) + " " + pair(middle(points[i], points[(i + 1) % points.size()]));
  }
  return d + "Z";
}

}  // namespace azoo::report
