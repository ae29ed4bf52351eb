#include "statistics/small_cholesky.hpp"

#include <cmath>
#include <utility>

namespace azoo::statistics {

SmallCholesky::SmallCholesky(std::vector<double> matrix, std::size_t size)
    : factor_(std::move(matrix)), size_(size) {
  const auto at = [this](std::size_t row, std::size_t column) -> double& {
    return factor_[row * size_ + column];
  };
  for (std::size_t j = 0; j < size_; ++j) {
    const double diagonal = at(j, j);
    double pivot = diagonal;
    for (std::size_t k = 0; k < j; ++k) pivot -= at(j, k) * at(j, k);
    if (!(pivot > least_pivot * std::abs(diagonal)) || !std::isfinite(pivot)) {
      positive_definite_ = false;
      return;
    }
    at(j, j) = std::sqrt(pivot);
    for (std::size_t i = j + 1; i < size_; ++i) {
      for (std::size_t k = 0; k < j; ++k) at(i, j) -= at(i, k) * at(j, k);
      at(i, j) /= at(j, j);
    }
  }
}

std::vector<double> SmallCholesky::solve(std::vector<double> right) const {
  for (std::size_t i = 0; i < size_; ++i) {
    for (std::size_t k = 0; k < i; ++k) right[i] -= factor_[i * size_ + k] * right[k];
    right[i] /= factor_[i * size_ + i];
  }
  for (std::size_t i = size_; i-- > 0;) {
    for (std::size_t k = i + 1; k < size_; ++k) right[i] -= factor_[k * size_ + i] * right[k];
    right[i] /= factor_[i * size_ + i];
  }
  return right;
}

std::vector<double> SmallCholesky::inverse() const {
  std::vector<double> result(size_ * size_);
  for (std::size_t j = 0; j < size_; ++j) {
    std::vector<double> unit(size_, 0.0);
    unit[j] = 1.0;
    const std::vector<double> column = solve(std::move(unit));
    for (std::size_t i = 0; i < size_; ++i) result[i * size_ + j] = column[i];
  }
  return result;
}

}  // namespace azoo::statistics
