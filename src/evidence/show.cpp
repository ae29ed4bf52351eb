#include "evidence/show.hpp"

#include <algorithm>
#include <set>

#include "core/json_text.hpp"    // for json_text
#include "core/toml_reader.hpp"  // for nearest_word
#include "evidence/citation.hpp"
#include "evidence/sheet_text.hpp"

namespace azoo::evidence {

namespace {

std::optional<RowAddress> find_folded(const Record& record, std::string_view id, Problems& problems) {
  std::vector<std::string> ids;
  const std::string wanted = fold(id);
  for (std::size_t t = 0; t < record.tables().size(); ++t) {
    const EvidenceTable& table = record.tables()[t];
    const auto column = table.schema.column("id");
    for (std::size_t row = 0; column && row < table.rows.size(); ++row) {
      const std::string& have = table.rows[row].cells[*column];
      if (fold(have) == wanted) return RowAddress{t, row};
      ids.push_back(have);
    }
  }
  std::string upper(id);
  std::transform(upper.begin(), upper.end(), upper.begin(),
                 [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
  const std::string near = nearest_word(upper, ids);
  problems.add({}, "ID", std::string(id),
               "the id of a row of the record, as E000-T2-07" + (near.empty() ? "" : ", perhaps " + near));
  return std::nullopt;
}

bool names(const std::string& cell, const std::string& id) {
  const auto items = items_of(cell);
  return std::find(items.begin(), items.end(), id) != items.end();
}

void add_fields(ShownRow& shown, const EvidenceTable& table, std::size_t row) {
  for (const Field& field : table.schema.fields) {
    const std::string& value = table.cell(row, field.name);
    const std::string& printed = table.cell(row, field.name + "_printed");
    const bool twin = field.name.ends_with("_printed") &&
                      table.schema.column(field.name.substr(0, field.name.size() - 8)).has_value();
    if (twin || field.name == "id" || (value.empty() && printed.empty())) continue;
    std::string text = value.empty() ? "-" : value;
    if (!field.unit.empty() && !value.empty() && field.unit != "arbitrary") text += " " + field.unit;
    if (!printed.empty() && printed != value) text += "   (printed: " + printed + ")";
    shown.fields.emplace_back(field.name, text);
  }
}

// Rows of other tables with a field that holds keys and names this row.
void add_attached(ShownRow& shown, const Record& record) {
  std::set<std::string> conflicts;
  for (std::size_t t = 0; t < record.tables().size(); ++t) {
    const EvidenceTable& table = record.tables()[t];
    for (const Field& field : table.schema.fields) {
      const bool keys = field.type == FieldType::key || field.type == FieldType::keys;
      if (!keys || field.to == "sources") continue;
      for (std::size_t row = 0; row < table.rows.size(); ++row) {
        if (!names(table.cell(row, field.name), shown.id)) continue;
        const bool side = table.schema.table == "conflict_sides" && field.name == "record";
        if (side && conflicts.insert(table.cell(row, "conflict")).second) {
          if (const auto at = record.find(table.cell(row, "conflict")))
            shown.conflicts.push_back({table.cell(row, "conflict"), one_line(record, *at)});
        } else if (!side) {
          shown.attached.push_back({table.cell(row, "id"), one_line(record, {t, row})});
        }
      }
    }
  }
}

std::string lines(const char* heading, const std::vector<RelatedRow>& rows) {
  std::string text;
  if (rows.empty()) return text;
  text += std::string("\n") + heading + "\n";
  for (const RelatedRow& row : rows) text += "  " + row.id + "  " + row.text + "\n";
  return text;
}

std::string json_rows(const std::vector<RelatedRow>& rows) {
  std::string text = "[";
  for (const RelatedRow& row : rows)
    text += (text.size() > 1 ? ", " : "") + std::string("{\"id\": ") + json_text(row.id) +
            ", \"text\": " + json_text(row.text) + "}";
  return text + "]";
}

std::string json_texts(const std::vector<std::string>& texts) {
  std::string text = "[";
  for (const std::string& each : texts) text += (text.size() > 1 ? ", " : "") + json_text(each);
  return text + "]";
}

}  // namespace

std::string one_line(const Record& record, const RowAddress& at) {
  const EvidenceTable& table = record.tables()[at.table];
  const auto cell = [&](const char* field) -> const std::string& { return table.cell(at.row, field); };
  const std::string& name = table.schema.table;
  if (name == "claims") {
    const std::string sign = cell("sign") == "up"     ? " raises "
                             : cell("sign") == "down" ? " lowers "
                             : cell("sign") == "none" ? " leaves "
                                                      : " acts on ";
    return cell("agent") + sign + cell("target");
  }
  if (name == "conflicts") return cell("topic") + ": " + cell("summary") + " Treatment: " + cell("treatment");
  if (name == "outcomes")
    return cell("arm") + ", " + cell("endpoint") + ", " + cell("time") + ": " + cell("printed");
  if (name == "experiments")
    return cell("species") + ", " + cell("injury") + ", " + cell("tissue") + ", " + cell("form") + ", " +
           cell("route") + ": " + cell("direction");
  for (const char* field :
       {"statement", "criterion", "summary", "printed", "registry_printed", "mirna_printed", "subject"}) {
    if (!cell(field).empty()) return cell(field);
  }
  return cell("place");
}

std::optional<ShownRow> show_row(const Record& record, std::string_view id, Problems& problems) {
  const auto at = find_folded(record, id, problems);
  if (!at) return std::nullopt;
  const EvidenceTable& table = record.tables()[at->table];
  const Citations citations(record);
  ShownRow shown;
  shown.id = table.cell(at->row, "id");
  shown.table = table.schema.table;
  shown.title = table.schema.title;
  shown.file = azoo::to_text(table.place(at->row));
  const std::string& source = table.cell(at->row, "source");
  if (!source.empty()) shown.paper = citations.paper(source) + ", " + citations.file(source);
  add_fields(shown, table, at->row);
  for (const auto number : items_of(table.cell(at->row, "reference"))) {
    const std::string doi = citations.dois(source, std::string(number));
    shown.citations.push_back(citations.text(source, std::string(number)) +
                              (doi.empty() ? ", no DOI printed" : ", doi " + doi));
  }
  add_attached(shown, record);
  return shown;
}

std::string to_text(const ShownRow& row, const std::vector<std::string>& uses) {
  std::string text = row.id + "  " + row.title + " (" + row.table + ")\n";
  if (!row.paper.empty()) text += "paper: " + row.paper + "\n";
  text += "row: " + row.file + "\n\n";
  std::size_t width = 0;
  for (const auto& [name, value] : row.fields) width = std::max(width, name.size());
  for (const auto& [name, value] : row.fields)
    text += "  " + name + std::string(width - name.size() + 2, ' ') + value + "\n";
  text += "\nCites\n";
  if (row.citations.empty()) text += "  nothing\n";
  for (const std::string& citation : row.citations) text += "  " + citation + "\n";
  text += row.conflicts.empty() ? "\nConflicts\n  none recorded\n" : lines("Conflicts", row.conflicts);
  text += lines("Rows that name it", row.attached);
  text += "\nUsed by\n";
  if (uses.empty()) text += "  no study file and no parameter\n";
  for (const std::string& use : uses) text += "  " + use + "\n";
  return text;
}

std::string to_json(const ShownRow& row, const std::vector<std::string>& uses) {
  std::string fields = "{";
  for (const auto& [name, value] : row.fields)
    fields += (fields.size() > 1 ? ", " : "") + json_text(name) + ": " + json_text(value);
  return "{\"id\": " + json_text(row.id) + ", \"table\": " + json_text(row.table) +
         ", \"paper\": " + json_text(row.paper) + ", \"row\": " + json_text(row.file) +
         ",\n \"fields\": " + fields + "},\n \"citations\": " + json_texts(row.citations) +
         ",\n \"conflicts\": " + json_rows(row.conflicts) +
         ",\n \"rows_that_name_it\": " + json_rows(row.attached) + ",\n \"used_by\": " + json_texts(uses) +
         "}\n";
}

}  // namespace azoo::evidence
