// Small molecules that the tests build by hand, the shipped rules, and the complexes shared beside the
// project.
#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <vector>

#include "core/files.hpp"
#include "core/parameters.hpp"
#include "docking/interface_rules.hpp"
#include "docking/read_structure.hpp"
#include "docking/structure.hpp"

namespace azoo::docking::test {

struct NamedPlace {
  std::string atom;
  Vector3 position_A;
};

inline std::string element_of(const std::string& atom) {
  return atom.substr(0, 1);
}

inline void add_residue(Structure& structure, const std::string& chain, int number, const std::string& name,
                        const std::vector<NamedPlace>& atoms, ResidueKind kind = ResidueKind::amino_acid) {
  Residue residue;
  residue.chain = chain;
  residue.number = number;
  residue.name = residue.parent = name;
  residue.kind = kind;
  residue.first_atom = structure.atoms.size();
  residue.atom_count = atoms.size();
  for (const NamedPlace& each : atoms)
    structure.atoms.push_back({each.position_A, each.atom, element_of(each.atom), structure.residues.size()});
  structure.residues.push_back(residue);
}

inline Structure one_residue(const std::string& chain, int number, const std::string& name,
                             const std::vector<NamedPlace>& atoms,
                             ResidueKind kind = ResidueKind::amino_acid) {
  Structure structure;
  structure.name = "made " + name;
  add_residue(structure, chain, number, name, atoms, kind);
  return structure;
}

inline const ParameterSet& shipped_parameters() {
  static const ParameterSet parameters = [] {
    Problems problems;
    ParameterSet set;
    TomlValue document =
        read_toml(std::filesystem::path(AZOO_PROJECT_DIR) / "data/docking/interface.toml", problems);
    set.add(document, "interface", problems);
    problems.throw_if_any();
    return set;
  }();
  return parameters;
}

inline const InterfaceRules& shipped_rules() {
  static const InterfaceRules rules = [] {
    Problems problems;
    InterfaceRules read(shipped_parameters(), std::filesystem::path(AZOO_PROJECT_DIR) / "data/docking",
                        problems);
    problems.throw_if_any();
    return read;
  }();
  return rules;
}

inline std::filesystem::path shared_complexes() {
  return std::filesystem::path(AZOO_PROJECT_DIR) / "../shared/data/docking";
}

// One chain of a structure as a structure of its own.
inline Structure chain_of(const Structure& whole, const std::string& chain) {
  Structure out;
  out.name = whole.name + " " + chain;
  for (const Residue& each : whole.residues) {
    if (each.chain != chain) continue;
    Residue residue = each;
    residue.first_atom = out.atoms.size();
    for (std::size_t a = each.first_atom; a < each.first_atom + each.atom_count; ++a) {
      out.atoms.push_back(whole.atoms[a]);
      out.atoms.back().residue = out.residues.size();
    }
    out.residues.push_back(residue);
  }
  return out;
}

struct KnownComplex {
  Structure receptor;
  Structure ligand;
};

// The bound complex; call only where shared_complexes() is there.
inline KnownComplex known_complex(const std::string& code) {
  Problems problems;
  const auto whole = read_structure(shared_complexes() / "dev" / code / "reference.pdb", {}, problems);
  problems.throw_if_any();
  return {chain_of(*whole, "A"), chain_of(*whole, "B")};
}

}  // namespace azoo::docking::test
