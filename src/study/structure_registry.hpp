// Holds what a structure file says it is against what a study calls it, in sentences for the report.
#pragma once

#include <string>  // for string
#include <vector>  // for vector

#include "docking/structure.hpp"  // for Structure
#include "screen/design.hpp"      // for Molecule

namespace azoo::study {

// Empty when nothing speaks against it.
[[nodiscard]] std::vector<std::string> registry_warnings(const docking::Structure& structure,
                                                         const screen::Molecule& molecule);

}  // namespace azoo::study
