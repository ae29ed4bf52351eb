// The ligands of each receptor in order of their scores, with the lead of each over the next.
#pragma once

#include <cstddef>  // for size_t
#include <vector>   // for vector

#include "screen/lead.hpp"    // for Lead
#include "screen/matrix.hpp"  // for Matrix

namespace azoo::screen {

struct RankedLigand {
  std::size_t ligand = 0;
  std::size_t rank = 0;      // from 1; ligands with equal scores share the best rank; 0: no score
  double margin = no_value;  // how much better than the next in the order; NaN for the last
  std::size_t z_rank = 0;    // the same by z, the largest first; 0 without z
};

struct Standing {
  std::size_t receptor = 0;
  std::vector<RankedLigand> ligands;  // best first, those without a score last
  Lead lead;                          // by score
  Lead excess_lead;  // by what lies beyond chance, in scales of its Gumbel distribution; empty without a
                     // calibration
};

[[nodiscard]] std::vector<Standing> rank_ligands(const Matrix& matrix);

// Ranks from 1 by ascending value, equal values sharing the best; 0 for NaN.
[[nodiscard]] std::vector<std::size_t> shared_ranks(const std::vector<double>& values);

}  // namespace azoo::screen
