// The interface of several poses as CSV tables: their residues, the residues in contact, the bonds.
#pragma once

#include <cstddef>  // for size_t
#include <string>   // for string
#include <vector>   // for vector

#include "docking/interface.hpp"  // for Interface

namespace azoo::docking {

// An interface and what it belongs to: the rank of its cluster, from 1.
struct RankedInterface {
  std::size_t cluster = 1;
  Interface interface;
};

// cluster, partner (receptor | ligand), chain, number, insertion, residue, class, contacts, salt_bridges,
// disulfides, hydrogen_bonds, free_area_A2, buried_area_A2.
[[nodiscard]] std::string interface_residues_csv(const Structure& receptor, const Structure& ligand,
                                                 const std::vector<RankedInterface>& interfaces);
// cluster, both residues, the nearest atoms and their distance, close_pairs, clashes.
[[nodiscard]] std::string interface_contacts_csv(const Structure& receptor, const Structure& ligand,
                                                 const std::vector<RankedInterface>& interfaces);
// cluster, kind, both atoms with their residues, distance, donor (receptor | ligand | either, hydrogen bonds
// only), the two angles (hydrogen bonds only).
[[nodiscard]] std::string interface_bonds_csv(const Structure& receptor, const Structure& ligand,
                                              const std::vector<RankedInterface>& interfaces);

}  // namespace azoo::docking
