// What every procedure of this module hands back, and the choices every test shares.
//
// A procedure that cannot be computed says why in `refusal`, in one plain sentence, and leaves every number
// NaN; data never make it throw. `note` names the rules that were followed where conventions differ (ties,
// zeros, exact or approximate null distribution, one- or two-sided interval), so that a report can print them
// beside the number.
#pragma once

#include <cstddef>  // for size_t
#include <limits>   // for quiet_NaN
#include <string>   // for method, note, refusal

namespace azoo::statistics {

// `greater`: the first sample (or the differences) lie above the null value; the interval is then [low,
// +inf).
enum class Alternative { two_sided, less, greater };

struct TestOptions {
  Alternative alternative = Alternative::two_sided;
  double ci_level = 0.95;   // in (0, 1)
  double null_value = 0.0;  // mean, median or shift under the null hypothesis, in the unit of the data
};

struct TestResult {
  static constexpr double none = std::numeric_limits<double>::quiet_NaN();

  std::string method;
  double estimate = none;
  double ci_low = none;
  double ci_high = none;
  double ci_level =
      none;  // the level reached; below the one asked for where none that high exists (see note)
  double statistic = none;
  double df = none;  // NaN where the method has none
  double p = none;
  std::size_t n1 = 0;  // values given in the first sample (pairs, trials), counted before zeros are dropped
  std::size_t n2 = 0;  // values given in the second sample, 0 where there is none
  std::string note;
  std::string refusal;  // empty when computed

  [[nodiscard]] bool computed() const { return refusal.empty(); }
};

[[nodiscard]] std::string to_string(Alternative alternative);

// A result that holds no numbers: the method, the sample sizes and the reason.
[[nodiscard]] TestResult refused(std::string method, std::size_t n1, std::size_t n2, std::string reason);

// Appends a sentence to a note or a list of rules, parted by "; ".
void add_note(std::string& note, const std::string& sentence);

}  // namespace azoo::statistics
