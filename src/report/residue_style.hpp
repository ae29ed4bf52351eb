// How residues and the bonds between them look in pictures of an interface: colours of Okabe & Ito that the
// colour-blind tell apart, and beside each colour a letter or a kind of line, so that nothing hangs on colour
// alone.
#pragma once

#include <array>        // for array
#include <string>       // for string
#include <string_view>  // for string_view

#include "docking/interface.hpp"      // for BondKind
#include "docking/residue_class.hpp"  // for ResidueClass
#include "docking/structure.hpp"      // for Structure, Residue
#include "report/svg_canvas.hpp"      // for Paint

namespace azoo::report {

struct ResidueStyle {
  std::string_view colour;
  std::string_view mark;   // "+", "h"
  std::string_view label;  // "positive (Arg, Lys, His)"
  std::string_view mark_colour;
};

inline constexpr std::array<docking::ResidueClass, 8> residue_classes = {
    docking::ResidueClass::positive,
    docking::ResidueClass::negative,
    docking::ResidueClass::polar,
    docking::ResidueClass::hydrophobic,
    docking::ResidueClass::aromatic,
    docking::ResidueClass::cysteine,
    docking::ResidueClass::glycine_or_proline,
    docking::ResidueClass::other};

[[nodiscard]] const ResidueStyle& residue_style(docking::ResidueClass kind);

// The two partners, on every picture and in the 3D view.
inline constexpr std::string_view receptor_colour = "#56B4E9";
inline constexpr std::string_view ligand_colour = "#E69F00";

[[nodiscard]] Paint bond_paint(docking::BondKind kind);
// Thicker for more pairs of atoms near each other.
[[nodiscard]] Paint contact_paint(int close_pairs);

// "Arg 63" with the chain before it: "A Arg 63".
[[nodiscard]] std::string residue_label(const docking::Residue& residue);

}  // namespace azoo::report
