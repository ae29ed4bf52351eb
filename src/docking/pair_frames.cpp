#include "docking/pair_frames.hpp"

#include <utility>  // for swap

#include "docking/canonical_frame.hpp"  // for canonical_frame

namespace azoo::docking {
namespace {

void bring_into_frame(ScoredPartner& partner, const RigidMotion& frame) {
  const RotationMatrix rotation = matrix_of(frame.rotation);
  for (Vector3& p : partner.positions_A) p = rotation * p + frame.shift_A;
}

// Sums that do not change when a molecule is moved: they tell equally large partners apart.
double signature(const ScoredPartner& partner) {
  double sum = 0.0;
  for (std::size_t i = 0; i < partner.size(); ++i) sum += partner.types[i] + 0.01 * partner.firmness[i];
  return sum;
}

}  // namespace

RigidMotion PairFrames::as_asked(const RigidMotion& motion) const {
  const RigidMotion moved = compose(inverse(standing_frame), compose(motion, moving_frame));
  const RigidMotion pose = swapped ? inverse(moved) : moved;
  return {normalised(pose.rotation), pose.shift_A};
}

RigidMotion PairFrames::in_frames(const RigidMotion& pose) const {
  const RigidMotion moved = swapped ? inverse(pose) : pose;
  return compose(standing_frame, compose(moved, inverse(moving_frame)));
}

PairFrames pair_frames(const Structure& receptor, const Structure& ligand, const AtomTypes& types,
                       const Kernels& kernels, bool receptor_stands) {
  PairFrames frames;
  frames.standing = scored_partner(receptor, types, kernels);
  frames.moving = scored_partner(ligand, types, kernels);
  const std::size_t a = frames.standing.size(), b = frames.moving.size();
  frames.swapped =
      !receptor_stands && (b > a || (b == a && signature(frames.moving) > signature(frames.standing)));
  if (frames.swapped) std::swap(frames.standing, frames.moving);
  frames.standing_frame = canonical_frame(frames.standing.positions_A);
  frames.moving_frame = canonical_frame(frames.moving.positions_A);
  bring_into_frame(frames.standing, frames.standing_frame);
  bring_into_frame(frames.moving, frames.moving_frame);
  return frames;
}

}  // namespace azoo::docking
