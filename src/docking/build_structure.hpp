// Applies the rules of docs/structures.md to what a file says: selection, what is left out, one of several
// positions, kinds and parents of residues, chain breaks.
#pragma once

#include <string>  // for string

#include "core/problem.hpp"            // for Problems
#include "docking/raw_structure.hpp"   // for RawStructure
#include "docking/read_structure.hpp"  // for StructureSelection
#include "docking/structure.hpp"       // for Structure

namespace azoo::docking {

// Residues, atoms, entities and notes of `structure`. Problems: unknown chain or range, no atoms left, too
// many.
void build_structure(const RawStructure& raw, const StructureSelection& selection, const std::string& file,
                     Structure& structure, Problems& problems);

}  // namespace azoo::docking
