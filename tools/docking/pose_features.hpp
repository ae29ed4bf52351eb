// What the score of a pose is made of, before any weight: the sums that a fit of the weights needs.
#pragma once

#include <cstddef>     // for size_t
#include <filesystem>  // for path
#include <string>      // for string
#include <utility>     // for swap
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
  std::vector<float> features;  // the plain parts, then contacts of pairs of types a <= b
};

// Parts that are no pair of types: repulsion, electrostatics, the steps of the attraction.
inline constexpr std::size_t repulsion_part = 0;
inline constexpr std::size_t electrostatics_part = 1;
inline constexpr std::size_t first_step = 2;
inline constexpr std::size_t attraction_steps = 4;
inline constexpr std::size_t plain_parts = first_step + attraction_steps;

[[nodiscard]] inline std::size_t pair_index(std::size_t a, std::size_t b, std::size_t types) {
  if (a > b) std::swap(a, b);
  return plain_parts + a * types - a * (a + 1) / 2 + b;
}
[[nodiscard]] inline std::size_t feature_count(std::size_t types) {
  return plain_parts + types * (types + 1) / 2;
}

// Of the kernels named, which need not be those that the pose was found with. Throws std::logic_error where
// there are not as many steps or where they reach farther than the score looks.
[[nodiscard]] std::vector<float> features_of(const PairScore& score, const Kernels& kernels,
                                             const RigidMotion& motion);

void write_poses(const std::filesystem::path& file, const std::vector<LabelledPose>& poses);
[[nodiscard]] std::vector<LabelledPose> read_poses(const std::filesystem::path& file);

}  // namespace azoo::docking
