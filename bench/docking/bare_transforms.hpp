// FFTW alone: the whole three-dimensional transform of real numbers in place, forth and back in turn.
#pragma once

#include <cstddef>  // for size_t

#include "docking/grid_transform.hpp"  // for GridTransform

namespace azoo::bench {

// CPU seconds of one transform, the mean of forth and back, with the search's own plans. The numbers are
// filled in anew before each pair, outside the time.
[[nodiscard]] double bare_transform_s(const docking::GridTransform& transform, std::size_t pairs);
// The same with plans that FFTW measures now on this machine, without the shipped wisdom.
[[nodiscard]] double measured_transform_s(std::size_t side, std::size_t pairs);

}  // namespace azoo::bench
