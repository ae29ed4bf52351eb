// Damages texts in many ways, each from a number alone, so that a fault found by a fuzz test can be made
// again; and says whether a structure that was read is sound.
#pragma once

#include <array>        // for array
#include <cmath>        // for isfinite
#include <cstdint>      // for uint64_t
#include <random>       // for mt19937_64
#include <set>          // for set
#include <string>       // for string
#include <string_view>  // for string_view
#include <vector>       // for vector

#include "docking/read_structure.hpp"   // for parse_structure
#include "docking/unpack_gzip.hpp"      // for pack_gzip
#include "docking/write_structure.hpp"  // for write_structure

namespace azoo::docking::made {

class Mutator {
 public:
  Mutator(const std::vector<std::string>& seeds, std::uint64_t number) : seeds_(seeds), random_(number) {}

  std::string next() {
    std::string text = seeds_[below(seeds_.size())];
    const std::size_t steps = 1 + below(6);
    for (std::size_t i = 0; i < steps; ++i) step(text);
    if (below(20) == 0) {
      text = pack_gzip(text);
      if (below(2) == 0) step(text);
    }
    return text;
  }

  std::size_t below(std::size_t bound) {
    return bound == 0 ? 0 : static_cast<std::size_t>(random_() % bound);
  }

 private:
  char byte() { return static_cast<char>(random_() & 0xff); }

  void step(std::string& text) {
    const std::size_t at = below(text.size() + 1);
    const std::size_t length = 1 + below(below(8) == 0 ? 2000 : 12);
    switch (below(12)) {
      case 0:
        if (at < text.size()) text[at] = byte();
        break;
      case 1:
        if (at < text.size()) text[at] = static_cast<char>(text[at] ^ (1 << below(8)));
        break;
      case 2:
        text.erase(at, length);
        break;
      case 3:
        text.resize(at);
        break;
      case 4:
        text.insert(at, text.substr(below(text.size() + 1), length));
        break;
      case 5:
        text.insert(at, std::string(length, byte()));
        break;
      case 6:
        text.insert(at, word());
        break;
      case 7:
        text.replace(at, std::min(length, text.size() - at), word());
        break;
      case 8:
        swap_lines(text);
        break;
      case 9: {
        const std::string& other = seeds_[below(seeds_.size())];
        text = text.substr(0, at) + other.substr(below(other.size() + 1));
        break;
      }
      case 10:
        overwrite_number(text, at);
        break;
      default:
        overwrite_columns(text);
        break;
    }
    if (text.size() > 400'000) text.resize(400'000);
  }

  std::string_view word() {
    static constexpr std::array<std::string_view, 40> words = {"ATOM  ",
                                                               "HETATM",
                                                               "TER\n",
                                                               "END\n",
                                                               "MODEL        2\n",
                                                               "ENDMDL\n",
                                                               "MODRES",
                                                               "COMPND    MOL_ID: 1;",
                                                               "DBREF ",
                                                               "TITLE     ",
                                                               "HEADER ",
                                                               "nan",
                                                               "inf",
                                                               "-inf",
                                                               "1e308",
                                                               "-1e-320",
                                                               "99999999999999999999",
                                                               "********",
                                                               "A000",
                                                               "zzzz",
                                                               "ZZZZZ",
                                                               "loop_\n",
                                                               "data_x\n",
                                                               "_atom_site.Cartn_x\n",
                                                               "_atom_site.id\n",
                                                               "_entity.id\n",
                                                               "\n;\n",
                                                               "'",
                                                               "\"",
                                                               "save_\n",
                                                               "?",
                                                               ".",
                                                               "#",
                                                               "\r",
                                                               "\t",
                                                               "\xc3\xa9",
                                                               "MSE",
                                                               "HOH",
                                                               "UNK",
                                                               "9999.000"};
    return words[below(words.size())];
  }

