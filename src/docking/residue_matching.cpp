#include "docking/residue_matching.hpp"

#include <algorithm>    // for any_of, count_if, find_if, min, sort, stable_sort
#include <cmath>        // for lround
#include <map>          // for map
#include <string_view>  // for string_view
#include <utility>      // for move, pair

#include "docking/sequence_alignment.hpp"  // for align_sequences

namespace azoo::docking {
namespace {

constexpr double least_identity = 0.3;
constexpr double same_numbering = 0.9;
// Sequences beyond this are not aligned; the chains must have the names of the known complex.
constexpr std::size_t largest_table = 200'000'000;

using Key = std::pair<int, char>;

struct Chain {
  int side = 0;      // 0 receptor, 1 ligand; of the known complex: no matter
  std::string role;  // "receptor"; for messages
  const Structure* structure = nullptr;
  std::string name;
  std::vector<std::size_t> residues;
};

// Chain of a partner and of the known complex, residue by residue.
struct ChainMatch {
  std::size_t partner = 0;
  std::size_t known = 0;
  std::vector<std::pair<std::size_t, std::size_t>> residues;  // partner's, known
};

std::vector<Chain> chains_of(const Structure& structure, int side, const std::string& role) {
  std::vector<Chain> chains;
  for (std::size_t r = 0; r < structure.residues.size(); ++r) {
    const Residue& residue = structure.residues[r];
    if (!is_polymer_residue(structure, residue)) continue;
    auto found =
        std::find_if(chains.begin(), chains.end(), [&](const Chain& c) { return c.name == residue.chain; });
    if (found == chains.end())
      found = chains.insert(chains.end(), {side, role, &structure, residue.chain, {}});
    found->residues.push_back(r);
  }
  return chains;
}

const Residue& residue_of(const Chain& chain, std::size_t index) {
  return chain.structure->residues[index];
}

std::vector<std::pair<std::size_t, std::size_t>> pairs_by_number(const Chain& partner, const Chain& known) {
  std::map<Key, std::size_t> numbers;
  for (const std::size_t r : partner.residues)
    numbers.try_emplace({residue_of(partner, r).number, residue_of(partner, r).insertion}, r);
  std::vector<std::pair<std::size_t, std::size_t>> pairs;
  for (const std::size_t r : known.residues) {
    const auto found = numbers.find({residue_of(known, r).number, residue_of(known, r).insertion});
    if (found != numbers.end()) pairs.emplace_back(found->second, r);
  }
  return pairs;
}

double shorter(const Chain& a, const Chain& b) {
  return static_cast<double>(std::min(a.residues.size(), b.residues.size()));
}

// Share of the shorter chain whose residues have the same number and the same name.
double agreement(const Chain& partner, const Chain& known,
                 const std::vector<std::pair<std::size_t, std::size_t>>& pairs) {
  std::size_t same = 0;
  for (const auto& [a, b] : pairs)
    if (residue_of(partner, a).parent == residue_of(known, b).parent) ++same;
  return static_cast<double>(same) /
         static_cast<double>(std::min(partner.residues.size(), known.residues.size()));
}

std::vector<std::string> sequence_of(const Chain& chain) {
  std::vector<std::string> names;
  for (const std::size_t r : chain.residues) names.push_back(residue_of(chain, r).parent);
  return names;
}

// No pair when the two are too long to be aligned.
SequenceAlignment aligned(const Chain& a, const Chain& b) {
  if (a.residues.size() > largest_table / b.residues.size()) return {};
  return align_sequences(sequence_of(a), sequence_of(b));
}

// Finds matches among two lists of chains and keeps account of those that are still free.
class ChainMatcher {
 public:
  ChainMatcher(std::vector<Chain> partners, std::vector<Chain> known)
      : partners_(std::move(partners)),
        known_(std::move(known)),
        partner_free_(partners_.size(), true),
        known_free_(known_.size(), true) {}

