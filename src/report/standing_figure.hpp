// The ligands of each receptor on one axis of scores: how far the best lies before the next, and how that
// compares with how far they all lie apart.
#pragma once

#include <string>  // for string
#include <vector>  // for vector

#include "screen/matrix.hpp"   // for Matrix
#include "screen/ranking.hpp"  // for Standing

namespace azoo::report {

// Empty without any score.
[[nodiscard]] std::string draw_standings(const screen::Matrix& matrix,
                                         const std::vector<screen::Standing>& standings);

}  // namespace azoo::report
