#include "endocrine/hormone_targets.hpp"

#include <optional>

#include "core/csv.hpp"
#include "core/number_text.hpp"

namespace azoo::endocrine {

namespace {

class Row {
 public:
  Row(const CsvTable& table, std::size_t row, Problems& problems)
      : table_(table), row_(row), problems_(problems) {}

  [[nodiscard]] std::string text(const char* column) const {
    return table_.rows[row_][*table_.column(column)];
  }
  [[nodiscard]] double number(const char* column) const {
    const std::optional<double> value = parse_number(text(column));
    if (!value) problems_.add(table_.place(row_), column, text(column), "a number");
    return value.value_or(0.0);
  }
  void wrong(const char* column, const char* expected) const {
    problems_.add(table_.place(row_), column, text(column), expected);
  }

 private:
  const CsvTable& table_;
  std::size_t row_;
  Problems& problems_;
};

TargetRole read_role(const Row& row) {
  const std::string word = row.text("role");
  if (word == "fitted") return TargetRole::fitted;
  if (word == "identity") return TargetRole::identity;
  if (word != "predicted") row.wrong("role", "fitted, predicted or identity");
  return TargetRole::predicted;
}

}  // namespace

std::string to_text(TargetRole role) {
  switch (role) {
    case TargetRole::fitted:
      return "fitted";
    case TargetRole::identity:
      return "identity";
    case TargetRole::predicted:
      break;
  }
  return "predicted";
}

std::vector<HormoneTarget> read_hormone_targets(const std::filesystem::path& file, Problems& problems) {
  const CsvTable table = read_csv(file, problems);
  std::vector<HormoneTarget> targets;
  for (const char* column :
       {"id", "observable", "condition", "value", "low", "high", "unit", "role", "how", "source", "note"}) {
    if (!table.column(column)) {
      problems.add({table.file, 1, 0}, column, "no such column", "a column with this name");
      return targets;
    }
  }
  for (std::size_t r = 0; r < table.rows.size(); ++r) {
    const Row row(table, r, problems);
    HormoneTarget target;
    target.id = row.text("id");
    target.observable = row.text("observable");
    target.condition = row.text("condition");
    target.value = row.number("value");
    target.low = row.number("low");
    target.high = row.number("high");
    target.unit = row.text("unit");
    target.role = read_role(row);
    target.verified = row.text("how") == "verified";
    if (!target.verified && row.text("how") != "remembered") row.wrong("how", "verified or remembered");
    target.source = row.text("source");
    target.note = row.text("note");
    if (!(target.low <= target.value && target.value <= target.high))
      row.wrong("value", "a value between low and high");
    targets.push_back(target);
  }
  return targets;
}

}  // namespace azoo::endocrine