  void match_names() {
    for (std::size_t p = 0; p < partners_.size(); ++p) {
      const auto same_name = [&](const Chain& c) { return c.name == partners_[p].name; };
      if (std::count_if(partners_.begin(), partners_.end(), same_name) > 1) continue;
      const auto found = std::find_if(known_.begin(), known_.end(), same_name);
      if (found == known_.end()) continue;
      auto pairs = pairs_by_number(partners_[p], *found);
      const double share = agreement(partners_[p], *found, pairs);
      if (share < least_identity) continue;
      const auto k = static_cast<std::size_t>(found - known_.begin());
      if (share < same_numbering && other_chain_is_nearer(p, k, share)) continue;
      take(p, k, std::move(pairs));
    }
  }

  void match_sequences() {
    struct Candidate {
      std::size_t partner, known;
      SequenceAlignment alignment;
      bool other_name;
    };
    std::vector<Candidate> candidates;
    for (std::size_t p = 0; p < partners_.size(); ++p) {
      for (std::size_t k = 0; k < known_.size(); ++k) {
        if (!partner_free_[p] || !known_free_[k]) continue;
        const std::size_t m = partners_[p].residues.size();
        const std::size_t n = known_[k].residues.size();
        if (m > largest_table / n) continue;
        SequenceAlignment alignment = align_sequences(sequence_of(partners_[p]), sequence_of(known_[k]));
        const double identity =
            static_cast<double>(alignment.identical) / static_cast<double>(std::min(m, n));
        if (identity >= least_identity)
          candidates.push_back({p, k, std::move(alignment), partners_[p].name != known_[k].name});
      }
    }
    std::stable_sort(candidates.begin(), candidates.end(), [](const Candidate& a, const Candidate& b) {
      if (a.alignment.identical != b.alignment.identical)
        return a.alignment.identical > b.alignment.identical;
      return a.other_name < b.other_name;
    });
    for (const Candidate& c : candidates)
      if (partner_free_[c.partner] && known_free_[c.known]) take_aligned(c.partner, c.known, c.alignment);
  }

  [[nodiscard]] MatchedPartners result(const Structure& known) {
    MatchedPartners matched;
    for (std::size_t p = 0; p < partners_.size(); ++p)
      if (partner_free_[p])
        notes_.push_back("chain " + partners_[p].name + " of the " + partners_[p].role + " is not in " +
                         known.name + " and does not count");
    for (std::size_t k = 0; k < known_.size(); ++k)
      if (known_free_[k])
        notes_.push_back("chain " + known_[k].name + " of " + known.name +
                         " is in neither partner and does not count");
    for (const ChainMatch& match : matches_) {
      auto& side = partners_[match.partner].side == 0 ? matched.receptor : matched.ligand;
      std::map<std::size_t, std::size_t> partner_of;
      for (const auto& [a, b] : match.residues) partner_of.emplace(b, a);
      for (const std::size_t r : known_[match.known].residues) {
        const auto found = partner_of.find(r);
        side.push_back({r, found == partner_of.end() ? no_residue : found->second});
      }
    }
    const auto by_place = [](const MatchedResidue& a, const MatchedResidue& b) { return a.known < b.known; };
    std::sort(matched.receptor.begin(), matched.receptor.end(), by_place);
    std::sort(matched.ligand.begin(), matched.ligand.end(), by_place);
    matched.notes = std::move(notes_);
    return matched;
  }

 private:
  // Whether another chain of the known complex has more residues in common with the partner's chain than the
  // chain of the same name has by number.
  [[nodiscard]] bool other_chain_is_nearer(std::size_t p, std::size_t same_name, double share) const {
    const double by_number = share * shorter(partners_[p], known_[same_name]);
    for (std::size_t k = 0; k < known_.size(); ++k)
      if (k != same_name && static_cast<double>(aligned(partners_[p], known_[k]).identical) > by_number)
        return true;
    return false;
  }

