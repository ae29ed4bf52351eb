#include "screen/lead.hpp"

#include <algorithm>  // for sort
#include <cmath>      // for exp, isnan, sqrt
#include <numbers>    // for pi
#include <vector>     // for vector

#include "statistics/moments.hpp"

namespace azoo::screen {

double chance_of_lead(double lead, double spread, std::size_t n) {
  if (n < 2 || !(spread > 0.0) || !(lead >= 0.0)) return no_value;
  const double scale = spread * std::sqrt(6.0) / std::numbers::pi;
  const auto count = static_cast<double>(n);
  return count / (1.0 + (count - 1.0) * std::exp(lead / scale));
}

Lead lead_of(std::span<const double> scores, double known_spread) {
  std::vector<std::size_t> order;
  std::vector<double> values;
  for (std::size_t i = 0; i < scores.size(); ++i) {
    if (std::isnan(scores[i])) continue;
    order.push_back(i);
    values.push_back(scores[i]);
  }
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return scores[a] < scores[b]; });
  Lead result;
  if (order.empty()) return result;
  result.winner = order[0];
  if (order.size() < 2) return result;
  result.next = order[1];
  result.lead = scores[order[1]] - scores[order[0]];
  const bool known = !std::isnan(known_spread);
  result.spread = known ? known_spread : statistics::moments(values).sd;
  constexpr std::size_t fewest = 3;  // two scores have a spread that is their lead
  if (known || order.size() >= fewest) result.p = chance_of_lead(result.lead, result.spread, order.size());
  return result;
}

}  // namespace azoo::screen
