// Where two docked partners touch: residues in contact, hydrogen bonds, salt bridges, disulfides, clashes,
// and the surface that each residue loses. Computed from heavy atoms of rigid partners: what would move on
// binding does not.
#pragma once

#include <cstddef>      // for size_t
#include <string_view>  // for string_view
#include <vector>       // for vector

#include "docking/interface_rules.hpp"  // for InterfaceRules
#include "docking/residue_class.hpp"    // for ResidueClass
#include "docking/rigid_motion.hpp"     // for RigidMotion
#include "docking/structure.hpp"        // for Structure

namespace azoo::docking {

// All indices are into the structures as read.
struct AtomPair {
  std::size_t receptor_atom = 0;
  std::size_t ligand_atom = 0;
  double distance_A = 0.0;
};

// Two residues in contact.
struct ResidueContact {
  std::size_t receptor_residue = 0;
  std::size_t ligand_residue = 0;
  AtomPair nearest;
  int close_pairs = 0;  // pairs of atoms near enough for a non-bonded contact
  int clashes = 0;      // pairs of atoms too near, not bonded
};

enum class BondKind { salt_bridge, disulfide, hydrogen_bond };
[[nodiscard]] std::string_view to_text(BondKind kind);

// Which partner gives the hydrogen; either: both could by geometry.
enum class Giver { none, receptor, ligand, either };

struct InterfaceBond {
  BondKind kind = BondKind::hydrogen_bond;
  AtomPair atoms;
  Giver giver = Giver::none;
  double receptor_angle_deg =
      0.0;  // smallest angle at its atom between what is bound to it and the other atom;
  double ligand_angle_deg = 0.0;  // hydrogen bonds only
};

// A residue in contact, or one that loses surface.
struct InterfaceResidue {
  std::size_t residue = 0;
  ResidueClass kind = ResidueClass::other;
  int contacts = 0;  // residues of the partner in contact
  int salt_bridges = 0;
  int disulfides = 0;
  int hydrogen_bonds = 0;
  double free_A2 = 0.0;    // accessible surface in the partner alone
  double buried_A2 = 0.0;  // of it, lost in the complex
};

struct InterfaceSide {
  std::vector<InterfaceResidue> residues;  // in the order of the structure
  int in_contact = 0;                      // how many of them are in contact
  double free_A2 = 0.0;                    // whole partner
  double buried_A2 = 0.0;
};

struct Interface {
  RigidMotion pose;
  InterfaceSide receptor;
  InterfaceSide ligand;
  std::vector<ResidueContact> contacts;  // by receptor residue, then ligand residue
  std::vector<InterfaceBond>
      bonds;  // salt bridges, disulfides, hydrogen bonds; each by receptor atom, ligand atom
  int clashes = 0;
  [[nodiscard]] int bonds_of(BondKind kind) const;
  [[nodiscard]] double buried_A2() const { return receptor.buried_A2 + ligand.buried_A2; }  // both sides
};

[[nodiscard]] Interface interface_of(const Structure& receptor, const Structure& ligand,
                                     const RigidMotion& pose, const InterfaceRules& rules);

}  // namespace azoo::docking
