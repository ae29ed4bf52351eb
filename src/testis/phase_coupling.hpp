// Phases of the sites of one row at the end of a step: own pace, the pull of the six neighbours, the pull of
// a phase that the row has in common.
#pragma once

#include <cstddef>  // for size_t

namespace azoo::testis {

// The pull of a neighbour that is a cycles ahead, -1.5 < a < 1.5: a (1 - 2 |a|) of the nearest a, -1/2 to
// 1/2; odd, periodic, slope one at zero, nothing at half a cycle (the shape of Kuramoto's sine at the cost of
// a parabola).
struct RowPull {
  float own = 0.0F;          // cycles of the step
  float neighbours = 0.0F;   // strength of the pull of each
  float from_before = 1.0F;  // 0: the tubule begins with this row
  float from_next = 1.0F;    // 0: it ends
  float common = 0.0F;       // phase in common at the end of the step
  float to_common = 0.0F;    // part of the way to it
};

// Rows are worked on in whole lanes.
inline constexpr std::size_t phase_lanes = 8;

// The row before, this row and the next: `count` phases and the ring closed on both sides, the first at [0]
// being that of the last site; `count` is a multiple of phase_lanes. Writes the new phases and returns how
// many have reached 1.
int move_row(const float* before, const float* here, const float* next, std::size_t count,
             const RowPull& pull, float* after) noexcept;

}  // namespace azoo::testis
