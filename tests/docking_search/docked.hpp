// Docking made partners with a small preset and weights that no tuning of the shipped ones moves.
#pragma once

#include <bit>      // for bit_cast
#include <cstdint>  // for uint64_t
#include <vector>   // for vector

#include "docking/dock.hpp"  // for dock, DockOptions
#include "docking_search/search_fixture.hpp"

namespace azoo::docking::search_tests {

inline const ParameterSet& small_search() {
  static const ParameterSet set = [] {
    ParameterSet small = with_preset("fast", 360, 60);
    Problems problems;
    small.override_from(parse_toml("docking.weights.balanced.repulsion = 20.0\n"
                                   "docking.weights.balanced.attraction = 0.01\n"
                                   "docking.weights.balanced.electrostatics = 8.0\n"
                                   "docking.weights.balanced.pair_potential = 0.05\n"
                                   "docking.preset.fast.spacing = 1.6",
                                   "study.toml", problems),
                        problems);
    problems.throw_if_any();
    return small;
  }();
  return set;
}

inline DockOptions fast(unsigned threads = 1) {
  DockOptions options;
  options.preset = "fast";
  options.threads = threads;
  return options;
}

inline DockResult docked(const Structure& receptor, const Structure& ligand, const Restraints& wishes = {},
                         unsigned threads = 1) {
  DockOptions options = fast(threads);
  options.restraints = wishes;
  Problems problems;
  DockResult result = dock(receptor, ligand, small_search(), options, problems);
  problems.throw_if_any();
  return result;
}

// Every number of the poses, bit by bit.
inline std::vector<std::uint64_t> bits_of(const Poses& poses) {
  std::vector<std::uint64_t> bits;
  for (const Pose& pose : poses) {
    const auto& [rotation, shift] = pose.motion;
    for (const double value :
         {rotation.w, rotation.x, rotation.y, rotation.z, shift.x, shift.y, shift.z, pose.score,
          pose.terms.repulsion, pose.terms.attraction, pose.terms.electrostatics, pose.terms.pair_potential,
          pose.terms.rescoring, pose.terms.site, pose.terms.restraints})
      bits.push_back(std::bit_cast<std::uint64_t>(value));
  }
  return bits;
}

// Atoms of the residue numbers from first to last.
inline std::vector<Vector3> atoms_of(const Structure& structure, int first, int last) {
  std::vector<Vector3> places;
  for (const Atom& atom : structure.atoms)
    if (const int number = structure.residues[atom.residue].number; number >= first && number <= last)
      places.push_back(atom.position_A);
  return places;
}

// Pairs of atoms nearer than `within_A`.
inline int contacts(const std::vector<Vector3>& receptor, const std::vector<Vector3>& ligand,
                    const RigidMotion& pose, double within_A = 4.5) {
  int count = 0;
  for (const Vector3& p : ligand) {
    const Vector3 at = moved(pose, p);
    for (const Vector3& q : receptor)
      if (squared_distance(at, q) < within_A * within_A) ++count;
  }
  return count;
}

}  // namespace azoo::docking::search_tests
