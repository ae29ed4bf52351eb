// Keeps the chains and residues that the user asked for.
#pragma once

#include <string>  // for string
#include <vector>  // for vector

#include "core/problem.hpp"              // for Problems
#include "docking/read_structure.hpp"    // for StructureSelection
#include "docking/residue_grouping.hpp"  // for RawResidue

namespace azoo::docking {

// Problems: a chain that the file does not have, a range of another form or without a residue.
void select_residues(std::vector<RawResidue>& residues, const StructureSelection& selection,
                     const std::string& file, Problems& problems);

}  // namespace azoo::docking
