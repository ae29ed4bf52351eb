// One [[ligand]] or [[receptor]] of a screen: what it is, where its structure is, which part of it is docked.
#pragma once

#include "core/problem.hpp"      // for Problems
#include "core/toml_reader.hpp"  // for TomlReader
#include "screen/design.hpp"     // for Molecule

namespace azoo::study {

enum class MoleculeRole { ligand, receptor };

// A receptor may have a [receptor.membrane] and [[receptor.mask]], which hold for every ligand.
[[nodiscard]] screen::Molecule read_molecule(TomlReader& table, MoleculeRole role, Problems& problems);

// "2OO4", "pdb_00002oo4": a code of the Protein Data Bank, in either case.
[[nodiscard]] bool is_pdb_identifier(std::string_view text);

}  // namespace azoo::study
