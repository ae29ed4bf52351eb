#include "report/residue_style.hpp"

#include <algorithm>  // for min

#include "report/palette.hpp"  // for ink, paper_white

namespace azoo::report {

const ResidueStyle& residue_style(docking::ResidueClass kind) {
  using docking::ResidueClass;
  static constexpr ResidueStyle positive{"#0072B2", "+", "positive (Arg, Lys, His)", paper_white};
  static constexpr ResidueStyle negative{"#D55E00", "–", "negative (Asp, Glu)", ink};
  static constexpr ResidueStyle polar{"#009E73", "p", "polar (Ser, Thr, Asn, Gln)", ink};
  static constexpr ResidueStyle hydrophobic{"#8A8A8A", "h", "hydrophobic (Ala, Val, Leu, Ile, Met)", ink};
  static constexpr ResidueStyle aromatic{"#CC79A7", "a", "aromatic (Phe, Tyr, Trp)", ink};
  static constexpr ResidueStyle cysteine{"#F0E442", "S", "cysteine", ink};
  static constexpr ResidueStyle bend{"#E69F00", "b", "glycine, proline", ink};
  static constexpr ResidueStyle other{"#56B4E9", "o", "other (nucleotide, cofactor, ion)", ink};
  switch (kind) {
    case ResidueClass::positive:
      return positive;
    case ResidueClass::negative:
      return negative;
    case ResidueClass::polar:
      return polar;
    case ResidueClass::hydrophobic:
      return hydrophobic;
    case ResidueClass::aromatic:
      return aromatic;
    case ResidueClass::cysteine:
      return cysteine;
    case ResidueClass::glycine_or_proline:
      return bend;
    case ResidueClass::other:
      break;
  }
  return other;
}

Paint bond_paint(docking::BondKind kind) {
  switch (kind) {
    case docking::BondKind::salt_bridge:
      return {.stroke = "#D55E00", .stroke_width = 3.2};
    case docking::BondKind::disulfide:
      return {.stroke = ink, .stroke_width = 3.2, .dash = "9 3 2 3"};
    case docking::BondKind::hydrogen_bond:
      break;
  }
  return {.stroke = "#0072B2", .stroke_width = 1.7};
}

Paint contact_paint(int close_pairs) {
  return {.stroke = "#9a9a9a", .stroke_width = 0.8 + 0.32 * std::min(close_pairs, 20), .dash = "2 4"};
}

std::string residue_label(const docking::Residue& residue) {
  std::string name = residue.name;
  if (residue.kind == docking::ResidueKind::amino_acid && name.size() == 3)
    for (std::size_t i = 1; i < 3; ++i)
      if (name[i] >= 'A' && name[i] <= 'Z') name[i] = static_cast<char>(name[i] - 'A' + 'a');
  std::string label = residue.chain + " " + name + " " + std::to_string(residue.number);
  if (residue.insertion != ' ') label += residue.insertion;
  return label;
}

}  // namespace azoo::report
