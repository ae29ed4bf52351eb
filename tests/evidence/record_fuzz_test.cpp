// Schemas, tables, conditions and statements damaged at random, always the same way: whatever the record is
// given, loading, check and queries come back, and what they refuse they can place.
#include <gtest/gtest.h>

#include <algorithm>

#include "core/random.hpp"
#include "evidence/advise.hpp"
#include "evidence/causal_graph.hpp"
#include "evidence/database.hpp"
#include "evidence/pooling.hpp"
#include "evidence/query.hpp"
#include "evidence/sheet_text.hpp"
#include "evidence/show.hpp"
#include "evidence/small_record.hpp"

namespace azoo::evidence {
namespace {

namespace fs = std::filesystem;

// Replaces, inserts, deletes or doubles a few stretches of the text.
std::string damaged(std::string text, Draws& draws) {
  static const std::string bytes = ",\"\n\r;#-+.0919eE[]={}|~ _aEX\xEF\xC3\t\x01";
  const std::uint32_t edits = 1 + draws.below(4);
  for (std::uint32_t edit = 0; edit < edits && !text.empty(); ++edit) {
    const std::size_t at = draws.below(static_cast<std::uint32_t>(text.size()));
    const std::size_t length = 1 + draws.below(12);
    const char byte = bytes[draws.below(static_cast<std::uint32_t>(bytes.size()))];
    switch (draws.below(4)) {
      case 0:
        text[at] = byte;
        break;
      case 1:
        text.insert(at, 1, byte);
        break;
      case 2:
        text.erase(at, length);
        break;
      default:
        text.insert(at, text.substr(draws.below(static_cast<std::uint32_t>(text.size())), length));
    }
  }
  return text;
}

void ask_everything(const Record& record) {
  const Citations citations(record);
  for (const std::string& name : sheet_names(record)) {
    const auto sheet = make_sheet(record, citations, name);
    ASSERT_TRUE(sheet);
    for (const auto& row : sheet->rows) ASSERT_EQ(row.size(), sheet->columns.size());
    ASSERT_FALSE(to_json(*sheet).empty());
    ASSERT_FALSE(to_table(*sheet, true).empty());
  }
  ASSERT_FALSE(to_graphml(causal_graph(record)).empty());
  (void)pool_outcomes(record);
  Problems problems;
  const auto row = show_row(record, "E900-T1-01", problems);
  ASSERT_TRUE(!row || !to_text(*row, {}).empty());
  const Patient patient = read_patient(record, {"idiopathic"}, "", "", 40.0, problems);
  ASSERT_FALSE(advice_text(record, patient, advise(record, patient)).empty());
}

std::vector<fs::path> files_of(const fs::path& folder) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file()) files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

TEST(RecordFuzz, a_damaged_file_is_refused_with_its_place_or_read) {
  const RandomStream stream({20240105, 0, 0, Stream::known_answer_test});
  const fixture::SmallRecord folder;
  const std::vector<fs::path> files = files_of(folder.folder());
  for (std::uint32_t i = 0; i < 600 && !HasFatalFailure(); ++i) {
    Draws draws(stream, i, 0);
    const fs::path& file = files[draws.below(static_cast<std::uint32_t>(files.size()))];
    const std::string whole = fixture::content(file);
    fixture::write(file, damaged(whole, draws));
    Problems problems;
    const Record record = check_folder(folder.folder(), problems);
    for (const Problem& problem : problems.list()) {
      ASSERT_TRUE(problem.place.file.starts_with(folder.folder().string())) << to_text(problem);
      ASSERT_FALSE(problem.expected.empty()) << to_text(problem);
    }
    ask_everything(record);
    fixture::write(file, whole);
  }
}

TEST(RecordFuzz, schemas_come_back_from_broken_text) {
  const RandomStream stream({20240106, 0, 0, Stream::known_answer_test});
  const std::string seed = fixture::content(fixture::shipped() / "schema/quantities.toml");
  for (std::uint32_t i = 0; i < 1500 && !HasFatalFailure(); ++i) {
    Draws draws(stream, i, 0);
    Problems problems;
    const TableSchema schema = parse_schema(damaged(seed, draws), "schema/quantities.toml", problems);
    for (const Problem& problem : problems.list())
      ASSERT_EQ(problem.place.file, "schema/quantities.toml") << to_text(problem);
    ASSERT_EQ(schema.field_names().size(), schema.fields.size());
  }
}

TEST(RecordFuzz, conditions_and_statements_come_back) {
  const RandomStream stream({20240107, 0, 0, Stream::known_answer_test});
  const auto sheet = make_sheet(fixture::small(), Citations(fixture::small()), "experiments");
  Database database(fixture::small());
  for (std::uint32_t i = 0; i < 3000 && !HasFatalFailure(); ++i) {
    Draws draws(stream, i, 0);
    Problems problems;
    Sheet copy = *sheet;
    filter(copy, {parse_condition(damaged("species~=mouse", draws), problems)}, fixture::small().words(),
           problems);
    ASSERT_LE(copy.rows.size(), sheet->rows.size());
    const Sheet answer = database.query(
        damaged("select species, count(*) from experiments where has(form, 'cells')", draws), problems);
    for (const auto& row : answer.rows) ASSERT_EQ(row.size(), answer.columns.size());
  }
}

}  // namespace
}  // namespace azoo::evidence
