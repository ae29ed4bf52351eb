// A published matrix of scores beside ours: do they order the pairs alike, do they name the same winners, and
// how much of either is the size of the molecules?
#pragma once

#include <cstddef>   // for size_t
#include <optional>  // for optional
#include <string>    // for string
#include <vector>    // for vector

#include "screen/lead.hpp"                  // for Lead
#include "screen/matrix.hpp"                // for Matrix
#include "statistics/rank_correlation.hpp"  // for RankCorrelation

namespace azoo::screen {

struct PrintedMatrix {
  std::string source;   // who printed it, where
  std::string unit;     // as printed
  std::string program;  // that made it; may be empty
  std::vector<double>
      scores;  // receptor by receptor, as in Matrix; NaN where nothing is printed; lower is better
};

struct ReceptorAgreement {
  std::size_t receptor = 0;
  statistics::RankCorrelation correlation;  // over the ligands
  Lead ours;
  Lead printed;
  std::size_t our_rank_of_printed_winner = 0;  // 0: we have no score for it
  bool same_winner = false;
};

struct Agreement {
  statistics::RankCorrelation all_pairs;
  // The same once the mean of each ligand and of each receptor is taken out: what is said about pairs, not
  // about which molecules score well everywhere. Only when no pair is missing.
  statistics::RankCorrelation without_means;
  statistics::RankCorrelation size_and_ours;  // heavy atoms of both partners with minus the score
  statistics::RankCorrelation size_and_printed;
  std::vector<ReceptorAgreement> receptors;
  std::size_t same_winners = 0;
  std::size_t compared_winners = 0;
};

[[nodiscard]] Agreement compare(const Matrix& ours, const PrintedMatrix& printed);

// Heavy atoms of both partners of each pair with minus its score: 1 when the larger always scores better.
[[nodiscard]] statistics::RankCorrelation size_correlation(const Matrix& matrix,
                                                           const std::vector<double>& scores);
[[nodiscard]] std::vector<double> scores_of(const Matrix& matrix);

}  // namespace azoo::screen
