// Names of atoms: which element a name means where the file does not say, and the names of other programs and
// of old files put right.
#pragma once

#include <string>       // for string
#include <string_view>  // for string_view

namespace azoo::docking {

// `columns`: the four columns of the PDB format, where " CA " is a carbon and "CA  " calcium. Where such
// blanks were lost (mmCIF without elements) give the bare name. "X" when no element can be told.
[[nodiscard]] std::string element_from_name(std::string_view columns, const std::string& residue);

// Elements of the twenty amino acids, of nucleotides and of their usual modifications, by the first letter.
[[nodiscard]] std::string polymer_element(std::string_view name);

// "OT1" -> "O", "OT2" -> "OXT", CD of ILE -> "CD1"; "O5*" -> "O5'", "O1P" -> "OP1", "C5M" -> "C7".
[[nodiscard]] std::string standard_amino_acid_atom(const std::string& name, const std::string& parent);
[[nodiscard]] std::string standard_nucleotide_atom(std::string name);

}  // namespace azoo::docking
