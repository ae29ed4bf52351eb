// Chain names of a complex written to one file: kept, made unique where two partners use the same, and fitted
// to the one character that the PDB format has.
#pragma once

#include <map>     // for map
#include <string>  // for string
#include <vector>  // for vector

#include "docking/structure.hpp"  // for Structure

namespace azoo::docking {

struct ChainRename {
  std::size_t partner = 0;  // 0: the first structure
  std::string from;
  std::string to;
};

struct ChainNames {
  std::vector<std::map<std::string, std::string>> names;  // for each partner, by the name it has now
  std::vector<ChainRename> renamed;                       // only those that change
};

// Names are given in order of partners and residues; a new name is the first of A-Z, a-z, 0-9, AA, AB ...
// that no chain of any partner bears. one_character: longer names change too, as long as there are free
// characters.
[[nodiscard]] ChainNames unique_chain_names(const std::vector<const Structure*>& partners,
                                            bool one_character);

}  // namespace azoo::docking
