// Which residues of a known complex are which residues of the two partners that were docked: chains first,
// then residues within them. Only proteins and nucleic acids are matched, no cofactors.
#pragma once

#include <cstddef>  // for size_t
#include <limits>   // for numeric_limits
#include <string>   // for string
#include <vector>   // for vector

#include "core/problem.hpp"       // for Problems
#include "docking/structure.hpp"  // for Structure

namespace azoo::docking {

inline constexpr std::size_t no_residue = std::numeric_limits<std::size_t>::max();

// One residue of the known complex and the partner's residue that it is: no_residue where the partner lacks
// it.
struct MatchedResidue {
  std::size_t known = 0;
  std::size_t partner = no_residue;
};

struct MatchedPartners {
  std::vector<MatchedResidue>
      receptor;  // every residue of the chains that are the receptor, order of the file
  std::vector<MatchedResidue> ligand;
  std::vector<std::string> notes;  // where chains are named or residues numbered otherwise; chains left over
};

// A residue of a protein or nucleic acid, whatever its name: an amino acid or nucleotide, or anything with
// the backbone atoms N, CA and C. Caps such as ACE are none.
[[nodiscard]] bool is_polymer_residue(const Structure& structure, const Residue& residue);

// A partner's chain is the chain of that name in the known complex when no other partner has a chain of that
// name, at least 30 % of the residues have the same number and name, and (below 90 %) no other chain has more
// in common with it; else the chain whose sequence has most identical residues, at least 30 % of the shorter
// one, the same name first, then the order of the files. Residues are then matched by number and insertion
// code, whatever their name, where 90 % of the names agree that way or the chain was found by name; else by
// place in the alignment. Problems: a partner none of whose chains is found.
[[nodiscard]] MatchedPartners match_partners(const Structure& receptor, const Structure& ligand,
                                             const Structure& known, Problems& problems);
// The same for one molecule alone, called `role` in messages; its residues are the receptor's list.
[[nodiscard]] MatchedPartners match_molecule(const Structure& molecule, const std::string& role,
                                             const Structure& known, Problems& problems);

}  // namespace azoo::docking
