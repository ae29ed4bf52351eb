// The record in SQLite: the same answers, names that need no quotes, and nothing but reading.
#include "evidence/database.hpp"

#include <gtest/gtest.h>

#include "evidence/small_record.hpp"

namespace azoo::evidence {
namespace {

Sheet ask(const std::string& statement, Problems& problems) {
  return Database(fixture::small()).query(statement, problems);
}

std::string fault(const std::string& statement) {
  Problems problems;
  (void)ask(statement, problems);
  return problems.any() ? to_text(problems.list()[0]) : "";
}

TEST(EvidenceDatabase, answers_select) {
  Problems problems;
  const Sheet sheet =
      ask("select species, count(*) as n, max(follow_up_d) from experiments group by species order by 1",
          problems);
  problems.throw_if_any();
  ASSERT_EQ(sheet.rows.size(), 3u);
  EXPECT_EQ(sheet.columns[1].name, "n");
  EXPECT_EQ(sheet.rows[1], (std::vector<std::string>{"mouse", "1", ""}));
}

TEST(EvidenceDatabase, knows_lists_and_other_names) {
  Problems problems;
  EXPECT_EQ(ask("select id from experiments where has(form, 'Exosomes')", problems).rows.size(), 2u);
  EXPECT_EQ(ask("select id from claims where target = named('entity', 'mvh')", problems).rows.size(), 2u);
  EXPECT_EQ(ask("select item from items where sheet = 'experiments' and id = 'E900-T1-02' and field = 'dose'",
                problems)
                .rows.size(),
            2u);
  EXPECT_EQ(ask("select lead from docking_winners where lead > 0.3", problems).rows.size(), 1u);
  problems.throw_if_any();
}

TEST(EvidenceDatabase, refuses_whatever_is_not_reading) {
  for (const char* statement :
       {"delete from claims", "insert into sources values (1)", "update claims set sign = 'up'",
        "drop table claims", "create table x (a)", "attach database 'x.db' as x", "pragma journal_mode = wal",
        "vacuum", "begin", "vacuum into 'x.db'", "with a as (select 1) delete from claims"})
    EXPECT_NE(fault(statement).find("; expected "), std::string::npos) << statement;
  Problems problems;
  EXPECT_EQ(ask("select count(*) from claims", problems).rows[0][0], "3");
}

TEST(EvidenceDatabase, tells_what_is_wrong_with_a_statement) {
  EXPECT_NE(fault("select * from experimants").find("no such table: experimants"), std::string::npos);
  EXPECT_NE(fault("selct 1").find("syntax error"), std::string::npos);
  EXPECT_NE(fault("select 1; select 2").find("one statement at a time"), std::string::npos);
  EXPECT_NE(fault("").find("a select statement"), std::string::npos);
  EXPECT_NE(fault("select load_extension('x')").find("; expected "), std::string::npos);
  EXPECT_EQ(fault("select 1;\n"), "");
}

TEST(EvidenceDatabase, every_table_and_field_can_be_named_without_quotes) {
  Database database(fixture::real());
  const Citations citations(fixture::real());
  for (const std::string& name : sheet_names(fixture::real())) {
    const Sheet sheet = *make_sheet(fixture::real(), citations, name);
    std::string fields;
    for (const auto& column : sheet.columns) fields += (fields.empty() ? "" : ", ") + column.name;
    Problems problems;
    const Sheet answer = database.query("select " + fields + " from " + name, problems);
    for (const Problem& problem : problems.list()) ADD_FAILURE() << to_text(problem);
    EXPECT_EQ(answer.rows.size(), sheet.rows.size()) << name;
  }
}

TEST(EvidenceDatabase, gives_the_same_bytes_each_time) {
  const std::string bytes = Database(fixture::small()).bytes();
  EXPECT_TRUE(bytes.starts_with("SQLite format 3"));
  EXPECT_TRUE(bytes == Database(fixture::small()).bytes());
}

}  // namespace
}  // namespace azoo::evidence
