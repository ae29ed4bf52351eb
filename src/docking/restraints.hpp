// What a user knows about a binding site. Everything here is part of the score, in the search and in the
// refinement.
#pragma once

#include <string>  // for string
#include <vector>  // for vector

namespace azoo::docking {

enum class Partner { receptor, ligand };

// Contacts of these residues are favoured (attract) or forbidden (block).
struct SiteMask {
  Partner partner = Partner::receptor;
  bool attract = true;
  std::vector<std::string> residues;  // "A:10-20", "A:35"
};

// The distance between the nearest atoms of the two sets of residues is to lie between min_A and max_A.
struct DistanceRestraint {
  std::vector<std::string> receptor_residues;
  std::vector<std::string> ligand_residues;
  double min_A = 0.0;
  double max_A = 8.0;
};

// A slab through the receptor, in its own coordinates: the ligand stays out of it and on the side that the
// normal points to (side = outside) or away from (inside).
struct Membrane {
  bool present = false;
  double centre_A[3] = {0, 0, 0};
  double normal[3] = {0, 0, 1};
  double half_thickness_A = 15.0;
  bool along_normal = true;
};

struct Restraints {
  std::vector<SiteMask> masks;
  std::vector<DistanceRestraint> distances;
  Membrane membrane;
};

}  // namespace azoo::docking
