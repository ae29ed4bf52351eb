#include <algorithm>
#include <map>
#include <set>

#include "evidence/check.hpp"
#include "evidence/citation.hpp"
#include "evidence/row_faults.hpp"

namespace azoo::evidence {

namespace {

// Every conflict joins at least two statements, of the papers it names.
void check_conflicts(const Record& record, Problems& problems) {
  const EvidenceTable& conflicts = record.table("conflicts");
  const EvidenceTable& sides = record.table("conflict_sides");
  std::map<std::string, std::set<std::string>> papers;
  std::map<std::string, int> count;
  std::map<std::string, std::set<std::string>> statements;
  RowFaults side_faults(sides, problems);
  for (std::size_t row = 0; row < sides.rows.size(); ++row) {
    const std::string& conflict = sides.cell(row, "conflict");
    ++count[conflict];
    statements[conflict].insert(sides.cell(row, "statement"));
    if (!sides.cell(row, "source").empty()) papers[conflict].insert(sides.cell(row, "source"));
    if (!sides.cell(row, "id").starts_with(conflict + "-S"))
      side_faults.add(row, "conflict", in_marks(conflict), "the conflict that the id names");
  }
  RowFaults faults(conflicts, problems);
  for (std::size_t row = 0; row < conflicts.rows.size(); ++row) {
    const std::string& id = conflicts.cell(row, "id");
    if (count[id] < 2)
      faults.add(row, "id", id + " with " + std::to_string(count[id]) + " side(s)",
                 "two or more rows in conflict_sides");
    else if (statements[id].size() < 2)
      faults.add(row, "id", id + " with sides that say the same", "sides in conflict_sides that differ");
    std::set<std::string> named;
    for (const auto item : items_of(conflicts.cell(row, "sources"))) named.emplace(item);
    if (count[id] >= 2 && named != papers[id]) {
      std::string list;
      for (const std::string& paper : papers[id]) list += (list.empty() ? "" : "; ") + paper;
      faults.add(row, "sources", in_marks(conflicts.cell(row, "sources")),
                 in_marks(list) + ", the papers of its sides");
    }
  }
}

// Which entries of the reference lists a row of another table cites.
std::set<std::size_t> cited_rows(const Record& record, const Citations& citations) {
  std::set<std::size_t> cited;
  for (const EvidenceTable& table : record.tables()) {
    if (!table.schema.column("reference")) continue;
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
      for (const auto number : items_of(table.cell(row, "reference"))) {
        if (const auto at = citations.row(table.cell(row, "source"), number)) cited.insert(*at);
      }
    }
  }
  return cited;
}

// One DOI is one work, one work one DOI; a cited entry says what it is about; numbers stand once a list.
void check_citations(const Record& record, Problems& problems) {
  const EvidenceTable& table = record.table("citations");
  const Citations citations(record);
  RowFaults faults(table, problems);
  std::map<std::string, std::size_t> work_of_doi;
  std::map<std::string, std::size_t> doi_of_work;
  for (std::size_t row = 0; row < table.rows.size(); ++row) {
    const std::string doi = fold(table.cell(row, "doi"));
    const std::string& work = table.cell(row, "work");
    const auto first = citations.row(table.cell(row, "source"), table.cell(row, "number"));
    if (first && *first != row)
      faults.add(row, "number", table.cell(row, "number") + " a second time",
                 "each number of a list once; it stands in " + to_text(table.place(*first)) + " already");
    if (doi.empty()) continue;
    const bool explained = !table.cell(row, "note").empty();
    const auto [same_doi, fresh_doi] = work_of_doi.emplace(doi, row);
    if (!fresh_doi && table.cell(same_doi->second, "work") != work && !explained)
      faults.add(row, "work", in_marks(work),
                 in_marks(table.cell(same_doi->second, "work")) + " as in " +
                     to_text(table.place(same_doi->second)) + ", which has the same DOI, or a note");
    const auto [same_work, fresh_work] = doi_of_work.emplace(work, row);
    const std::string& other = table.cell(same_work->second, "doi");
    if (!fresh_work && fold(other) != doi && !explained && table.cell(same_work->second, "note").empty())
      faults.add(row, "doi", in_marks(table.cell(row, "doi")),
                 in_marks(other) + " as in " + to_text(table.place(same_work->second)) +
                     ", which has the same work, or a note");
  }
  for (const std::size_t row : cited_rows(record, citations)) {
    if (table.schema.column("topic") && table.cell(row, "topic").empty())
      faults.add(row, "topic", "nothing", "what the title says, as a row of the record cites this work");
  }
}

}  // namespace

void check_links(const Record& record, Problems& problems) {
  check_conflicts(record, problems);
  check_citations(record, problems);
}

void check_words(const Record& record, Problems& problems) {
  const Words& words = record.words();
  const EvidenceTable& synonyms = record.table("synonyms");
  RowFaults faults(synonyms, problems);
  for (std::size_t row = 0; row < synonyms.rows.size(); ++row) {
    const std::string& kind = synonyms.cell(row, "kind");
    const std::string& term = synonyms.cell(row, "term");
    const std::string* other = words.other_name(kind, term);
    if (other != nullptr && *other != term)
      faults.add(row, "term", in_marks(term), in_marks(*other) + ", of which that is another name");
    if (kind != "entity" && !words.is_term(kind, term))
      faults.add(row, "term", in_marks(term), "a word of kind " + kind + " in terms");
  }
  const EvidenceTable& terms = record.table("terms");
  RowFaults term_faults(terms, problems);
  for (std::size_t row = 0; row < terms.rows.size(); ++row) {
    const std::string& kind = terms.cell(row, "kind");
    const std::string& broader = terms.cell(row, "broader");
    if (broader.empty()) continue;
    if (!words.is_term(kind, broader)) {
      term_faults.add(row, "broader", in_marks(broader), "a word of kind " + kind);
      continue;
    }
    const std::vector<std::string> chain = words.with_broader(kind, terms.cell(row, "term"));
    const std::vector<std::string> next = words.with_broader(kind, chain.back());
    if (next.size() > 1)  // the chain ended though its end has a broader word
      term_faults.add(row, "broader", in_marks(broader), "a word that does not lead back to this one");
  }
}

void check_record(const Record& record, Problems& problems) {
  check_fields(record, problems);
  check_rows(record, problems);
  check_ids(record, problems);
  check_links(record, problems);
  check_words(record, problems);
  check_manifest(record, problems);
}

Record check_folder(const std::filesystem::path& folder, Problems& problems) {
  Record record = load_record(folder, problems);
  check_record(record, problems);
  return record;
}

}  // namespace azoo::evidence
