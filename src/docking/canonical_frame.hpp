// A molecule's own frame: origin at the centre of its atoms, axes along its principal axes. Searched in its
// own frame, a molecule gives the same poses however its file was turned.
#pragma once

#include <span>  // for span

#include "docking/rigid_motion.hpp"  // for RigidMotion

namespace azoo::docking {

// The motion from the coordinates as read into the own frame. Axes in order of falling spread; each points to
// where the third moment is positive, but the one whose third moment is least, which makes the frame
// right-handed.
[[nodiscard]] RigidMotion canonical_frame(std::span<const Vector3> positions_A);

}  // namespace azoo::docking
