// Numbers as a journal prints them: sensible digits, P values, counts with their share, cells in millions.
// Plain text without markup; an absent number (NaN) is an en dash.
#pragma once

#include <cstdint>      // for int64_t
#include <string>       // for string
#include <string_view>  // for string_view

namespace azoo::report {

[[nodiscard]] std::string number(double value, int significant_digits = 3);
// Every digit, for what a protocol fixes: "0.05", "50".
[[nodiscard]] std::string exact(double value);
[[nodiscard]] std::string p_value(double p);         // "P = 0.012", "P < 0.001", "P not given"
[[nodiscard]] std::string percent(double fraction);  // "22.5 %", blank unbreakable
[[nodiscard]] std::string count_of(std::int64_t count, std::int64_t total);  // "9 of 40 (22.5 %)"
[[nodiscard]] std::string interval(double low, double high, int significant_digits = 3);  // "1.2 to 3.4"
[[nodiscard]] std::string cells(double count);                                            // "20 million", "0"
[[nodiscard]] std::string plural(std::int64_t count, std::string_view one, std::string_view many);
[[nodiscard]] std::string men(std::int64_t count);  // "1 man", "3 men"

}  // namespace azoo::report
