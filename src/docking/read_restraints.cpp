// From what the user names (residues, a plane in the receptor's coordinates) to atoms and places in the
// frames.
#include <algorithm>  // for sort, unique
#include <cmath>      // for isfinite
#include <utility>    // for swap

#include "docking/residue_range.hpp"  // for parse_residue_range
#include "docking/restraint_score.hpp"

namespace azoo::docking {
namespace {

std::vector<double> mask_of(const Restraints& restraints, Partner partner, const Structure& structure,
                            const ParameterSet& parameters, Problems& problems) {
  std::vector<double> mask;
  for (const SiteMask& site : restraints.masks) {
    if (site.partner != partner) continue;
    mask.resize(structure.atoms.size(), 0.0);
    const double strength = site.attract ? -parameters.value("docking.restraint.attract", "1")
                                         : parameters.value("docking.restraint.block", "1");
    for (const std::size_t atom : atoms_of_residues(structure, site.residues, problems))
      mask[atom] += strength;
  }
  return mask;
}

std::optional<MembraneTerm> membrane_of(const Membrane& membrane, const PairFrames& frames,
                                        Problems& problems) {
  if (!membrane.present) return std::nullopt;
  Vector3 normal{membrane.normal[0], membrane.normal[1], membrane.normal[2]};
  const Vector3 centre{membrane.centre_A[0], membrane.centre_A[1], membrane.centre_A[2]};
  const double size = length(normal);
  const bool finite =
      std::isfinite(size) && std::isfinite(length(centre)) && std::isfinite(membrane.half_thickness_A);
  if (!finite || !(size > 0.0) || membrane.half_thickness_A < 0.0) {
    problems.add({}, "membrane",
                 "a normal of no length, a negative thickness, or a number that is not finite",
                 "a place, a direction and a thickness >= 0");
    return std::nullopt;
  }
  normal = ((membrane.along_normal ? 1.0 : -1.0) / size) * normal;
  const Vector3 turned = matrix_of(frames.standing_frame.rotation) * normal;
  return MembraneTerm{turned, dot(turned, moved(frames.standing_frame, centre)) + membrane.half_thickness_A};
}

}  // namespace

std::vector<std::size_t> atoms_of_residues(const Structure& structure,
                                           const std::vector<std::string>& residues, Problems& problems) {
  std::vector<std::size_t> atoms;
  if (residues.empty())
    problems.add({structure.file, 0, 0}, "residues", "none",
                 "at least one residue, such as A:10-20 or A:35B");
  for (const std::string& text : residues) {
    const auto range = parse_residue_range(text);
    if (!range) {
      problems.add({structure.file, 0, 0}, "residues", text, "a chain and numbers, such as A:10-20 or A:35B");
      continue;
    }
    const std::size_t before = atoms.size();
    for (const Residue& residue : structure.residues)
      if (range->contains(residue.chain, residue.number, residue.insertion))
        for (std::size_t k = 0; k < residue.atom_count; ++k) atoms.push_back(residue.first_atom + k);
    if (atoms.size() == before)
      problems.add({structure.file, 0, 0}, "residues", text, "residues that the structure has");
  }
  // Ranges may overlap; an atom counts once.
  std::sort(atoms.begin(), atoms.end());
  atoms.erase(std::unique(atoms.begin(), atoms.end()), atoms.end());
  return atoms;
}

RestraintScore restraint_score(const Restraints& restraints, const Structure& receptor,
                               const Structure& ligand, const PairFrames& frames,
                               const ParameterSet& parameters, Problems& problems) {
  RestraintScore score;
  score.standing_mask = mask_of(restraints, Partner::receptor, receptor, parameters, problems);
  score.moving_mask = mask_of(restraints, Partner::ligand, ligand, parameters, problems);
  if (frames.swapped) std::swap(score.standing_mask, score.moving_mask);
  for (const DistanceRestraint& restraint : restraints.distances) {
    DistanceTerm term{atoms_of_residues(receptor, restraint.receptor_residues, problems),
                      atoms_of_residues(ligand, restraint.ligand_residues, problems), restraint.min_A,
                      restraint.max_A};
    if (!std::isfinite(term.min_A) || !(term.min_A >= 0.0) || !(term.max_A >= term.min_A))
      problems.add({}, "distance", "limits that are no range", "0 <= min_A <= max_A");
    if (frames.swapped) std::swap(term.standing, term.moving);
    if (!term.standing.empty() && !term.moving.empty()) score.distances.push_back(std::move(term));
  }
  score.membrane = membrane_of(restraints.membrane, frames, problems);
  score.distance_weight = parameters.value("docking.restraint.distance", "1/A");
  score.membrane_weight = parameters.value("docking.restraint.membrane", "1");
  return score;
}

}  // namespace azoo::docking
