// Tubules of one testis laid side by side around one of them, as in a slide.
#pragma once

#include <vector>  // for vector

#include "report/svg_canvas.hpp"  // for Point

namespace azoo::report {

// Centres for discs of these radii: the first in the middle, the others one by one as near to it as they fit
// without overlap. `turn` is the angle of the first neighbour.
[[nodiscard]] std::vector<Point> cluster_of_discs(const std::vector<double>& radii, Point middle,
                                                  double turn);

}  // namespace azoo::report
