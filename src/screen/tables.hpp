// The tables of a screen as files, and what their columns mean.
#pragma once

#include <string>  // for string
#include <vector>  // for vector

#include "screen/agreement.hpp"  // for Agreement, PrintedMatrix
#include "screen/matrix.hpp"     // for Matrix
#include "screen/ranking.hpp"    // for Standing

namespace azoo::screen {

// matrix.csv: one row a pair. The printed score is empty without a published matrix (`printed` null).
[[nodiscard]] std::string matrix_csv(const Matrix& matrix, const std::vector<Standing>& standings,
                                     const PrintedMatrix* printed);
// ranking.csv: the ligands of each receptor, best first.
[[nodiscard]] std::string ranking_csv(const Matrix& matrix, const std::vector<Standing>& standings);
// agreement.csv: one row a receptor, then all pairs.
[[nodiscard]] std::string agreement_csv(const Matrix& matrix, const Agreement& agreement);

struct Observable {
  std::string key;
  std::string unit;
  std::string kind;  // the table in which it stands
  std::string meaning;
};
// What a screen reports, in the order of matrix.csv.
[[nodiscard]] const std::vector<Observable>& observables();

}  // namespace azoo::screen
