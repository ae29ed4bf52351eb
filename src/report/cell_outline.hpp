// Where the cytoplasm of cells that lie side by side ends: each has a disc to itself, and where two discs
// meet the border is straight, as between cells that press on each other.
#pragma once

#include <vector>  // for vector

#include "report/svg_canvas.hpp"  // for Point

namespace azoo::report {

struct CellDisc {
  Point at;
  double radius = 0.0;
};

// A convex outline for each disc, in their order; empty where neighbours leave no room. `corners` of one
// without neighbours.
[[nodiscard]] std::vector<std::vector<Point>> cell_outlines(const std::vector<CellDisc>& cells, int corners);

// What lies on the side of the line through `on` that `outward` points away from.
[[nodiscard]] std::vector<Point> cut_off(const std::vector<Point>& outline, Point on, Point outward);

}  // namespace azoo::report
