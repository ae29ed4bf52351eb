// The values behind the Hodges-Lehmann estimate: Walsh averages (x_i + x_j) / 2, i <= j, of one sample, or
// all differences x_i - y_j of two. There are n(n+1)/2 or n1 n2 of them; the k-th smallest is found by
// counting along the sorted samples, without storing or sorting them. Hodges & Lehmann 1963, Ann. Math. Stat.
// 34:598-611.
#pragma once

#include <cstddef>  // for size_t
#include <cstdint>  // for int64_t
#include <span>     // for samples
#include <vector>   // for the sorted samples

namespace azoo::statistics {

class PairwiseValues {
 public:
  [[nodiscard]] static PairwiseValues walsh_averages(std::span<const double> values);
  [[nodiscard]] static PairwiseValues differences(std::span<const double> first,
                                                  std::span<const double> second);

  [[nodiscard]] std::size_t size() const;
  // k-th smallest, 1 <= k <= size().
  [[nodiscard]] double kth(std::size_t k) const;
  [[nodiscard]] double median() const;

 private:
  PairwiseValues(std::vector<double> rows, std::vector<double> columns, bool triangular);
  [[nodiscard]] double value(std::size_t row, std::size_t column) const;
  [[nodiscard]] std::size_t count_at_most(double limit) const;

  std::vector<double> rows_;     // ascending
  std::vector<double> columns_;  // ascending; the second sample with its sign turned, so that values are sums
  bool triangular_;              // only column >= row, and averages instead of sums
};

// A place where the rank statistic changes, and twice its value there.
struct StatisticStep {
  double location = 0.0;
  std::int64_t doubled_statistic = 0;
};

// The rank statistic of x - d at every distinct Walsh average d (signed-rank), ascending in d: averages above
// d count one, averages of two different values that equal d count a half. `tolerances` holds the rounding of
// each value (see midranks.hpp).
[[nodiscard]] std::vector<StatisticStep> signed_rank_steps(std::span<const double> values,
                                                           std::span<const double> tolerances);
// The same for the rank-sum statistic of x - d against y at every distinct difference d.
[[nodiscard]] std::vector<StatisticStep> rank_sum_steps(std::span<const double> first,
                                                        std::span<const double> second);

}  // namespace azoo::statistics
