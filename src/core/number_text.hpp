// Numbers as text: the shortest form that reads back to the same double, and strict reading.
#pragma once

#include <optional>     // for optional
#include <string>       // for string
#include <string_view>  // for string_view

namespace azoo {

// Shortest decimal text that reads back to the same value; "nan", "inf", "-inf" for the others.
[[nodiscard]] std::string to_text(double value);
// Fixed number of significant digits for people ("1.23e+07" becomes "12300000" below 1e15).
[[nodiscard]] std::string to_text(double value, int significant_digits);
// The whole text must be a finite number in plain or exponent form; surrounding blanks are not allowed.
[[nodiscard]] std::optional<double> parse_number(std::string_view text);
[[nodiscard]] std::optional<long long> parse_integer(std::string_view text);

}  // namespace azoo
