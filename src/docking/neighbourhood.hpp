// What counts as an atom's neighbourhood in its own molecule.
#pragma once

namespace azoo::docking {

// Squares of distances between places of three decimals are multiples of 1e-6: halfway between two of them no
// rounding error of a turned molecule decides who is a neighbour.
inline constexpr double neighbourhood_A = 10.0;
inline constexpr double neighbourhood_A2 = neighbourhood_A * neighbourhood_A + 0.5e-6;

}  // namespace azoo::docking
