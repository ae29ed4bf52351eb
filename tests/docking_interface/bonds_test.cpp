// Bonds between molecules made for the purpose, inside and outside each limit.
#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

#include "docking/interface.hpp"
#include "docking/interface_bonds.hpp"
#include "docking_interface/molecule.hpp"

namespace azoo::docking {
namespace {

using test::one_residue;
using test::shipped_rules;

// A carbonyl C=O along x with O at the origin.
Structure carbonyl() {
  return one_residue("A", 10, "ALA", {{"CA", {-2.0, 1.2, 0}}, {"C", {-1.23, 0, 0}}, {"O", {0, 0, 0}}});
}

// A hydroxyl with O at `distance` from the origin along x; its carbon stands at `angle_deg` from the way
// back.
Structure hydroxyl(double distance, double angle_deg) {
  const double angle = angle_deg * std::numbers::pi / 180.0;
  const Vector3 oxygen{distance, 0, 0};
  const Vector3 carbon = oxygen + 1.43 * Vector3{-std::cos(angle), std::sin(angle), 0};
  return one_residue("B", 20, "SER", {{"CB", carbon}, {"OG", oxygen}});
}

Interface between(const Structure& left, const Structure& right) {
  return interface_of(left, right, {}, shipped_rules());
}

TEST(HydrogenBonds, a_straight_one_is_found_with_donor_distance_and_angles) {
  const Interface found = between(carbonyl(), hydroxyl(2.9, 109.0));
  ASSERT_EQ(found.bonds.size(), 1U);
  const InterfaceBond& bond = found.bonds[0];
  EXPECT_EQ(bond.kind, BondKind::hydrogen_bond);
  EXPECT_EQ(bond.atoms.receptor_atom, 2U);
  EXPECT_EQ(bond.atoms.ligand_atom, 1U);
  EXPECT_NEAR(bond.atoms.distance_A, 2.9, 1e-12);
  EXPECT_EQ(bond.giver, Giver::ligand);
  EXPECT_NEAR(bond.receptor_angle_deg, 180.0, 1e-5);  // acos near 180 degrees keeps half the digits
  EXPECT_NEAR(bond.ligand_angle_deg, 109.0, 1e-9);
}

TEST(HydrogenBonds, end_at_the_distance_limit) {
  EXPECT_EQ(between(carbonyl(), hydroxyl(3.49, 109.0)).bonds.size(), 1U);
  EXPECT_EQ(between(carbonyl(), hydroxyl(3.51, 109.0)).bonds.size(), 0U);
}

TEST(HydrogenBonds, end_at_the_angle_limit_at_the_donor) {
  EXPECT_EQ(between(carbonyl(), hydroxyl(2.9, 91.0)).bonds.size(), 1U);
  EXPECT_EQ(between(carbonyl(), hydroxyl(2.9, 89.0)).bonds.size(), 0U);
}

TEST(HydrogenBonds, end_at_the_angle_limit_at_the_acceptor) {
  for (const double angle_deg : {89.0, 91.0}) {
    const double angle = angle_deg * std::numbers::pi / 180.0;
    Structure acceptor = carbonyl();
    acceptor.atoms[1].position_A = 1.23 * Vector3{std::cos(angle), std::sin(angle), 0};
    acceptor.atoms[0].position_A = acceptor.atoms[1].position_A + Vector3{-1.0, 1.0, 0.5};
    EXPECT_EQ(between(acceptor, hydroxyl(2.9, 109.0)).bonds.size(), angle_deg > 90.0 ? 1U : 0U) << angle_deg;
  }
}

TEST(HydrogenBonds, need_a_donor_and_an_acceptor) {
  const auto with = [&](const char* residue, const char* atom) {
    return between(carbonyl(), one_residue("B", 1, residue, {{atom, {2.9, 0, 0}}})).bonds.size();
  };
  EXPECT_EQ(with("ASN", "ND2"), 1U);
  EXPECT_EQ(with("ALA", "N"), 1U);
  EXPECT_EQ(with("ASN", "OD1"), 0U) << "two acceptors";
  EXPECT_EQ(with("PRO", "N"), 0U) << "proline's nitrogen has no hydrogen";
  EXPECT_EQ(with("ALA", "CB"), 0U);
}

TEST(HydrogenBonds, either_partner_may_give_between_hydroxyls) {
  Structure left = one_residue("A", 1, "THR", {{"CB", {-1.43, 0.3, 0}}, {"OG1", {0, 0, 0}}});
  const Interface found = between(left, hydroxyl(2.8, 120.0));
  ASSERT_EQ(found.bonds.size(), 1U);
  EXPECT_EQ(found.bonds[0].giver, Giver::either);
}

TEST(HydrogenBonds, a_backbone_nitrogen_knows_the_carbonyl_before_it) {
  Structure peptide;
  test::add_residue(peptide, "A", 1, "GLY", {{"CA", {-2.4, 1.0, 0}}, {"C", {-1.33, 0, 0}}});
  test::add_residue(peptide, "A", 2, "ALA", {{"N", {0, 0, 0}}, {"CA", {0.7, -1.28, 0}}});
  EXPECT_NEAR(smallest_angle_deg(peptide, 2, {-3.0, 0, 0}, 2.0), 0.0, 1e-6);
  EXPECT_NEAR(smallest_angle_deg(peptide, 2, {3.0, 0, 0}, 2.0), 61.3, 0.1);  // atan(1.28 / 0.7)
}

Structure carboxylate() {
  return one_residue("A", 5, "ASP", {{"CG", {-1.1, 0.6, 0}}, {"OD1", {0, 0, 0}}, {"OD2", {-1.1, 1.85, 0}}});
}

TEST(SaltBridges, are_one_a_pair_of_residues_and_the_nearest_atoms) {
  const Structure arginine =
      one_residue("B", 7, "ARG", {{"CZ", {4.2, 1.2, 0}}, {"NH1", {3.2, 0.3, 0}}, {"NH2", {3.6, 2.4, 0}}});
  const Interface found = between(carboxylate(), arginine);
  ASSERT_EQ(found.bonds_of(BondKind::salt_bridge), 1);
  EXPECT_EQ(found.bonds[0].kind, BondKind::salt_bridge);
  EXPECT_EQ(found.bonds[0].atoms.receptor_atom, 1U);
  EXPECT_EQ(found.bonds[0].atoms.ligand_atom, 1U);
  EXPECT_EQ(found.receptor.residues.at(0).salt_bridges, 1);
  EXPECT_EQ(found.ligand.residues.at(0).salt_bridges, 1);
}

TEST(SaltBridges, end_at_the_limit_and_need_opposite_charges) {
  const auto bridges = [](const char* residue, const char* atom, double distance) {
    return between(carboxylate(), one_residue("B", 1, residue, {{atom, {distance, 0, 0}}}))
        .bonds_of(BondKind::salt_bridge);
  };
  EXPECT_EQ(bridges("LYS", "NZ", 3.99), 1);
  EXPECT_EQ(bridges("LYS", "NZ", 4.01), 0);
  EXPECT_EQ(bridges("HIS", "NE2", 3.5), 1);
  EXPECT_EQ(bridges("GLU", "OE1", 3.5), 0);
  EXPECT_EQ(bridges("GLN", "NE2", 3.5), 0);
}

TEST(Disulfides, join_cysteines_and_no_others) {
  const auto found = [](const char* residue, const char* atom, double distance) {
    const Structure left = one_residue("A", 1, "CYS", {{"CB", {-1.5, 1.0, 0}}, {"SG", {0, 0, 0}}});
    return between(left, one_residue("B", 1, residue, {{atom, {distance, 0, 0}}}));
  };
  EXPECT_EQ(found("CYS", "SG", 2.05).bonds_of(BondKind::disulfide), 1);
  EXPECT_EQ(found("CYS", "SG", 2.6).bonds_of(BondKind::disulfide), 0);
  EXPECT_EQ(found("MET", "SD", 2.05).bonds_of(BondKind::disulfide), 0);
  EXPECT_EQ(found("CYS", "SG", 2.05).clashes, 0) << "a bond is no clash";
  EXPECT_EQ(found("MET", "SD", 2.05).clashes, 1);
}

TEST(Clashes, leave_hydrogen_bonds_out) {
  EXPECT_EQ(between(carbonyl(), hydroxyl(2.8, 120.0)).clashes, 0);
  const Structure carbon = one_residue("B", 1, "ALA", {{"CB", {2.8, 0, 0}}});
  EXPECT_EQ(between(carbonyl(), carbon).clashes, 1);
  const Structure further = one_residue("B", 1, "ALA", {{"CB", {3.1, 0, 0}}});
  EXPECT_EQ(between(carbonyl(), further).clashes, 0);
}

TEST(Contacts, keep_the_nearest_pair_and_count_the_close_ones) {
  const Structure left = one_residue("A", 3, "VAL", {{"CB", {0, 0, 0}}, {"CG1", {0, 3.0, 0}}});
  const Structure right =
      one_residue("B", 4, "LEU", {{"CG", {4.9, 0, 0}}, {"CD1", {3.8, 0, 0}}, {"CD2", {20, 0, 0}}});
  const Interface found = between(left, right);
  ASSERT_EQ(found.contacts.size(), 1U);
  EXPECT_EQ(found.contacts[0].nearest.receptor_atom, 0U);
  EXPECT_EQ(found.contacts[0].nearest.ligand_atom, 1U);
  EXPECT_NEAR(found.contacts[0].nearest.distance_A, 3.8, 1e-12);
  EXPECT_EQ(found.contacts[0].close_pairs, 1);
  EXPECT_EQ(found.receptor.in_contact, 1);
  const Structure far = one_residue("B", 4, "LEU", {{"CG", {5.01, 0, 0}}});
  EXPECT_TRUE(between(left, far).contacts.empty());
}

TEST(ResidueClasses, follow_the_side_chain_and_the_parent_of_modified_residues) {
  const auto kind = [](const char* name, const char* parent, ResidueKind residue_kind) {
    Residue residue;
    residue.name = name;
    residue.parent = parent;
    residue.kind = residue_kind;
    return class_of(residue);
  };
  using enum ResidueClass;
  const ResidueKind amino = ResidueKind::amino_acid;
  EXPECT_EQ(kind("HIS", "HIS", amino), positive);
  EXPECT_EQ(kind("GLU", "GLU", amino), negative);
  EXPECT_EQ(kind("GLN", "GLN", amino), polar);
  EXPECT_EQ(kind("MSE", "MET", amino), hydrophobic);
  EXPECT_EQ(kind("TRP", "TRP", amino), aromatic);
  EXPECT_EQ(kind("CYS", "CYS", amino), cysteine);
  EXPECT_EQ(kind("PRO", "PRO", amino), glycine_or_proline);
  EXPECT_EQ(kind("UNK", "UNK", amino), other);
  EXPECT_EQ(kind("HEM", "HEM", ResidueKind::ligand), other);
}

}  // namespace
}  // namespace azoo::docking
