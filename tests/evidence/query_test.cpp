// Questions to tables: conditions, other names, lists, numbers, fields, formats.
#include "evidence/query.hpp"

#include <gtest/gtest.h>

#include <set>

#include "core/json_text.hpp"
#include "evidence/sheet_text.hpp"
#include "evidence/small_record.hpp"

namespace azoo::evidence {
namespace {

Sheet ask(const Record& record, const std::string& table, const std::vector<std::string>& where,
          const std::vector<std::string>& fields = {"id"}) {
  Problems problems;
  auto sheet = make_sheet(record, Citations(record), table);
  if (!sheet) throw std::runtime_error("no sheet " + table);
  std::vector<Condition> conditions;
  for (const std::string& text : where) conditions.push_back(parse_condition(text, problems));
  filter(*sheet, conditions, record.words(), problems);
  select(*sheet, fields, problems);
  problems.throw_if_any();
  return *sheet;
}

// First cells, divided by blanks.
std::string ids(const std::string& table, const std::vector<std::string>& where) {
  std::string text;
  for (const auto& row : ask(fixture::small(), table, where).rows) text += (text.empty() ? "" : " ") + row[0];
  return text;
}

std::string fault(const std::string& table, const std::vector<std::string>& where,
                  const std::vector<std::string>& fields = {}) {
  try {
    (void)ask(fixture::small(), table, where, fields);
  } catch (const InputError& error) {
    return error.what();
  }
  return "";
}

TEST(EvidenceQuery, whole_values_are_compared_without_regard_to_case) {
  EXPECT_EQ(ids("experiments", {"species=Mouse"}), "E900-T1-01");
  EXPECT_EQ(ids("experiments", {"species=mous"}), "");
  EXPECT_EQ(ids("experiments", {"species=RAT", "injury=cisplatin"}), "E900-T1-02");
  EXPECT_EQ(ids("experiments", {"species=rat", "injury=busulfan"}), "");
}

TEST(EvidenceQuery, every_name_of_a_thing_finds_it_and_the_printed_name_is_kept) {
  for (const char* name : {"DDX4", "VASA", "mvh", "Vasa"})
    EXPECT_EQ(ids("claims", {std::string("target=") + name}), "E900-T1-01-A01 E900-A001") << name;
  for (const char* name : {"adipose", "ADSC", "AT-MSC", "adipose tissue", "at\xE2\x80\x91msc"})
    EXPECT_EQ(ids("experiments", {std::string("tissue=") + name}), "E900-T1-01") << name;
  EXPECT_EQ(ids("experiments", {"markers_up=vasa"}), "E900-T1-01");
  const Sheet sheet = ask(fixture::small(), "claims", {"target=VASA"}, {"target", "target_printed"});
  EXPECT_EQ(sheet.rows[1], (std::vector<std::string>{"DDX4", "MVH"}));
}

TEST(EvidenceQuery, an_item_of_a_list_and_the_whole_list_both_match) {
  EXPECT_EQ(ids("experiments", {"form=exosomes"}), "E900-T1-02 E900-X01");
  EXPECT_EQ(ids("experiments", {"form=cells; exosomes"}), "E900-T1-02");
  EXPECT_EQ(ids("experiments", {"form=exosome"}), "");
}

TEST(EvidenceQuery, numbers_are_compared_as_numbers) {
  EXPECT_EQ(ids("experiments", {"dose=1000000"}), "E900-T1-01 E900-T1-02");
  EXPECT_EQ(ids("experiments", {"dose=1e5"}), "E900-T1-02");
  EXPECT_EQ(ids("trials", {"phase=2"}), "E900-N01");
}

TEST(EvidenceQuery, a_part_matches_with_the_tilde_in_any_name) {
  EXPECT_EQ(ids("experiments", {"form~=exosome"}), "E900-T1-02 E900-X01");
  EXPECT_EQ(ids("experiments", {"route_printed~=VEIN"}), "E900-T1-01");
  EXPECT_EQ(ids("claims", {"target~=vas"}), "E900-T1-01-A01 E900-A001");
  EXPECT_EQ(ids("experiments", {"place~=row 2"}), "E900-T1-02");
}

TEST(EvidenceQuery, nothing_asks_for_empty_fields) {
  EXPECT_EQ(ids("experiments", {"dose="}), "E900-X01");
}

TEST(EvidenceQuery, a_value_may_hold_an_equals_sign) {
  EXPECT_EQ(ids("quantities", {"printed=a=b"}), "");
  EXPECT_EQ(ids("quantities", {"printed=7.6"}), "E900-Q01");
}

TEST(EvidenceQuery, unknown_fields_and_conditions_without_a_sign_are_told_with_the_known_ones) {
  EXPECT_NE(
      fault("experiments", {"speceis=mouse"})
          .find("--where = speceis; expected a field of experiments: perhaps species; known are id, source"),
      std::string::npos);
  EXPECT_NE(fault("experiments", {}, {"id", "doze"})
                .find("--fields = doze; expected fields of experiments: perhaps dose"),
            std::string::npos);
  EXPECT_NE(fault("experiments", {"species"}).find("expected FIELD=VALUE or FIELD~=TEXT"), std::string::npos);
  EXPECT_NE(fault("experiments", {"=x"}).find("FIELD=VALUE"), std::string::npos);
}

TEST(EvidenceQuery, a_word_that_no_row_could_hold_gets_a_hint) {
  const auto sheet = *make_sheet(fixture::small(), Citations(fixture::small()), "experiments");
  const auto hint =
      hints(sheet, {{"injury", false, "busulphan"}, {"injury", false, "busulfan"}}, fixture::small().words());
  EXPECT_EQ(hints(sheet, {{"form", false, "exosome"}, {"form", false, "Cells"}}, fixture::small().words()),
            std::vector<std::string>{"no row has form \"exosome\", perhaps exosomes"});
  ASSERT_EQ(hint.size(), 1u);
  EXPECT_EQ(hint[0], "no injury is called \"busulphan\", perhaps busulfan");
}

TEST(EvidenceQuery, every_row_carries_paper_file_citation_and_doi) {
  const Sheet sheet = ask(fixture::small(), "experiments", {}, {"paper", "file", "citation", "doi"});
  EXPECT_EQ(sheet.rows[0],
            (std::vector<std::string>{"sample-2020", "900_sample.txt", "1: Doe J 2001", "10.1000/one"}));
  EXPECT_EQ(sheet.rows[2][2], "1: Doe J 2001; 2: Roe R 2002");
}

TEST(EvidenceQuery, docking_winners_have_a_lead_of_the_printed_precision) {
  const Sheet sheet = ask(fixture::small(), "docking_winners", {}, {"receptor", "ligand", "second", "lead"});
  ASSERT_EQ(sheet.rows.size(), 2u);
  EXPECT_EQ(sheet.rows[0], (std::vector<std::string>{"receptor one", "ligand one", "ligand two", "0.4"}));
  EXPECT_EQ(sheet.rows[1], (std::vector<std::string>{"receptor two", "ligand one", "", ""}));
}

TEST(EvidenceQuery, an_empty_answer_is_short) {
  EXPECT_EQ(to_table(ask(fixture::small(), "trials", {"phase=4"}, {}), true), "0 rows\n");
}

TEST(EvidenceQuery, formats_agree_and_json_keeps_kinds) {
  const Sheet sheet =
      ask(fixture::small(), "experiments", {"id=E900-T1-02"}, {"id", "form", "dose", "n", "direction"});
  EXPECT_EQ(to_csv(sheet), "id,form,dose,n,direction\nE900-T1-02,cells; exosomes,1e5; 1e6,,mixed\n");
  EXPECT_EQ(to_json(sheet),
            "[\n  {\"id\": \"E900-T1-02\", \"form\": [\"cells\", \"exosomes\"], \"dose\": [1e+05, 1e+06], "
            "\"n\": null, \"direction\": \"mixed\"}\n]\n");
  EXPECT_NE(to_table(sheet, false).find("E900-T1-02  cells; exosomes  1e5; 1e6     mixed\n1 row\n"),
            std::string::npos)
      << to_table(sheet, false);
  EXPECT_EQ(json_text("a\"b\\\n\x01é"), "\"a\\\"b\\\\\\n\\u0001é\"");
  Sheet empty = sheet;
  empty.rows.clear();
  EXPECT_EQ(to_json(empty), "[]\n");
}

TEST(EvidenceQuery, every_shipped_sheet_can_be_made_and_has_columns_of_its_own) {
  const Citations citations(fixture::real());
  for (const std::string& name : sheet_names(fixture::real())) {
    const auto sheet = make_sheet(fixture::real(), citations, name);
    ASSERT_TRUE(sheet) << name;
    std::set<std::string> seen;
    for (const auto& column : sheet->columns)
      EXPECT_TRUE(seen.insert(column.name).second) << name << " " << column.name;
    for (const auto& row : sheet->rows) ASSERT_EQ(row.size(), sheet->columns.size()) << name;
  }
  EXPECT_FALSE(make_sheet(fixture::real(), citations, "no_such"));
}

}  // namespace
}  // namespace azoo::evidence
