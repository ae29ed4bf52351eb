#include "report/number_style.hpp"

#include <cmath>  // for isfinite, fabs

#include "core/number_text.hpp"

namespace azoo::report {

namespace {
constexpr const char* absent = "–";

// The minus of typesetting, not a hyphen.
std::string with_minus(std::string text) {
  if (!text.empty() && text.front() == '-') text.replace(0, 1, "−");
  return text;
}
}  // namespace

std::string number(double value, int significant_digits) {
  if (std::isnan(value)) return absent;
  if (std::isinf(value)) return value > 0 ? "∞" : "−∞";
  const double size = std::fabs(value);
  // Above the asked digits print the whole number; trailing zeros would claim what was not measured.
  if (size >= std::pow(10.0, significant_digits) && size < 1e6) return with_minus(to_text(std::round(value)));
  return with_minus(to_text(value, significant_digits));
}

std::string p_value(double p) {
  if (!std::isfinite(p)) return "P not given";
  if (p < 0.001) return "P < 0.001";
  if (p > 0.999) return "P > 0.99";
  // Two digits, but never so few that a P just off 0.05 reads as 0.05.
  const int digits = p < 0.01 ? 1 : 2;
  const bool near_limit = p > 0.045 && p < 0.055;
  return "P = " + to_text(p, near_limit ? 3 : digits);
}

std::string percent(double fraction) {
  if (!std::isfinite(fraction)) return absent;
  const double value = 100.0 * fraction;
  if (value == 0.0 || value == 100.0) return to_text(value) + " %";
  return to_text(value, value < 1.0 ? 2 : value < 99.95 ? 3 : 4) + " %";
}

std::string count_of(std::int64_t count, std::int64_t total) {
  std::string out = std::to_string(count) + " of " + std::to_string(total);
  if (total > 0) out += " (" + percent(static_cast<double>(count) / static_cast<double>(total)) + ")";
  return out;
}

std::string interval(double low, double high, int significant_digits) {
  if (std::isnan(low) && std::isnan(high)) return absent;
  return number(low, significant_digits) + " to " + number(high, significant_digits);
}

std::string cells(double count) {
  if (!std::isfinite(count)) return absent;
  if (std::fabs(count) >= 1e6) return number(count / 1e6) + " million";
  return number(count);
}

std::string plural(std::int64_t count, std::string_view one, std::string_view many) {
  return std::to_string(count) + " " + std::string(count == 1 ? one : many);
}

std::string men(std::int64_t count) {
  return plural(count, "man", "men");
}

}  // namespace azoo::report
