#include "docking/pose_distance.hpp"

#include <algorithm>  // for any_of, min, max
#include <cmath>      // for sqrt

#include "docking/native_interface.hpp"  // for interface_A
#include "docking/reach_lists.hpp"       // for ReachLists

namespace azoo::docking {
namespace {

const Atom& atom_of(const Structure& structure, const Residue& residue, const char* name) {
  for (std::size_t i = residue.first_atom; i < residue.first_atom + residue.atom_count; ++i)
    if (structure.atoms[i].name == name) return structure.atoms[i];
  return structure.atoms[residue.first_atom];
}

}  // namespace

std::vector<Vector3> comparison_points(const Structure& ligand) {
  std::vector<Vector3> points;
  for (const Residue& residue : ligand.residues) {
    if (residue.kind == ResidueKind::amino_acid) points.push_back(atom_of(ligand, residue, "CA").position_A);
    if (residue.kind == ResidueKind::nucleotide) points.push_back(atom_of(ligand, residue, "P").position_A);
  }
  if (points.empty())
    for (const Atom& atom : ligand.atoms) points.push_back(atom.position_A);
  return points;
}

void PoseDistances::Sums::add(const Vector3& y) noexcept {
  count += 1.0;
  first = first + y;
  const std::array<double, 6> products{y.x * y.x, y.y * y.y, y.z * y.z, y.x * y.y, y.x * y.z, y.y * y.z};
  for (std::size_t k = 0; k < 6; ++k) second[k] += products[k];
}

PoseDistances::PoseDistances(const Structure& receptor, const Structure& ligand, const Poses& poses,
                             std::size_t poses_taken) {
  std::vector<Vector3> points = comparison_points(ligand);
  Vector3 middle;
  for (const Vector3& point : points) middle = middle + point;
  if (!points.empty()) middle = (1.0 / static_cast<double>(points.size())) * middle;
  Sums all;
  for (Vector3& point : points) {
    point = point - middle;
    all.add(point);
  }
  std::vector<Vector3> atoms;
  for (const Atom& atom : receptor.atoms) atoms.push_back(atom.position_A);
  const ReachLists reach(atoms, interface_A);
  const auto meets = [&](const Vector3& place) {
    const auto near = reach.near(place);
    return std::any_of(near.begin(), near.end(), [&](std::uint32_t i) {
      return squared_distance(atoms[i], place) <= interface_A * interface_A;
    });
  };
  placed_.resize(std::min(poses.size(), poses_taken));
  for (std::size_t k = 0; k < placed_.size(); ++k) {
    Placed& placed = placed_[k];
    placed.rotation = matrix_of(poses[k].motion.rotation);
    placed.middle = placed.rotation * middle + poses[k].motion.shift_A;
    for (const Vector3& point : points)
      if (meets(placed.rotation * point + placed.middle)) placed.interface.add(point);
    if (placed.interface.count == 0.0) placed.interface = all;
  }
}

double PoseDistances::squared_A(std::size_t a, std::size_t b) const noexcept {
  const Placed& p = placed_[a];
  const Placed& q = placed_[b];
  const double count = p.interface.count + q.interface.count;
  if (count == 0.0) return 0.0;
  const Vector3 m = p.interface.first + q.interface.first;
  std::array<double, 6> s{};
  for (std::size_t k = 0; k < 6; ++k) s[k] = p.interface.second[k] + q.interface.second[k];
  const Vector3 shift = p.middle - q.middle;
  double sum = count * dot(shift, shift);
  const std::array<double, 3> along{shift.x, shift.y, shift.z};
  for (std::size_t row = 0; row < 3; ++row) {
    const Vector3 d = p.rotation.rows[row] - q.rotation.rows[row];
    const Vector3 sd{s[0] * d.x + s[3] * d.y + s[4] * d.z, s[3] * d.x + s[1] * d.y + s[5] * d.z,
                     s[4] * d.x + s[5] * d.y + s[2] * d.z};
    sum += dot(d, sd) + 2.0 * along[row] * dot(d, m);
  }
  return std::max(0.0, sum / count);
}

}  // namespace azoo::docking
