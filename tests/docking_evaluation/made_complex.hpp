// Molecules that the tests build themselves: helices of residues with backbone and two side-chain atoms, and
// a complex of them whose partners differ a little from their bound forms. The geometry is helical, not
// exact.
#pragma once

#include <cmath>    // for cos, sin, round
#include <cstdint>  // for uint32_t
#include <numbers>  // for pi
#include <random>   // for mt19937
#include <string>   // for string
#include <vector>   // for vector

#include "docking/rigid_motion.hpp"  // for RigidMotion, moved
#include "docking/structure.hpp"     // for Structure

namespace azoo::docking::made {

// Numbers that are the same with every standard library.
class Numbers {
 public:
  explicit Numbers(std::uint32_t seed) : engine_(seed) {}
  double uniform(double low, double high) {
    return low + (high - low) * static_cast<double>(word()) / 4294967296.0;
  }
  Vector3 vector(double half_width) {
    return {uniform(-half_width, half_width), uniform(-half_width, half_width),
            uniform(-half_width, half_width)};
  }
  RigidMotion motion(double turn_rad, double shift_A) {
    return {normalised(rotation_about(vector(turn_rad))), vector(shift_A)};
  }
  std::uint32_t word() { return static_cast<std::uint32_t>(engine_()); }

 private:
  std::mt19937 engine_;
};

inline const std::vector<std::string>& amino_acids() {
  static const std::vector<std::string> names{"ALA", "ARG", "ASN", "ASP", "CYS", "GLN", "GLU",
                                              "GLY", "HIS", "ILE", "LEU", "LYS", "MET", "PHE",
                                              "PRO", "SER", "THR", "TRP", "TYR", "VAL"};
  return names;
}

inline std::vector<std::string> sequence(std::uint32_t seed, std::size_t length) {
  Numbers numbers(seed);
  std::vector<std::string> names;
  for (std::size_t i = 0; i < length; ++i)
    names.push_back(amino_acids()[numbers.word() % amino_acids().size()]);
  return names;
}

// As a PDB file would hold it.
inline Vector3 rounded(const Vector3& v) {
  const auto digits = [](double x) { return std::round(x * 1000.0) / 1000.0; };
  return {digits(v.x), digits(v.y), digits(v.z)};
}

inline void add_residue(Structure& structure, Residue residue, const std::vector<Atom>& atoms) {
  residue.parent = residue.name;
  residue.first_atom = structure.atoms.size();
  residue.atom_count = atoms.size();
  for (Atom atom : atoms) {
    atom.residue = structure.residues.size();
    structure.atoms.push_back(atom);
  }
  structure.residues.push_back(residue);
}

// A helix along z, 100 degrees and 1.5 A a residue, brought to its place.
inline void add_helix(Structure& structure, const std::string& chain, int first_number,
                      const std::vector<std::string>& names, const RigidMotion& place) {
  struct Spot {
    const char* name;
    const char* element;
    double radius_A, turn_degrees, rise_A;
  };
  const std::vector<Spot> spots{{"N", "N", 1.55, -28, -0.9}, {"CA", "C", 2.3, 0, 0},
                                {"C", "C", 1.7, 27, 1.1},    {"O", "O", 2.0, 25, 2.3},
                                {"CB", "C", 3.3, -18, -0.3}, {"CG", "C", 4.6, -15, -0.7}};
  for (std::size_t i = 0; i < names.size(); ++i) {
    std::vector<Atom> atoms;
    for (const Spot& spot : spots) {
      if (names[i] == "GLY" && atoms.size() == 4) break;
      const double angle = (100.0 * static_cast<double>(i) + spot.turn_degrees) * std::numbers::pi / 180.0;
      const Vector3 at{spot.radius_A * std::cos(angle), spot.radius_A * std::sin(angle),
                       1.5 * static_cast<double>(i) + spot.rise_A};
      atoms.push_back({rounded(moved(place, at)), spot.name, spot.element, 0});
    }
    Residue residue;
    residue.chain = chain;
    residue.number = first_number + static_cast<int>(i);
    residue.name = names[i];
    add_residue(structure, residue, atoms);
  }
}

inline Structure named(const std::string& name) {
  Structure structure;
  structure.name = name;
  structure.file = name + ".pdb";
  return structure;
}

// The residues of these chains, renamed in turn when new names are given.
inline Structure chains(const Structure& source, const std::string& name,
                        const std::vector<std::string>& taken,
                        const std::vector<std::string>& new_names = {}) {
  Structure result = named(name);
  for (const Residue& residue : source.residues) {
    for (std::size_t k = 0; k < taken.size(); ++k) {
      if (residue.chain != taken[k]) continue;
      Residue copy = residue;
      if (!new_names.empty()) copy.chain = new_names[k];
      const auto first = source.atoms.begin() + static_cast<std::ptrdiff_t>(residue.first_atom);
      add_residue(result, copy, {first, first + static_cast<std::ptrdiff_t>(residue.atom_count)});
    }
  }
  return result;
}

inline Structure without_residue(const Structure& source, std::size_t left_out) {
  Structure result = named(source.name);
  for (std::size_t r = 0; r < source.residues.size(); ++r) {
    if (r == left_out) continue;
    const Residue& residue = source.residues[r];
    const auto first = source.atoms.begin() + static_cast<std::ptrdiff_t>(residue.first_atom);
    add_residue(result, residue, {first, first + static_cast<std::ptrdiff_t>(residue.atom_count)});
  }
  return result;
}

inline Structure shaken(Structure structure, double half_width_A, std::uint32_t seed) {
  Numbers numbers(seed);
  for (Atom& atom : structure.atoms)
    atom.position_A = rounded(atom.position_A + numbers.vector(half_width_A));
  return structure;
}

inline Structure moved_rounded(const Structure& structure, const RigidMotion& motion) {
  Structure result = moved(structure, motion);
  for (Atom& atom : result.atoms) atom.position_A = rounded(atom.position_A);
  return result;
}

struct Complex {
  Structure receptor;
  Structure ligand;
  Structure reference;
};

// Two helices (chain A) and a third across them (chain B).
inline Structure bound_complex() {
  Structure bound = named("reference");
  add_helix(bound, "A", 1, sequence(1, 24), {});
  add_helix(bound, "A", 40, sequence(2, 24), {{}, {10.0, 0.0, 0.0}});
  bound.residues[10].number = 10;  // 10 and 10A
  bound.residues[10].insertion = 'A';
  add_helix(bound, "B", 7, sequence(3, 20), {rotation_about({0.0, 0.9, 0.0}), {-8.0, 8.5, 8.0}});
  return bound;
}

// The partners apart: shaken, turned and shifted, the receptor without one residue of the interface.
inline Complex unbound_complex() {
  Complex complex;
  complex.reference = bound_complex();
  const RigidMotion receptor_place{rotation_about({0.4, -1.1, 0.3}), {12.0, -7.0, 4.0}};
  const RigidMotion ligand_place{rotation_about({-1.4, 0.2, 1.3}), {-31.0, 22.0, 9.0}};
  const Structure receptor =
      shaken(moved(chains(complex.reference, "receptor", {"A"}), receptor_place), 0.5, 4);
  complex.receptor = without_residue(receptor, 12);
  complex.ligand = shaken(moved(chains(complex.reference, "ligand", {"B"}), ligand_place), 0.5, 5);
  return complex;
}

}  // namespace azoo::docking::made
