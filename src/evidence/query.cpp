#include "evidence/query.hpp"

#include <algorithm>
#include <set>

#include "core/number_text.hpp"
#include "core/toml_reader.hpp"  // for nearest_word

namespace azoo::evidence {

namespace {

// One condition, made ready for many rows.
class Matcher {
 public:
  Matcher(const Condition& condition, const SheetColumn& column, const Words& words)
      : condition_(condition), column_(column), words_(words), wanted_(fold(condition.value)) {
    const std::string* preferred =
        column.kind.empty() ? nullptr : words.preferred(column.kind, condition.value);
    if (preferred != nullptr) preferred_ = fold(*preferred);
    number_ = is_number(column.type) ? parse_number(condition.value) : std::nullopt;
  }

  [[nodiscard]] bool matches(const std::string& cell) const {
    if (condition_.value.empty()) return condition_.contains || cell.empty();
    if (fits(cell)) return true;
    if (!is_list(column_.type) && column_.type != FieldType::text) return false;
    const auto items = items_of(cell);
    return items.size() > 1 &&
           std::any_of(items.begin(), items.end(), [this](std::string_view item) { return fits(item); });
  }

 private:
  [[nodiscard]] bool fits(std::string_view item) const {
    const std::string have = fold(item);
    if (have == wanted_ || (!preferred_.empty() && have == preferred_)) return true;
    if (!condition_.contains) {
      const auto value = number_ ? parse_number(item) : std::nullopt;
      return value && *value == *number_;
    }
    if (have.find(wanted_) != std::string::npos) return true;
    if (column_.kind.empty()) return false;
    const auto& names = words_.names_of(column_.kind, item);
    return std::any_of(names.begin(), names.end(), [this](const std::string& name) {
      return fold(name).find(wanted_) != std::string::npos;
    });
  }

  const Condition& condition_;
  const SheetColumn& column_;
  const Words& words_;
  std::string wanted_;
  std::string preferred_;
  std::optional<double> number_;
};

std::string list_of(const std::vector<std::string>& names) {
  std::string text;
  for (const std::string& name : names) text += (text.empty() ? "" : ", ") + name;
  return text;
}

// The distinct items of a column.
std::vector<std::string> items_in(const Sheet& sheet, std::size_t column) {
  std::set<std::string> items;
  for (const auto& row : sheet.rows) {
    for (const auto item : items_of(row[column])) items.emplace(item);
  }
  return {items.begin(), items.end()};
}

}  // namespace

std::string known_names(std::string_view wanted, const std::vector<std::string>& names) {
  const std::string near = nearest_word(wanted, names);
  return (near.empty() ? std::string() : "perhaps " + near + "; ") + "known are " + list_of(names);
}

Condition parse_condition(std::string_view text, Problems& problems) {
  const std::size_t equals = text.find('=');
  if (equals == std::string_view::npos || equals == 0 || (equals == 1 && text[0] == '~')) {
    problems.add({}, "--where", std::string(text), "FIELD=VALUE or FIELD~=TEXT");
    return {};
  }
  const bool contains = text[equals - 1] == '~';
  return {std::string(text.substr(0, contains ? equals - 1 : equals)), contains,
          std::string(text.substr(equals + 1))};
}

void filter(Sheet& sheet, const std::vector<Condition>& conditions, const Words& words, Problems& problems) {
  for (const Condition& condition : conditions) {
    const auto column = sheet.column(condition.field);
    if (!column) {
      problems.add({}, "--where", condition.field,
                   "a field of " + sheet.name + ": " + known_names(condition.field, sheet.column_names()));
      continue;
    }
    const Matcher matcher(condition, sheet.columns[*column], words);
    std::erase_if(sheet.rows, [&](const auto& row) { return !matcher.matches(row[*column]); });
  }
}

void select(Sheet& sheet, const std::vector<std::string>& fields, Problems& problems) {
  if (fields.empty()) return;
  std::vector<std::size_t> order;
  for (const std::string& field : fields) {
    const auto column = sheet.column(field);
    if (column)
      order.push_back(*column);
    else
      problems.add({}, "--fields", field,
                   "fields of " + sheet.name + ": " + known_names(field, sheet.column_names()));
  }
  std::vector<SheetColumn> columns;
  for (const std::size_t at : order) columns.push_back(sheet.columns[at]);
  for (auto& row : sheet.rows) {
    std::vector<std::string> cells;
    for (const std::size_t at : order) cells.push_back(row[at]);
    row = std::move(cells);
  }
  sheet.columns = std::move(columns);
}

std::vector<std::string> hints(const Sheet& sheet, const std::vector<Condition>& conditions,
                               const Words& words) {
  std::vector<std::string> list;
  for (const Condition& condition : conditions) {
    const auto at = sheet.column(condition.field);
    if (!at || condition.contains || condition.value.empty()) continue;
    const SheetColumn& column = sheet.columns[*at];
    const bool term = column.type == FieldType::term || column.type == FieldType::terms;
    const bool word = column.type == FieldType::word || column.type == FieldType::words;
    if (!term && !word) continue;
    if (term && words.preferred(column.kind, condition.value) != nullptr) continue;
    const std::vector<std::string> known = term ? words.terms(column.kind) : items_in(sheet, *at);
    const std::string wanted = fold(condition.value);
    if (std::find(known.begin(), known.end(), wanted) != known.end()) continue;
    const std::string near = nearest_word(wanted, known);
    const std::string what =
        term ? "no " + column.kind + " is called \"" : "no row has " + column.name + " \"";
    list.push_back(
        what + condition.value + "\"" +
        (near.empty() ? (word ? "; there are " + list_of(known) : std::string()) : ", perhaps " + near));
  }
  return list;
}

}  // namespace azoo::evidence
