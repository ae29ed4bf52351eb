#include "core/table_rows.hpp"

#include <algorithm>  // for find
#include <limits>     // for infinity, quiet_NaN

#include "core/toml_reader.hpp"  // for nearest_word

namespace azoo {

namespace {

std::string did_you_mean(std::string_view word, const std::vector<std::string>& candidates) {
  const std::string near = nearest_word(word, candidates);
  return near.empty() ? "" : " (did you mean " + near + "?)";
}

std::string shown(std::string_view text) {
  return text.empty() ? "an empty field" : std::string(text);
}

bool in_range(double value, const FieldRule& rule) {
  return !(value < rule.low || value > rule.high || (rule.low_open && value == rule.low));
}

}  // namespace

void FileProblems::add(int line, std::string_view field, std::string found, std::string expected) {
  if (full()) return;
  ++count_;
  if (full()) {
    problems_.add({file_, line, 0}, std::string(field),
                  "more than " + std::to_string(most_listed) + " faults",
                  "the faults above mended first; those from here on are not listed");
    return;
  }
  problems_.add({file_, line, 0}, std::string(field), std::move(found), std::move(expected));
}

void read_field(std::string_view text, const FieldRule& rule, std::string_view name, int line, int& value,
                FileProblems& problems) {
  const std::optional<long long> read = parse_integer(text);
  if (!read || !in_range(static_cast<double>(*read), rule)) {
    problems.add(line, name, shown(text), rule.expected);
    return;
  }
  value = static_cast<int>(*read);
}

void read_field(std::string_view text, const FieldRule& rule, std::string_view name, int line, double& value,
                FileProblems& problems) {
  value = std::numeric_limits<double>::quiet_NaN();
  if (text.empty() && rule.empty_allowed) return;
  if (rule.infinite_allowed && (text == "inf" || text == "-inf")) {
    value = (text == "inf" ? 1.0 : -1.0) * std::numeric_limits<double>::infinity();
    return;
  }
  const std::optional<double> read = parse_number(text);
  if (!read || !in_range(*read, rule)) {
    problems.add(line, name, shown(text), rule.expected);
    return;
  }
  value = *read;
}

void read_field(std::string_view text, const FieldRule& rule, std::string_view name, int line,
                std::string& value, FileProblems& problems) {
  value = text;
  if (text.empty()) {
    if (!rule.empty_allowed) problems.add(line, name, shown(text), rule.expected);
    return;
  }
  if (rule.words.empty() || std::find(rule.words.begin(), rule.words.end(), text) != rule.words.end()) return;
  problems.add(line, name, shown(text), rule.expected + did_you_mean(text, rule.words));
}

CsvTable parse_table(std::string_view text, FileProblems& problems) {
  Problems found;
  CsvTable table = parse_csv(text, problems.file(), found);
  for (const Problem& problem : found.list()) {
    // Faults of the table's form name no field: they concern the header or a whole row.
    const int line = problem.place.line > 0 ? problem.place.line : 1;
    const std::string field = !problem.field.empty() ? problem.field
                              : table.header.empty() ? "header"
                                                     : "row";
    problems.add(line, field, problem.found, problem.expected);
  }
  return table;
}

int header_line(std::string_view text) {
  int line = 1;
  for (std::size_t at = 0; at < text.size(); ++line) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const bool blank = end == at || (end == at + 1 && text[at] == '\r');
    if (!blank && text[at] != '#') return line;
    at = end + 1;
  }
  return 1;
}

std::vector<int> column_order(const CsvTable& table, int header_line, const std::vector<NamedRule>& columns,
                              FileProblems& problems) {
  std::vector<std::string> names;
  std::vector<int> order;
  std::string missing;
  for (const NamedRule& column : columns) {
    names.emplace_back(column.name);
    const std::optional<std::size_t> at = table.column(column.name);
    order.push_back(at ? static_cast<int>(*at) : -1);
    if (!at && column.rule->column_required) missing += (missing.empty() ? "" : ", ") + names.back();
  }
  if (table.header.empty()) return order;  // already told
  if (!missing.empty())
    problems.add(header_line, "header", "no column " + missing, "these columns are required");
  for (const std::string& name : table.header) {
    if (std::find(names.begin(), names.end(), name) != names.end()) continue;
    std::string expected = "a column of this table" + did_you_mean(name, names);
    problems.add(header_line, name.empty() ? "header" : name,
                 name.empty() ? "a column without name" : "an unknown column", std::move(expected));
  }
  return order;
}

}  // namespace azoo
