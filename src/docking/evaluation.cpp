#include "docking/evaluation.hpp"

#include <algorithm>  // for count_if
#include <stdexcept>  // for logic_error

#include "docking/backbone.hpp"          // for CommonBackbone, common_backbone, rmsd_A
#include "docking/capri.hpp"             // for dockq_of, capri_class_of, contact_search_lrmsd_A
#include "docking/contact_recovery.hpp"  // for ContactRecovery
#include "docking/native_interface.hpp"  // for native_interface
#include "docking/residue_matching.hpp"  // for match_partners

namespace azoo::docking {
namespace {

constexpr std::size_t least_points = 3;  // a superposition needs

std::vector<MatchedResidue> chosen(const std::vector<MatchedResidue>& residues,
                                   const std::vector<std::size_t>& places) {
  std::vector<MatchedResidue> result;
  for (const std::size_t place : places) result.push_back(residues[place]);
  return result;
}

std::size_t lacking(const std::vector<MatchedResidue>& residues) {
  return static_cast<std::size_t>(std::count_if(
      residues.begin(), residues.end(), [](const MatchedResidue& r) { return r.partner == no_residue; }));
}

RigidMotion onto_known(const CommonBackbone& backbone) {
  return superposition(backbone.partner_A, backbone.known_A);
}

}  // namespace

struct ReferenceComplex::Parts {
  bool usable = false;
  CommonBackbone receptor;  // the whole backbones
  CommonBackbone ligand;
  CommonBackbone near_receptor;  // of the residues at the interface
  CommonBackbone near_ligand;
  std::vector<Vector3> near_known_A;  // both interfaces' known points, receptor first
  bool receptor_is_smaller = false;
  RigidMotion receptor_onto_known;
  RigidMotion ligand_onto_known;
  ContactRecovery contacts;
  std::vector<std::string> notes;
};

ReferenceComplex::ReferenceComplex(const Structure& receptor, const Structure& ligand,
                                   const Structure& reference, Problems& problems)
    : parts_(std::make_unique<Parts>()) {
  Problems found;
  const MatchedPartners matched = match_partners(receptor, ligand, reference, found);
  for (const Problem& problem : found.list()) problems.add(problem);
  parts_->notes = matched.notes;
  if (found.any()) return;
  const NativeInterface native = native_interface(reference, matched.receptor, matched.ligand);
  if (native.contacts.empty()) {
    problems.add({reference.file, 0, 0}, "reference",
                 "no residues of the two partners within 5 A of each other",
                 "a complex in which receptor and ligand touch");
    return;
  }
  const std::vector<MatchedResidue> near_receptor = chosen(matched.receptor, native.near_receptor);
  const std::vector<MatchedResidue> near_ligand = chosen(matched.ligand, native.near_ligand);
  parts_->receptor = common_backbone(receptor, reference, matched.receptor);
  parts_->ligand = common_backbone(ligand, reference, matched.ligand);
  parts_->near_receptor = common_backbone(receptor, reference, near_receptor);
  parts_->near_ligand = common_backbone(ligand, reference, near_ligand);
  if (parts_->receptor.size() < least_points || parts_->ligand.size() < least_points ||
      parts_->near_receptor.size() + parts_->near_ligand.size() < least_points) {
    problems.add({reference.file, 0, 0}, "reference",
                 "fewer than three backbone atoms in common with a partner",
                 "a complex of the molecules that are docked");
    return;
  }
  parts_->near_known_A = parts_->near_receptor.known_A;
  parts_->near_known_A.insert(parts_->near_known_A.end(), parts_->near_ligand.known_A.begin(),
                              parts_->near_ligand.known_A.end());
  parts_->receptor_is_smaller = parts_->ligand.size() > parts_->receptor.size();
  parts_->receptor_onto_known = onto_known(parts_->receptor);
  parts_->ligand_onto_known = onto_known(parts_->ligand);
  parts_->contacts = ContactRecovery(receptor, ligand, matched, native);
  if (const std::size_t absent = lacking(near_receptor) + lacking(near_ligand); absent > 0)
    parts_->notes.push_back(std::to_string(absent) + " residues of the interface in " + reference.name +
                            " are missing in the docked structures");
  parts_->usable = true;
}

ReferenceComplex::~ReferenceComplex() = default;
ReferenceComplex::ReferenceComplex(ReferenceComplex&&) noexcept = default;
ReferenceComplex& ReferenceComplex::operator=(ReferenceComplex&&) noexcept = default;

Quality ReferenceComplex::quality(const RigidMotion& ligand_pose) const {
  const Parts& parts = *parts_;
  if (!parts.usable) throw std::logic_error("quality asked of a reference that had problems");
  Quality quality;
  std::vector<Vector3> interface = parts.near_receptor.partner_A;
  interface.reserve(parts.near_known_A.size());
  const RotationMatrix rotation = matrix_of(ligand_pose.rotation);
  for (const Vector3& point : parts.near_ligand.partner_A)
    interface.push_back(rotation * point + ligand_pose.shift_A);
  quality.interface_rmsd_A =
      rmsd_A(superposition(interface, parts.near_known_A), interface, parts.near_known_A);
  // The larger partner is laid on the known one; the smaller one follows.
  quality.ligand_rmsd_A = parts.receptor_is_smaller
                              ? rmsd_A(compose(parts.ligand_onto_known, inverse(ligand_pose)),
                                       parts.receptor.partner_A, parts.receptor.known_A)
                              : rmsd_A(compose(parts.receptor_onto_known, ligand_pose),
                                       parts.ligand.partner_A, parts.ligand.known_A);
  if (quality.ligand_rmsd_A < contact_search_lrmsd_A) quality.fnat = parts.contacts.fnat(ligand_pose);
  quality.dockq = dockq_of(quality.fnat, quality.interface_rmsd_A, quality.ligand_rmsd_A);
  quality.capri = capri_class_of(quality.fnat, quality.interface_rmsd_A, quality.ligand_rmsd_A);
  return quality;
}

RigidMotion ReferenceComplex::ideal_pose() const {
  const Parts& parts = *parts_;
  if (!parts.usable) throw std::logic_error("pose asked of a reference that had problems");
  const bool whole = parts.near_receptor.size() < least_points || parts.near_ligand.size() < least_points;
  const RigidMotion receptor = whole ? parts.receptor_onto_known : onto_known(parts.near_receptor);
  const RigidMotion ligand = whole ? parts.ligand_onto_known : onto_known(parts.near_ligand);
  const RigidMotion pose = compose(inverse(receptor), ligand);
  return {normalised(pose.rotation), pose.shift_A};
}

const std::vector<std::string>& ReferenceComplex::notes() const {
  return parts_->notes;
}

}  // namespace azoo::docking
