// `azoo evidence` as a user calls it: answers, messages, exit statuses, files.
#include "program.hpp"

namespace azoo::program {
namespace {

class Evidence : public ProgramTest {
 protected:
  void expect_usage_error(const std::vector<std::string>& words, const std::string& message) {
    std::vector<std::string> arguments = {"evidence"};
    arguments.insert(arguments.end(), words.begin(), words.end());
    const Ended ended = azoo(arguments);
    EXPECT_EQ(ended.status, 2) << ended.err;
    EXPECT_EQ(ended.out, "");
    EXPECT_NE(ended.err.find(message), std::string::npos) << message << "\nnot in\n" << ended.err;
    EXPECT_TRUE(tree(folder).empty());
  }
};

TEST_F(Evidence, lists_tables_and_answers_questions) {
  const Ended list = azoo({"evidence"});
  EXPECT_EQ(list.status, 0) << list.err;
  for (const char* table : {"experiments", "claims", "conflicts", "docking_winners"})
    EXPECT_NE(list.out.find(table), std::string::npos) << table;
  const Ended answer = azoo(
      {"evidence", "experiments", "--where", "id=E000-T2-21", "--fields", "route,dose", "--format", "csv"});
  EXPECT_EQ(answer.out, "route,dose\nretro_orbital,1e7\n") << answer.err;
  const Ended sql = azoo({"evidence", "sql", "select count(*) n from docking", "--format", "json"});
  EXPECT_EQ(sql.out, "[\n  {\"n\": 84}\n]\n") << sql.err;
  const Ended part = azoo({"evidence", "claims", "--where", "target~=vas", "--where", "sign=up", "--format",
                           "csv", "--fields", "id"});
  EXPECT_NE(part.out.find("E000-T2-01-A01"), std::string::npos);
}

TEST_F(Evidence, shows_a_row_with_the_study_files_that_name_it) {
  const Ended shown = azoo({"evidence", "show", "E003-N01"});
  EXPECT_EQ(shown.status, 0) << shown.err;
  EXPECT_NE(shown.out.find("studies/phase1-2024.toml:12"), std::string::npos) << shown.out;
  EXPECT_NE(shown.out.find("Conflicts"), std::string::npos);
}

TEST_F(Evidence, advises_and_says_that_it_is_not_for_patient_care) {
  const Ended advice =
      azoo({"evidence", "advise", "--aetiology", "Klinefelter", "--inflammation", "unknown", "--age", "35"});
  EXPECT_EQ(advice.status, 0) << advice.err;
  EXPECT_NE(advice.out.find("Not for patient care"), std::string::npos);
  EXPECT_NE(advice.out.find("Against"), std::string::npos);
}

TEST_F(Evidence, writes_files) {
  for (const auto& [action, name, beginning] : std::vector<std::tuple<std::string, std::string, std::string>>{
           {"map", "m.html", "<!DOCTYPE html>"},
           {"map", "m.svg", "<svg"},
           {"network", "n.graphml", "<?xml"},
           {"network", "n.cyjs", "{\"format_version\""},
           {"export", "e.sqlite", "SQLite format 3"}}) {
    const Ended ended = azoo({"evidence", action, name});
    EXPECT_EQ(ended.status, 0) << ended.err;
    EXPECT_TRUE(content(folder / name).starts_with(beginning)) << name;
  }
  const Ended figure = azoo({"evidence", "pool", "sperm_in_biopsy", "--figure", "f.svg"});
  EXPECT_EQ(figure.status, 0) << figure.err;
  EXPECT_TRUE(content(folder / "f.svg").starts_with("<svg"));
}

TEST_F(Evidence, refuses_what_it_does_not_know_and_lists_what_it_does) {
  expect_usage_error({"experimants"},
                     "TABLE = experimants; expected a table or view: perhaps experiments; known are");
  expect_usage_error({"experiments", "--where", "speceis=mouse"}, "perhaps species; known are id, source");
  expect_usage_error({"experiments", "--fields", "doze"}, "perhaps dose");
  expect_usage_error({"experiments", "--format", "xml"}, "--format");
  expect_usage_error({"sql", "drop table claims"}, "only reads");
  expect_usage_error({"show", "E000-T2-99"}, "expected the id of a row");
  expect_usage_error({"map", "m.pdf"}, "a file name ending in .html or .svg");
  expect_usage_error({"network", "n.txt"}, ".graphml or .cyjs");
  expect_usage_error({"export", "claims.csv"}, ".sqlite");
  expect_usage_error({"advise", "--aetiology", "bad luck"}, "a cause of azoospermia");
  expect_usage_error({"pool", "no_such_outcome"}, "an outcome with numbers");
  expect_usage_error({"check", "no-such-folder"}, "no such folder");
}

TEST_F(Evidence, an_unknown_word_gets_a_hint_and_an_empty_answer) {
  const Ended ended = azoo({"evidence", "experiments", "--where", "injury=busulphan", "--fields", "id"});
  EXPECT_EQ(ended.status, 0);
  EXPECT_NE(ended.err.find("perhaps busulfan"), std::string::npos) << ended.err;
  EXPECT_EQ(ended.out, "id\n0 rows\n");
}

TEST_F(Evidence, check_passes_on_the_shipped_record_and_names_the_place_of_a_fault) {
  const Ended good = azoo({"evidence", "check"});
  EXPECT_EQ(good.status, 0) << good.err;
  EXPECT_NE(good.out.find("no faults found"), std::string::npos);
  fs::copy(project_folder() / "data/evidence", folder / "record", fs::copy_options::recursive);
  const fs::path file = folder / "record/docking/003.csv";
  std::string text = content(file);
  const std::size_t row = text.find("E003-T2-07");
  text.erase(row, text.find('\n', row) - row + 1);
  write(file, text);
  const Ended bad = azoo({"evidence", "check", "record"});
  EXPECT_EQ(bad.status, 2);
  EXPECT_NE(bad.err.find("record/manifest/003.csv:"), std::string::npos) << bad.err;
  EXPECT_NE(bad.err.find("absent: 7"), std::string::npos) << bad.err;
}

TEST_F(Evidence, a_study_that_names_an_absent_row_is_refused) {
  std::string text = content(phase1());
  const std::string good = "\"E003-N01\"";
  text.replace(text.find(good), good.size(), "\"E003-N77\"");
  write(folder / "s.toml", text);
  const Ended ended = azoo({"run", "s.toml", "--check"});
  EXPECT_EQ(ended.status, 2);
  EXPECT_NE(ended.err.find("s.toml:12:"), std::string::npos) << ended.err;
  EXPECT_NE(ended.err.find("not E003-N77"), std::string::npos) << ended.err;
}

}  // namespace
}  // namespace azoo::program
