// Pushes overlapping nuclei of a tubule apart, keeps each near its layer and inside the wall.
#pragma once

#include <cstddef>  // for size_t
#include <vector>   // for vector

#include "report/tubule_layout.hpp"  // for TubuleLayout

namespace azoo::report {

struct Packing {
  struct Disc {
    Point at;
    double radius = 0.0;
  };
  std::vector<std::size_t> movable;  // numbers in TubuleLayout::germ_cells; Sertoli nuclei move too
  std::vector<Disc> fixed;           // bundles of heads, which give way to nobody

  void obstacle(Point at, double radius) { fixed.push_back({at, radius}); }
};

void push_apart(TubuleLayout& tubule, const Packing& packing);

}  // namespace azoo::report
