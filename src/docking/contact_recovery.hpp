// Counts which native contacts a pose of the ligand makes again. Only the residues of native contacts are
// looked at, so that a pose costs microseconds.
#pragma once

#include <cstddef>  // for size_t
#include <utility>  // for pair
#include <vector>   // for vector

#include "docking/native_interface.hpp"  // for NativeInterface
#include "docking/residue_matching.hpp"  // for MatchedPartners
#include "docking/rigid_motion.hpp"      // for RigidMotion
#include "docking/structure.hpp"         // for Structure

namespace azoo::docking {

class ContactRecovery {
 public:
  ContactRecovery() = default;
  ContactRecovery(const Structure& receptor, const Structure& ligand, const MatchedPartners& matched,
                  const NativeInterface& native);
  // Share of the native contacts, those of residues that a partner lacks among them.
  [[nodiscard]] double fnat(const RigidMotion& ligand_pose) const;

 private:
  struct Group {  // atoms of one residue, and the ball around them
    std::size_t first = 0;
    std::size_t count = 0;
    Vector3 centre;
    double radius = 0.0;
  };
  struct Groups {
    std::vector<Vector3> atoms;
    std::vector<Group> residues;
    void add(const Structure& structure, std::size_t residue);
  };
  [[nodiscard]] bool touch(const Group& receptor, const Group& ligand, const Vector3& ligand_centre,
                           const std::vector<Vector3>& ligand_atoms) const;

  Groups receptor_;
  Groups ligand_;
  std::vector<std::pair<std::size_t, std::size_t>> contacts_;  // places in the groups
  std::size_t native_ = 0;
};

}  // namespace azoo::docking
