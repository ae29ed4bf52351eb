#include "evidence/sheet_text.hpp"

#include <algorithm>

#include "core/csv.hpp"
#include "core/json_text.hpp"
#include "core/number_text.hpp"

namespace azoo::evidence {

namespace {

std::string json_item(std::string_view item, bool number) {
  const auto value = number ? parse_number(item) : std::nullopt;
  return value ? to_text(*value) : json_text(item);
}

std::string json_cell(const SheetColumn& column, const std::string& cell) {
  const bool number = is_number(column.type);
  if (!is_list(column.type)) return cell.empty() ? "null" : json_item(cell, number);
  std::string list = "[";
  for (const auto item : items_of(cell)) list += (list.size() > 1 ? ", " : "") + json_item(item, number);
  return list + "]";
}

// Characters, not bytes.
std::size_t length(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(
      text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

std::string shortened(const std::string& text, std::size_t most) {
  if (length(text) <= most) return text;
  std::size_t at = 0;
  for (std::size_t characters = 0; at < text.size(); ++at) {
    if ((static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U && ++characters == most) break;
  }
  return text.substr(0, at) + "…";
}

constexpr std::size_t widest_cell = 24;
constexpr std::size_t widest_line = 200;

std::size_t width_of(const Sheet& sheet, std::size_t column, bool brief) {
  std::size_t width = length(sheet.columns[column].name);
  for (const auto& row : sheet.rows)
    width = std::max(width, brief ? std::min(length(row[column]), widest_cell) : length(row[column]));
  return width;
}

// Columns that a person wants first: id, place and citation, then those with content as far as a line
// reaches; none as printed, and not what repeats another column.
std::vector<std::size_t> main_columns(const Sheet& sheet) {
  std::vector<std::size_t> columns;
  std::size_t line = 0;
  const auto add = [&](std::size_t c) {
    const std::string& name = sheet.columns[c].name;
    const bool filled = std::any_of(sheet.rows.begin(), sheet.rows.end(), [c](const auto& row) {
      return !row[c].empty() && row[c] != "not_stated";
    });
    const bool there = std::find(columns.begin(), columns.end(), c) != columns.end();
    const std::size_t width = width_of(sheet, c, true) + 2;
    if (there || !filled || line + width > widest_line || name.ends_with("_printed")) return;
    columns.push_back(c);
    line += width;
  };
  for (const char* first : {"id", "place", "citation"}) {
    if (const auto c = sheet.column(first)) add(*c);
  }
  for (std::size_t c = 0; c < sheet.columns.size(); ++c) {
    const std::string& name = sheet.columns[c].name;
    if (name != "source" && name != "file" && name != "reference" && name != "doi" && name != "note") add(c);
  }
  return columns;
}

}  // namespace

std::string to_csv(const Sheet& sheet) {
  std::string text = csv_line(sheet.column_names());
  for (const auto& row : sheet.rows) text += csv_line(row);
  return text;
}

std::string to_json(const Sheet& sheet) {
  std::string text = "[";
  for (std::size_t row = 0; row < sheet.rows.size(); ++row) {
    text += row == 0 ? "\n  {" : ",\n  {";
    for (std::size_t c = 0; c < sheet.columns.size(); ++c) {
      text += (c == 0 ? "" : ", ") + json_text(sheet.columns[c].name) + ": " +
              json_cell(sheet.columns[c], sheet.rows[row][c]);
    }
    text += "}";
  }
  return text + (sheet.rows.empty() ? "]\n" : "\n]\n");
}

std::string to_table(const Sheet& sheet, bool brief) {
  if (brief && sheet.rows.empty()) return "0 rows\n";
  std::vector<std::size_t> columns;
  if (brief) {
    columns = main_columns(sheet);
  } else {
    for (std::size_t c = 0; c < sheet.columns.size(); ++c) columns.push_back(c);
  }
  const auto shown = [&](const std::string& cell) {
    std::string line = cell;
    std::replace(line.begin(), line.end(), '\n', ' ');
    return brief ? shortened(line, widest_cell) : line;
  };
  std::vector<std::size_t> widths;
  for (const std::size_t c : columns) widths.push_back(width_of(sheet, c, brief));
  std::string text;
  const auto add = [&](const std::string& cell, std::size_t i) {
    text += cell;
    if (i + 1 < columns.size()) text.append(widths[i] - length(cell) + 2, ' ');
  };
  for (std::size_t i = 0; i < columns.size(); ++i) add(sheet.columns[columns[i]].name, i);
  text += '\n';
  for (const auto& row : sheet.rows) {
    for (std::size_t i = 0; i < columns.size(); ++i) add(shown(row[columns[i]]), i);
    text += '\n';
  }
  text += std::to_string(sheet.rows.size()) + (sheet.rows.size() == 1 ? " row" : " rows");
  if (columns.size() < sheet.columns.size())
    text += "; " + std::to_string(columns.size()) + " of " + std::to_string(sheet.columns.size()) +
            " fields, shortened: whole with --fields, --format csv or azoo evidence show ID";
  return text + '\n';
}

}  // namespace azoo::evidence
