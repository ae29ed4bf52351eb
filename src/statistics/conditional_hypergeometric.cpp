#include "statistics/conditional_hypergeometric.hpp"

#include <algorithm>  // for max, min
#include <cmath>      // for exp, log
#include <cstddef>    // for size_t

namespace azoo::statistics {

namespace {

// Root of a rising function: brackets by doubling steps from zero, then bisects until neighbours in floating
// point. Bisection rather than a faster method: tails may be flat to rounding far from the root, and this
// cannot fail.
template <typename Function>
double root_of_rising(const Function& function) {
  double low = -1.0;
  double high = 1.0;
  // Beyond 700 exp() leaves the range of a double: a root out there is 0 or infinity to the caller.
  while (low > -700.0 && function(low) > 0.0) low *= 2.0;
  while (high < 700.0 && function(high) < 0.0) high *= 2.0;
  for (int i = 0; i < 200; ++i) {
    const double middle = 0.5 * (low + high);
    if (middle <= low || middle >= high) break;
    // Near zero the root is an odds ratio near 1, where an absolute error of 1e-17 is all there is to gain.
    if (high - low < 1e-17) break;
    if (function(middle) < 0.0) {
      low = middle;
    } else {
      high = middle;
    }
  }
  return 0.5 * (low + high);
}

}  // namespace

ConditionalHypergeometric::ConditionalHypergeometric(std::int64_t row1, std::int64_t row2,
                                                     std::int64_t outcomes)
    : row1_(row1),
      row2_(row2),
      outcomes_(outcomes),
      lowest_(std::max<std::int64_t>(0, outcomes - row2)),
      highest_(std::min(row1, outcomes)) {}

double ConditionalHypergeometric::step_up(std::int64_t count) const {
  const auto up = static_cast<double>(row1_ - count) * static_cast<double>(outcomes_ - count);
  const auto down = static_cast<double>(count + 1) * static_cast<double>(row2_ - outcomes_ + count + 1);
  return up / down;
}

std::vector<double> ConditionalHypergeometric::probabilities(double log_odds_ratio) const {
  const double odds_ratio = std::exp(log_odds_ratio);
  // The ratio of neighbours falls with the count: the mode is the first count whose step up does not rise.
  std::int64_t mode = lowest_;
  for (std::int64_t low = lowest_, high = highest_; low < high;) {
    const std::int64_t middle = low + (high - low) / 2;
    if (step_up(middle) * odds_ratio > 1.0) {
      low = middle + 1;
    } else {
      high = middle;
    }
    mode = high;
  }
  const auto index = [this](std::int64_t count) { return static_cast<std::size_t>(count - lowest_); };
  std::vector<double> weight(index(highest_) + 1, 0.0);
  weight[index(mode)] = 1.0;
  double total = 1.0;
  // Once a weight has underflowed, all beyond it are zero.
  for (std::int64_t k = mode; k < highest_ && weight[index(k)] > 0.0; ++k) {
    weight[index(k + 1)] = weight[index(k)] * (step_up(k) * odds_ratio);
    total += weight[index(k + 1)];
  }
  for (std::int64_t k = mode; k > lowest_ && weight[index(k)] > 0.0; --k) {
    weight[index(k - 1)] = weight[index(k)] / (step_up(k - 1) * odds_ratio);
    total += weight[index(k - 1)];
  }
  for (double& w : weight) w /= total;
  return weight;
}

double ConditionalHypergeometric::mean(double log_odds_ratio) const {
  const std::vector<double> probability = probabilities(log_odds_ratio);
  double sum = 0.0;
  for (std::size_t i = 0; i < probability.size(); ++i) {
    sum += static_cast<double>(lowest_ + static_cast<std::int64_t>(i)) * probability[i];
  }
  return sum;
}

double ConditionalHypergeometric::at_most(std::int64_t count, double log_odds_ratio) const {
  const std::vector<double> probability = probabilities(log_odds_ratio);
  double sum = 0.0;
  for (std::int64_t k = lowest_; k <= count && k <= highest_; ++k) {
    sum += probability[static_cast<std::size_t>(k - lowest_)];
  }
  return std::min(sum, 1.0);
}

double ConditionalHypergeometric::at_least(std::int64_t count, double log_odds_ratio) const {
  const std::vector<double> probability = probabilities(log_odds_ratio);
  double sum = 0.0;
  for (std::int64_t k = highest_; k >= count && k >= lowest_; --k) {
    sum += probability[static_cast<std::size_t>(k - lowest_)];
  }
  return std::min(sum, 1.0);
}

double ConditionalHypergeometric::solve_mean(std::int64_t count) const {
  // Signed distances from the count, so that no digits cancel where the counts are large.
  return root_of_rising([&](double log_odds_ratio) {
    const std::vector<double> probability = probabilities(log_odds_ratio);
    double sum = 0.0;
    for (std::size_t i = 0; i < probability.size(); ++i) {
      sum += static_cast<double>(lowest_ + static_cast<std::int64_t>(i) - count) * probability[i];
    }
    return sum;
  });
}

double ConditionalHypergeometric::solve_at_least(std::int64_t count, double tail) const {
  return root_of_rising([&](double log_odds_ratio) { return at_least(count, log_odds_ratio) - tail; });
}

double ConditionalHypergeometric::solve_at_most(std::int64_t count, double tail) const {
  return root_of_rising([&](double log_odds_ratio) { return tail - at_most(count, log_odds_ratio); });
}

}  // namespace azoo::statistics
