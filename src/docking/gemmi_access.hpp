// Everything that this module takes from the library gemmi: the syntax and the atom table of mmCIF, and what
// gemmi's tables know of residues and elements.
#pragma once

#include <string>       // for string
#include <string_view>  // for string_view

#include "core/problem.hpp"           // for Problems
#include "docking/raw_structure.hpp"  // for RawStructure

namespace azoo::docking {

// The first data block that has atoms. Columns that the format leaves open may be missing; coordinates, atom
// and residue names may not. model: 0 for the first. False after a problem.
[[nodiscard]] bool read_mmcif(std::string_view text, const std::string& file, int model, RawStructure& raw,
                              Problems& problems);

enum class TabulatedKind { unknown, amino_acid, nucleotide, water, sugar, buffer, other };

struct TabulatedResidue {
  TabulatedKind kind = TabulatedKind::unknown;
  char letter = ' ';  // small for a modified residue
  bool deoxy = false;
};
[[nodiscard]] TabulatedResidue tabulated_residue(const std::string& name);

// "FE" for "FE", "Fe" or " F" ; empty when there is no such element. D is deuterium.
[[nodiscard]] std::string element_symbol(const std::string& text);

}  // namespace azoo::docking
