// Residues by the character of their side chains, in the classes that PDBsum's pictures of interfaces use
// (Laskowski, Nucleic Acids Res 2009, doi 10.1093/nar/gkn860).
#pragma once

#include <string_view>  // for string_view

#include "docking/structure.hpp"  // for Residue

namespace azoo::docking {

enum class ResidueClass {
  positive,
  negative,
  polar,
  hydrophobic,
  aromatic,
  cysteine,
  glycine_or_proline,
  other,  // nucleotides, cofactors, glycans, ions, unknown residues
};

// Modified residues count as the one they are treated as. Histidine is positive.
[[nodiscard]] ResidueClass class_of(const Residue& residue);
[[nodiscard]] std::string_view to_text(ResidueClass kind);

}  // namespace azoo::docking
