#include "evidence/record.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <set>

#include "core/csv.hpp"
#include "core/number_text.hpp"
#include "core/toml_reader.hpp"

namespace azoo::evidence {

namespace {

// A table whose columns are exactly the expected ones, in any order.
class Rows {
 public:
  Rows(const std::filesystem::path& file, std::vector<std::string> columns, Problems& problems)
      : columns_(std::move(columns)), problems_(problems) {
    const std::size_t before = problems.list().size();
    table_ = read_csv(file, problems);
    readable_ = problems.list().size() == before;
    if (!readable_) return;
    for (const std::string& name : columns_) {
      if (!table_.column(name)) fault_in_header(name, "no such column", "a column named " + name);
    }
    for (const std::string& name : table_.header) {
      if (std::find(columns_.begin(), columns_.end(), name) != columns_.end()) continue;
      const std::string near = nearest_word(name, columns_);
      fault_in_header(name, "unknown column", near.empty() ? "a known column" : "perhaps " + near);
    }
  }

  [[nodiscard]] std::size_t size() const { return readable_ ? table_.rows.size() : 0; }

  [[nodiscard]] std::string text(std::size_t row, const std::string& name) const {
    return table_.rows[row][*table_.column(name)];
  }

  [[nodiscard]] std::string needed(std::size_t row, const std::string& name) const {
    std::string content = text(row, name);
    if (content.empty()) fault(row, name, "nothing", "a text");
    return content;
  }

  // Unique within the table.
  [[nodiscard]] std::string id(std::size_t row) {
    std::string content = needed(row, "id");
    if (!content.empty() && !ids_.insert(content).second)
      fault(row, "id", "\"" + content + "\" a second time", "an id of its own for each row");
    return content;
  }

  // NaN when the field is empty.
  [[nodiscard]] double number(std::size_t row, const std::string& name) const {
    const std::string content = text(row, name);
    if (content.empty()) return std::nan("");
    const std::optional<double> value = parse_number(content);
    if (value && std::isfinite(*value)) return *value;
    fault(row, name, "\"" + content + "\"", "a finite number or nothing");
    return std::nan("");
  }

  void fault(std::size_t row, const std::string& field, std::string found, std::string expected) const {
    problems_.add(table_.place(row), field, std::move(found), std::move(expected));
  }

 private:
  void fault_in_header(const std::string& name, std::string found, std::string expected) {
    readable_ = false;
    problems_.add({table_.file, 0, 0}, name, std::move(found), std::move(expected));
  }

  std::vector<std::string> columns_;
  Problems& problems_;
  CsvTable table_;
  std::set<std::string> ids_;
  bool readable_ = false;
};

void check(const Rows& rows, std::size_t row, const PublishedOutcome& outcome) {
  const std::vector<std::string> directions = {"", "up", "down", "none"};
  if (std::find(directions.begin(), directions.end(), outcome.direction) == directions.end())
    rows.fault(row, "direction", "\"" + outcome.direction + "\"", "up, down, none or nothing");
  const bool has_value = !std::isnan(outcome.value);
  const bool has_low = !std::isnan(outcome.low);
  const bool has_high = !std::isnan(outcome.high);
  if (has_low != has_high)
    rows.fault(row, has_low ? "high" : "low", "nothing", "both ends of an interval or neither");
  if (has_low && has_high && outcome.low > outcome.high)
    rows.fault(row, "low", to_text(outcome.low), "at most high = " + to_text(outcome.high));
  if (has_value && (outcome.value < outcome.low || outcome.value > outcome.high))
    rows.fault(row, "value", to_text(outcome.value), "a value inside its printed interval");
  if (!has_value && !(has_low && has_high) && outcome.direction.empty())
    rows.fault(row, "value", "nothing", "a value, an interval or a direction");
}

}  // namespace

std::vector<PublishedOutcome> read_outcomes(const std::filesystem::path& file, Problems& problems) {
  Rows rows(file,
            {"id", "study", "arm", "endpoint", "time", "printed", "direction", "value", "low", "high", "unit",
             "place", "note"},
            problems);
  std::vector<PublishedOutcome> outcomes;
  for (std::size_t row = 0; row < rows.size(); ++row) {
    outcomes.push_back({.id = rows.id(row),
                        .study = rows.needed(row, "study"),
                        .arm = rows.needed(row, "arm"),
                        .endpoint = rows.needed(row, "endpoint"),
                        .time = rows.needed(row, "time"),
                        .printed = rows.needed(row, "printed"),
                        .direction = rows.text(row, "direction"),
                        .value = rows.number(row, "value"),
                        .low = rows.number(row, "low"),
                        .high = rows.number(row, "high"),
                        .unit = rows.needed(row, "unit"),
                        .place = rows.needed(row, "place"),
                        .note = rows.text(row, "note")});
    check(rows, row, outcomes.back());
  }
  return outcomes;
}

std::vector<Contradiction> read_contradictions(const std::filesystem::path& file, Problems& problems) {
  Rows rows(file, {"id", "study", "statement_a", "place_a", "statement_b", "place_b", "treatment"}, problems);
  std::vector<Contradiction> contradictions;
  for (std::size_t row = 0; row < rows.size(); ++row) {
    contradictions.push_back({.id = rows.id(row),
                              .study = rows.needed(row, "study"),
                              .statement_a = rows.needed(row, "statement_a"),
                              .place_a = rows.needed(row, "place_a"),
                              .statement_b = rows.needed(row, "statement_b"),
                              .place_b = rows.needed(row, "place_b"),
                              .treatment = rows.needed(row, "treatment")});
  }
  return contradictions;
}

}  // namespace azoo::evidence
