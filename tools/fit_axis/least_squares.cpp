#include "least_squares.hpp"

#include <cmath>
#include <optional>

namespace azoo::fit {

namespace {

using Matrix = std::vector<Vector>;

// Solves a x = b for a symmetric positive definite a by Cholesky; nothing when it is not.
std::optional<Vector> solve_spd(Matrix a, Vector b) {
  const std::size_t n = b.size();
  for (std::size_t j = 0; j < n; ++j) {
    for (std::size_t k = 0; k < j; ++k) a[j][j] -= a[j][k] * a[j][k];
    if (!(a[j][j] > 0.0)) return std::nullopt;
    a[j][j] = std::sqrt(a[j][j]);
    for (std::size_t i = j + 1; i < n; ++i) {
      for (std::size_t k = 0; k < j; ++k) a[i][j] -= a[i][k] * a[j][k];
      a[i][j] /= a[j][j];
    }
  }
  for (std::size_t i = 0; i < n; ++i) {
    for (std::size_t k = 0; k < i; ++k) b[i] -= a[i][k] * b[k];
    b[i] /= a[i][i];
  }
  for (std::size_t i = n; i-- > 0;) {
    for (std::size_t k = i + 1; k < n; ++k) b[i] -= a[k][i] * b[k];
    b[i] /= a[i][i];
  }
  return b;
}

struct Normal {
  Matrix matrix;    // J'J
  Vector gradient;  // J'r
};

Normal normal_equations(const Residuals& residuals, const Vector& at, const Vector& r, double difference) {
  const std::size_t n = at.size();
  std::vector<Vector> columns;
  for (std::size_t j = 0; j < n; ++j) {
    Vector moved = at;
    moved[j] += difference;
    Vector column = residuals(moved);
    for (std::size_t i = 0; i < r.size(); ++i) column[i] = (column[i] - r[i]) / difference;
    columns.push_back(std::move(column));
  }
  Normal normal{Matrix(n, Vector(n, 0.0)), Vector(n, 0.0)};
  for (std::size_t j = 0; j < n; ++j) {
    for (std::size_t k = 0; k < n; ++k) {
      for (std::size_t i = 0; i < r.size(); ++i) normal.matrix[j][k] += columns[j][i] * columns[k][i];
    }
    for (std::size_t i = 0; i < r.size(); ++i) normal.gradient[j] += columns[j][i] * r[i];
  }
  return normal;
}

}  // namespace

double sum_of_squares(const Vector& values) {
  double sum = 0.0;
  for (const double value : values) sum += value * value;
  return sum;
}

Vector least_squares(const Residuals& residuals, Vector at, const LeastSquaresOptions& options) {
  Vector r = residuals(at);
  double loss = sum_of_squares(r);
  double damping = 1e-2;
  for (int iteration = 0; iteration < options.most_iterations; ++iteration) {
    const Normal normal = normal_equations(residuals, at, r, options.difference);
    bool better = false;
    const double before = loss;
    for (int attempt = 0; attempt < 8 && !better; ++attempt) {
      Matrix damped = normal.matrix;
      for (std::size_t j = 0; j < at.size(); ++j) damped[j][j] += damping * (damped[j][j] + 1e-3);
      const auto step = solve_spd(damped, normal.gradient);
      damping *= 4.0;
      if (!step) continue;
      Vector tried = at;
      for (std::size_t j = 0; j < at.size(); ++j) tried[j] -= (*step)[j];
      const Vector tried_r = residuals(tried);
      const double tried_loss = sum_of_squares(tried_r);
      if (!(tried_loss < loss)) continue;
      at = tried;
      r = tried_r;
      loss = tried_loss;
      damping /= 16.0;
      better = true;
    }
    if (!better || before - loss < options.enough * before) break;
  }
  return at;
}

}  // namespace azoo::fit
