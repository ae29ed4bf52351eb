#include "statistics/effect_sizes.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace azoo::statistics {

namespace {

EffectSize refuse(std::string reason) {
  const double none = std::numeric_limits<double>::quiet_NaN();
  return {none, none, std::move(reason)};
}

// What is wrong with a group; empty when it is fit.
std::string complaint(const GroupSummary& group) {
  if (!std::isfinite(group.mean)) return "a mean is missing";
  if (!std::isfinite(group.sd)) return "a standard deviation is missing";
  if (!(group.sd >= 0.0)) return "a standard deviation is below zero";
  if (!(group.n >= 2.0) || !std::isfinite(group.n))
    return "a group has fewer than 2 members or its size is missing";
  return "";
}

std::string complaint(const GroupSummary& first, const GroupSummary& second) {
  const std::string of_first = complaint(first);
  return of_first.empty() ? complaint(second) : of_first;
}

bool is_count(double events, double n) {
  return std::isfinite(events) && std::isfinite(n) && n >= 1.0 && events >= 0.0 && events <= n &&
         events == std::floor(events) && n == std::floor(n);
}

constexpr double half = 0.5;
const char* const no_counts = "counts must be whole numbers with 0 <= events <= n and n >= 1";

}  // namespace

EffectSize mean_difference(const GroupSummary& first, const GroupSummary& second) {
  if (const std::string why = complaint(first, second); !why.empty()) return refuse(why);
  const double variance = first.sd * first.sd / first.n + second.sd * second.sd / second.n;
  if (!(variance > 0.0)) return refuse("both standard deviations are zero");
  return {first.mean - second.mean, variance, ""};
}

EffectSize standardised_mean_difference(const GroupSummary& first, const GroupSummary& second) {
  if (const std::string why = complaint(first, second); !why.empty()) return refuse(why);
  const double m = first.n + second.n - 2.0;
  const double pooled =
      std::sqrt(((first.n - 1.0) * first.sd * first.sd + (second.n - 1.0) * second.sd * second.sd) / m);
  if (!(pooled > 0.0)) return refuse("both standard deviations are zero");
  // J = Gamma(m/2) / (sqrt(m/2) Gamma((m-1)/2)); Hedges 1981, J. Educ. Stat. 6:107-128.
  const double j = std::exp(std::lgamma(m / 2.0) - std::lgamma((m - 1.0) / 2.0)) / std::sqrt(m / 2.0);
  const double g = j * (first.mean - second.mean) / pooled;
  return {g, 1.0 / first.n + 1.0 / second.n + g * g / (2.0 * (first.n + second.n)), ""};
}

EffectSize log_ratio_of_means(const GroupSummary& first, const GroupSummary& second) {
  if (const std::string why = complaint(first, second); !why.empty()) return refuse(why);
  if (!(first.mean > 0.0 && second.mean > 0.0)) return refuse("a ratio of means needs means above zero");
  const auto part = [](const GroupSummary& g) { return g.sd * g.sd / (g.n * g.mean * g.mean); };
  const double variance = part(first) + part(second);
  if (!(variance > 0.0)) return refuse("both standard deviations are zero");
  return {std::log(first.mean / second.mean), variance, ""};
}

EffectSize logit_proportion(double events, double n) {
  if (!is_count(events, n)) return refuse(no_counts);
  double with = events;
  double without = n - events;
  if (with == 0.0 || without == 0.0) {
    with += half;
    without += half;
  }
  return {std::log(with / without), 1.0 / with + 1.0 / without, ""};
}

EffectSize log_odds_ratio(double events1, double n1, double events2, double n2) {
  if (!is_count(events1, n1) || !is_count(events2, n2)) return refuse(no_counts);
  double counts[4] = {events1, n1 - events1, events2, n2 - events2};
  if (std::find(std::begin(counts), std::end(counts), 0.0) != std::end(counts)) {
    for (double& count : counts) count += half;
  }
  const double value = std::log(counts[0] * counts[3] / (counts[1] * counts[2]));
  return {value, 1.0 / counts[0] + 1.0 / counts[1] + 1.0 / counts[2] + 1.0 / counts[3], ""};
}

}  // namespace azoo::statistics