  void take(std::size_t p, std::size_t k, std::vector<std::pair<std::size_t, std::size_t>> residues) {
    partner_free_[p] = known_free_[k] = false;
    matches_.push_back({p, k, std::move(residues)});
  }

  void take_aligned(std::size_t p, std::size_t k, const SequenceAlignment& alignment) {
    const Chain& partner = partners_[p];
    const Chain& known = known_[k];
    auto pairs = pairs_by_number(partner, known);
    const bool by_number = agreement(partner, known, pairs) >= same_numbering;
    if (!by_number) {
      pairs.clear();
      for (const auto& [a, b] : alignment.pairs) pairs.emplace_back(partner.residues[a], known.residues[b]);
    }
    const double identity = static_cast<double>(alignment.identical) / shorter(partner, known);
    notes_.push_back("chain " + partner.name + " of the " + partner.role + " is chain " + known.name +
                     " of " + known.structure->name + " by sequence (" +
                     std::to_string(std::lround(100 * identity)) + " % identical), residues matched by " +
                     (by_number ? "number" : "place in the sequence"));
    take(p, k, std::move(pairs));
  }

  std::vector<Chain> partners_;
  std::vector<Chain> known_;
  std::vector<bool> partner_free_;
  std::vector<bool> known_free_;
  std::vector<ChainMatch> matches_;
  std::vector<std::string> notes_;
};

bool has_atom(const Structure& structure, const Residue& residue, std::string_view name) {
  const auto first = structure.atoms.begin() + static_cast<std::ptrdiff_t>(residue.first_atom);
  return std::any_of(first, first + static_cast<std::ptrdiff_t>(residue.atom_count),
                     [&](const Atom& atom) { return atom.name == name; });
}

std::string chain_list(const Structure& structure) {
  const std::vector<Chain> chains = chains_of(structure, 0, "");
  std::string text;
  for (const Chain& chain : chains) text += (text.empty() ? "" : ", ") + chain.name;
  return text.empty() ? "no protein or nucleic acid" : (chains.size() == 1 ? "chain " : "chains ") + text;
}

void add_not_found(const Structure& partner, const std::string& role, const Structure& known,
                   Problems& problems) {
  problems.add({known.file, 0, 0}, role, chain_list(known),
               "a chain that is " + partner.name + " (" + chain_list(partner) +
                   "), by name and numbers or with a like sequence");
}

}  // namespace

bool is_polymer_residue(const Structure& structure, const Residue& residue) {
  if (residue.kind == ResidueKind::nucleotide) return true;
  // No amino acid has an atom of that name, the caps at a chain's ends do.
  if (residue.kind == ResidueKind::amino_acid) return !has_atom(structure, residue, "CH3");
  return has_atom(structure, residue, "N") && has_atom(structure, residue, "CA") &&
         has_atom(structure, residue, "C");
}

MatchedPartners match_partners(const Structure& receptor, const Structure& ligand, const Structure& known,
                               Problems& problems) {
  std::vector<Chain> partners = chains_of(receptor, 0, "receptor");
  const std::vector<Chain> ligand_chains = chains_of(ligand, 1, "ligand");
  partners.insert(partners.end(), ligand_chains.begin(), ligand_chains.end());
  ChainMatcher matcher(std::move(partners), chains_of(known, 0, ""));
  matcher.match_names();
  matcher.match_sequences();
  MatchedPartners matched = matcher.result(known);
  if (matched.receptor.empty()) add_not_found(receptor, "receptor", known, problems);
  if (matched.ligand.empty()) add_not_found(ligand, "ligand", known, problems);
  return matched;
}

MatchedPartners match_molecule(const Structure& molecule, const std::string& role, const Structure& known,
                               Problems& problems) {
  ChainMatcher matcher(chains_of(molecule, 0, role), chains_of(known, 0, ""));
  matcher.match_names();
  matcher.match_sequences();
  MatchedPartners matched = matcher.result(known);
  if (matched.receptor.empty()) add_not_found(molecule, role, known, problems);
  return matched;
}

}  // namespace azoo::docking
