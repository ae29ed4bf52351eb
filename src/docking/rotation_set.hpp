// Rotations spread evenly over all orientations, the same every time.
#pragma once

#include <cstddef>  // for size_t
#include <vector>   // for vector

#include "docking/rigid_motion.hpp"  // for Quaternion

namespace azoo::docking {

// Super-Fibonacci spirals (Alexa, CVPR 2022, doi 10.1109/CVPR52688.2022.00811): any number of rotations, with low
// discrepancy. 3,600 lie about 15 degrees apart, 54,000 about 6.
[[nodiscard]] std::vector<Quaternion> even_rotations(std::size_t count);

// The rotations of `fine` that lie within `reach_rad` of any of `chosen`, in the order of `fine`.
[[nodiscard]] std::vector<Quaternion> rotations_near(const std::vector<Quaternion>& fine,
                                                     const std::vector<Quaternion>& chosen, double reach_rad);

}  // namespace azoo::docking
