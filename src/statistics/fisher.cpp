#include "statistics/fisher.hpp"

#include <fmt/format.h>

#include <algorithm>  // for max, min, sort
#include <cmath>      // for exp
#include <cstddef>    // for size_t
#include <limits>     // for infinity
#include <utility>    // for move
#include <vector>     // for probabilities

#include "statistics/conditional_hypergeometric.hpp"
#include "statistics/input_check.hpp"

namespace azoo::statistics {

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr const char* method_name = "Fisher's exact test";

std::string check(const Table2x2& table, double ci_level) {
  if (std::string reason = check_options({.ci_level = ci_level}); !reason.empty()) return reason;
  constexpr std::int64_t most = std::numeric_limits<std::int32_t>::max();
  for (const std::int64_t count : {table.a, table.b, table.c, table.d}) {
    if (count < 0) return fmt::format("needs counts of 0 or more, got {}", count);
    if (count > most) return fmt::format("needs counts of at most {}, got {}", most, count);
  }
  if (table.a + table.b + table.c + table.d == 0) return "the table is empty";
  return {};
}

double two_sided_p(const ConditionalHypergeometric& null, std::int64_t seen) {
  std::vector<double> probability = null.probabilities(0.0);
  const double limit = probability[static_cast<std::size_t>(seen - null.lowest())] * (1.0 + 1e-7);
  // Smallest first, so that a far tail keeps its digits beside larger terms.
  std::sort(probability.begin(), probability.end());
  double sum = 0.0;
  for (const double p : probability) {
    if (p > limit) break;
    sum += p;
  }
  return std::min(sum, 1.0);
}

double p_value(const ConditionalHypergeometric& null, std::int64_t seen, Alternative alternative) {
  switch (alternative) {
    case Alternative::less:
      return null.at_most(seen, 0.0);
    case Alternative::greater:
      return null.at_least(seen, 0.0);
    case Alternative::two_sided:
      break;
  }
  return two_sided_p(null, seen);
}

}  // namespace

TestResult fisher_exact(const Table2x2& table, double ci_level, Alternative alternative) {
  const auto size = [](std::int64_t count) {
    return static_cast<std::size_t>(std::max<std::int64_t>(count, 0));
  };
  const std::size_t n1 = size(table.a) + size(table.b);
  const std::size_t n2 = size(table.c) + size(table.d);
  if (std::string reason = check(table, ci_level); !reason.empty()) {
    return refused(method_name, n1, n2, std::move(reason));
  }
  const ConditionalHypergeometric null(table.a + table.b, table.c + table.d, table.a + table.c);
  if (null.highest() - null.lowest() >= most_tables) {
    return refused(method_name, n1, n2,
                   fmt::format("needs at most {} tables with the same margins, got {}", most_tables,
                               null.highest() - null.lowest() + 1));
  }
  TestResult result;
  result.method = method_name;
  result.n1 = n1;
  result.n2 = n2;
  result.ci_level = ci_level;
  result.p = p_value(null, table.a, alternative);
  result.note = "conditional maximum likelihood odds ratio, exact conditional interval";
  if (alternative == Alternative::two_sided)
    add_note(result.note, "p sums the tables no likelier than this one");
  result.ci_low = 0.0;
  result.ci_high = infinity;
  if (null.lowest() == null.highest()) {
    add_note(result.note, "a row or a column is empty: the data say nothing on the odds ratio");
    return result;
  }
  const bool at_lowest = table.a == null.lowest();
  const bool at_highest = table.a == null.highest();
  result.estimate = at_lowest ? 0.0 : at_highest ? infinity : std::exp(null.solve_mean(table.a));
  const double tail = alternative == Alternative::two_sided ? (1.0 - ci_level) / 2.0 : 1.0 - ci_level;
  if (alternative != Alternative::less && !at_lowest)
    result.ci_low = std::exp(null.solve_at_least(table.a, tail));
  if (alternative != Alternative::greater && !at_highest)
    result.ci_high = std::exp(null.solve_at_most(table.a, tail));
  return result;
}

}  // namespace azoo::statistics
