#include "docking/native_interface.hpp"

#include <algorithm>  // for max, min
#include <cmath>      // for sqrt
#include <limits>     // for infinity
#include <span>       // for span

namespace azoo::docking {
namespace {

struct Ball {
  Vector3 centre;
  double radius = 0.0;
};

std::span<const Atom> atoms_of(const Structure& structure, std::size_t residue) {
  const Residue& r = structure.residues[residue];
  return std::span(structure.atoms).subspan(r.first_atom, r.atom_count);
}

std::vector<Ball> balls_of(const Structure& structure, const std::vector<MatchedResidue>& residues) {
  std::vector<Ball> balls;
  for (const MatchedResidue& residue : residues) {
    const std::span<const Atom> atoms = atoms_of(structure, residue.known);
    Ball ball;
    for (const Atom& atom : atoms) ball.centre = ball.centre + atom.position_A;
    ball.centre = (1.0 / static_cast<double>(atoms.size())) * ball.centre;
    for (const Atom& atom : atoms) ball.radius = std::max(ball.radius, length(atom.position_A - ball.centre));
    balls.push_back(ball);
  }
  return balls;
}

double least_squared_distance(std::span<const Atom> a, std::span<const Atom> b) {
  double least = std::numeric_limits<double>::infinity();
  for (const Atom& p : a)
    for (const Atom& q : b) least = std::min(least, squared_distance(p.position_A, q.position_A));
  return least;
}

}  // namespace

NativeInterface native_interface(const Structure& known, const std::vector<MatchedResidue>& receptor,
                                 const std::vector<MatchedResidue>& ligand) {
  const std::vector<Ball> receptor_balls = balls_of(known, receptor);
  const std::vector<Ball> ligand_balls = balls_of(known, ligand);
  NativeInterface result;
  std::vector<bool> ligand_near(ligand.size(), false);
  for (std::size_t a = 0; a < receptor.size(); ++a) {
    bool near = false;
    for (std::size_t b = 0; b < ligand.size(); ++b) {
      // A little more than the reach, so that rounding loses nothing.
      const double reach = receptor_balls[a].radius + ligand_balls[b].radius + interface_A + 1e-6;
      if (squared_distance(receptor_balls[a].centre, ligand_balls[b].centre) > reach * reach) continue;
      const double least =
          least_squared_distance(atoms_of(known, receptor[a].known), atoms_of(known, ligand[b].known));
      if (least > interface_A * interface_A) continue;
      near = ligand_near[b] = true;
      if (std::sqrt(least) < contact_A) result.contacts.emplace_back(a, b);
    }
    if (near) result.near_receptor.push_back(a);
  }
  for (std::size_t b = 0; b < ligand.size(); ++b)
    if (ligand_near[b]) result.near_ligand.push_back(b);
  return result;
}

}  // namespace azoo::docking
