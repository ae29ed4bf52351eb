#include "statistics/multiplicity.hpp"

#include <fmt/format.h>

#include <algorithm>  // for stable_sort, min, max
#include <cmath>      // for isnan
#include <limits>     // for quiet_NaN

namespace azoo::statistics {

AdjustedP holm(std::span<const double> p_values) {
  AdjustedP result;
  result.method = "Holm";
  result.p.assign(p_values.size(), std::numeric_limits<double>::quiet_NaN());
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < p_values.size(); ++i) {
    if (std::isnan(p_values[i])) continue;
    if (!(p_values[i] >= 0.0 && p_values[i] <= 1.0)) {
      result.refusal = fmt::format("p-value {} is {}; it must lie between 0 and 1", i + 1, p_values[i]);
      return result;
    }
    order.push_back(i);
  }
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return p_values[a] < p_values[b]; });
  result.family = order.size();
  double largest = 0.0;
  for (std::size_t rank = 0; rank < order.size(); ++rank) {
    const double stepped = static_cast<double>(order.size() - rank) * p_values[order[rank]];
    largest = std::max(largest, std::min(1.0, stepped));
    result.p[order[rank]] = largest;
  }
  if (order.size() < p_values.size()) {
    result.note = fmt::format("{} of {} p-values missing and left out of the count",
                              p_values.size() - order.size(), p_values.size());
  }
  return result;
}

}  // namespace azoo::statistics
