// The surface that a water molecule can touch (Shrake and Rupley, J Mol Biol 1973,
// doi 10.1016/0022-2836(73)90011-9): points spread evenly over each atom's sphere, widened by the probe, and
// counted where no other atom covers them. And the part of it that a partner covers.
#pragma once

#include <cstddef>  // for size_t
#include <span>     // for span
#include <vector>   // for vector

#include "docking/vector3.hpp"  // for Vector3

namespace azoo::docking {

struct Sphere {
  Vector3 centre_A;
  double radius_A = 0.0;
};

struct Probe {
  double radius_A = 0.0;
  std::size_t points = 0;  // on each sphere
};

// Of each sphere: its accessible surface without the partner, and how much of that the partner takes away.
struct SolventAreas {
  std::vector<double> free_A2;
  std::vector<double> buried_A2;
};

// Spheres at the very same place with the same radius count once, as the first of them.
[[nodiscard]] SolventAreas solvent_areas(std::span<const Sphere> spheres, std::span<const Sphere> partner,
                                         const Probe& probe);

// Points on the unit sphere in a spiral that turns by the golden angle, in rings of equal area; the same
// every time.
[[nodiscard]] std::vector<Vector3> golden_spiral(std::size_t points);

}  // namespace azoo::docking
