#include <algorithm>
#include <cstdio>
#include <filesystem>

#include "azoo/commands.hpp"
#include "azoo/evidence_actions.hpp"
#include "core/files.hpp"
#include "core/problem.hpp"
#include "evidence/advise.hpp"
#include "evidence/causal_graph.hpp"
#include "evidence/check.hpp"
#include "evidence/database.hpp"
#include "evidence/query.hpp"
#include "evidence/sheet_text.hpp"
#include "evidence/show.hpp"
#include "study/evidence_use.hpp"

namespace azoo::app {

namespace fs = std::filesystem;
using evidence::Record;
using evidence::Sheet;

namespace {

void print(const std::string& text) {
  std::fwrite(text.data(), 1, text.size(), stdout);
}

void print(const Sheet& sheet, const std::string& format, bool brief) {
  print(format == "csv"    ? evidence::to_csv(sheet)
        : format == "json" ? evidence::to_json(sheet)
                           : evidence::to_table(sheet, brief));
}

Sheet list_of_tables(const Record& record) {
  const evidence::Citations citations(record);
  Sheet list{"tables", "", {}, {}};
  list.columns = {{"table", evidence::FieldType::text, "", "", ""},
                  {"rows", evidence::FieldType::integer, "", "", ""},
                  {"fields", evidence::FieldType::integer, "", "", ""},
                  {"what", evidence::FieldType::text, "", "", ""}};
  for (const std::string& name : evidence::sheet_names(record)) {
    const auto sheet = evidence::make_sheet(record, citations, name);
    list.rows.push_back({name, std::to_string(sheet->rows.size()), std::to_string(sheet->columns.size()),
                         sheet->title + (record.has_table(name) ? "" : " (view)")});
  }
  return list;
}

std::vector<std::string> divided(const std::string& text) {
  std::vector<std::string> parts;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(',', at), text.size());
    if (end > at) parts.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return parts;
}

int ask_table(const Record& record, const EvidenceArguments& a) {
  Problems problems;
  if (a.input.empty()) {
    if (!a.where.empty() || !a.fields.empty()) problems.add({}, "TABLE", "nothing", "the name of a table");
    problems.throw_if_any();
    print(list_of_tables(record), a.format, false);
    return 0;
  }
  auto sheet = evidence::make_sheet(record, evidence::Citations(record), a.input);
  if (!sheet) {
    problems.add({}, "TABLE", a.input,
                 "a table or view: " + evidence::known_names(a.input, evidence::sheet_names(record)));
    problems.throw_if_any();
  }
  std::vector<evidence::Condition> conditions;
  for (const std::string& text : a.where) conditions.push_back(evidence::parse_condition(text, problems));
  problems.throw_if_any();
  const std::vector<std::string> hints = evidence::hints(*sheet, conditions, record.words());
  evidence::filter(*sheet, conditions, record.words(), problems);
  evidence::select(*sheet, divided(a.fields), problems);
  problems.throw_if_any();
  for (const std::string& hint : hints) std::fprintf(stderr, "azoo: %s\n", hint.c_str());
  print(*sheet, a.format, a.fields.empty());
  return 0;
}

int ask_sql(const Record& record, const EvidenceArguments& a) {
  Problems problems;
  evidence::Database database(record);
  const Sheet answer = database.query(a.input, problems);
  problems.throw_if_any();
  print(answer, a.format, false);
  return 0;
}

int show(const Record& record, const EvidenceArguments& a) {
  Problems problems;
  const auto row = evidence::show_row(record, a.input, problems);
  problems.throw_if_any();
  std::vector<std::string> uses;
  for (const auto& use :
       study::evidence_uses(row->id, {data_folder().parent_path() / "studies", data_folder()}))
    uses.push_back(study::to_text(use));
  print(a.format == "json" ? evidence::to_json(*row, uses) : evidence::to_text(*row, uses));
  return 0;
}

int advise(const Record& record, const EvidenceArguments& a) {
  Problems problems;
  const evidence::Patient patient =
      evidence::read_patient(record, a.aetiologies, a.karyotype, a.inflammation, a.age_years, problems);
  problems.throw_if_any();
  const std::vector<evidence::Advice> advice = evidence::advise(record, patient);
  if (a.format == "table") {
    print(evidence::advice_text(record, patient, advice));
  } else {
    print(evidence::advice_sheet(record, advice), a.format, false);
    std::fprintf(stderr, "%s\n", evidence::not_for_care);
  }
  return 0;
}

int network(const Record& record, const EvidenceArguments& a) {
  const std::string ending = need_ending(a.input, {".graphml", ".cyjs"});
  const evidence::CausalGraph graph = evidence::causal_graph(record);
  write_file(a.input, ending == ".graphml" ? evidence::to_graphml(graph) : evidence::to_cyjs(graph));
  std::printf("%s: %zu nodes, %zu edges\n", a.input.c_str(), graph.nodes.size(), graph.edges.size());
  return 0;
}

int export_database(const Record& record, const EvidenceArguments& a) {
  (void)need_ending(a.input, {".sqlite", ".sqlite3", ".db"});
  write_file(a.input, evidence::Database(record).bytes());
  std::printf("%s\n", a.input.c_str());
  return 0;
}

int check(const EvidenceArguments& a) {
  const fs::path folder = a.input.empty() ? data_folder() / "evidence" : fs::path(a.input);
  Problems problems;
  const Record record = evidence::check_folder(folder, problems);
  problems.throw_if_any();
  std::size_t rows = 0;
  for (const auto& table : record.tables()) rows += table.rows.size();
  std::printf("%s: %zu rows in %zu tables, no faults found\n", folder.c_str(), rows, record.tables().size());
  return 0;
}

}  // namespace

std::string need_ending(const std::string& file, const std::vector<std::string>& endings) {
  const std::string ending = fs::path(file).extension().string();
  std::string expected;
  for (const std::string& each : endings) {
    if (ending == each) return ending;
    expected += (expected.empty() ? "a file name ending in " : " or ") + each;
  }
  throw InputError({{{"", 0, 0}, "FILE", file, expected}});
}

int evidence_command(const EvidenceArguments& a) {
  if (a.action == "check") return check(a);
  Problems problems;
  const Record record = evidence::load_record(data_folder() / "evidence", problems);
  problems.throw_if_any();
  if (a.action == "sql") return ask_sql(record, a);
  if (a.action == "show") return show(record, a);
  if (a.action == "advise") return advise(record, a);
  if (a.action == "network") return network(record, a);
  if (a.action == "export") return export_database(record, a);
  if (a.action == "map") return evidence_map_action(record, a);
  if (a.action == "pool") return evidence_pool_action(record, a);
  return ask_table(record, a);
}

}  // namespace azoo::app
