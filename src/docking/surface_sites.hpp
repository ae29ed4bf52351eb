// Where on its partner an atom lies, beyond what it is: how far from the ends of the chains, and how enclosed
// by its own partner. Interfaces shun the ends, last residues more than first ones, and one of the two sides
// tends to lie in a hollow (decision 0014).
#pragma once

#include <span>    // for span
#include <vector>  // for vector

#include "docking/score_model.hpp"  // for Kernels
#include "docking/structure.hpp"    // for Structure
#include "docking/vector3.hpp"      // for Vector3

namespace azoo::docking {

// Of each atom, in the order of the structure. All are taken from their mean over the surface, so that an
// average place has 0.
struct SurfaceSites {
  std::vector<double> from_first_A;  // to the nearest first residue of a chain, as far as it counts
  std::vector<double> from_last_A;
  std::vector<double> enclosure;  // in standard deviations over the surface
};

// on_surface: of each atom. A partner without atoms there has zeros.
[[nodiscard]] SurfaceSites surface_sites(const Structure& structure, const std::vector<Vector3>& positions_A,
                                         const std::vector<bool>& on_surface, const Kernels& kernels);

// Atoms about a point that lies raise_A above each atom, away from the mean of the atoms within 10 A of it;
// an atom counts 1 within near_A of the point, falling to 0 at far_A.
[[nodiscard]] std::vector<double> enclosures(std::span<const Vector3> positions_A, double raise_A,
                                             double near_A, double far_A);

}  // namespace azoo::docking
