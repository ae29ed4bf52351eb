#include "report/interface_layout.hpp"

#include <algorithm>  // for stable_sort, sort, find_if
#include <map>        // for map
#include <numeric>    // for iota
#include <utility>    // for pair, swap

namespace azoo::report {

namespace {

using docking::BondKind;
using Side = std::vector<docking::InterfaceResidue>;

// Links between residues of the structures, bonds counted; still with the structures' indices.
std::vector<DiagramLink> links_of(const docking::Interface& interface, const docking::Structure& receptor,
                                  const docking::Structure& ligand) {
  std::map<std::pair<std::size_t, std::size_t>, DiagramLink> found;
  for (const docking::ResidueContact& contact : interface.contacts) {
    if (contact.close_pairs == 0) continue;
    found[{contact.receptor_residue, contact.ligand_residue}].close_pairs = contact.close_pairs;
  }
  for (const docking::InterfaceBond& bond : interface.bonds) {
    DiagramLink& link = found[{receptor.atoms[bond.atoms.receptor_atom].residue,
                               ligand.atoms[bond.atoms.ligand_atom].residue}];
    link.salt_bridges += bond.kind == BondKind::salt_bridge ? 1 : 0;
    link.disulfides += bond.kind == BondKind::disulfide ? 1 : 0;
    link.hydrogen_bonds += bond.kind == BondKind::hydrogen_bond ? 1 : 0;
  }
  std::vector<DiagramLink> out;
  for (auto& [residues, link] : found) {
    link.left = residues.first;
    link.right = residues.second;
    out.push_back(link);
  }
  return out;
}

double weight_of(const DiagramLink& link) {
  return 100.0 * (link.disulfides + link.salt_bridges) + 30.0 * link.hydrogen_bonds + link.close_pairs;
}

// The residues of one side that are linked, the weightiest where not all fit, in the order of the structure.
std::vector<std::size_t> chosen(const std::vector<DiagramLink>& links, std::size_t DiagramLink::*end,
                                std::size_t most) {
  std::map<std::size_t, double> weights;
  for (const DiagramLink& link : links) weights[link.*end] += weight_of(link);
  std::vector<std::size_t> out;
  for (const auto& [residue, weight] : weights) out.push_back(residue);
  if (out.size() <= most) return out;
  std::stable_sort(out.begin(), out.end(),
                   [&](std::size_t a, std::size_t b) { return weights[a] > weights[b]; });
  out.resize(most);
  std::sort(out.begin(), out.end());
  return out;
}

// New places: place[k] is where row k goes.
void apply(std::vector<DiagramLink>& links, Side& side, std::size_t DiagramLink::*end,
           const std::vector<std::size_t>& place) {
  Side moved(side.size());
  for (std::size_t k = 0; k < side.size(); ++k) moved[place[k]] = side[k];
  side = std::move(moved);
  for (DiagramLink& link : links) link.*end = place[link.*end];
}

// Sorts one column by the mean place of its partners, as a share of the other column's height.
void sort_by_barycentre(std::vector<DiagramLink>& links, Side& side, std::size_t DiagramLink::*end,
                        std::size_t DiagramLink::*other) {
  std::vector<double> sum(side.size());
  std::vector<double> weight(side.size());
  for (const DiagramLink& link : links) {
    sum[link.*end] += static_cast<double>(link.*other);
    weight[link.*end] += 1.0;
  }
  std::vector<std::size_t> order(side.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return sum[a] * weight[b] < sum[b] * weight[a]; });
  std::vector<std::size_t> place(side.size());
  for (std::size_t k = 0; k < order.size(); ++k) place[order[k]] = k;
  apply(links, side, end, place);
}

// Swaps neighbours in one column as long as that takes crossings away.
void swap_neighbours(DiagramLayout& layout, Side& side, std::size_t DiagramLink::*end) {
  std::size_t now = crossings(layout.links);
  for (std::size_t k = 0; k + 1 < side.size(); ++k) {
    std::vector<std::size_t> place(side.size());
    std::iota(place.begin(), place.end(), std::size_t{0});
    std::swap(place[k], place[k + 1]);
    apply(layout.links, side, end, place);
    const std::size_t then = crossings(layout.links);
    if (then < now) {
      now = then;
    } else {
      apply(layout.links, side, end, place);  // back
    }
  }
}

Side residues_of(const docking::InterfaceSide& side, const std::vector<std::size_t>& residues) {
  Side out;
  for (const std::size_t residue : residues) {
    const auto found = std::find_if(side.residues.begin(), side.residues.end(),
                                    [&](const auto& each) { return each.residue == residue; });
    if (found != side.residues.end()) out.push_back(*found);
  }
  return out;
}

}  // namespace

std::size_t crossings(const std::vector<DiagramLink>& links) {
  std::size_t count = 0;
  for (std::size_t a = 0; a < links.size(); ++a) {
    for (std::size_t b = a + 1; b < links.size(); ++b) {
      const bool down = links[a].left < links[b].left && links[a].right > links[b].right;
      const bool up = links[a].left > links[b].left && links[a].right < links[b].right;
      count += down || up ? 1U : 0U;
    }
  }
  return count;
}

DiagramLayout lay_out_diagram(const docking::Interface& interface, const docking::Structure& receptor,
                              const docking::Structure& ligand, std::size_t most_in_a_column) {
  const std::vector<DiagramLink> all = links_of(interface, receptor, ligand);
  const auto left = chosen(all, &DiagramLink::left, most_in_a_column);
  const auto right = chosen(all, &DiagramLink::right, most_in_a_column);
  DiagramLayout layout;
  layout.left = residues_of(interface.receptor, left);
  layout.right = residues_of(interface.ligand, right);
  layout.left_out = chosen(all, &DiagramLink::left, all.size()).size() - left.size() +
                    chosen(all, &DiagramLink::right, all.size()).size() - right.size();
  for (DiagramLink link : all) {
    const auto l = std::lower_bound(left.begin(), left.end(), link.left);
    const auto r = std::lower_bound(right.begin(), right.end(), link.right);
    if (l == left.end() || *l != link.left || r == right.end() || *r != link.right) continue;
    link.left = static_cast<std::size_t>(l - left.begin());
    link.right = static_cast<std::size_t>(r - right.begin());
    layout.links.push_back(link);
  }
  constexpr int rounds = 12;  // orders repeat after a few
  DiagramLayout best = layout;
  std::size_t fewest = crossings(layout.links);
  for (int round = 0; round < rounds; ++round) {
    sort_by_barycentre(layout.links, layout.right, &DiagramLink::right, &DiagramLink::left);
    sort_by_barycentre(layout.links, layout.left, &DiagramLink::left, &DiagramLink::right);
    swap_neighbours(layout, layout.right, &DiagramLink::right);
    swap_neighbours(layout, layout.left, &DiagramLink::left);
    const std::size_t now = crossings(layout.links);
    if (now >= fewest) continue;
    fewest = now;
    best = layout;
  }
  return best;
}

}  // namespace azoo::report
