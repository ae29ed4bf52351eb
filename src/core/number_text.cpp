#include "core/number_text.hpp"

#include <array>
#include <charconv>
#include <cmath>

namespace azoo {

std::string to_text(double value) {
  if (std::isnan(value)) return "nan";
  if (std::isinf(value)) return value > 0 ? "inf" : "-inf";
  if (value == 0.0) return "0";  // one zero, so that -0 and 0 give the same bytes
  std::array<char, 64> buffer{};
  const auto result = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value);
  return {buffer.data(), result.ptr};
}

// std::to_chars throughout: printf would follow the locale and might write a decimal comma.
std::string to_text(double value, int significant_digits) {
  if (!std::isfinite(value)) return to_text(value);
  if (value == 0.0) return "0";
  std::array<char, 64> buffer{};
  const auto exponent_form = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value,
                                           std::chars_format::scientific, significant_digits - 1);
  std::string text(buffer.data(), exponent_form.ptr);
  // The exponent after rounding: 9.996 to three digits is 10.0, not 10.00.
  const std::size_t e = text.find('e');
  int magnitude = 0;
  std::from_chars(text.data() + e + (text[e + 1] == '+' ? 2 : 1), text.data() + text.size(), magnitude);
  if (magnitude < -5 || magnitude >= 15) return text;
  const int decimals = significant_digits - 1 - magnitude;
  double rounded = value;
  if (decimals < 0) std::from_chars(text.data(), text.data() + text.size(), rounded);
  const auto plain = std::to_chars(buffer.data(), buffer.data() + buffer.size(), rounded,
                                   std::chars_format::fixed, decimals > 0 ? decimals : 0);
  return {buffer.data(), plain.ptr};
}

std::optional<double> parse_number(std::string_view text) {
  if (text.starts_with('+')) {
    text.remove_prefix(1);
    if (text.starts_with('-')) return std::nullopt;
  }
  double value = 0.0;
  const auto result = std::from_chars(text.data(), text.data() + text.size(), value);
  if (result.ec != std::errc{} || result.ptr != text.data() + text.size()) return std::nullopt;
  if (!std::isfinite(value)) return std::nullopt;  // from_chars also takes the words nan and inf
  return value;
}

std::optional<long long> parse_integer(std::string_view text) {
  long long value = 0;
  const auto result = std::from_chars(text.data(), text.data() + text.size(), value);
  if (result.ec != std::errc{} || result.ptr != text.data() + text.size() || text.empty())
    return std::nullopt;
  return value;
}

}  // namespace azoo
