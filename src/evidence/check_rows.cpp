#include <algorithm>
#include <map>
#include <set>

#include "core/number_text.hpp"
#include "evidence/check.hpp"
#include "evidence/row_faults.hpp"

namespace azoo::evidence {

namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// Fields that may not stand alone.
void check_company(const EvidenceTable& table, std::size_t row, RowFaults& faults) {
  for (const Field& field : table.schema.fields) {
    if (table.cell(row, field.name).empty()) continue;
    if (!field.with.empty() && table.cell(row, field.with).empty())
      faults.add(row, field.with, "nothing", "a value, as " + field.name + " is given");
    if (!field.unit_in.empty() && table.cell(row, field.unit_in).empty())
      faults.add(row, field.unit_in, "nothing", "the unit of " + field.name);
  }
  const std::vector<std::string>& one_of = table.schema.one_of;
  const bool any = std::any_of(one_of.begin(), one_of.end(),
                               [&](const std::string& field) { return !table.cell(row, field).empty(); });
  if (one_of.empty() || any) return;
  std::string names;
  for (const std::string& name : one_of) names += (names.empty() ? "" : ", ") + name;
  faults.add(row, one_of.front(), "nothing", "a value in at least one of " + names);
}

void check_order(const EvidenceTable& table, std::size_t row, RowFaults& faults) {
  std::string last_field;
  double last = 0.0;
  for (const std::string& field : table.schema.ordered) {
    const auto value = parse_number(table.cell(row, field));
    if (!value) continue;
    if (!last_field.empty() && *value < last)
      faults.add(row, field, to_text(*value), "at least " + last_field + " = " + to_text(last));
    last_field = field;
    last = *value;
  }
}

// The number of the paper in an id: "000" of "E000-T2-07"; empty for EX- ids and others.
std::string paper_of(const std::string& id) {
  if (id.size() < 5 || id[0] != 'E' || id[4] != '-') return "";
  const std::string number = id.substr(1, 3);
  return std::all_of(number.begin(), number.end(), is_digit) ? number : "";
}

void check_paper(const EvidenceTable& table, std::size_t row, RowFaults& faults) {
  const std::string stem = table.file_stem(row);
  const std::string& id = table.cell(row, "id");
  const std::string& source = table.cell(row, "source");
  const bool of_paper = is_digit(stem.front());
  const bool side = table.schema.table == "conflict_sides";
  if (!side && of_paper && table.schema.column("source") && !source.empty() && source != stem)
    faults.add(row, "source", in_marks(source), stem + ", the paper of this file");
  if (of_paper && !paper_of(id).empty() && paper_of(id) != stem)
    faults.add(row, "id", in_marks(id),
               "an id that begins with E" + stem + "-, as the file is of that paper");
  else if (!side && !source.empty() && !paper_of(id).empty() && paper_of(id) != source)
    faults.add(row, "id", in_marks(id), "an id that begins with E" + source + "-, as source says");
}

// Rules of single tables.
void check_own_rules(const EvidenceTable& table, std::size_t row, RowFaults& faults) {
  const std::string& name = table.schema.table;
  if (name == "claims") {
    const std::string& id = table.cell(row, "id");
    const std::size_t at = id.rfind("-A");
    const std::string experiment = at == std::string::npos ? "" : id.substr(0, at);
    if (experiment.size() > 4 && table.cell(row, "experiment") != experiment)
      faults.add(row, "experiment", in_marks(table.cell(row, "experiment")), experiment + ", as the id says");
  }
  if (name == "inducers") {
    const std::size_t inducers = items_of(table.cell(row, "inducers")).size();
    const std::size_t kinds = items_of(table.cell(row, "inducer_kinds")).size();
    if (inducers != kinds)
      faults.add(row, "inducer_kinds", std::to_string(kinds) + " items",
                 std::to_string(inducers) + ", one for each inducer");
  }
  const auto events = parse_number(table.cell(row, "events"));
  const char* total = name == "outcomes" ? "out_of" : "n";
  const auto out_of = parse_number(table.cell(row, total));
  if (events && out_of && *events > *out_of)
    faults.add(row, "events", to_text(*events), "at most " + std::string(total) + " = " + to_text(*out_of));
}

// Fields that are unique together.
void check_key(const EvidenceTable& table, RowFaults& faults) {
  if (table.schema.key.empty() || table.schema.key == std::vector<std::string>{"id"})
    return;  // see check_ids
  std::map<std::string, std::size_t> seen;
  for (std::size_t row = 0; row < table.rows.size(); ++row) {
    std::string key;
    for (const std::string& field : table.schema.key)
      key += (key.empty() ? "" : " / ") +
             (table.schema.table == "synonyms" ? fold(table.cell(row, field)) : table.cell(row, field));
    const auto [first, fresh] = seen.emplace(key, row);
    if (!fresh)
      faults.add(row, table.schema.key.back(), in_marks(key) + " a second time",
                 "each once; it stands in " + to_text(table.place(first->second)) + " already");
  }
}

}  // namespace

void check_rows(const Record& record, Problems& problems) {
  for (const EvidenceTable& table : record.tables()) {
    RowFaults faults(table, problems);
    check_key(table, faults);
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
      check_company(table, row, faults);
      check_order(table, row, faults);
      check_paper(table, row, faults);
      check_own_rules(table, row, faults);
    }
  }
}

void check_ids(const Record& record, Problems& problems) {
  struct Numbered {
    std::set<int> numbers;
    Place last;
  };
  std::map<std::string, Numbered> running;  // beginning of the id -> its numbers
  std::map<std::string, Place> seen;
  for (const EvidenceTable& table : record.tables()) {
    const auto column = table.schema.column("id");
    for (std::size_t row = 0; column && row < table.rows.size(); ++row) {
      const std::string& id = table.rows[row].cells[*column];
      if (id.empty()) continue;
      const auto [first, fresh] = seen.emplace(id, table.place(row));
      if (!fresh)
        problems.add(table.place(row), "id", in_marks(id) + " a second time",
                     "an id of its own; it stands in " + to_text(first->second) + " already");
      std::size_t digits = id.size();
      while (digits > 0 && is_digit(id[digits - 1])) --digits;
      if (digits == id.size() || id.size() - digits > 4 || digits == 0) continue;
      Numbered& of = running[id.substr(0, digits)];
      of.numbers.insert(std::stoi(id.substr(digits)));
      of.last = table.place(row);
    }
  }
  for (const auto& [begin, of] : running) {
    std::set<int> absent;
    for (int number = 1; number < *of.numbers.rbegin(); ++number) {
      if (!of.numbers.contains(number)) absent.insert(number);
    }
    if (!absent.empty())
      problems.add(of.last, "id", begin + "... without " + as_ranges(absent),
                   "running numbers from 1 without a gap");
  }
}

}  // namespace azoo::evidence
