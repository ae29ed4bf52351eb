// Structures that tests make themselves, so that they run without any data: peptides built from ideal bond
// lengths and angles (helix, strand or any backbone), balls of atoms on a lattice, and their text as PDB and
// mmCIF. The bond lengths and angles are common textbook values, remembered and not verified: good to about
// 0.05 A and 3 degrees, which is enough for tests and no more.
#pragma once

#include <array>        // for array
#include <cmath>        // for sin, cos
#include <cstdio>       // for snprintf
#include <map>          // for map
#include <numbers>      // for pi
#include <string>       // for string
#include <string_view>  // for string_view
#include <vector>       // for vector

#include "docking/structure.hpp"  // for Structure
#include "docking/vector3.hpp"    // for Vector3

namespace azoo::docking::made {

// The point at `bond` from c, with the angle b-c-point and the dihedral a-b-c-point in degrees.
[[nodiscard]] inline Vector3 placed(const Vector3& a, const Vector3& b, const Vector3& c, double bond,
                                    double angle_deg, double dihedral_deg) {
  const double angle = angle_deg * std::numbers::pi / 180.0;
  const double dihedral = dihedral_deg * std::numbers::pi / 180.0;
  const auto unit = [](const Vector3& v) { return (1.0 / length(v)) * v; };
  const Vector3 along = unit(c - b);
  const Vector3 normal = unit(cross(b - a, along));
  const Vector3 side = cross(normal, along);
  return c + (-bond * std::cos(angle)) * along + (bond * std::sin(angle) * std::cos(dihedral)) * side +
         (bond * std::sin(angle) * std::sin(dihedral)) * normal;
}

// One atom of a side chain: placed from three atoms that stand before it.
struct SideAtom {
  const char* name;
  const char* a;
  const char* b;
  const char* c;
  double bond;
  double angle;
  double dihedral;
};

struct ResidueRecipe {
  const char* name;
  std::vector<SideAtom> atoms;  // beyond CB
};

// Side chains in one staggered form each, such that they do not clash in a helix (proline does, inside one).
[[nodiscard]] inline const std::map<char, ResidueRecipe>& recipes() {
  static const std::map<char, ResidueRecipe> list = {
      {'A', {"ALA", {}}},
      {'G', {"GLY", {}}},
      {'S', {"SER", {{"OG", "N", "CA", "CB", 1.42, 111, -60}}}},
      {'C', {"CYS", {{"SG", "N", "CA", "CB", 1.81, 114, -60}}}},
      {'T', {"THR", {{"OG1", "N", "CA", "CB", 1.43, 109, -60}, {"CG2", "N", "CA", "CB", 1.52, 110, 180}}}},
      {'V', {"VAL", {{"CG1", "N", "CA", "CB", 1.52, 110, 180}, {"CG2", "N", "CA", "CB", 1.52, 110, -60}}}},
      {'P', {"PRO", {{"CG", "N", "CA", "CB", 1.50, 104, 28}, {"CD", "CA", "CB", "CG", 1.51, 102, -32}}}},
      {'I',
       {"ILE",
        {{"CG1", "N", "CA", "CB", 1.53, 110, -60},
         {"CG2", "N", "CA", "CB", 1.52, 110, 180},
         {"CD1", "CA", "CB", "CG1", 1.51, 114, 180}}}},
      {'L',
       {"LEU",
        {{"CG", "N", "CA", "CB", 1.53, 116, -60},
         {"CD1", "CA", "CB", "CG", 1.52, 111, 180},
         {"CD2", "CA", "CB", "CG", 1.52, 111, -60}}}},
      {'D',
       {"ASP",
        {{"CG", "N", "CA", "CB", 1.52, 113, -60},
         {"OD1", "CA", "CB", "CG", 1.25, 118, 0},
         {"OD2", "CA", "CB", "CG", 1.25, 118, 180}}}},
      {'N',
       {"ASN",
        {{"CG", "N", "CA", "CB", 1.52, 113, -60},
         {"OD1", "CA", "CB", "CG", 1.23, 121, 0},
         {"ND2", "CA", "CB", "CG", 1.33, 116, 180}}}},
      {'E',
       {"GLU",
        {{"CG", "N", "CA", "CB", 1.52, 114, -60},
         {"CD", "CA", "CB", "CG", 1.52, 113, 180},
         {"OE1", "CB", "CG", "CD", 1.25, 118, 0},
         {"OE2", "CB", "CG", "CD", 1.25, 118, 180}}}},
      {'Q',
       {"GLN",
        {{"CG", "N", "CA", "CB", 1.52, 114, -60},
         {"CD", "CA", "CB", "CG", 1.52, 113, 180},
         {"OE1", "CB", "CG", "CD", 1.23, 121, 0},
         {"NE2", "CB", "CG", "CD", 1.33, 116, 180}}}},
      {'M',
       {"MET",
        {{"CG", "N", "CA", "CB", 1.52, 114, -60},
         {"SD", "CA", "CB", "CG", 1.80, 113, 180},
         {"CE", "CB", "CG", "SD", 1.79, 101, 180}}}},
      {'K',
       {"LYS",
        {{"CG", "N", "CA", "CB", 1.52, 114, -60},
         {"CD", "CA", "CB", "CG", 1.52, 111, 180},
         {"CE", "CB", "CG", "CD", 1.52, 111, 180},
         {"NZ", "CG", "CD", "CE", 1.49, 112, 180}}}},
      {'R',
       {"ARG",
        {{"CG", "N", "CA", "CB", 1.52, 114, -60},
         {"CD", "CA", "CB", "CG", 1.52, 111, 180},
         {"NE", "CB", "CG", "CD", 1.46, 112, 180},
         {"CZ", "CG", "CD", "NE", 1.33, 125, 180},
         {"NH1", "CD", "NE", "CZ", 1.33, 121, 0},
         {"NH2", "CD", "NE", "CZ", 1.33, 119, 180}}}},
      {'F',
       {"PHE",
        {{"CG", "N", "CA", "CB", 1.50, 114, 180},
         {"CD1", "CA", "CB", "CG", 1.39, 121, 90},
         {"CD2", "CA", "CB", "CG", 1.39, 121, -90},
         {"CE1", "CB", "CG", "CD1", 1.39, 120, 180},
         {"CE2", "CB", "CG", "CD2", 1.39, 120, 180},
         {"CZ", "CG", "CD1", "CE1", 1.39, 120, 0}}}},
      {'Y',
       {"TYR",
        {{"CG", "N", "CA", "CB", 1.51, 114, 180},
         {"CD1", "CA", "CB", "CG", 1.39, 121, 90},
         {"CD2", "CA", "CB", "CG", 1.39, 121, -90},
         {"CE1", "CB", "CG", "CD1", 1.39, 120, 180},
         {"CE2", "CB", "CG", "CD2", 1.39, 120, 180},
         {"CZ", "CG", "CD1", "CE1", 1.39, 120, 0},
         {"OH", "CD1", "CE1", "CZ", 1.38, 120, 180}}}},
      {'H',
       {"HIS",
        {{"CG", "N", "CA", "CB", 1.50, 114, 180},
         {"ND1", "CA", "CB", "CG", 1.38, 123, -90},
         {"CD2", "CA", "CB", "CG", 1.36, 131, 90},
         {"CE1", "CB", "CG", "ND1", 1.32, 109, 180},
         {"NE2", "CB", "CG", "CD2", 1.37, 107, 180}}}},
      {'W',
       {"TRP",
        {{"CG", "N", "CA", "CB", 1.50, 114, 180},
         {"CD1", "CA", "CB", "CG", 1.37, 127, -90},
         {"CD2", "CA", "CB", "CG", 1.43, 127, 90},
         {"NE1", "CB", "CG", "CD1", 1.37, 110, 180},
         {"CE2", "CB", "CG", "CD2", 1.41, 107, 180},
         {"CE3", "CB", "CG", "CD2", 1.40, 134, 0},
         {"CZ2", "CG", "CD2", "CE2", 1.39, 122, 180},
         {"CZ3", "CG", "CD2", "CE3", 1.38, 119, 180},
         {"CH2", "CD2", "CE2", "CZ2", 1.37, 118, 0}}}},
  };
  return list;
}

enum class Detail { backbone_and_cb, all_heavy };

// A peptide of one-letter residues with the same backbone dihedrals everywhere.
[[nodiscard]] inline Structure peptide(std::string_view sequence, double phi, double psi,
                                       const std::string& chain = "A", Detail detail = Detail::all_heavy,
                                       int first_number = 1) {
  Structure structure;
  structure.name = structure.file = "made";
  Vector3 n{0, 0, 0};
  Vector3 ca{1.458, 0, 0};
  Vector3 c = placed({0, 1, 0}, n, ca, 1.525, 111.0, phi);
  for (std::size_t i = 0; i < sequence.size(); ++i) {
    const ResidueRecipe& recipe = recipes().at(sequence[i]);
    std::map<std::string, Vector3> at = {{"N", n}, {"CA", ca}, {"C", c}};
    at["O"] = placed(n, ca, c, 1.231, 120.4, psi + 180.0);
    at["CB"] = placed(c, n, ca, 1.53, 110.5, -122.5);
    std::vector<std::string> order = {"N", "CA", "C", "O"};
    if (sequence[i] != 'G') order.push_back("CB");
    if (detail == Detail::all_heavy) {
      for (const SideAtom& atom : recipe.atoms) {
        at[atom.name] =
            placed(at.at(atom.a), at.at(atom.b), at.at(atom.c), atom.bond, atom.angle, atom.dihedral);
        order.emplace_back(atom.name);
      }
    }
    Residue residue;
    residue.chain = chain;
    residue.number = first_number + static_cast<int>(i);
    residue.name = residue.parent = recipe.name;
    residue.first_atom = structure.atoms.size();
    residue.atom_count = order.size();
    residue.starts_fragment = i == 0;
    residue.ends_fragment = i + 1 == sequence.size();
    residue.complete = detail == Detail::all_heavy || recipe.atoms.empty();
    for (const std::string& name : order)
      structure.atoms.push_back({at.at(name), name, name.substr(0, 1), structure.residues.size()});
    structure.residues.push_back(residue);
    const Vector3 next_n = placed(n, ca, c, 1.329, 116.8, psi);
    const Vector3 next_ca = placed(ca, c, next_n, 1.458, 121.7, 180.0);
    c = placed(c, next_n, next_ca, 1.525, 111.0, phi);
    n = next_n;
    ca = next_ca;
  }
  return structure;
}

// Dihedrals of the ideal right-handed alpha helix (3.6 residues and 5.4 A a turn).
[[nodiscard]] inline Structure helix(std::string_view sequence, const std::string& chain = "A",
                                     Detail detail = Detail::all_heavy, int first_number = 1) {
  return peptide(sequence, -57.8, -47.0, chain, detail, first_number);
}

[[nodiscard]] inline Structure strand(std::string_view sequence, const std::string& chain = "A",
                                      Detail detail = Detail::all_heavy, int first_number = 1) {
  return peptide(sequence, -120.0, 120.0, chain, detail, first_number);
}

// Atoms on a cubic lattice inside a ball, each one a residue of its own (ALA by its CA).
[[nodiscard]] inline Structure ball(double radius_A, double spacing_A, const Vector3& centre_A = {},
                                    const std::string& chain = "A", const std::string& residue_name = "ALA") {
  Structure structure;
  structure.name = structure.file = "made";
  const int reach = static_cast<int>(radius_A / spacing_A) + 1;
  for (int i = -reach; i <= reach; ++i)
    for (int j = -reach; j <= reach; ++j)
      for (int k = -reach; k <= reach; ++k) {
        const Vector3 offset = spacing_A * Vector3{double(i), double(j), double(k)};
        if (length(offset) > radius_A) continue;
        Residue residue;
        residue.chain = chain;
        residue.number = static_cast<int>(structure.residues.size()) + 1;
        residue.name = residue.parent = residue_name;
        residue.first_atom = structure.atoms.size();
        residue.atom_count = 1;
        residue.starts_fragment = residue.ends_fragment = true;
        residue.complete = false;
        structure.atoms.push_back({centre_A + offset, "CA", "C", structure.residues.size()});
        structure.residues.push_back(residue);
      }
  return structure;
}

// Both, one after the other.
[[nodiscard]] inline Structure joined(Structure first, const Structure& second) {
  for (Residue residue : second.residues) {
    residue.first_atom += first.atoms.size();
    first.residues.push_back(residue);
  }
  const std::size_t shift = first.residues.size() - second.residues.size();
  for (Atom atom : second.atoms) {
    atom.residue += shift;
    first.atoms.push_back(atom);
  }
  return first;
}

[[nodiscard]] inline Structure shifted(Structure structure, const Vector3& by_A) {
  for (Atom& atom : structure.atoms) atom.position_A = atom.position_A + by_A;
  return structure;
}

// One ATOM or HETATM line; `residue_name` of up to three letters, chain of one.
[[nodiscard]] inline std::string pdb_line(std::size_t serial, const std::string& atom,
                                          const std::string& residue_name, const std::string& chain,
                                          int number, const Vector3& at, const std::string& element,
                                          char insertion = ' ', char alternate = ' ', double occupancy = 1.0,
                                          bool het = false) {
  const std::string name = atom.size() < 4 && element.size() == 1 ? " " + atom : atom;
  std::array<char, 120> line{};
  std::snprintf(line.data(), line.size(),
                "%-6s%5zu %-4s%c%3s %1s%4d%c   %8.3f%8.3f%8.3f%6.2f%6.2f          %2s\n",
                het ? "HETATM" : "ATOM", serial % 100000, name.c_str(), alternate, residue_name.c_str(),
                chain.c_str(), number, insertion, at.x, at.y, at.z, occupancy, 20.0, element.c_str());
  return line.data();
}

[[nodiscard]] inline std::string pdb_text(const Structure& structure) {
  std::string text;
  for (std::size_t i = 0; i < structure.atoms.size(); ++i) {
    const Atom& atom = structure.atoms[i];
    const Residue& residue = structure.residues[atom.residue];
    const bool het = residue.kind != ResidueKind::amino_acid && residue.kind != ResidueKind::nucleotide;
    text += pdb_line(i + 1, atom.name, residue.name, residue.chain, residue.number, atom.position_A,
                     atom.element, residue.insertion, ' ', 1.0, het);
  }
  return text + "END\n";
}

[[nodiscard]] inline std::string mmcif_text(const Structure& structure) {
  std::string text = "data_MADE\nloop_\n";
  for (const char* tag : {"group_PDB", "id", "type_symbol", "label_atom_id", "label_alt_id", "label_comp_id",
                          "label_asym_id", "label_seq_id", "auth_seq_id", "pdbx_PDB_ins_code", "auth_asym_id",
                          "Cartn_x", "Cartn_y", "Cartn_z", "occupancy", "pdbx_PDB_model_num"})
    text += std::string("_atom_site.") + tag + "\n";
  for (std::size_t i = 0; i < structure.atoms.size(); ++i) {
    const Atom& atom = structure.atoms[i];
    const Residue& residue = structure.residues[atom.residue];
    const bool het = residue.kind != ResidueKind::amino_acid && residue.kind != ResidueKind::nucleotide;
    std::array<char, 240> line{};
    std::snprintf(line.data(), line.size(), "%s %zu %s \"%s\" . %s %s %d %d %c %s %.3f %.3f %.3f 1.00 1\n",
                  het ? "HETATM" : "ATOM", i + 1, atom.element.c_str(), atom.name.c_str(),
                  residue.name.c_str(), residue.chain.c_str(), residue.number, residue.number,
                  residue.insertion == ' ' ? '?' : residue.insertion, residue.chain.c_str(),
                  atom.position_A.x, atom.position_A.y, atom.position_A.z);
    text += line.data();
  }
  return text + "#\n";
}

}  // namespace azoo::docking::made
