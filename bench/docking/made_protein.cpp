#include "made_protein.hpp"

#include <array>        // for array
#include <cmath>        // for cbrt
#include <random>       // for mt19937
#include <string>       // for to_string
#include <string_view>  // for string_view
#include <vector>       // for vector

#include "arguments.hpp"               // for refuse
#include "core/files.hpp"              // for data_folder
#include "docking/grid_transform.hpp"  // for grid_sides
#include "docking/pair_frames.hpp"     // for pair_frames
#include "docking/search_grid.hpp"     // for search_grid

namespace azoo::bench {
namespace {

// The partial specific volume of proteins, 0.73 cm^3/g, is 1.2 A^3 a dalton; a heavy atom with its hydrogens
// weighs about 14 Da. Of the partners of the training complexes the farthest atom lies (median) 1.7 radii of
// a sphere of that volume from the middle: so do the ends of this ellipsoid.
constexpr double volume_an_atom_A3 = 17.0;
constexpr double second_axis = 0.5;  // of the longest
constexpr double third_axis = 0.41;  // 1.7^-3 / 0.5
// The ligand's longest axis as a part of the receptor's.
constexpr double ligand_part = 0.8;

struct ResidueAtoms {
  std::string_view name;
  std::vector<std::string_view> atoms;
};
const std::vector<ResidueAtoms>& residues_used() {
  static const std::vector<ResidueAtoms> residues{
      {"LEU", {"N", "CA", "C", "O", "CB", "CG", "CD1", "CD2"}},
      {"LYS", {"N", "CA", "C", "O", "CB", "CG", "CD", "CE", "NZ"}},
      {"SER", {"N", "CA", "C", "O", "CB", "OG"}},
      {"GLU", {"N", "CA", "C", "O", "CB", "CG", "CD", "OE1", "OE2"}},
      {"ALA", {"N", "CA", "C", "O", "CB"}},
      {"VAL", {"N", "CA", "C", "O", "CB", "CG1", "CG2"}},
      {"GLY", {"N", "CA", "C", "O"}},
  };
  return residues;
}

// A lattice with every point moved at random by up to a fifth of its step.
std::vector<docking::Vector3> places(double longest_A, std::uint32_t seed) {
  std::mt19937 engine(seed);
  std::uniform_real_distribution<double> jitter(-0.2, 0.2);
  const double step = std::cbrt(volume_an_atom_A3);
  const long reach = std::lround(longest_A / step) + 1;
  std::vector<docking::Vector3> points;
  for (long x = -reach; x <= reach; ++x)
    for (long y = -reach; y <= reach; ++y)
      for (long z = -reach; z <= reach; ++z) {
        const docking::Vector3 p{step * (static_cast<double>(x) + jitter(engine)),
                                 step * (static_cast<double>(y) + jitter(engine)),
                                 step * (static_cast<double>(z) + jitter(engine))};
        const docking::Vector3 in{p.x, p.y / second_axis, p.z / third_axis};
        if (dot(in, in) <= longest_A * longest_A) points.push_back(p);
      }
  return points;
}

std::size_t side_of(const MadePair& pair, double spacing_A, const ParameterSet& parameters,
                    const docking::AtomTypes& types) {
  const auto frames =
      docking::pair_frames(pair.receptor, pair.ligand, types, docking::load_kernels(parameters));
  const auto grid = docking::search_grid(frames.standing, frames.moving, spacing_A);
  return grid ? grid->side : 0;
}

}  // namespace

docking::Structure made_protein(double longest_half_axis_A, std::uint32_t seed) {
  docking::Structure made;
  made.name = made.file = "made protein";
  const auto points = places(longest_half_axis_A, seed);
  for (std::size_t next = 0, number = 1; next < points.size(); ++number) {
    const ResidueAtoms& kind = residues_used()[number % residues_used().size()];
    docking::Residue residue;
    residue.chain = "A";
    residue.number = static_cast<int>(number);
    residue.name = residue.parent = kind.name;
    residue.first_atom = next;
    for (const std::string_view atom : kind.atoms) {
      if (next == points.size()) break;
      made.atoms.push_back(
          {points[next++], std::string(atom), std::string(atom.substr(0, 1)), made.residues.size()});
    }
    residue.atom_count = next - residue.first_atom;
    made.residues.push_back(residue);
  }
  return made;
}

MadePair pair_for_side(std::size_t side, double spacing_A) {
  Problems problems;
  const ParameterSet parameters = ParameterSet::load(data_folder() / "docking", problems);
  const auto types = docking::AtomTypes::load(problems);
  problems.throw_if_any();
  // From small to large; of the sizes that take this side the one in the middle.
  std::vector<double> fitting;
  const double most_A = static_cast<double>(side) * spacing_A / 2.0;
  for (double longest_A = most_A / 4.0; longest_A < most_A; longest_A *= 1.02) {
    const MadePair pair{made_protein(longest_A, 1), made_protein(ligand_part * longest_A, 2)};
    const std::size_t found = side_of(pair, spacing_A, parameters, *types);
    if (found == side) fitting.push_back(longest_A);
    if (found > side) break;
  }
  if (fitting.empty()) refuse("side", std::to_string(side), "a side that the search uses");
  const double longest_A = fitting[fitting.size() / 2];
  return {made_protein(longest_A, 1), made_protein(ligand_part * longest_A, 2)};
}

}  // namespace azoo::bench
