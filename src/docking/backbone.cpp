#include "docking/backbone.hpp"

#include <algorithm>  // for find
#include <array>      // for array
#include <cmath>      // for sqrt
#include <span>       // for span

namespace azoo::docking {
namespace {

constexpr std::array<std::string_view, 4> protein_backbone{"N", "CA", "C", "O"};
constexpr std::array<std::string_view, 12> nucleic_backbone{"P",   "OP1", "OP2", "O5'", "C5'", "C4'",
                                                            "O4'", "C3'", "O3'", "C2'", "O2'", "C1'"};

const Atom* find_atom(const Structure& structure, const Residue& residue, std::string_view name) {
  for (const Atom& atom : std::span(structure.atoms).subspan(residue.first_atom, residue.atom_count))
    if (atom.name == name) return &atom;
  return nullptr;
}

}  // namespace

bool is_backbone_atom(std::string_view name, ResidueKind kind) noexcept {
  if (kind == ResidueKind::nucleotide)
    return std::find(nucleic_backbone.begin(), nucleic_backbone.end(), name) != nucleic_backbone.end();
  return std::find(protein_backbone.begin(), protein_backbone.end(), name) != protein_backbone.end();
}

CommonBackbone common_backbone(const Structure& partner, const Structure& known,
                               const std::vector<MatchedResidue>& residues) {
  CommonBackbone common;
  for (const MatchedResidue& pair : residues) {
    if (pair.partner == no_residue) continue;
    const Residue& there = known.residues[pair.known];
    for (const Atom& atom : std::span(known.atoms).subspan(there.first_atom, there.atom_count)) {
      if (!is_backbone_atom(atom.name, there.kind)) continue;
      const Atom* mine = find_atom(partner, partner.residues[pair.partner], atom.name);
      if (mine == nullptr) continue;
      common.partner_A.push_back(mine->position_A);
      common.known_A.push_back(atom.position_A);
    }
  }
  return common;
}

double rmsd_A(const RigidMotion& motion, const std::vector<Vector3>& points,
              const std::vector<Vector3>& others) {
  const RotationMatrix rotation = matrix_of(motion.rotation);
  double sum = 0.0;
  for (std::size_t i = 0; i < points.size(); ++i)
    sum += squared_distance(rotation * points[i] + motion.shift_A, others[i]);
  return std::sqrt(sum / static_cast<double>(points.size()));
}

}  // namespace azoo::docking
