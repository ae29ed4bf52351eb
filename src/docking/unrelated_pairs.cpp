#include "docking/unrelated_pairs.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <optional>
#include <tuple>

#include "core/problem.hpp"                 // for Interrupted
#include "docking/sequence_similarity.hpp"  // for related

namespace azoo::docking {

namespace {

// Scatters ties over the list of names, the same on every machine (FNV-1a).
std::uint64_t scattered(const std::string& receptor, const std::string& ligand) {
  std::uint64_t hash = 0xcbf29ce484222325ULL;
  for (const char c : receptor + "|" + ligand) {
    hash ^= static_cast<unsigned char>(c);
    hash *= 0x100000001b3ULL;
  }
  // Names that end alike differ in the low digits only; mix them upwards and down again.
  hash ^= hash >> 32U;
  hash *= 0x9e3779b97f4a7c15ULL;
  return hash ^ (hash >> 29U);
}

// The class of a size, or nothing outside the rules.
std::optional<std::size_t> size_class(std::size_t residues, const PairRules& rules) {
  if (residues < rules.least_residues || residues > rules.most_residues) return std::nullopt;
  const double least = std::log(static_cast<double>(rules.least_residues));
  const double span = std::log(static_cast<double>(rules.most_residues)) - least;
  if (!(span > 0.0)) return 0;
  const double share = (std::log(static_cast<double>(residues)) - least) / span;
  const auto classes = static_cast<double>(rules.size_classes);
  return std::min(rules.size_classes - 1, static_cast<std::size_t>(share * classes));
}

struct Candidate {
  UnrelatedPair pair;
  std::uint64_t order = 0;
};

// One list for each pair of size classes.
std::vector<std::vector<Candidate>> candidates_by_size(std::span<const ComplexSequences> complexes,
                                                       const Relations& relations, const PairRules& rules) {
  std::vector<std::vector<Candidate>> cells(rules.size_classes * rules.size_classes);
  for (std::size_t i = 0; i < complexes.size(); ++i) {
    const auto row = size_class(complexes[i].receptor.size(), rules);
    if (!row) continue;
    for (std::size_t j = 0; j < complexes.size(); ++j) {
      const auto column = size_class(complexes[j].ligand.size(), rules);
      if (!column || i == j || !relations.unrelated_pair(i, j)) continue;
      cells[*row * rules.size_classes + *column].push_back(
          {{i, j}, scattered(complexes[i].name, complexes[j].name)});
    }
  }
  return cells;
}

}  // namespace

Relations::Relations(std::span<const ComplexSequences> complexes, unsigned threads, const StopFlag* stop)
    : complexes_(complexes.size()), related_(4 * complexes.size() * complexes.size(), 0) {
  const std::size_t molecules = 2 * complexes_;
  const auto sequence = [&](std::size_t molecule) -> const std::string& {
    const ComplexSequences& complex = complexes[molecule / 2];
    return molecule % 2 == 0 ? complex.receptor : complex.ligand;
  };
  const bool done = parallel_for(
      molecules, threads,
      [&](std::size_t a) {
        for (std::size_t b = 0; b <= a; ++b)
          related_[a * molecules + b] = docking::related(sequence(a), sequence(b)) ? 1 : 0;
      },
      stop);
  if (!done) throw Interrupted("stopped while sequences were compared");
  for (std::size_t a = 0; a < molecules; ++a) {
    for (std::size_t b = 0; b < a; ++b) related_[b * molecules + a] = related_[a * molecules + b];
  }
}

bool Relations::related(std::size_t complex, Side side, std::size_t other, Side other_side) const {
  const std::size_t a = 2 * complex + (side == Side::ligand ? 1 : 0);
  const std::size_t b = 2 * other + (other_side == Side::ligand ? 1 : 0);
  return related_[a * 2 * complexes_ + b] != 0;
}

bool Relations::unrelated_pair(std::size_t receptor, std::size_t ligand) const {
  for (const Side one : {Side::receptor, Side::ligand}) {
    for (const Side other : {Side::receptor, Side::ligand}) {
      if (related(receptor, one, ligand, other)) return false;
    }
  }
  for (std::size_t third = 0; third < complexes_; ++third) {
    if (related(receptor, Side::receptor, third, Side::receptor) &&
        related(ligand, Side::ligand, third, Side::ligand))
      return false;
    if (related(receptor, Side::receptor, third, Side::ligand) &&
        related(ligand, Side::ligand, third, Side::receptor))
      return false;
  }
  return true;
}

std::vector<UnrelatedPair> unrelated_pairs(std::span<const ComplexSequences> complexes,
                                           const Relations& relations, const PairRules& rules) {
  std::vector<std::vector<Candidate>> cells = candidates_by_size(complexes, relations, rules);
  std::vector<std::size_t> receptor_uses(complexes.size(), 0);
  std::vector<std::size_t> ligand_uses(complexes.size(), 0);
  const auto rank = [&](const Candidate& c) {
    const std::size_t r = receptor_uses[c.pair.receptor];
    const std::size_t l = ligand_uses[c.pair.ligand];
    return std::tuple(std::max(r, l), r + l, c.order, c.pair.receptor, c.pair.ligand);
  };
  std::vector<UnrelatedPair> chosen;
  for (bool any = true; any && chosen.size() < rules.pairs;) {
    any = false;
    for (std::vector<Candidate>& cell : cells) {  // one pair of each before the next of any
      if (chosen.size() == rules.pairs) break;
      std::erase_if(cell, [&](const Candidate& c) {
        return receptor_uses[c.pair.receptor] >= rules.most_uses ||
               ligand_uses[c.pair.ligand] >= rules.most_uses;
      });
      const auto best =
          std::min_element(cell.begin(), cell.end(),
                           [&](const Candidate& a, const Candidate& b) { return rank(a) < rank(b); });
      if (best == cell.end()) continue;
      any = true;
      chosen.push_back(best->pair);
      ++receptor_uses[best->pair.receptor];
      ++ligand_uses[best->pair.ligand];
      cell.erase(best);
    }
  }
  return chosen;
}

}  // namespace azoo::docking
