// How near a pose is to the known complex: CAPRI's measures (Mendez et al., Proteins 2003,
// doi 10.1002/prot.10393) and DockQ (Basu and Wallner, PLoS ONE 2016, doi 10.1371/journal.pone.0161879).
#pragma once

#include <memory>  // for unique_ptr
#include <string>  // for string
#include <vector>  // for vector

#include "core/problem.hpp"          // for Problems
#include "docking/rigid_motion.hpp"  // for RigidMotion
#include "docking/structure.hpp"     // for Structure

namespace azoo::docking {

enum class CapriClass { incorrect, acceptable, medium, high };
[[nodiscard]] std::string to_text(CapriClass capri);

struct Quality {
  double fnat = 0.0;  // share of the native residue contacts (heavy atoms within 5 A) that are there
  double interface_rmsd_A = 0.0;  // backbone of residues within 10 A across the native interface, superposed
  double ligand_rmsd_A = 0.0;     // backbone of the smaller partner after superposing the larger
  double dockq = 0.0;
  CapriClass capri = CapriClass::incorrect;
};

// A complex whose true structure is known. Residues are matched by chain, number and insertion code, whatever
// their name; where the reference's chains are named otherwise, by position in the partner (told in notes).
class ReferenceComplex {
 public:
  // Problems: partners that cannot be found in the reference, no native contact.
  ReferenceComplex(const Structure& receptor, const Structure& ligand, const Structure& reference,
                   Problems& problems);
  ~ReferenceComplex();
  ReferenceComplex(ReferenceComplex&&) noexcept;
  ReferenceComplex& operator=(ReferenceComplex&&) noexcept;

  [[nodiscard]] Quality quality(const RigidMotion& ligand_pose) const;
  // The best that a rigid placement can reach: both partners laid on the reference by their interfaces.
  [[nodiscard]] RigidMotion ideal_pose() const;
  [[nodiscard]] const std::vector<std::string>& notes() const;

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace azoo::docking
