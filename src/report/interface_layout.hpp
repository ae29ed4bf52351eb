// Which residues of an interface stand where in its diagram: those with a bond or a close contact, each
// partner in a column, ordered so that few lines cross.
#pragma once

#include <cstddef>  // for size_t
#include <vector>   // for vector

#include "docking/interface.hpp"  // for Interface
#include "docking/structure.hpp"  // for Structure

namespace azoo::report {

// Two residues and what joins them; places are rows of the columns, from the top.
struct DiagramLink {
  std::size_t left = 0;
  std::size_t right = 0;
  int salt_bridges = 0;
  int disulfides = 0;
  int hydrogen_bonds = 0;
  int close_pairs = 0;
};

struct DiagramLayout {
  std::vector<docking::InterfaceResidue> left;  // receptor
  std::vector<docking::InterfaceResidue> right;
  std::vector<DiagramLink> links;
  std::size_t left_out = 0;  // residues with the fewest bonds and contacts, when there are more than fit
};

// Weighted barycentres (Sugiyama, Tagawa and Toda, IEEE Trans Syst Man Cybern 1981,
// doi 10.1109/TSMC.1981.4308636): each column in turn is sorted by the mean place of what a residue is joined
// to; the best order seen stays.
[[nodiscard]] DiagramLayout lay_out_diagram(const docking::Interface& interface,
                                            const docking::Structure& receptor,
                                            const docking::Structure& ligand, std::size_t most_in_a_column);

[[nodiscard]] std::size_t crossings(const std::vector<DiagramLink>& links);

}  // namespace azoo::report
