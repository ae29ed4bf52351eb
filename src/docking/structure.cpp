#include "docking/structure.hpp"

#include "docking/rigid_motion.hpp"  // for RigidMotion, moved

namespace azoo::docking {

std::string to_text(const Residue& residue) {
  std::string text = residue.chain + ":" + std::to_string(residue.number);
  if (residue.insertion != ' ') text += residue.insertion;
  return text + " " + residue.name;
}

Structure moved(const Structure& structure, const RigidMotion& motion) {
  Structure result = structure;
  const RotationMatrix rotation = matrix_of(motion.rotation);
  for (Atom& atom : result.atoms) atom.position_A = rotation * atom.position_A + motion.shift_A;
  return result;
}

}  // namespace azoo::docking
