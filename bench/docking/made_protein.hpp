// Molecules made up for timing: atoms as densely packed as in a protein, in an ellipsoid about as long as a
// protein of its size, with the names of common residues so that types and charges are those of a protein.
#pragma once

#include <cstddef>  // for size_t
#include <cstdint>  // for uint32_t

#include "docking/structure.hpp"  // for Structure

namespace azoo::bench {

[[nodiscard]] docking::Structure made_protein(double longest_half_axis_A, std::uint32_t seed);

struct MadePair {
  docking::Structure receptor;
  docking::Structure ligand;
};
// Partners for which a search at this spacing takes a grid of this side. Throws InputError where none do.
[[nodiscard]] MadePair pair_for_side(std::size_t side, double spacing_A);

}  // namespace azoo::bench
