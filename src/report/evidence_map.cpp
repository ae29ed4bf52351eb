#include "report/evidence_map.hpp"

#include <algorithm>
#include <map>
#include <optional>

#include "core/number_text.hpp"
#include "evidence/citation.hpp"

namespace azoo::report {

namespace {

using evidence::EvidenceTable;
using evidence::Record;

constexpr const char* of_testis = "Testis and sperm";
constexpr const char* of_others = "Other organs";

std::string spaced(std::string word) {
  std::replace(word.begin(), word.end(), '_', ' ');
  return word;
}

// "1e6" rather than "1e+06".
std::string short_number(const std::string& printed) {
  const std::optional<double> value = parse_number(printed);
  std::string text = value ? to_text(*value) : printed;
  for (const char* sign : {"+0", "+"}) {
    if (const std::size_t at = text.find(sign);
        at != std::string::npos && text.find('e') != std::string::npos)
      text.erase(at, std::string(sign).size());
  }
  return text;
}

std::string dose_text(const EvidenceTable& table, std::size_t row) {
  const auto cell = [&](const char* field) -> const std::string& { return table.cell(row, field); };
  if (cell("dose").empty()) return "";
  std::string text;
  for (const auto dose : evidence::items_of(cell("dose")))
    text += (text.empty() ? "" : "; ") + short_number(std::string(dose));
  if (!cell("dose_high").empty()) text += " to " + short_number(cell("dose_high"));
  text += " " + cell("dose_unit");
  const std::string& per = cell("dose_per");
  if (!per.empty() && per != "not_stated" && per != "administration") text += " a " + per;
  return text;
}

MapEntry entry_of(const EvidenceTable& table, const evidence::Citations& citations, std::size_t row) {
  const auto cell = [&](const char* field) -> const std::string& { return table.cell(row, field); };
  MapEntry entry;
  entry.id = cell("id");
  entry.works = citations.works(cell("source"), cell("reference"));
  if (entry.works.empty()) entry.works = {entry.id};
  entry.paper = citations.paper(cell("source"));
  entry.citation = citations.text(cell("source"), cell("reference"));
  entry.species = cell("species");
  entry.setting = cell("setting");
  entry.organ = cell("organ");
  for (const auto form : evidence::items_of(cell("form"))) entry.forms.emplace_back(form);
  entry.direction = cell("direction");
  entry.route = cell("route");
  entry.dose = dose_text(table, row);
  return entry;
}

// Lines in order of how much there is in them; what is not stated, none or other comes last.
std::vector<MapLine> ordered(const Record& record,
                             const std::map<std::pair<std::string, std::string>, std::size_t>& counts,
                             const char* kind) {
  std::vector<std::pair<std::size_t, MapLine>> lines;
  for (const auto& [key, count] : counts) {
    const bool last = key.second == "not_stated" || key.second == "none" || key.second == "other";
    lines.emplace_back(last ? 0 : count,
                       MapLine{key.second, record.words().label(kind, key.second), key.first});
  }
  std::stable_sort(lines.begin(), lines.end(), [](const auto& a, const auto& b) {
    const bool testis_a = a.second.group != of_others;
    const bool testis_b = b.second.group != of_others;
    return testis_a != testis_b ? testis_a : a.first > b.first;
  });
  std::vector<MapLine> list;
  for (auto& line : lines) list.push_back(std::move(line.second));
  return list;
}

}  // namespace

EvidenceMap evidence_map(const Record& record) {
  const EvidenceTable& table = record.table("experiments");
  const evidence::Citations citations(record);
  EvidenceMap map;
  std::map<std::pair<std::string, std::string>, std::size_t> rows;
  std::map<std::pair<std::string, std::string>, std::size_t> columns;
  const auto group_of = [](const std::string& organ) {
    return organ == "testis" || organ == "sperm" || organ == "epididymis" ? of_testis : of_others;
  };
  for (std::size_t row = 0; row < table.rows.size(); ++row) {
    map.entries.push_back(entry_of(table, citations, row));
    for (const auto injury : evidence::items_of(table.cell(row, "injury")))
      ++rows[{group_of(table.cell(row, "organ")), std::string(injury)}];
    for (const auto tissue : evidence::items_of(table.cell(row, "tissue")))
      ++columns[{"", std::string(tissue)}];
  }
  map.rows = ordered(record, rows, "injury");
  map.columns = ordered(record, columns, "tissue");
  map.cells.assign(map.rows.size(), std::vector<std::vector<std::size_t>>(map.columns.size()));
  const auto holds = [&](std::size_t row, const char* field, const std::string& key) {
    const auto items = evidence::items_of(table.cell(row, field));
    return std::find(items.begin(), items.end(), key) != items.end();
  };
  std::set<std::string> works;
  for (std::size_t e = 0; e < map.entries.size(); ++e) {
    works.insert(map.entries[e].works.begin(), map.entries[e].works.end());
    for (std::size_t r = 0; r < map.rows.size(); ++r) {
      if (map.rows[r].group != group_of(map.entries[e].organ) || !holds(e, "injury", map.rows[r].key))
        continue;
      for (std::size_t c = 0; c < map.columns.size(); ++c) {
        if (holds(e, "tissue", map.columns[c].key)) map.cells[r][c].push_back(e);
      }
    }
  }
  map.experiments = map.entries.size();
  map.works = works.size();
  for (const auto& line : map.cells)
    map.empty_cells += static_cast<std::size_t>(
        std::count_if(line.begin(), line.end(), [](const auto& cell) { return cell.empty(); }));
  for (MapEntry& entry : map.entries) {
    entry.species = spaced(entry.species);
    entry.organ = record.words().label("organ", entry.organ);
    entry.route = spaced(entry.route);
  }
  return map;
}

std::set<std::string> works_of(const EvidenceMap& map, const std::vector<std::size_t>& entries) {
  std::set<std::string> works;
  for (const std::size_t e : entries) works.insert(map.entries[e].works.begin(), map.entries[e].works.end());
  return works;
}

std::string direction_glyph(const std::string& direction) {
  if (direction == "improved") return "▲";
  if (direction == "worsened") return "▼";
  if (direction == "no_change") return "=";
  return direction == "mixed" ? "±" : "?";
}

}  // namespace azoo::report
