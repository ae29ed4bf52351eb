// CAPRI's measures on complexes made by hand, whose answers are known without a program.
#include "docking/evaluation.hpp"

#include <gtest/gtest.h>

#include <set>
#include <utility>

#include "docking/capri.hpp"
#include "docking_evaluation/made_complex.hpp"

namespace azoo::docking {
namespace {

struct Bound {
  Structure reference = made::bound_complex();
  Structure receptor = made::chains(reference, "receptor", {"A"});
  Structure ligand = made::chains(reference, "ligand", {"B"});
};

ReferenceComplex good(const Structure& receptor, const Structure& ligand, const Structure& reference) {
  Problems problems;
  ReferenceComplex complex(receptor, ligand, reference, problems);
  EXPECT_FALSE(problems.any()) << to_text(problems.list().front());
  return complex;
}

std::string first_problem(const Structure& receptor, const Structure& ligand, const Structure& reference) {
  Problems problems;
  const ReferenceComplex complex(receptor, ligand, reference, problems);
  return problems.any() ? to_text(problems.list().front()) : "";
}

void expect_same(const Quality& a, const Quality& b) {
  EXPECT_DOUBLE_EQ(a.fnat, b.fnat);
  // Coordinates of some 50 A in double precision, sums of a few hundred squares.
  EXPECT_NEAR(a.interface_rmsd_A, b.interface_rmsd_A, 1e-9);
  EXPECT_NEAR(a.ligand_rmsd_A, b.ligand_rmsd_A, 1e-9);
  EXPECT_NEAR(a.dockq, b.dockq, 1e-9);
  EXPECT_EQ(a.capri, b.capri);
}

TEST(ReferenceComplex, bound_partners_left_where_they_are_reach_dockq_one) {
  const Bound bound;
  const Quality quality = good(bound.receptor, bound.ligand, bound.reference).quality({});
  EXPECT_EQ(quality.fnat, 1.0);
  EXPECT_NEAR(quality.interface_rmsd_A, 0.0, 1e-9);
  EXPECT_NEAR(quality.ligand_rmsd_A, 0.0, 1e-9);
  EXPECT_NEAR(quality.dockq, 1.0, 1e-12);
  EXPECT_EQ(quality.capri, CapriClass::high);
}

TEST(ReferenceComplex, a_shift_of_the_ligand_is_its_ligand_rmsd_whichever_partner_is_larger) {
  const Bound bound;
  const RigidMotion away{{}, {1.0, 2.0, 2.0}};  // 3 A
  EXPECT_NEAR(good(bound.receptor, bound.ligand, bound.reference).quality(away).ligand_rmsd_A, 3.0, 1e-9);
  EXPECT_NEAR(good(bound.ligand, bound.receptor, bound.reference).quality(away).ligand_rmsd_A, 3.0, 1e-9);
}

TEST(ReferenceComplex, turning_the_larger_partner_moves_the_smaller_one_by_the_way_back) {
  // The ligand is the larger partner and turned by 180 degrees about z through its own frame's origin: laid
  // back on the reference, it takes the receptor along, each of whose atoms moves by twice its distance from
  // that axis.
  const Bound bound;
  double sum = 0.0;
  std::size_t count = 0;
  for (const Atom& atom : bound.ligand.atoms) {
    if (atom.name != "N" && atom.name != "CA" && atom.name != "C" && atom.name != "O") continue;
    sum += 4.0 * (atom.position_A.x * atom.position_A.x + atom.position_A.y * atom.position_A.y);
    ++count;
  }
  const Quality quality = good(bound.ligand, bound.receptor, bound.reference).quality({{0, 0, 0, 1}, {}});
  EXPECT_NEAR(quality.ligand_rmsd_A, std::sqrt(sum / static_cast<double>(count)), 1e-9);
}

TEST(ReferenceComplex, roles_of_the_partners_do_not_matter_to_the_measures) {
  const made::Complex made = made::unbound_complex();
  const ReferenceComplex one = good(made.receptor, made.ligand, made.reference);
  const ReferenceComplex other = good(made.ligand, made.receptor, made.reference);
  made::Numbers numbers(31);
  for (int i = 0; i < 30; ++i) {
    const RigidMotion pose = compose(numbers.motion(0.3, 4.0), one.ideal_pose());
    expect_same(one.quality(pose), other.quality(inverse(pose)));
  }
}

// Contacts counted the slow way: every atom with every atom.
std::set<std::pair<std::size_t, std::size_t>> contacts(const Structure& a, const Structure& b) {
  std::set<std::pair<std::size_t, std::size_t>> found;
  for (const Atom& p : a.atoms)
    for (const Atom& q : b.atoms)
      if (length(p.position_A - q.position_A) < 5.0) found.emplace(p.residue, q.residue);
  return found;
}

TEST(ReferenceComplex, fnat_is_what_counting_every_pair_of_atoms_gives) {
  const Bound bound;
  const auto native = contacts(bound.receptor, bound.ligand);
  ASSERT_GT(native.size(), 10U);
  const ReferenceComplex complex = good(bound.receptor, bound.ligand, bound.reference);
  made::Numbers numbers(17);
  std::set<double> seen;
  for (int i = 0; i < 60; ++i) {
    const RigidMotion pose = numbers.motion(0.2, 5.0);
    std::size_t kept = 0;
    for (const auto& pair : contacts(bound.receptor, moved(bound.ligand, pose))) kept += native.count(pair);
    const double share = static_cast<double>(kept) / static_cast<double>(native.size());
    EXPECT_DOUBLE_EQ(complex.quality(pose).fnat, share);
    seen.insert(share);
  }
  EXPECT_GT(seen.size(), 10U);  // the poses are not all alike
}

TEST(ReferenceComplex, native_contacts_of_residues_that_are_missing_stay_in_the_denominator) {
  const Bound bound;
  const auto native = contacts(bound.receptor, bound.ligand);
  const std::size_t lost = native.begin()->first;
  std::size_t kept = 0;
  for (const auto& pair : native) kept += pair.first != lost ? 1U : 0U;
  const ReferenceComplex complex =
      good(made::without_residue(bound.receptor, lost), bound.ligand, bound.reference);
  EXPECT_DOUBLE_EQ(complex.quality({}).fnat, static_cast<double>(kept) / static_cast<double>(native.size()));
  ASSERT_EQ(complex.notes().size(), 1U);
  EXPECT_EQ(complex.notes()[0],
            "1 residues of the interface in reference are missing in the docked structures");
}

TEST(ReferenceComplex, far_poses_are_told_without_contacts) {
  const Bound bound;
  const Quality quality = good(bound.receptor, bound.ligand, bound.reference).quality({{}, {0.0, 0.0, 41.0}});
  EXPECT_NEAR(quality.ligand_rmsd_A, 41.0, 1e-9);
  EXPECT_EQ(quality.fnat, 0.0);
  EXPECT_EQ(quality.capri, CapriClass::incorrect);
}

TEST(ReferenceComplex, moving_receptor_ligand_and_reference_changes_nothing) {
  const made::Complex made = made::unbound_complex();
  const ReferenceComplex complex = good(made.receptor, made.ligand, made.reference);
  made::Numbers numbers(8);
  for (int i = 0; i < 20; ++i) {
    const RigidMotion pose = compose(numbers.motion(0.3, 3.0), complex.ideal_pose());
    const RigidMotion receptor_move = numbers.motion(2.0, 60.0);
    const RigidMotion ligand_move = numbers.motion(2.0, 60.0);
    const ReferenceComplex moved_complex =
        good(moved(made.receptor, receptor_move), moved(made.ligand, ligand_move),
             moved(made.reference, numbers.motion(2.0, 60.0)));
    expect_same(complex.quality(pose),
                moved_complex.quality(compose(receptor_move, compose(pose, inverse(ligand_move)))));
  }
}

TEST(ReferenceComplex, the_ideal_pose_brings_rigid_copies_home) {
  const Bound bound;
  made::Numbers numbers(3);
  const RigidMotion receptor_move = numbers.motion(2.0, 40.0);
  const RigidMotion ligand_move = numbers.motion(2.0, 40.0);
  const ReferenceComplex complex =
      good(moved(bound.receptor, receptor_move), moved(bound.ligand, ligand_move), bound.reference);
  EXPECT_NEAR(complex.quality(complex.ideal_pose()).dockq, 1.0, 1e-9);
  const RigidMotion back = compose(complex.ideal_pose(), compose(ligand_move, inverse(receptor_move)));
  EXPECT_NEAR(angle_between(back.rotation, {}), 0.0, 1e-6);
}

TEST(ReferenceComplex, cofactors_and_caps_do_not_count) {
  Bound bound;
  const ReferenceComplex bare = good(bound.receptor, bound.ligand, bound.reference);
  // A heme-like thing in the middle of the interface of the reference, and a cap that bears the kind of an
  // amino acid.
  Residue haem;
  haem.chain = "B";
  haem.number = 900;
  haem.name = "HEM";
  haem.kind = ResidueKind::ligand;
  made::add_residue(bound.reference, haem,
                    {{{0.0, 4.0, 10.0}, "FE", "FE", 0}, {{1.0, 4.0, 10.0}, "C1A", "C", 0}});
  Residue cap;
  cap.chain = "B";
  cap.number = 6;
  cap.name = "ACE";
  made::add_residue(
      bound.reference, cap,
      {{{0.0, 5.0, 9.0}, "C", "C", 0}, {{1.0, 5.0, 9.0}, "O", "O", 0}, {{0.0, 6.0, 8.0}, "CH3", "C", 0}});
  const RigidMotion pose{{}, {0.5, 0.5, 0.0}};
  expect_same(good(bound.receptor, bound.ligand, bound.reference).quality(pose), bare.quality(pose));
}

TEST(ReferenceComplex, a_reference_of_other_molecules_is_a_problem) {
  const Bound bound;
  Structure other = made::named("other");
  made::add_helix(other, "A", 1, made::sequence(91, 40), {});
  made::add_helix(other, "B", 1, made::sequence(92, 30), {{}, {9.0, 0.0, 0.0}});
  EXPECT_EQ(first_problem(bound.receptor, bound.ligand, other),
            "other.pdb: receptor = chains A, B; expected a chain that is receptor (chain A), by name and "
            "numbers or with "
            "a like sequence");
}

TEST(ReferenceComplex, partners_that_do_not_touch_are_a_problem) {
  const Bound bound;
  Structure apart = bound.receptor;
  apart.name = "apart";
  apart.file = "apart.pdb";
  const Structure far = moved(bound.ligand, {{}, {0.0, 100.0, 0.0}});
  for (const Residue& residue : far.residues)
    made::add_residue(
        apart, residue,
        {far.atoms.begin() + static_cast<std::ptrdiff_t>(residue.first_atom),
         far.atoms.begin() + static_cast<std::ptrdiff_t>(residue.first_atom + residue.atom_count)});
  Problems problems;
  const ReferenceComplex complex(bound.receptor, bound.ligand, apart, problems);
  ASSERT_TRUE(problems.any());
  EXPECT_EQ(to_text(problems.list().front()),
            "apart.pdb: reference = no residues of the two partners within 5 A of each other; expected a "
            "complex in "
            "which receptor and ligand touch");
  EXPECT_THROW((void)complex.quality({}), std::logic_error);
  EXPECT_THROW((void)complex.ideal_pose(), std::logic_error);
}

TEST(Capri, dockq_is_the_mean_of_three_scaled_measures) {
  EXPECT_DOUBLE_EQ(dockq_of(1.0, 0.0, 0.0), 1.0);
  EXPECT_DOUBLE_EQ(dockq_of(0.5, 1.5, 8.5), 0.5);  // each third is one half
  // 1 / (1 + (3 / 1.5)^2) = 0.2 and 1 / (1 + (17 / 8.5)^2) = 0.2
  EXPECT_DOUBLE_EQ(dockq_of(0.2, 3.0, 17.0), 0.2);
  EXPECT_LT(dockq_of(0.0, 1e6, 1e6), 1e-6);
}

TEST(Capri, classes_change_exactly_at_their_borders) {
  constexpr double more = 1.0 + 1e-9;
  constexpr double less = 1.0 - 1e-9;
  EXPECT_EQ(capri_class_of(0.5, 1.0, 20.0), CapriClass::high);
  EXPECT_EQ(capri_class_of(0.5, 9.0, 1.0), CapriClass::high);
  EXPECT_EQ(capri_class_of(0.5 * less, 1.0, 1.0), CapriClass::medium);
  EXPECT_EQ(capri_class_of(0.5, more, more), CapriClass::medium);
  EXPECT_EQ(capri_class_of(0.3, 2.0, 20.0), CapriClass::medium);
  EXPECT_EQ(capri_class_of(0.3, 9.0, 5.0), CapriClass::medium);
  EXPECT_EQ(capri_class_of(0.3 * less, 2.0, 5.0), CapriClass::acceptable);
  EXPECT_EQ(capri_class_of(1.0, 2.0 * more, 5.0 * more), CapriClass::acceptable);
  EXPECT_EQ(capri_class_of(0.1, 4.0, 20.0), CapriClass::acceptable);
  EXPECT_EQ(capri_class_of(0.1, 9.0, 10.0), CapriClass::acceptable);
  EXPECT_EQ(capri_class_of(0.1 * less, 0.0, 0.0), CapriClass::incorrect);
  EXPECT_EQ(capri_class_of(1.0, 4.0 * more, 10.0 * more), CapriClass::incorrect);
}

TEST(Capri, classes_have_the_names_of_the_field) {
  EXPECT_EQ(to_text(CapriClass::incorrect), "incorrect");
  EXPECT_EQ(to_text(CapriClass::acceptable), "acceptable");
  EXPECT_EQ(to_text(CapriClass::medium), "medium");
  EXPECT_EQ(to_text(CapriClass::high), "high");
}

}  // namespace
}  // namespace azoo::docking
