#include "trial/analysis_change.hpp"

#include <fmt/format.h>

#include <algorithm>  // for max, sort
#include <cmath>      // for copysign, exp, ldexp, log
#include <utility>    // for move

#include "trial/analysis_parts.hpp"  // for unit_of

namespace azoo::trial {

using statistics::add_note;

namespace {

// Natural logarithms; zeros become half the assay's limit where it has one.
bool take_logs(std::vector<double>& values, double half_limit, std::size_t& zeros) {
  for (double& value : values) {
    if (value <= 0.0) {
      ++zeros;
      value = half_limit;
    }
    if (value <= 0.0) return false;
    value = std::log(value);
  }
  return true;
}

}  // namespace

bool on_log_scale(const Endpoint& endpoint) {
  return endpoint.scale == "log";
}

std::string change_unit(const Endpoint& endpoint) {
  return on_log_scale(endpoint) ? "ratio" : unit_of(endpoint.analyte);
}

Changes changes_of(const Design& design, const Endpoint& endpoint, const PairedSample& pairs) {
  Changes changes{.note = data_note(pairs)};
  std::vector<double> before = pairs.baseline;
  std::vector<double> after = pairs.final;
  if (on_log_scale(endpoint)) {
    changes.magnitude = 1.0;  // a logarithm near zero still carries the relative rounding of its value
    const Assay* assay = assay_of(design, endpoint.analyte);
    const double half_limit = assay != nullptr ? assay->lloq / 2.0 : 0.0;
    std::size_t zeros = 0;
    if (!take_logs(before, half_limit, zeros) || !take_logs(after, half_limit, zeros)) {
      changes.refusal = "a value of 0 has no logarithm and the assay states no limit of quantification";
      return changes;
    }
    if (zeros > 0)
      add_note(changes.note, fmt::format("{} zero(s) set to half the limit of quantification", zeros));
  } else if (endpoint.scale != "raw" && endpoint.scale != "rank") {
    changes.refusal = "unknown scale '" + endpoint.scale + "'; scales are raw, log and rank";
    return changes;
  }
  for (std::size_t i = 0; i < before.size(); ++i) {
    changes.values.push_back(after[i] - before[i]);
    changes.magnitude = std::max({changes.magnitude, std::abs(before[i]), std::abs(after[i])});
  }
  changes.baseline = std::move(before);
  changes.final = std::move(after);
  return changes;
}

TiedChanges with_true_ties(std::vector<double> first, std::vector<double> second, double magnitude) {
  TiedChanges tied{std::move(first), std::move(second)};
  std::vector<double*> by_size;
  for (double& value : tied.first) by_size.push_back(&value);
  for (double& value : tied.second) by_size.push_back(&value);
  std::sort(by_size.begin(), by_size.end(),
            [](const double* a, const double* b) { return std::abs(*a) < std::abs(*b); });
  const double near = std::ldexp(magnitude, -48);
  double size = 0.0;
  for (double* value : by_size) {
    if (std::abs(*value) - size > near) size = std::abs(*value);
    *value = std::copysign(size, *value);
  }
  return tied;
}

statistics::TestResult on_endpoint_scale(statistics::TestResult result, const Endpoint& endpoint,
                                         const std::string& what) {
  result.method += ", " + (on_log_scale(endpoint) ? "log " + what : what);
  if (!on_log_scale(endpoint) || !result.computed()) return result;
  result.estimate = std::exp(result.estimate);
  result.ci_low = std::exp(result.ci_low);
  result.ci_high = std::exp(result.ci_high);
  return result;
}

}  // namespace azoo::trial
