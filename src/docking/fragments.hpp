// Where chains are broken. Told by distance, not by numbers: files may join several chains under one name.
#pragma once

#include <cstddef>  // for size_t

#include "docking/structure.hpp"  // for Structure

namespace azoo::docking {

// Whether residue j follows residue i in the same polymer: C to N of amino acids within 2.0 A (the bond
// is 1.33 A long), CA to CA within 4.5 A (3.8 A apart in a trans, 2.9 A in a cis peptide) where one of C and
// N is missing; O3' to P of nucleotides within 2.2 A, else P to P or C4' to C4' within 8.5 A.
[[nodiscard]] bool follows(const Structure& structure, std::size_t i, std::size_t j);

// Sets starts_fragment and ends_fragment; residues that are no amino acids or nucleotides are fragments of
// their own.
void mark_fragments(Structure& structure);

// The residue's atom of that name, nullptr when it is missing.
[[nodiscard]] const Atom* find_atom(const Structure& structure, const Residue& residue, const char* name);

}  // namespace azoo::docking
