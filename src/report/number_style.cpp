#include "report/number_style.hpp"

#include <fmt/format.h>

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
  if (size >= std::pow(10.0, significant_digits) && size < 1e6)
    return with_minus(fmt::format("{:.0f}", value));
  // Twice, because 9.998 becomes 10.00 first and only then 10.0.
  const double rounded = *parse_number(to_text(value, significant_digits));
  return with_minus(to_text(rounded, significant_digits));
}

std::string p_value(double p) {
  if (!std::isfinite(p)) return "P\u00a0not given";
  if (p < 0.001) return "P\u00a0<\u00a00.001";
  if (p > 0.999) return "P\u00a0>\u00a00.99";
  // Two decimals from 0.1, three below; more where rounding would land on 0.05 itself.
  std::string shown = fmt::format("{:.{}f}", p, p >= 0.0995 ? 2 : 3);
  if (shown == "0.050" && p != 0.05) shown = fmt::format("{:.5f}", p);
  return "P\u00a0=\u00a0" + shown;
}

std::string percent(double fraction) {
  if (!std::isfinite(fraction)) return absent;
  const double value = 100.0 * fraction;
  if (value != 0.0 && value < 1.0) return to_text(value, 2) + "\u00a0%";
  std::string shown = fmt::format("{:.1f}", value);
  if (shown == "100.0" && value != 100.0) shown = to_text(value);  // never round up to all
  if (shown.ends_with(".0")) shown.resize(shown.size() - 2);
  return shown + "\u00a0%";
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

std::string exact(double value) {
  return std::isfinite(value) ? with_minus(to_text(value)) : number(value);
}

std::string cells(double count) {
  if (!std::isfinite(count)) return absent;
  if (std::fabs(count) >= 1e6) {
    // Three digits at most, without zeros that only fill up: "10 million", "7.39 million".
    const double millions = *parse_number(to_text(count / 1e6, 3));
    return exact(millions) + " million";
  }
  return number(count);
}

std::string plural(std::int64_t count, std::string_view one, std::string_view many) {
  return std::to_string(count) + " " + std::string(count == 1 ? one : many);
}

std::string men(std::int64_t count) {
  return plural(count, "man", "men");
}

}  // namespace azoo::report
