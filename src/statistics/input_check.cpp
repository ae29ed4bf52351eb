#include "statistics/input_check.hpp"

#include <fmt/format.h>

#include <cmath>  // for isfinite

namespace azoo::statistics {

namespace {

std::string check_level(double level) {
  if (level > 0.0 && level < 1.0) return {};
  return fmt::format("needs a confidence level between 0 and 1, got {}", level);
}

}  // namespace

std::string check_size(std::span<const double> values, std::size_t least, std::string_view sample) {
  if (values.size() >= least) return {};
  const std::string_view noun = least == 1 ? "value" : "values";
  if (sample.empty()) return fmt::format("needs at least {} {}, got {}", least, noun, values.size());
  return fmt::format("needs at least {} {} in the {} sample, got {}", least, noun, sample, values.size());
}

std::string check_finite(std::span<const double> values, std::string_view sample) {
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (std::isfinite(values[i])) continue;
    const std::string_view found = std::isnan(values[i]) ? "NaN" : "infinite";
    if (sample.empty()) return fmt::format("value {} is {}; every value must be finite", i + 1, found);
    return fmt::format("value {} of the {} sample is {}; every value must be finite", i + 1, sample, found);
  }
  return {};
}

std::string check_options(const TestOptions& options) {
  if (std::string reason = check_level(options.ci_level); !reason.empty()) return reason;
  if (!std::isfinite(options.null_value)) return "the null value must be finite";
  return {};
}

std::string check_one_sample(std::span<const double> values, std::size_t least, const TestOptions& options) {
  if (std::string reason = check_options(options); !reason.empty()) return reason;
  if (std::string reason = check_size(values, least, ""); !reason.empty()) return reason;
  return check_finite(values, "");
}

std::string check_two_samples(std::span<const double> first, std::span<const double> second,
                              std::size_t least, const TestOptions& options) {
  if (std::string reason = check_options(options); !reason.empty()) return reason;
  if (std::string reason = check_size(first, least, "first"); !reason.empty()) return reason;
  if (std::string reason = check_size(second, least, "second"); !reason.empty()) return reason;
  if (std::string reason = check_finite(first, "first"); !reason.empty()) return reason;
  return check_finite(second, "second");
}

std::string check_pairs(std::span<const double> first, std::span<const double> second, std::size_t least,
                        const TestOptions& options) {
  if (first.size() != second.size()) {
    return fmt::format("a paired test needs samples of equal length, got {} and {} values", first.size(),
                       second.size());
  }
  return check_two_samples(first, second, least, options);
}

}  // namespace azoo::statistics
