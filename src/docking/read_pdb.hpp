// Reads the PDB format line by line, by its columns, and says which line is wrong. Why not by gemmi's reader:
// it takes a coordinate that it cannot read as 0 and ends at a record out of place, and here the first must
// be told and the second must not matter. Format: wwPDB, Atomic Coordinate Entry Format 3.3; numbers beyond
// the columns as hybrid-36 (Grosse-Kunstleve et al., cci.lbl.gov/hybrid_36) or pushed to the right, as some
// programs write them.
#pragma once

#include <optional>     // for optional
#include <string>       // for string
#include <string_view>  // for string_view

#include "core/problem.hpp"           // for Problems
#include "docking/raw_structure.hpp"  // for RawStructure

namespace azoo::docking {

// model: 0 for the first. False after a problem. A model that is not there gives no atoms.
[[nodiscard]] bool read_pdb(std::string_view text, const std::string& file, int model, RawStructure& raw,
                            Problems& problems);

// Four columns with letters hold numbers above 9999: A000 is 10000. nullopt when it is no number.
[[nodiscard]] std::optional<int> hybrid36(std::string_view columns);

}  // namespace azoo::docking
