#include "docking/components.hpp"

#include <cctype>   // for toupper
#include <map>      // for map
#include <mutex>    // for mutex
#include <utility>  // for pair

#include "core/csv.hpp"              // for read_csv
#include "core/files.hpp"            // for data_folder
#include "docking/gemmi_access.hpp"  // for tabulated_residue

namespace azoo::docking {
namespace {

const std::map<std::string, ComponentKind>& words() {
  static const std::map<std::string, ComponentKind> list = {
      {"amino_acid", ComponentKind::amino_acid}, {"nucleotide", ComponentKind::nucleotide},
      {"glycan", ComponentKind::glycan},         {"water", ComponentKind::water},
      {"buffer", ComponentKind::buffer},         {"ligand", ComponentKind::ligand}};
  return list;
}

std::vector<std::string> split(const std::string& text) {
  std::vector<std::string> parts;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find(' ', begin), text.size());
    if (end > begin) parts.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return parts;
}

struct Table {
  std::map<std::string, Component> rows;
  Problems problems;
};

Table load() {
  Table table;
  const CsvTable csv = read_csv(data_folder() / "docking" / "components.csv", table.problems);
  if (table.problems.any()) return table;
  const auto name = csv.column("component");
  const auto kind = csv.column("class");
  const auto parent = csv.column("parent");
  const auto atoms = csv.column("atoms");
  if (!name || !kind || !parent || !atoms) {
    table.problems.add({csv.file, 0, 0}, "", "a column is missing", "component, class, parent, atoms");
    return table;
  }
  for (std::size_t i = 0; i < csv.rows.size(); ++i) {
    const std::vector<std::string>& row = csv.rows[i];
    const auto word = words().find(row[*kind]);
    if (word == words().end()) {
      table.problems.add(csv.place(i), "class", row[*kind],
                         "amino_acid, nucleotide, glycan, water, buffer or ligand");
    } else if (!table.rows.emplace(row[*name], Component{word->second, row[*parent], split(row[*atoms])})
                    .second) {
      table.problems.add(csv.place(i), "component", row[*name], "a name once");
    }
  }
  return table;
}

const Table& table() {
  static const Table loaded = load();
  return loaded;
}

// The standard residue of a letter: 'm' of MSE gives MET.
std::string parent_of_letter(char letter, bool nucleotide, bool deoxy) {
  const char wanted = static_cast<char>(std::toupper(static_cast<unsigned char>(letter)));
  if (wanted == ' ') return "";
  if (nucleotide) return (deoxy ? "D" : "") + std::string(1, wanted);
  static const std::map<char, std::string> names = {
      {'A', "ALA"}, {'R', "ARG"}, {'N', "ASN"}, {'D', "ASP"}, {'C', "CYS"}, {'Q', "GLN"}, {'E', "GLU"},
      {'G', "GLY"}, {'H', "HIS"}, {'I', "ILE"}, {'L', "LEU"}, {'K', "LYS"}, {'M', "MET"}, {'F', "PHE"},
      {'P', "PRO"}, {'S', "SER"}, {'T', "THR"}, {'W', "TRP"}, {'Y', "TYR"}, {'V', "VAL"}};
  const auto found = names.find(wanted);
  return found == names.end() ? "" : found->second;
}

Component from_gemmi(const std::string& name) {
  const TabulatedResidue known = tabulated_residue(name);
  switch (known.kind) {
    case TabulatedKind::amino_acid:
      return {ComponentKind::amino_acid, parent_of_letter(known.letter, false, false), {}};
    case TabulatedKind::nucleotide:
      return {ComponentKind::nucleotide, parent_of_letter(known.letter, true, known.deoxy), {}};
    case TabulatedKind::water:
      return {ComponentKind::water, "", {}};
    case TabulatedKind::sugar:
      return {ComponentKind::glycan, "", {}};
    // Ions stand in gemmi's list of buffer substances too; what becomes of an ion is told by its element.
    case TabulatedKind::buffer:
      return {element_symbol(name) == name ? ComponentKind::unknown : ComponentKind::buffer, "", {}};
    case TabulatedKind::other:
      return {ComponentKind::ligand, "", {}};
    case TabulatedKind::unknown:
      break;
  }
  return {};
}

}  // namespace

void check_components(Problems& problems) {
  for (const Problem& problem : table().problems.list()) problems.add(problem);
}

const Component& component(const std::string& name) {
  const auto found = table().rows.find(name);
  if (found != table().rows.end()) return found->second;
  // Names that only gemmi knows; the list grows no further than the names there are.
  static std::map<std::string, Component> others;
  static std::mutex guard;
  static const Component unknown;
  const Component tabulated = from_gemmi(name);
  if (tabulated.kind == ComponentKind::unknown) return unknown;
  const std::lock_guard lock(guard);
  return others.emplace(name, tabulated).first->second;
}

}  // namespace azoo::docking
