// The interface of two docked partners in two pictures, in the manner of PDBsum's pages on protein-protein
// interfaces (Laskowski, Nucleic Acids Res 2009, doi 10.1093/nar/gkn860): both partners as discs with what
// joins them counted, and residue by residue with a line for every bond.
#pragma once

#include <string>  // for string

#include "docking/interface.hpp"  // for Interface
#include "docking/structure.hpp"  // for Structure

namespace azoo::report {

// `name` tells pictures on one page apart. Both are complete SVG documents with title and description.
[[nodiscard]] std::string interface_overview_svg(const std::string& name, const docking::Interface& interface,
                                                 const docking::Structure& receptor,
                                                 const docking::Structure& ligand);
// Residues with a bond or with atoms near each other; at most 44 a side, the others are counted.
[[nodiscard]] std::string interface_diagram_svg(const std::string& name, const docking::Interface& interface,
                                                const docking::Structure& receptor,
                                                const docking::Structure& ligand);

}  // namespace azoo::report