  void swap_lines(std::string& text) {
    std::vector<std::string> lines;
    for (std::size_t begin = 0; begin < text.size();) {
      const std::size_t end = std::min(text.find('\n', begin), text.size() - 1);
      lines.push_back(text.substr(begin, end - begin + 1));
      begin = end + 1;
    }
    if (lines.size() < 2) return;
    std::swap(lines[below(lines.size())], lines[below(lines.size())]);
    text.clear();
    for (const std::string& line : lines) text += line;
  }

  void overwrite_number(std::string& text, std::size_t from) {
    const std::size_t at = text.find_first_of("0123456789", from);
    if (at == std::string::npos) return;
    const std::string_view with = word();
    text.replace(at, std::min(with.size(), text.size() - at), with);
  }

  // One field of one line, as the columns of PDB go.
  void overwrite_columns(std::string& text) {
    static constexpr std::array<std::array<std::size_t, 2>, 12> fields = {{{6, 5},
                                                                           {12, 4},
                                                                           {16, 1},
                                                                           {17, 3},
                                                                           {20, 2},
                                                                           {22, 4},
                                                                           {26, 1},
                                                                           {30, 8},
                                                                           {38, 8},
                                                                           {46, 8},
                                                                           {54, 6},
                                                                           {76, 2}}};
    std::size_t line = text.rfind('\n', below(text.size() + 1));
    line = line == std::string::npos ? 0 : line + 1;
    const auto [column, width] = fields[below(fields.size())];
    for (std::size_t i = line + column; i < line + column + width && i < text.size(); ++i)
      if (text[i] != '\n') text[i] = static_cast<char>(' ' + below(95));
  }

  const std::vector<std::string>& seeds_;
  std::mt19937_64 random_;
};

// Empty when residues and atoms fit together, else what does not.
[[nodiscard]] inline std::string unsound(const Structure& structure) {
  std::size_t next = 0;
  for (std::size_t i = 0; i < structure.residues.size(); ++i) {
    const Residue& residue = structure.residues[i];
    if (residue.first_atom != next || residue.atom_count == 0) return "atoms of residue " + std::to_string(i);
    for (std::size_t k = 0; k < residue.atom_count; ++k)
      if (structure.atoms.at(residue.first_atom + k).residue != i) return "the residue of an atom";
    next += residue.atom_count;
    if (residue.name.empty() || residue.parent.empty()) return "a residue without a name";
  }
  if (next != structure.atoms.size() || next == 0 || next > max_atoms) return "the number of atoms";
  for (const Atom& atom : structure.atoms) {
    const Vector3& at = atom.position_A;
    for (const double value : {at.x, at.y, at.z})
      if (!std::isfinite(value) || std::abs(value) > 10'000.0) return "a coordinate";
    if (atom.name.empty() || atom.element.empty() || atom.element == "H" || atom.element == "D")
      return "name or element of an atom";
  }
  return "";
}

// Reads it; then writes it as mmCIF and reads that. Empty when all is sound; `read` tells whether a structure
// came out.
[[nodiscard]] inline std::string fault_of(std::string_view bytes, const StructureSelection& selection,
                                          bool& read) {
  Problems problems;
  const std::optional<Structure> structure = parse_structure(bytes, "mutated", selection, problems);
  read = structure.has_value();
  if (!structure) return problems.any() ? "" : "nothing was read and no problem told";
  if (problems.any()) return "a structure was read and a problem told";
  if (const std::string fault = unsound(*structure); !fault.empty()) return fault;
  const auto written = write_structure(*structure, {}, problems);
  if (!written) return "mmCIF could not be written";
  StructureSelection all;
  all.keep_buffer = true;
  const std::optional<Structure> again = parse_structure(written->text, "written", all, problems);
  if (!again) return "what was written cannot be read: " + to_text(problems.list().front());
  // Residues that share chain, number and name cannot always be told apart once written.
  std::set<std::string> places;
  for (const Residue& residue : structure->residues)
    if (!places.insert(to_text(residue)).second) return "";
  if (again->atoms.size() != structure->atoms.size()) return "another number of atoms after writing";
  return "";
}

}  // namespace azoo::docking::made
