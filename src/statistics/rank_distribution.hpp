// Exact null distributions of rank statistics, with or without ties.
//
// Given the midranks, the signed-rank statistic is a sum of ranks each kept or dropped with probability 1/2,
// and the rank-sum statistic the sum of a subset of fixed size, every subset equally likely. Both are built
// by adding one rank at a time (the shift algorithm, Streitberg & Roehmel 1986, Stat. Softw. Newsl. 12:10-17)
// over doubled ranks, so half ranks are whole numbers. Only positive terms are added: every probability,
// however small, keeps its relative accuracy, and tails are sums of their own terms, never one minus the
// other tail.
#pragma once

#include <cstddef>  // for size_t
#include <cstdint>  // for int64_t
#include <span>     // for ranks
#include <vector>   // for probabilities

#include "statistics/test_result.hpp"  // for Alternative

namespace azoo::statistics {

// Distribution of a doubled rank sum.
class RankDistribution {
 public:
  // probability[i] belongs to the doubled sum i * unit.
  RankDistribution(std::vector<double> probability, std::int64_t unit, std::int64_t doubled_mean);

  [[nodiscard]] double at_most(std::int64_t doubled_sum) const;
  [[nodiscard]] double at_least(std::int64_t doubled_sum) const;
  // P(the sum is at least as far from its mean as this one), both sides.
  [[nodiscard]] double as_far_from_mean(std::int64_t doubled_sum) const;
  [[nodiscard]] double p_value(std::int64_t doubled_sum, Alternative alternative) const;

  // Smallest sum with P(T <= sum) >= tail, and smallest sum with P(T > sum) <= tail.
  [[nodiscard]] std::int64_t lower_quantile(double tail) const;
  [[nodiscard]] std::int64_t upper_quantile(double tail) const;

  // The probabilities of the smallest and of the largest possible sum.
  [[nodiscard]] double smallest_atom() const;
  [[nodiscard]] double largest_atom() const;

 private:
  std::vector<double> probability_;
  std::int64_t unit_;
  std::int64_t doubled_mean_;
};

// Largest samples for which the distributions are built: time grows with the cube (signed-rank) and with the
// fourth power (rank-sum) of the size; at these limits either takes 0.1 to 0.2 s.
inline constexpr std::size_t most_signed_ranks = 500;
inline constexpr std::size_t most_rank_sum_values = 200;  // both samples together

// Sum of the ranks of the positive values.
[[nodiscard]] RankDistribution signed_rank_distribution(std::span<const std::int64_t> doubled_ranks);

// Sum of the ranks of `chosen` values out of all; 1 <= chosen < number of ranks.
[[nodiscard]] RankDistribution rank_sum_distribution(std::span<const std::int64_t> doubled_ranks,
                                                     std::size_t chosen);

}  // namespace azoo::statistics
