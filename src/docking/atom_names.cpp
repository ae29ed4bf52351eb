#include "docking/atom_names.hpp"

#include <algorithm>  // for replace
#include <cctype>     // for isdigit

#include "docking/components.hpp"    // for component
#include "docking/gemmi_access.hpp"  // for element_symbol

namespace azoo::docking {

std::string polymer_element(std::string_view name) {
  std::size_t at = 0;
  while (at < name.size() && (std::isdigit(static_cast<unsigned char>(name[at])) != 0 || name[at] == ' '))
    ++at;
  if (at == name.size()) return "X";
  if (name.substr(at) == "SE") return "SE";
  const std::string_view known = "CNOHSPD";
  return known.find(name[at]) == std::string_view::npos ? "X" : std::string(1, name[at]);
}

std::string element_from_name(std::string_view columns, const std::string& residue) {
  std::string name;
  for (const char c : columns)
    if (c != ' ') name += c;
  const bool polymer = is_polymer(component(residue).kind);
  if (polymer) {
    const std::string element = polymer_element(name);
    if (element != "X") return element;
  }
  // An ion bears the name of its residue.
  if (name == residue) {
    const std::string element = element_symbol(name);
    if (!element.empty()) return element;
  }
  const bool left_blank =
      columns.size() == 4 && (columns[0] == ' ' || std::isdigit(static_cast<unsigned char>(columns[0])) != 0);
  if (columns.size() == 4 && !left_blank && !(columns[0] == 'H' && columns[3] != ' ')) {
    const std::string two = element_symbol(std::string(columns.substr(0, 2)));
    if (!two.empty()) return two;
  }
  for (const char c : name) {
    if (std::isdigit(static_cast<unsigned char>(c)) != 0) continue;
    const std::string one = element_symbol(std::string(1, c));
    return one.empty() ? "X" : one;
  }
  return "X";
}

std::string standard_amino_acid_atom(const std::string& name, const std::string& parent) {
  if (name == "OT1") return "O";
  if (name == "OT2") return "OXT";
  if (name == "CD" && parent == "ILE") return "CD1";
  return name;
}

std::string standard_nucleotide_atom(std::string name) {
  std::replace(name.begin(), name.end(), '*', '\'');
  if (name == "O1P") return "OP1";
  if (name == "O2P") return "OP2";
  if (name == "C5M") return "C7";
  return name;
}

}  // namespace azoo::docking
