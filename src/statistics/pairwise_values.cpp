#include "statistics/pairwise_values.hpp"

#include <algorithm>  // for sort, max
#include <bit>        // for bit_cast
#include <cmath>      // for abs
#include <utility>    // for move

#include "statistics/midranks.hpp"  // for subtraction_tolerance

namespace azoo::statistics {

namespace {

std::vector<double> sorted_copy(std::span<const double> values) {
  std::vector<double> sorted(values.begin(), values.end());
  std::sort(sorted.begin(), sorted.end());
  return sorted;
}

constexpr std::uint64_t sign_bit = std::uint64_t{1} << 63U;

// Finite doubles as whole numbers of the same order, so that bisection ends on an exact value.
std::uint64_t to_ordered(double value) {
  const auto bits = std::bit_cast<std::uint64_t>(value);
  return (bits & sign_bit) != 0 ? ~bits : bits | sign_bit;
}

double from_ordered(std::uint64_t key) {
  return std::bit_cast<double>((key & sign_bit) != 0 ? key & ~sign_bit : ~key);
}

struct Pair {
  double location = 0.0;
  double tolerance = 0.0;
  std::int64_t doubled_share = 0;  // what it adds to twice the statistic where d equals its location
};

// Every pair above d adds 2, pairs at d their share; pairs closer than their rounding are one location.
std::vector<StatisticStep> to_steps(std::vector<Pair> pairs) {
  std::sort(pairs.begin(), pairs.end(), [](const Pair& a, const Pair& b) { return a.location < b.location; });
  std::vector<StatisticStep> steps;
  std::size_t begin = 0;
  while (begin < pairs.size()) {
    std::size_t end = begin + 1;
    std::int64_t share = pairs[begin].doubled_share;
    while (end < pairs.size() && pairs[end].location - pairs[end - 1].location <=
                                     std::max(pairs[end].tolerance, pairs[end - 1].tolerance)) {
      share += pairs[end].doubled_share;
      ++end;
    }
    const auto above = static_cast<std::int64_t>(pairs.size() - end);
    steps.push_back({pairs[begin].location, 2 * above + share});
    begin = end;
  }
  return steps;
}

}  // namespace

PairwiseValues::PairwiseValues(std::vector<double> rows, std::vector<double> columns, bool triangular)
    : rows_(std::move(rows)), columns_(std::move(columns)), triangular_(triangular) {}

PairwiseValues PairwiseValues::walsh_averages(std::span<const double> values) {
  std::vector<double> sorted = sorted_copy(values);
  return {sorted, sorted, true};
}

PairwiseValues PairwiseValues::differences(std::span<const double> first, std::span<const double> second) {
  std::vector<double> turned(second.begin(), second.end());
  for (double& value : turned) value = -value;
  return {sorted_copy(first), sorted_copy(turned), false};
}

std::size_t PairwiseValues::size() const {
  return triangular_ ? rows_.size() * (rows_.size() + 1) / 2 : rows_.size() * columns_.size();
}

double PairwiseValues::value(std::size_t row, std::size_t column) const {
  if (triangular_) return rows_[row] / 2.0 + columns_[column] / 2.0;
  return rows_[row] + columns_[column];
}

std::size_t PairwiseValues::count_at_most(double limit) const {
  // Rounded sums rise with either term, so the border between "at most" and "above" is a staircase.
  std::size_t count = 0;
  std::size_t end = columns_.size();  // columns [0, end) of this row are at most the limit
  for (std::size_t row = 0; row < rows_.size(); ++row) {
    while (end > 0 && value(row, end - 1) > limit) --end;
    const std::size_t begin = triangular_ ? row : 0;
    if (end <= begin) break;
    count += end - begin;
  }
  return count;
}

double PairwiseValues::kth(std::size_t k) const {
  std::uint64_t low = to_ordered(value(0, 0));
  std::uint64_t high = to_ordered(value(rows_.size() - 1, columns_.size() - 1));
  if (low > high) std::swap(low, high);  // only for -0.0 and 0.0, which are equal but ordered by their bits
  while (low < high) {
    const std::uint64_t middle = low + (high - low) / 2;
    if (count_at_most(from_ordered(middle)) >= k) {
      high = middle;
    } else {
      low = middle + 1;
    }
  }
  return from_ordered(low) + 0.0;  // -0.0 becomes 0.0
}

double PairwiseValues::median() const {
  const std::size_t count = size();
  const double upper = kth(count / 2 + 1);
  if (count % 2 == 1) return upper;
  return kth(count / 2) / 2.0 + upper / 2.0;
}

std::vector<StatisticStep> signed_rank_steps(std::span<const double> values,
                                             std::span<const double> tolerances) {
  std::vector<Pair> pairs;
  pairs.reserve(values.size() * (values.size() + 1) / 2);
  for (std::size_t i = 0; i < values.size(); ++i) {
    for (std::size_t j = i; j < values.size(); ++j) {
      const double rounding = (tolerances[i] + tolerances[j]) / 2.0;
      const bool same = std::abs(values[i] - values[j]) <= std::max(tolerances[i], tolerances[j]);
      pairs.push_back({values[i] / 2.0 + values[j] / 2.0,
                       rounding + subtraction_tolerance(values[i], values[j]) / 2.0, same ? 0 : 1});
    }
  }
  return to_steps(std::move(pairs));
}

std::vector<StatisticStep> rank_sum_steps(std::span<const double> first, std::span<const double> second) {
  std::vector<Pair> pairs;
  pairs.reserve(first.size() * second.size());
  for (const double x : first) {
    for (const double y : second) pairs.push_back({x - y, subtraction_tolerance(x, y), 1});
  }
  return to_steps(std::move(pairs));
}

}  // namespace azoo::statistics
