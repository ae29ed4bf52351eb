#include "statistics/rank_distribution.hpp"

#include <algorithm>  // for all_of, find_if, min, sort
#include <cstdlib>    // for abs
#include <limits>     // for epsilon
#include <numeric>    // for accumulate
#include <utility>    // for move

namespace azoo::statistics {

namespace {

// 2 when every doubled rank is even (no half ranks): the table is then half as long.
std::int64_t common_unit(std::span<const std::int64_t> doubled_ranks) {
  const bool whole =
      std::all_of(doubled_ranks.begin(), doubled_ranks.end(), [](auto r) { return r % 2 == 0; });
  return whole ? 2 : 1;
}

std::size_t to_index(std::int64_t value) {
  return static_cast<std::size_t>(value);
}

// A level given as 1 - 0.95 is off by some units in the last place; R's quantiles forgive the same amount.
constexpr double fuzz = 10.0 * std::numeric_limits<double>::epsilon();

}  // namespace

RankDistribution::RankDistribution(std::vector<double> probability, std::int64_t unit,
                                   std::int64_t doubled_mean)
    : probability_(std::move(probability)), unit_(unit), doubled_mean_(doubled_mean) {}

double RankDistribution::at_most(std::int64_t doubled_sum) const {
  double sum = 0.0;
  for (std::size_t i = 0; i < probability_.size(); ++i) {
    if (static_cast<std::int64_t>(i) * unit_ > doubled_sum) break;
    sum += probability_[i];
  }
  return std::min(sum, 1.0);
}

double RankDistribution::at_least(std::int64_t doubled_sum) const {
  double sum = 0.0;
  for (std::size_t i = probability_.size(); i-- > 0;) {
    if (static_cast<std::int64_t>(i) * unit_ < doubled_sum) break;
    sum += probability_[i];
  }
  return std::min(sum, 1.0);
}

double RankDistribution::as_far_from_mean(std::int64_t doubled_sum) const {
  const std::int64_t distance = std::abs(doubled_sum - doubled_mean_);
  if (distance == 0) return 1.0;
  return std::min(1.0, at_most(doubled_mean_ - distance) + at_least(doubled_mean_ + distance));
}

double RankDistribution::p_value(std::int64_t doubled_sum, Alternative alternative) const {
  switch (alternative) {
    case Alternative::less:
      return at_most(doubled_sum);
    case Alternative::greater:
      return at_least(doubled_sum);
    case Alternative::two_sided:
      break;
  }
  return as_far_from_mean(doubled_sum);
}

std::int64_t RankDistribution::lower_quantile(double tail) const {
  double sum = 0.0;
  for (std::size_t i = 0; i < probability_.size(); ++i) {
    sum += probability_[i];
    if (probability_[i] > 0.0 && sum >= tail - fuzz) return static_cast<std::int64_t>(i) * unit_;
  }
  return static_cast<std::int64_t>(probability_.size() - 1) * unit_;
}

std::int64_t RankDistribution::upper_quantile(double tail) const {
  double above = 0.0;
  std::int64_t quantile = static_cast<std::int64_t>(probability_.size() - 1) * unit_;
  for (std::size_t i = probability_.size(); i-- > 0;) {
    if (probability_[i] == 0.0) continue;
    if (above > tail + fuzz) break;
    quantile = static_cast<std::int64_t>(i) * unit_;
    above += probability_[i];
  }
  return quantile;
}

double RankDistribution::smallest_atom() const {
  return *std::find_if(probability_.begin(), probability_.end(), [](double p) { return p > 0.0; });
}

double RankDistribution::largest_atom() const {
  return *std::find_if(probability_.rbegin(), probability_.rend(), [](double p) { return p > 0.0; });
}

RankDistribution signed_rank_distribution(std::span<const std::int64_t> doubled_ranks) {
  const std::int64_t unit = common_unit(doubled_ranks);
  const std::int64_t total = std::accumulate(doubled_ranks.begin(), doubled_ranks.end(), std::int64_t{0});
  std::vector<double> probability(to_index(total / unit) + 1, 0.0);
  probability[0] = 1.0;
  std::size_t reach = 0;
  for (const std::int64_t rank : doubled_ranks) {
    const std::size_t shift = to_index(rank / unit);
    reach += shift;
    for (std::size_t s = reach + 1; s-- > 0;) {
      const double kept = s >= shift ? probability[s - shift] : 0.0;
      probability[s] = 0.5 * (probability[s] + kept);
    }
  }
  return {std::move(probability), unit, total / 2};
}

RankDistribution rank_sum_distribution(std::span<const std::int64_t> doubled_ranks, std::size_t chosen) {
  const std::int64_t unit = common_unit(doubled_ranks);
  const std::int64_t total = std::accumulate(doubled_ranks.begin(), doubled_ranks.end(), std::int64_t{0});
  const std::size_t count = doubled_ranks.size();
  // The smaller of the two subsets is built; the other one's sum is the total less that.
  const std::size_t size = std::min(chosen, count - chosen);
  // total_of[i]: sum of the i smallest ranks, in table units. They are added smallest first, so the sums of k
  // of the ranks seen so far lie between the k smallest and the k latest.
  std::vector<std::int64_t> ascending(doubled_ranks.begin(), doubled_ranks.end());
  std::sort(ascending.begin(), ascending.end());
  std::vector<std::size_t> total_of(count + 1, 0);
  for (std::size_t i = 0; i < count; ++i) total_of[i + 1] = total_of[i] + to_index(ascending[i] / unit);
  const std::size_t width = total_of[count] - total_of[count - size] + 1;

  // ways[k * width + s]: subsets of k ranks with sum s among the ranks seen so far.
  std::vector<double> ways((size + 1) * width, 0.0);
  ways[0] = 1.0;
  for (std::size_t seen = 0; seen < count; ++seen) {
    const std::size_t shift = total_of[seen + 1] - total_of[seen];
    const std::size_t left = count - seen - 1;
    const std::size_t fewest = size > left ? size - left : 1;  // smaller subsets can no longer grow to `size`
    for (std::size_t k = std::min(size, seen + 1); k >= fewest; --k) {
      const double* from = &ways[(k - 1) * width];
      double* to = &ways[k * width] + shift;
      const std::size_t last = total_of[seen] - total_of[seen - (k - 1)];
      for (std::size_t s = total_of[k - 1]; s <= last; ++s) to[s] += from[s];
    }
  }
  std::vector<double> probability(ways.end() - static_cast<std::ptrdiff_t>(width), ways.end());
  const double all = std::accumulate(probability.begin(), probability.end(), 0.0);
  for (double& p : probability) p /= all;

  if (size != chosen) {
    std::vector<double> mirrored(to_index(total / unit) + 1, 0.0);
    for (std::size_t s = 0; s < width; ++s) mirrored[mirrored.size() - 1 - s] = probability[s];
    probability = std::move(mirrored);
  }
  // The mean of the doubled sum, chosen * (count + 1), is a whole number.
  return {std::move(probability), unit, static_cast<std::int64_t>(chosen * (count + 1))};
}

}  // namespace azoo::statistics
