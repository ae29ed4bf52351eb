// The check of the record: the shipped one passes, and every committed kind of damage is found with file,
// line and field.
#include "evidence/check.hpp"

#include <gtest/gtest.h>

#include "core/csv.hpp"
#include "evidence/small_record.hpp"

namespace azoo::evidence {
namespace {

namespace fs = std::filesystem;

std::string with_line_ends(std::string text) {
  for (char& c : text) c = c == '|' ? '\n' : c;
  const std::string mark = "(byte)";
  if (const std::size_t at = text.find(mark); at != std::string::npos) text.replace(at, mark.size(), "\xE9");
  return text;
}

void damage(const fs::path& file, const std::string& find, const std::string& replace) {
  if (replace == "(gone)") {
    ASSERT_TRUE(fs::remove(file));
  } else if (find.empty()) {
    fixture::write(file, replace);
  } else {
    std::string text = fixture::content(file);
    const std::size_t at = text.find(with_line_ends(find));
    ASSERT_NE(at, std::string::npos) << find << " is not in " << file;
    text.replace(at, find.size(), with_line_ends(replace));
    fixture::write(file, text);
  }
}

TEST(EvidenceCheck, the_shipped_record_has_no_fault) {
  Problems problems;
  (void)check_folder(fixture::shipped(), problems);
  for (const Problem& problem : problems.list()) ADD_FAILURE() << to_text(problem);
}

TEST(EvidenceCheck, the_small_record_has_no_fault) {
  EXPECT_EQ(fixture::SmallRecord().problems(), "");
}

TEST(EvidenceCheck, every_kind_of_damage_is_found_with_file_line_and_field) {
  Problems problems;
  const CsvTable cases = read_csv(fixture::project() / "tests/evidence/damage.csv", problems);
  problems.throw_if_any();
  EXPECT_GE(cases.rows.size(), 60u);
  for (const auto& row : cases.rows) {
    SCOPED_TRACE(row[0]);
    const fixture::SmallRecord record;
    damage(record.folder() / row[1], row[2], row[3]);
    if (HasFatalFailure()) return;
    const std::string found = record.problems();
    EXPECT_NE(("\n" + found).find("\n" + row[4]), std::string::npos) << row[4] << "\nnot in\n" << found;
  }
}

TEST(EvidenceCheck, a_folder_that_is_none_is_a_problem) {
  Problems problems;
  (void)check_folder(fixture::shipped() / "no-such", problems);
  ASSERT_TRUE(problems.any());
  EXPECT_EQ(problems.list()[0].found, "no such folder");
}

}  // namespace
}  // namespace azoo::evidence
