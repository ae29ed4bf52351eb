// Lays one chain's sequence on another's, to find which residue is which where two files number them
// otherwise.
#pragma once

#include <cstddef>  // for size_t
#include <string>   // for string
#include <utility>  // for pair
#include <vector>   // for vector

namespace azoo::docking {

struct SequenceAlignment {
  std::vector<std::pair<std::size_t, std::size_t>> pairs;  // places in the first and the second sequence
  std::size_t identical = 0;                               // pairs of equal names
};

// Global alignment by dynamic programming (Needleman and Wunsch, J Mol Biol 1970,
// doi 10.1016/0022-2836(70)90057-4) of residue names: equal +2, unequal -1, gap -2 a residue, gaps at either
// end free. Of equal alignments the one with the fewest gaps from the end backwards. Needs memory of first x
// second bytes.
[[nodiscard]] SequenceAlignment align_sequences(const std::vector<std::string>& first,
                                                const std::vector<std::string>& second);

}  // namespace azoo::docking
