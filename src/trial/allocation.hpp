// Which arm the next place of the trial belongs to. Places are numbered in order of enrolment.
#pragma once

#include <cstdint>  // for uint64_t
#include <vector>   // for vector

#include "trial/design.hpp"  // for Design

namespace azoo::trial {

// Arm index of every place. `sequential` fills the arms one after the other, as a trial without
// randomisation does; `random` permutes within blocks that hold the arms in the ratio of their sizes.
[[nodiscard]] std::vector<int> allocate(const Design& design, std::uint64_t seed, std::uint64_t replicate);

}  // namespace azoo::trial
