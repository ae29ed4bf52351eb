#include "report/stain.hpp"

#include <cmath>  // for lround, hypot

namespace azoo::report {

namespace {
std::string place(Point at) {
  return "M" + coordinate(at.x) + " " + coordinate(at.y);
}
}  // namespace

bool StrokeBin::outside(Point at, double reach) const {
  if (!frame_) return false;
  return at.x + reach < frame_->corner.x || at.y + reach < frame_->corner.y ||
         at.x - reach > frame_->corner.x + frame_->width || at.y - reach > frame_->corner.y + frame_->height;
}

void StrokeBin::disc(int layer, std::string_view colour, Point at, double diameter) {
  if (outside(at, diameter)) return;
  const Key key{layer, std::string(colour), static_cast<int>(std::lround(diameter * 10.0))};
  paths_[key] += place(at) + "h0";
}

void StrokeBin::rod(int layer, std::string_view colour, Point from, Point to, double width) {
  if (outside(from, width + std::hypot(to.x - from.x, to.y - from.y))) return;
  const Key key{layer, std::string(colour), static_cast<int>(std::lround(width * 10.0))};
  paths_[key] += place(from) + "l" + coordinate(to.x - from.x) + " " + coordinate(to.y - from.y);
}

void StrokeBin::curve(int layer, std::string_view colour, Point from, Point bend, Point to, double width) {
  if (outside(from, width + 2.0 * std::hypot(bend.x - from.x, bend.y - from.y))) return;
  const Key key{layer, std::string(colour), static_cast<int>(std::lround(width * 10.0))};
  paths_[key] += place(from) + "q" + coordinate(bend.x - from.x) + " " + coordinate(bend.y - from.y) + " " +
                 coordinate(to.x - from.x) + " " + coordinate(to.y - from.y);
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
