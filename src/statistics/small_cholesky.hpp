// Cholesky factor of a small symmetric matrix, row by row in a vector: what a likelihood with a handful of
// coefficients needs, and no more.
#pragma once

#include <cstddef>  // for size_t
#include <vector>   // for vector

namespace azoo::statistics {

class SmallCholesky {
 public:
  // `size` rows and columns; only the lower triangle is read.
  SmallCholesky(std::vector<double> matrix, std::size_t size);

  // False when a pivot falls to `least_pivot` of its diagonal or below: the matrix is not positive definite.
  [[nodiscard]] bool positive_definite() const { return positive_definite_; }
  static constexpr double least_pivot = 1e-12;

  // The rest asks for a positive definite matrix.
  [[nodiscard]] std::vector<double> solve(std::vector<double> right) const;
  [[nodiscard]] std::vector<double> inverse() const;

 private:
  std::vector<double> factor_;
  std::size_t size_;
  bool positive_definite_ = true;
};

}  // namespace azoo::statistics
