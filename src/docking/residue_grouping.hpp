// Gathers raw atoms into residues and settles what occurs twice: duplicate atoms, numbers used again,
// alternate locations and residues that the crystal holds in two forms (microheterogeneity). The order of the
// file is kept.
#pragma once

#include <cstddef>  // for size_t
#include <string>   // for string
#include <vector>   // for vector

#include "docking/raw_structure.hpp"  // for RawAtom

namespace azoo::docking {

struct RawResidue {
  std::string chain;
  std::string name;
  int number = 0;
  char insertion = ' ';
  int block = 0;
  bool hetero = false;
  std::vector<std::size_t> atoms;  // indices of raw atoms, in the order of the file
};

struct GroupingCounts {
  std::size_t duplicates = 0;     // atoms left out
  std::size_t numbers_again = 0;  // residues whose number and name the chain had used before
};

[[nodiscard]] std::vector<RawResidue> group_residues(const std::vector<RawAtom>& atoms,
                                                     GroupingCounts& counts);

struct AlternateCounts {
  std::size_t residues = 0;     // with alternate locations
  std::size_t other_forms = 0;  // residues left out for another residue at the same place
};

// Of residues with the same place in the chain and different names, of which one has alternate locations, the
// one of the highest mean occupancy stays (the first label among equals).
void settle_forms(const std::vector<RawAtom>& atoms, std::vector<RawResidue>& residues,
                  AlternateCounts& counts);
// Within a residue: the label of the highest mean occupancy, the first label among equals. An atom that this
// label and the common part lack is taken from the best of the others.
void settle_alternates(const std::vector<RawAtom>& atoms, RawResidue& residue, AlternateCounts& counts);

}  // namespace azoo::docking
