#include "docking/sequence_similarity.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

namespace azoo::docking {

namespace {

using Name = std::pair<std::string_view, char>;

constexpr std::array<Name, 20> letters = {{
    {"ALA", 'A'}, {"ARG", 'R'}, {"ASN", 'N'}, {"ASP", 'D'}, {"CYS", 'C'}, {"GLN", 'Q'}, {"GLU", 'E'},
    {"GLY", 'G'}, {"HIS", 'H'}, {"ILE", 'I'}, {"LEU", 'L'}, {"LYS", 'K'}, {"MET", 'M'}, {"PHE", 'F'},
    {"PRO", 'P'}, {"SER", 'S'}, {"THR", 'T'}, {"TRP", 'W'}, {"TYR", 'Y'}, {"VAL", 'V'},
}};

// Score, identities and length in one whole number, the score foremost: adding a column adds to all three,
// and the larger number is the better alignment (of two with the same score, the one with more identities).
using Cell = std::int64_t;
constexpr Cell per_score = Cell{1} << 32;
constexpr Cell per_identity = Cell{1} << 16;
constexpr Cell per_pair = 1;

// Log odds (Altschul 1991, doi 10.1016/0022-2836(91)90193-A) of an alignment with 30 % identity against
// chance, in which two residues are the same in 6 % (20 kinds, unequally frequent): ln(0.30/0.06) = 1.6 for a
// match against ln(0.70/0.94) = -0.29 for a mismatch, in whole numbers. A gap costs as much as three matches,
// and more the longer it is: with these, 8 of 10,674 pairs of shuffled sequences of the size of proteins are
// taken for related (469 where a gap costs two matches, none where it costs four).
constexpr Cell match = 11 * per_score + per_identity + per_pair;
constexpr Cell mismatch = -2 * per_score + per_pair;
constexpr Cell gap_open = 33 * per_score;
constexpr Cell gap_extend = 3 * per_score;

// Rost's curve asks up to this length for the very same residues, and gives no relation then.
constexpr int shortest_told = 11;

}  // namespace

std::string sequence_of(const Structure& structure) {
  std::string sequence;
  for (const Residue& residue : structure.residues) {
    if (residue.kind != ResidueKind::amino_acid) continue;
    const auto found = std::find_if(letters.begin(), letters.end(),
                                    [&](const Name& name) { return name.first == residue.parent; });
    sequence += found == letters.end() ? 'X' : found->second;
  }
  return sequence;
}

LocalAlignment local_alignment(std::string_view a, std::string_view b) {
  std::vector<Cell> best(b.size() + 1, 0);           // ending in a pair or in nothing, of the row above
  std::vector<Cell> down(b.size() + 1, -per_score);  // ending in a gap of b
  Cell top = 0;
  for (const char residue : a) {
    Cell diagonal = 0;
    Cell across = -per_score;  // ending in a gap of a
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const bool same = residue == b[j - 1] && residue != 'X';
      const Cell pair = diagonal + (same ? match : mismatch);
      diagonal = best[j];
      down[j] = std::max(down[j] - gap_extend, best[j] - gap_open);
      across = std::max(across - gap_extend, best[j - 1] - gap_open);
      const Cell here = std::max(std::max(pair, Cell{0}), std::max(down[j], across));
      best[j] = here >= per_score ? here : 0;
      top = std::max(top, best[j]);
    }
  }
  constexpr Cell mask = per_identity - 1;
  return {static_cast<int>(top / per_score), static_cast<int>(top & mask),
          static_cast<int>((top / per_identity) & mask)};
}

double twilight_identity_percent(int length) {
  if (length <= shortest_told) return 100.0;
  if (length > 450) return 19.5;
  return 480.0 * std::pow(length, -0.32 * (1.0 + std::exp(-length / 1000.0)));
}

bool related(std::string_view a, std::string_view b) {
  const LocalAlignment alignment = local_alignment(a, b);
  if (alignment.length <= shortest_told) return false;
  return 100.0 * alignment.identities >= twilight_identity_percent(alignment.length) * alignment.length;
}

}  // namespace azoo::docking
