// What a user knows of the site decides where the ligand is found.
#include <gtest/gtest.h>

#include "docking_search/docked.hpp"

namespace azoo::docking::search_tests {
namespace {

constexpr std::size_t top = 10;

TEST(Restraints, residues_named_in_words_are_those_atoms_each_once) {
  Structure structure = made::helix("AKLEY");
  structure.residues[2].insertion = 'A';
  structure.residues[2].number = 2;  // 1 2 2A 4 5
  const auto numbers = [&](const std::vector<std::string>& words) {
    Problems problems;
    std::string text;
    std::size_t last = 99;
    for (const std::size_t atom : atoms_of_residues(structure, words, problems)) {
      const std::size_t residue = structure.atoms[atom].residue;
      if (residue != last) text += std::to_string(residue);
      last = residue;
    }
    return problems.any() ? "?" : text;
  };
  EXPECT_EQ(numbers({"A:2"}), "1");
  EXPECT_EQ(numbers({"A:2A"}), "2");
  EXPECT_EQ(numbers({"A:1-2"}), "012");
  EXPECT_EQ(numbers({"A:2A-5"}), "234");
  EXPECT_EQ(numbers({"A:4", "A:1"}), "03");
  EXPECT_EQ(numbers({"B:1"}), "?");
  EXPECT_EQ(numbers({"A:3"}), "?");
  Problems problems;
  const auto once = atoms_of_residues(structure, {"A:1-4", "A:2"}, problems);
  EXPECT_EQ(std::set<std::size_t>(once.begin(), once.end()).size(), once.size());
}

TEST(Restraints, blocked_residues_are_touched_by_no_pose) {
  const Structure a = receptor_helix(), b = ligand_helix();
  const auto site = atoms_of(a, 1, 6), own = atoms_of(b, 8, 11);
  const Poses before = docked(a, b).poses;
  int touched = 0;
  for (std::size_t k = 0; k < top; ++k)
    touched +=
        contacts(site, places_of(b), before.at(k).motion) + contacts(places_of(a), own, before.at(k).motion);
  ASSERT_GT(touched, 20);
  Restraints wishes;
  wishes.masks.push_back({Partner::receptor, false, {"A:1-6"}});
  wishes.masks.push_back({Partner::ligand, false, {"B:8-11"}});
  const Poses after = docked(a, b, wishes).poses;
  for (std::size_t k = 0; k < top; ++k) {
    EXPECT_EQ(contacts(site, places_of(b), after.at(k).motion), 0) << k;
    EXPECT_EQ(contacts(places_of(a), own, after.at(k).motion), 0) << k;
  }
}

TEST(Restraints, attracted_residues_are_touched_more) {
  const Structure a = receptor_helix(), b = ligand_helix();
  for (const Partner partner : {Partner::receptor, Partner::ligand}) {
    const bool first = partner == Partner::receptor;
    const auto site = first ? atoms_of(a, 13, 16) : atoms_of(b, 1, 3);
    const auto of_site = [&](const Poses& poses) {
      int sum = 0;
      for (std::size_t k = 0; k < top; ++k)
        sum += first ? contacts(site, places_of(b), poses.at(k).motion)
                     : contacts(places_of(a), site, poses.at(k).motion);
      return sum;
    };
    Restraints wishes;
    wishes.masks.push_back({partner, true, {first ? "A:13-16" : "B:1-3"}});
    EXPECT_GT(of_site(docked(a, b, wishes).poses), 1.2 * of_site(docked(a, b).poses) + 20) << first;
    // The same when the partners are exchanged inside.
    wishes.masks[0].partner = first ? Partner::ligand : Partner::receptor;
    Poses other = docked(b, a, wishes).poses;
    for (Pose& pose : other) pose.motion = inverse(pose.motion);
    EXPECT_GT(of_site(other), 1.2 * of_site(docked(a, b).poses) + 20) << first;
  }
}

TEST(Restraints, the_best_pose_keeps_a_distance_asked_for) {
  const Structure a = receptor_helix(), b = ligand_helix();
  const auto apart = [&](const Pose& pose, int of_a, int of_b) {
    return least_distance_A(atoms_of(a, of_a, of_a), atoms_of(b, of_b, of_b), pose.motion);
  };
  const Pose free = docked(a, b).poses.at(0);
  for (const auto& [of_a, of_b] : {std::pair{1, 11}, {16, 1}, {1, 1}}) {
    Restraints wishes;
    wishes.distances.push_back({{"A:" + std::to_string(of_a)}, {"B:" + std::to_string(of_b)}, 3.0, 5.0});
    const Pose best = docked(a, b, wishes).poses.at(0);
    // The restraint is soft: a violation of 1 A costs half of the weight of 2, and no more than that is paid.
    EXPECT_LT(apart(best, of_a, of_b), 6.0);
    EXPECT_GT(apart(best, of_a, of_b), 2.0);
    EXPECT_GT(apart(free, of_a, of_b), 8.0);
  }
  Restraints far;
  const double before = least_distance_A(places_of(a), atoms_of(b, 1, 11), free.motion);
  far.distances.push_back({{"A:1-16"}, {"B:1-3"}, before + 6.0, 100.0});
  EXPECT_GT(least_distance_A(places_of(a), atoms_of(b, 1, 3), docked(a, b, far).poses.at(0).motion),
            before + 5.5);
}

// Atoms pay from the edge on, their full price after 2 A: nothing is gained beyond about half of that.
constexpr double rim_A = 1.0;

TEST(Restraints, no_pose_lies_in_the_membrane_or_beyond_it) {
  const Structure longer = receptor_helix(), shorter = ligand_helix();
  for (const bool receptor_is_smaller : {false, true}) {
    const Structure& a = receptor_is_smaller ? shorter : longer;
    const Structure& b = receptor_is_smaller ? longer : shorter;
    Vector3 centre;
    for (const Atom& atom : a.atoms)
      centre = centre + (1.0 / static_cast<double>(a.atoms.size())) * atom.position_A;
    for (const Vector3& normal : {Vector3{0, 0, 1}, Vector3{2, -1, 0}, Vector3{-1, -1, -1}})
      for (const bool along : {true, false}) {
        if ((receptor_is_smaller || !along) && normal.z != (along ? 1.0 : -1.0)) continue;  // enough of them
        Restraints wishes;
        Membrane& membrane = wishes.membrane;
        membrane.present = true;
        const Vector3 unit = (1.0 / length(normal)) * normal;
        const Vector3 at = centre + (along ? -4.0 : 4.0) * unit;
        membrane.centre_A[0] = at.x, membrane.centre_A[1] = at.y, membrane.centre_A[2] = at.z;
        membrane.normal[0] = normal.x, membrane.normal[1] = normal.y, membrane.normal[2] = normal.z;
        membrane.half_thickness_A = 3.0;
        membrane.along_normal = along;
        const DockResult result = docked(a, b, wishes);
        EXPECT_FALSE(result.record.partners_swapped);
        for (std::size_t k = 0; k < top; ++k) {
          double least = 1e9;
          for (const Vector3& p : places_of(b))
            least =
                std::min(least, (along ? 1.0 : -1.0) * dot(unit, moved(result.poses.at(k).motion, p) - at));
          EXPECT_GT(least, 3.0 - rim_A) << k << " " << along;
          EXPECT_GT(contacts(places_of(a), places_of(b), result.poses[k].motion, 6.0), 0) << k;
        }
      }
  }
}

}  // namespace
}  // namespace azoo::docking::search_tests
