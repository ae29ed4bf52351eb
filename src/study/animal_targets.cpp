#include "study/animal_targets.hpp"

#include <array>
#include <cmath>
#include <limits>
#include <optional>
#include <set>
#include <string_view>
#include <utility>

#include "core/csv.hpp"
#include "core/number_text.hpp"

namespace azoo::study {

namespace {

struct StatisticRule {
  std::string_view word;
  TargetStatistic statistic;
  std::size_t fewest_groups;
  std::size_t most_groups;
  std::size_t fewest_days;
  std::size_t most_days;
};
constexpr std::size_t many = 1000;
constexpr std::array<StatisticRule, 11> rules = {{
    {"mean", TargetStatistic::mean, 1, 1, 1, many},
    {"pair", TargetStatistic::pair, 1, 1, 1, many},
    {"median", TargetStatistic::median, 1, 1, 1, many},
    {"minimum", TargetStatistic::minimum, 1, 1, 1, many},
    {"cv", TargetStatistic::cv, 1, 1, 1, many},
    {"ratio", TargetStatistic::ratio, 2, 2, 1, 1},
    {"d0", TargetStatistic::d0, 2, many, 1, 1},
    {"colony_d0", TargetStatistic::colony_d0, 2, many, 1, 1},
    {"crossover", TargetStatistic::crossover, 3, many, 2, 2},
    {"parameter", TargetStatistic::parameter, 0, 0, 0, 0},
    {"built_in", TargetStatistic::built_in, 0, 0, 0, 0},
}};

constexpr std::array<const char*, 17> columns = {
    "id",   "observable", "species", "condition", "time", "value",     "low",    "high", "unit",
    "role", "study",      "readout", "group",     "day",  "statistic", "source", "note"};

std::string trimmed(std::string_view text) {
  const std::size_t from = text.find_first_not_of(' ');
  if (from == std::string_view::npos) return {};
  return std::string(text.substr(from, text.find_last_not_of(' ') - from + 1));
}

std::vector<std::string> parts_of(std::string_view text, char divider) {
  std::vector<std::string> parts;
  if (trimmed(text).empty()) return parts;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find(divider, at), text.size());
    parts.push_back(trimmed(text.substr(at, end - at)));
    at = end + 1;
  }
  return parts;
}

class Row {
 public:
  Row(const CsvTable& table, std::size_t row, Problems& problems)
      : table_(table), row_(row), problems_(problems) {}

  [[nodiscard]] AnimalTarget read() const {
    AnimalTarget target;
    target.place = table_.place(row_);
    target.id = text("id");
    target.observable = text("observable");
    target.species = text("species");
    target.condition = text("condition");
    target.time = text("time");
    target.value = number("value");
    target.low = number("low");
    target.high = number("high");
    target.unit = text("unit");
    target.study = text("study");
    target.readout = text("readout");
    target.source = text("source");
    target.note = text("note");
    for (const char* needed : {"id", "observable", "species", "unit", "readout", "source"}) {
      if (text(needed).empty()) wrong(needed, "nothing", "a text");
    }
    read_role(target);
    read_interval(target);
    read_statistic(target);
    return target;
  }

 private:
  [[nodiscard]] std::string text(const char* column) const {
    return table_.rows[row_][*table_.column(column)];
  }
  void wrong(const char* column, const std::string& found, const std::string& expected) const {
    problems_.add(table_.place(row_), column, found, expected);
  }
  // NaN for an empty field.
  [[nodiscard]] double number(const char* column) const {
    if (text(column).empty()) return std::numeric_limits<double>::quiet_NaN();
    const std::optional<double> value = parse_number(text(column));
    if (!value) wrong(column, text(column), "a number, or nothing");
    return value.value_or(0.0);
  }

  void read_role(AnimalTarget& target) const {
    const std::string word = text("role");
    if (word == "fitted")
      target.role = endocrine::TargetRole::fitted;
    else if (word == "identity")
      target.role = endocrine::TargetRole::identity;
    else if (word != "predicted")
      wrong("role", word, "fitted, predicted or identity");
  }

  void read_interval(const AnimalTarget& target) const {
    if (std::isnan(target.low) && std::isnan(target.high))
      wrong("low", "nothing, and nothing in high", "a lower or an upper limit, or both");
    if (target.low > target.high) wrong("low", text("low"), "low <= high");
    if (target.value < target.low || target.value > target.high)
      wrong("value", text("value"), "a value between low and high");
  }

  void read_statistic(AnimalTarget& target) const {
    const StatisticRule* rule = nullptr;
    for (const StatisticRule& one : rules) {
      if (one.word == text("statistic")) rule = &one;
    }
    if (rule == nullptr) {
      wrong("statistic", text("statistic"),
            "mean, pair, median, minimum, cv, ratio, d0, colony_d0, crossover, parameter or built_in");
      return;
    }
    target.statistic = rule->statistic;
    target.groups = parts_of(text("group"), rule->statistic == TargetStatistic::ratio ? '/' : ';');
    if (target.groups.size() < rule->fewest_groups || target.groups.size() > rule->most_groups) {
      wrong(
          "group", text("group"),
          rule->fewest_groups == 0 ? "nothing for this statistic" : "as many groups as the statistic wants");
    }
    for (const std::string& day : parts_of(text("day"), ';')) {
      const std::optional<double> value = parse_number(day);
      if (!value) wrong("day", day, "a number");
      target.days.push_back(value.value_or(0.0));
    }
    if (target.days.size() < rule->fewest_days || target.days.size() > rule->most_days) {
      wrong("day", text("day"),
            rule->most_days == 0 ? "nothing for this statistic" : "as many days as the statistic wants");
    }
    const bool of_animals = rule->fewest_groups > 0;
    if (of_animals && target.study.empty()) wrong("study", "nothing", "a file of studies/validation");
    if (rule->statistic == TargetStatistic::parameter && target.role != endocrine::TargetRole::identity)
      wrong("role", text("role"), "identity: a parameter read out again is no evidence");
  }

  const CsvTable& table_;
  std::size_t row_;
  Problems& problems_;
};

}  // namespace

std::string to_text(TargetStatistic statistic) {
  for (const StatisticRule& rule : rules) {
    if (rule.statistic == statistic) return std::string(rule.word);
  }
  return {};
}

std::vector<AnimalTarget> read_animal_targets(const std::filesystem::path& file, Problems& problems) {
  const CsvTable table = read_csv(file, problems);
  std::vector<AnimalTarget> targets;
  bool complete = true;
  for (const char* column : columns) {
    if (table.column(column)) continue;
    problems.add({table.file, 1, 0}, column, "no such column", "a column with this name");
    complete = false;
  }
  if (!complete) return targets;
  std::set<std::string> seen;
  for (std::size_t r = 0; r < table.rows.size(); ++r) {
    targets.push_back(Row(table, r, problems).read());
    if (!seen.insert(targets.back().id).second)
      problems.add(table.place(r), "id", targets.back().id, "each id once");
  }
  return targets;
}

}  // namespace azoo::study
