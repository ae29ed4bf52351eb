// The ranks of all pairs in a published matrix against their ranks in ours.
#pragma once

#include <string>  // for string

#include "screen/agreement.hpp"  // for Agreement, PrintedMatrix
#include "screen/matrix.hpp"     // for Matrix

namespace azoo::report {

// Empty when fewer than three pairs have both.
[[nodiscard]] std::string draw_agreement(const screen::Matrix& matrix, const screen::PrintedMatrix& printed,
                                         const screen::Agreement& agreement);

}  // namespace azoo::report
