// What the tests of the docking search share: the shipped parameters, a score model with weights of its own
// (so that tuning the shipped ones moves no test), made partners, random motions that repeat, and poses in
// contact.
#pragma once

#include <algorithm>  // for min, max
#include <cmath>      // for cos, sin, sqrt
#include <numbers>    // for pi
#include <string>     // for string
#include <vector>     // for vector

#include "core/files.hpp"                          // for data_folder
#include "core/parameters.hpp"                     // for ParameterSet
#include "core/problem.hpp"                        // for Problems
#include "core/random.hpp"                         // for RandomStream, Draws
#include "core/toml_value.hpp"                     // for parse_toml
#include "docking/pair_frames.hpp"                 // for PairFrames
#include "docking/pose.hpp"                        // for ScoreTerms
#include "docking/restraint_score.hpp"             // for RestraintScore
#include "docking/rigid_motion.hpp"                // for RigidMotion
#include "docking/score_model.hpp"                 // for ScoreModel
#include "docking_structures/made_structures.hpp"  // for helix, ball

namespace azoo::docking::search_tests {

inline std::string text_of(const Problems& problems) {
  std::string text;
  for (const Problem& problem : problems.list()) text += to_text(problem) + "\n";
  return text;
}

inline const ParameterSet& shipped() {
  static const ParameterSet set = [] {
    Problems problems;
    ParameterSet loaded = ParameterSet::load(data_folder(), problems);
    problems.throw_if_any();
    return loaded;
  }();
  return set;
}

// Kernels, types and potential as shipped; every term counts.
inline const ScoreModel& model() {
  static const ScoreModel loaded = [] {
    Problems problems;
    auto made = load_score_model(shipped(), "balanced", problems);
    problems.throw_if_any();
    made->weights = {0.5, 0.02, 4.0, 0.1};
    return *made;
  }();
  return loaded;
}

// Numbers that look random and are the same in every run.
class Chance {
 public:
  explicit Chance(std::uint64_t seed)
      : stream_({seed, 0, 0, Stream::known_answer_test}), draws_(stream_, 0, 0) {}
  Chance(const Chance&) = delete;
  Chance& operator=(const Chance&) = delete;
  double uniform(double low, double high) { return draws_.uniform(low, high); }
  std::uint32_t below(std::uint32_t bound) { return draws_.below(bound); }
  Vector3 direction() {
    const Vector3 v{draws_.normal(), draws_.normal(), draws_.normal()};
    return (1.0 / length(v)) * v;
  }
  // Uniform over all orientations: four normal numbers, made one long.
  Quaternion rotation() {
    return normalised({draws_.normal(), draws_.normal(), draws_.normal(), draws_.normal()});
  }
  RigidMotion motion(double far_A = 60.0) { return {rotation(), uniform(0.0, far_A) * direction()}; }

 private:
  RandomStream stream_;
  Draws draws_;
};

// Partners of every type and charge, neither of them symmetric, the first one the larger.
inline Structure receptor_helix() {
  return made::helix("AKLEYRDSWHGVMFKE");
}
inline Structure ligand_helix() {
  return made::helix("DRFSEKLNQTC", "B");
}

struct Pair {
  PairFrames frames;
  RestraintScore restraints;
};

inline Pair framed(const Structure& receptor, const Structure& ligand, const Restraints& wishes = {},
                   bool receptor_stands = false) {
  Pair pair;
  pair.frames = pair_frames(receptor, ligand, model().types, model().kernels,
                            receptor_stands || wishes.membrane.present);
  Problems problems;
  pair.restraints = restraint_score(wishes, receptor, ligand, pair.frames, shipped(), problems);
  problems.throw_if_any();
  return pair;
}

inline double least_distance_A(const std::vector<Vector3>& standing, const std::vector<Vector3>& moving,
                               const RigidMotion& motion) {
  double least2 = 1e30;
  const RotationMatrix rotation = matrix_of(motion.rotation);
  for (const Vector3& p : moving) {
    const Vector3 at = rotation * p + motion.shift_A;
    for (const Vector3& q : standing) least2 = std::min(least2, squared_distance(at, q));
  }
  return std::sqrt(least2);
}

// A motion in the frames that leaves `gap_A` between the nearest atoms, come upon from a random side.
inline RigidMotion touching(const PairFrames& frames, Chance& chance, double gap_A) {
  const Vector3 direction = chance.direction();
  RigidMotion motion{chance.rotation(), {}};
  double near = 0.0, far = 200.0;
  for (int k = 0; k < 40; ++k) {
    const double middle = 0.5 * (near + far);
    motion.shift_A = middle * direction;
    const double gap = least_distance_A(frames.standing.positions_A, frames.moving.positions_A, motion);
    (gap < gap_A ? near : far) = middle;
  }
  return motion;
}

inline std::vector<Vector3> places_of(const Structure& structure) {
  std::vector<Vector3> places;
  for (const Atom& atom : structure.atoms) places.push_back(atom.position_A);
  return places;
}

// Root of the mean squared distance between the same points under two motions.
inline double rmsd_A(const std::vector<Vector3>& points, const RigidMotion& a, const RigidMotion& b) {
  double sum = 0.0;
  for (const Vector3& p : points) sum += squared_distance(moved(a, p), moved(b, p));
  return std::sqrt(sum / static_cast<double>(points.size()));
}

inline std::vector<double> as_list(const ScoreTerms& terms) {
  return {terms.repulsion, terms.attraction, terms.electrostatics, terms.pair_potential, terms.restraints};
}

// The shipped parameters with one preset made small.
inline ParameterSet with_preset(const std::string& preset, int rotations, int refined) {
  ParameterSet set = shipped();
  Problems problems;
  const std::string name = "docking.preset." + preset + ".";
  set.override_from(parse_toml(name + "rotations = " + std::to_string(rotations) + "\n" + name +
                                   "poses_refined = " + std::to_string(refined),
                               "study.toml", problems),
                    problems);
  problems.throw_if_any();
  return set;
}

}  // namespace azoo::docking::search_tests
