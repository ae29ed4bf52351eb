#include "docking/residue_grouping.hpp"

#include <algorithm>      // for sort
#include <map>            // for map
#include <set>            // for set
#include <tuple>          // for tuple
#include <unordered_map>  // for unordered_map
#include <utility>        // for pair

#include "docking/vector3.hpp"  // for squared_distance

namespace azoo::docking {
namespace {

using ResidueKey = std::tuple<std::string, int, char, std::string, int>;

ResidueKey key_of(const RawAtom& atom) {
  return {atom.chain, atom.number, atom.insertion, atom.residue, atom.block};
}

bool same_residue(const RawResidue& residue, const RawAtom& atom) {
  return residue.number == atom.number && residue.insertion == atom.insertion &&
         residue.block == atom.block && residue.name == atom.residue && residue.chain == atom.chain;
}

// Of all residues together: "12 CA A" -> the atom.
std::string atom_key(std::size_t residue, const RawAtom& atom) {
  return std::to_string(residue) + ' ' + atom.alternate + ' ' + atom.name;
}

// 0.001 A, the step of the PDB format: nearer atoms are the same atom.
constexpr double same_place_A2 = 1e-6;

// 2 A: copies of one atom by mistake lie nearer.
constexpr double another_residue_A2 = 4.0;

// Mean occupancy by label; the map is in order of labels.
using Occupancies = std::map<char, double>;

Occupancies mean_occupancies(const std::vector<RawAtom>& atoms, const RawResidue& residue) {
  std::map<char, std::pair<double, double>> sums;
  for (const std::size_t i : residue.atoms) {
    if (atoms[i].alternate == ' ') continue;
    auto& [sum, count] = sums[atoms[i].alternate];
    sum += atoms[i].occupancy;
    count += 1.0;
  }
  Occupancies means;
  for (const auto& [label, sum] : sums) means[label] = sum.first / sum.second;
  return means;
}

// Labels, best first. Means that differ by less than the format can say are equal.
std::vector<char> ranked_labels(const Occupancies& means) {
  std::vector<char> labels;
  for (const auto& [label, mean] : means) labels.push_back(label);
  const auto step = [&](char label) {
    return static_cast<long long>(std::min(means.at(label), 1e6) * 1000.0 + 0.5);
  };
  std::stable_sort(labels.begin(), labels.end(), [&](char a, char b) { return step(a) > step(b); });
  return labels;
}

}  // namespace

std::vector<RawResidue> group_residues(const std::vector<RawAtom>& atoms, GroupingCounts& counts) {
  std::vector<RawResidue> residues;
  std::map<ResidueKey, std::size_t> latest;
  std::unordered_map<std::string, std::size_t> seen;
  std::size_t current = 0;
  for (std::size_t i = 0; i < atoms.size(); ++i) {
    const RawAtom& atom = atoms[i];
    bool open = residues.empty();
    bool returned = false;
    if (!open && !same_residue(residues[current], atom)) {
      const auto found = latest.find(key_of(atom));
      open = found == latest.end();
      if (!open) current = found->second;
      returned = !open;
    }
    if (!open) {
      const auto twin = seen.find(atom_key(current, atom));
      if (twin != seen.end()) {
        const bool same = squared_distance(atoms[twin->second].position_A, atom.position_A) < same_place_A2;
        // Inside a residue a second copy of its first atom far away begins another residue of the same
        // number.
        const bool begins =
            twin->second == residues[current].atoms.front() &&
            squared_distance(atoms[twin->second].position_A, atom.position_A) > another_residue_A2;
        open = !same && (returned || begins);
        if (!open) {
          ++counts.duplicates;
          continue;
        }
        ++counts.numbers_again;
      }
    }
    if (open) {
      current = residues.size();
      residues.push_back(
          {atom.chain, atom.residue, atom.number, atom.insertion, atom.block, atom.hetero, {}});
      latest[key_of(atom)] = current;
    }
    residues[current].atoms.push_back(i);
    seen.emplace(atom_key(current, atom), i);
  }
  return residues;
}

void settle_forms(const std::vector<RawAtom>& atoms, std::vector<RawResidue>& residues,
                  AlternateCounts& counts) {
  std::map<std::tuple<std::string, int, char, int>, std::vector<std::size_t>> places;
  for (std::size_t i = 0; i < residues.size(); ++i) {
    const RawResidue& residue = residues[i];
    places[{residue.chain, residue.number, residue.insertion, residue.block}].push_back(i);
  }
  std::vector<bool> gone(residues.size(), false);
  for (const auto& [place, forms] : places) {
    if (forms.size() < 2) continue;
    // Only forms that bear labels compete; a ligand with the number of a residue is another molecule.
    std::vector<std::pair<std::size_t, double>> labelled;
    for (const std::size_t i : forms) {
      const Occupancies means = mean_occupancies(atoms, residues[i]);
      double best = -1.0;
      for (const auto& [label, mean] : means) best = std::max(best, mean);
      if (best >= 0.0) labelled.emplace_back(i, best);
    }
    if (labelled.size() < 2) continue;
    std::size_t winner = 0;
    for (std::size_t k = 1; k < labelled.size(); ++k)
      if (labelled[k].second > labelled[winner].second + 0.0005) winner = k;
    for (std::size_t k = 0; k < labelled.size(); ++k) {
      if (k == winner || residues[labelled[k].first].name == residues[labelled[winner].first].name) continue;
      gone[labelled[k].first] = true;
      ++counts.other_forms;
    }
  }
  std::size_t next = 0;
  std::erase_if(residues, [&](const RawResidue&) { return gone[next++]; });
}

void settle_alternates(const std::vector<RawAtom>& atoms, RawResidue& residue, AlternateCounts& counts) {
  const Occupancies means = mean_occupancies(atoms, residue);
  if (means.empty()) return;
  if (means.size() > 1) ++counts.residues;
  std::vector<char> order = ranked_labels(means);
  order.insert(order.begin() + 1, ' ');  // the common part comes after the chosen label
  std::map<char, std::size_t> rank;
  for (std::size_t k = 0; k < order.size(); ++k) rank[order[k]] = k;
  std::map<std::string, std::size_t> best;  // by atom name
  for (const std::size_t i : residue.atoms) {
    const auto [found, fresh] = best.emplace(atoms[i].name, i);
    if (!fresh && rank[atoms[i].alternate] < rank[atoms[found->second].alternate]) found->second = i;
  }
  // Each name stands where it came first.
  std::vector<std::size_t> kept;
  std::set<std::string> placed;
  for (const std::size_t i : residue.atoms)
    if (placed.insert(atoms[i].name).second) kept.push_back(best.at(atoms[i].name));
  residue.atoms = std::move(kept);
}

}  // namespace azoo::docking
