// Which partner stands still while a pair is searched, and how the poses found are told in the coordinates as
// read. The larger partner stands, each partner in its own frame: so neither the order in which the partners
// are named nor the way in which their files are turned changes what is searched.
#pragma once

#include "docking/partner.hpp"       // for ScoredPartner
#include "docking/rigid_motion.hpp"  // for RigidMotion
#include "docking/structure.hpp"     // for Structure

namespace azoo::docking {

struct PairFrames {
  ScoredPartner standing;  // about the origin of its own frame
  ScoredPartner moving;
  RigidMotion standing_frame;  // from the coordinates as read
  RigidMotion moving_frame;
  bool swapped = false;  // the ligand stands

  // The pose of the ligand, coordinates as read, for a motion of the moving partner in the frames; and back.
  [[nodiscard]] RigidMotion as_asked(const RigidMotion& motion) const;
  [[nodiscard]] RigidMotion in_frames(const RigidMotion& pose) const;
};

// receptor_stands: also where it is the smaller, as a membrane through it asks for.
[[nodiscard]] PairFrames pair_frames(const Structure& receptor, const Structure& ligand,
                                     const AtomTypes& types, const Kernels& kernels,
                                     bool receptor_stands = false);

}  // namespace azoo::docking
