// Pairs of molecules that are not known to bind each other: the receptor of one complex with the ligand of
// another, to learn how well mere chance scores. The list is the same for the same complexes, spread evenly
// over both sizes, and its first N pairs are those of a shorter list, so that more can be added to what was
// docked before.
//
// A pair is left out when a sequence says that the two might bind after all (see related() in
// sequence_similarity.hpp):
// - receptor and receptor, ligand and ligand, receptor and ligand, or ligand and receptor of the two
// complexes are
//   related (the first two would make the pair a homologue of a true complex);
// - any third complex has one partner related to the one and the other to the other, either way round.
// Antibodies need no rule of their own: all Fabs are related by their constant domains, so that none meets
// the antigen of another, or a relative of it; a Fab with the ligand of a complex without a relative of
// antibodies passes.
#pragma once

#include <cstddef>  // for size_t
#include <span>     // for complexes
#include <string>   // for string
#include <vector>   // for vector

#include "core/parallel.hpp"  // for StopFlag

namespace azoo::docking {

struct ComplexSequences {
  std::string name;
  std::string receptor;  // as sequence_of() gives it
  std::string ligand;
};

// Choices of the calibration, not knowledge of nature.
struct PairRules {
  std::size_t pairs = 420;
  std::size_t least_residues = 50;  // of a partner
  std::size_t most_residues = 600;
  std::size_t most_uses = 5;     // of one molecule
  std::size_t size_classes = 5;  // on each side, equally wide in the logarithm; filled in turn
};

struct UnrelatedPair {
  std::size_t receptor = 0;  // index of the complex whose receptor it is
  std::size_t ligand = 0;
};

// Which molecules of the complexes are related; every one is compared with every other.
class Relations {
 public:
  Relations(std::span<const ComplexSequences> complexes, unsigned threads, const StopFlag* stop = nullptr);

  enum class Side { receptor, ligand };
  [[nodiscard]] bool related(std::size_t complex, Side side, std::size_t other, Side other_side) const;
  // Nothing above speaks against the receptor of the one complex with the ligand of the other.
  [[nodiscard]] bool unrelated_pair(std::size_t receptor, std::size_t ligand) const;

 private:
  std::size_t complexes_ = 0;
  std::vector<char> related_;  // molecules 2 c (receptor) and 2 c + 1 (ligand), by each other
};

// In the order in which they are to be docked; fewer than asked for where there are no more. The size of a
// molecule is the length of its sequence.
[[nodiscard]] std::vector<UnrelatedPair> unrelated_pairs(std::span<const ComplexSequences> complexes,
                                                         const Relations& relations,
                                                         const PairRules& rules = {});

}  // namespace azoo::docking
