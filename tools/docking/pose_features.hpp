// What the score of a pose is made of, before any weight: the sums that a fit of the weights needs.
#pragma once

#include <cstddef>     // for size_t
#include <filesystem>  // for path
#include <string>      // for string
#include <vector>      // for vector

#include "docking/evaluation.hpp"   // for Quality
#include "docking/pair_frames.hpp"  // for PairFrames
#include "docking/pair_score.hpp"   // for PairScore

namespace azoo::docking {

struct LabelledPose {
  bool seeded = false;  // started from the known complex
  float dockq = 0, ligand_rmsd_A = 0, interface_rmsd_A = 0, fnat = 0;
  int capri = 0;
  RigidMotion motion;           // in the frames
  std::vector<float> features;  // repulsion, attraction, electrostatics, then pairs of types a <= b
};

// Parts that are no pair of types: repulsion, contacts, electrostatics, steps of the distance, short
// electrostatics, hard repulsion.
inline constexpr std::size_t plain_parts = 9;

[[nodiscard]] inline std::size_t pair_index(std::size_t a, std::size_t b, std::size_t types) {
  if (a > b) std::swap(a, b);
  return plain_parts + a * types - a * (a + 1) / 2 + b;
}
[[nodiscard]] inline std::size_t feature_count(std::size_t types) {
  return plain_parts + types * (types + 1) / 2;
}

[[nodiscard]] std::vector<float> features_of(const PairScore& score, const RigidMotion& motion);

void write_poses(const std::filesystem::path& file, const std::vector<LabelledPose>& poses);
[[nodiscard]] std::vector<LabelledPose> read_poses(const std::filesystem::path& file);

}  // namespace azoo::docking
