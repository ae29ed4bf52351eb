// The interface of a known complex: which residues touch across it, and which lie near it.
#pragma once

#include <cstddef>  // for size_t
#include <utility>  // for pair
#include <vector>   // for vector

#include "docking/residue_matching.hpp"  // for MatchedResidue
#include "docking/structure.hpp"         // for Structure

namespace azoo::docking {

struct NativeInterface {
  std::vector<std::pair<std::size_t, std::size_t>>
      contacts;                            // places in the two lists; heavy atoms within 5 A
  std::vector<std::size_t> near_receptor;  // places in the list; within 10 A of the other side
  std::vector<std::size_t> near_ligand;
};

// Distances of Mendez et al., Proteins 2003, doi 10.1002/prot.10393: 5 A for a contact, 10 A for the
// interface.
inline constexpr double contact_A = 5.0;
inline constexpr double interface_A = 10.0;

[[nodiscard]] NativeInterface native_interface(const Structure& known,
                                               const std::vector<MatchedResidue>& receptor,
                                               const std::vector<MatchedResidue>& ligand);

}  // namespace azoo::docking
