// The pull between the phases of neighbouring sites, row by row.
#pragma once

#include <cstddef>  // for size_t

namespace azoo::testis {

// Pull of a neighbour that is `ahead` cycles ahead, -1 < ahead < 1: odd, periodic, slope one at zero, nothing
// at half a cycle (the shape of Kuramoto's sine at the cost of a parabola).
[[nodiscard]] inline float phase_pull(float ahead) noexcept {
  ahead = ahead > 0.5F ? ahead - 1.0F : ahead;
  ahead = ahead < -0.5F ? ahead + 1.0F : ahead;
  const float size = ahead < 0.0F ? -ahead : ahead;
  return ahead * (1.0F - 2.0F * size);
}

// What the sites of a row gain from their neighbours in the row and in the next, for each of three
// directions. `row` and `next` hold count + 2 phases, the ring closed on both sides; the results hold `count`
// values: along the row (site i from i + 1), to the next row (i from i), and across (i from i - 1 of the
// next).
void row_pulls(const float* row, const float* next, std::size_t count, float* along, float* up,
               float* across) noexcept;

}  // namespace azoo::testis
