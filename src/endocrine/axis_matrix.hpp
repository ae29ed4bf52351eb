// Linear algebra of the size of the axis: a dense matrix and its solution by elimination with row
// pivoting. Fixed size, no allocation.
#pragma once

#include <array>    // for array
#include <cmath>    // for fabs
#include <cstddef>  // for size_t
#include <utility>  // for swap

#include "endocrine/axis_rates.hpp"  // for AxisVector, AxisMatrix, axis_size

namespace azoo::endocrine {

// LU factors of a matrix with the row order of its pivots. Stored by columns, padded to an even length, lower
// and upper part apart with zeros elsewhere: every inner loop has the same fixed length, which compilers turn
// into vector code.
class AxisFactors {
 public:
  // False when the matrix is singular or not finite.
  [[nodiscard]] bool factor(const AxisMatrix& matrix) noexcept {
    std::array<Padded, axis_size> work{};
    for (std::size_t j = 0; j < axis_size; ++j) {
      for (std::size_t i = 0; i < axis_size; ++i) work[j][i] = matrix[i][j];
    }
    for (std::size_t k = 0; k < axis_size; ++k) {
      std::size_t pivot = k;
      for (std::size_t i = k + 1; i < axis_size; ++i) {
        if (std::fabs(work[k][i]) > std::fabs(work[k][pivot])) pivot = i;
      }
      if (!(std::fabs(work[k][pivot]) > 0.0)) return false;
      pivot_[k] = pivot;
      if (pivot != k) {
        for (std::size_t j = k; j < axis_size; ++j) std::swap(work[j][k], work[j][pivot]);
        for (std::size_t j = 0; j < k; ++j) std::swap(lower_[j][k], lower_[j][pivot]);
      }
      inverse_[k] = 1.0 / work[k][k];
      for (std::size_t i = 0; i < padded; ++i) lower_[k][i] = i > k ? work[k][i] * inverse_[k] : 0.0;
      for (std::size_t i = 0; i < padded; ++i) upper_[k][i] = i < k ? work[k][i] : 0.0;
      for (std::size_t j = k + 1; j < axis_size; ++j) {
        const double top = work[j][k];
        if (top == 0.0) continue;  // the axis is sparse
        for (std::size_t i = 0; i < padded; ++i) work[j][i] -= top * lower_[k][i];
      }
    }
    return true;
  }

  void solve(AxisVector& b) const noexcept {
    Padded x{};
    for (std::size_t i = 0; i < axis_size; ++i) x[i] = b[i];
    for (std::size_t k = 0; k < axis_size; ++k) std::swap(x[k], x[pivot_[k]]);
    for (std::size_t k = 0; k < axis_size; ++k) {
      const double value = x[k];
      for (std::size_t i = 0; i < padded; ++i) x[i] -= value * lower_[k][i];
    }
    for (std::size_t k = axis_size; k-- > 0;) {
      const double value = x[k] *= inverse_[k];
      for (std::size_t i = 0; i < padded; ++i) x[i] -= value * upper_[k][i];
    }
    for (std::size_t i = 0; i < axis_size; ++i) b[i] = x[i];
  }

 private:
  static constexpr std::size_t padded = (axis_size + 1) / 2 * 2;
  using Padded = std::array<double, padded>;
  std::array<Padded, axis_size> lower_;
  std::array<Padded, axis_size> upper_;
  Padded inverse_;
  std::array<std::size_t, axis_size> pivot_;
};

}  // namespace azoo::endocrine
