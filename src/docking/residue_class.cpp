#include "docking/residue_class.hpp"

#include <string>  // for string

namespace azoo::docking {

namespace {

bool among(std::string_view name, std::string_view names) {
  return name.size() == 3 && names.find(" " + std::string(name) + " ") != std::string_view::npos;
}

}  // namespace

ResidueClass class_of(const Residue& residue) {
  if (residue.kind != ResidueKind::amino_acid) return ResidueClass::other;
  const std::string_view name = residue.parent;
  if (among(name, " ARG LYS HIS ")) return ResidueClass::positive;
  if (among(name, " ASP GLU ")) return ResidueClass::negative;
  if (among(name, " SER THR ASN GLN ")) return ResidueClass::polar;
  if (among(name, " ALA VAL LEU ILE MET ")) return ResidueClass::hydrophobic;
  if (among(name, " PHE TYR TRP ")) return ResidueClass::aromatic;
  if (name == "CYS") return ResidueClass::cysteine;
  if (among(name, " GLY PRO ")) return ResidueClass::glycine_or_proline;
  return ResidueClass::other;
}

std::string_view to_text(ResidueClass kind) {
  switch (kind) {
    case ResidueClass::positive:
      return "positive";
    case ResidueClass::negative:
      return "negative";
    case ResidueClass::polar:
      return "polar";
    case ResidueClass::hydrophobic:
      return "hydrophobic";
    case ResidueClass::aromatic:
      return "aromatic";
    case ResidueClass::cysteine:
      return "cysteine";
    case ResidueClass::glycine_or_proline:
      return "glycine or proline";
    case ResidueClass::other:
      break;
  }
  return "other";
}

}  // namespace azoo::docking
