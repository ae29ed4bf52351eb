// The outcomes and contradictions that stand in the report of a trial, as the record holds them.
#include "evidence/published.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "evidence/small_record.hpp"

namespace azoo::evidence {
namespace {

const PublishedOutcome& find(const std::vector<PublishedOutcome>& list, const std::string& endpoint,
                             const std::string& time, const std::string& printed_part) {
  const auto found = std::find_if(list.begin(), list.end(), [&](const PublishedOutcome& o) {
    return o.endpoint == endpoint && o.time == time && o.printed.find(printed_part) != std::string::npos;
  });
  if (found == list.end()) throw std::runtime_error("no outcome " + endpoint + " " + time);
  return *found;
}

TEST(PublishedRecord, of_the_2024_trial_reads_without_a_problem) {
  Problems problems;
  const auto outcomes = read_outcomes(fixture::real(), problems);
  const auto contradictions = read_contradictions(fixture::real(), problems);
  problems.throw_if_any();
  const auto of_trial = std::count_if(outcomes.begin(), outcomes.end(),
                                      [](const auto& outcome) { return outcome.study == "zhankina-2024"; });
  const auto of_paper = std::count_if(contradictions.begin(), contradictions.end(), [](const auto& each) {
    return each.study.find("zhankina-2024") != std::string::npos;
  });
  EXPECT_GE(of_trial, 24);
  EXPECT_GE(of_paper, 20);
}

TEST(PublishedRecord, holds_the_six_endpoints_with_their_directions) {
  Problems problems;
  const auto list = read_outcomes(fixture::real(), problems);
  for (const char* up : {"testosterone", "inhibin_b", "sperm_concentration"})
    EXPECT_EQ(find(list, up, "6 months", "increased").direction, "up");
  for (const char* down : {"fsh", "lh", "prolactin"})
    EXPECT_EQ(find(list, down, "6 months", "decreased").direction, "down");
}

TEST(PublishedRecord, keeps_the_numbers_as_printed_beside_the_normalised_ones) {
  Problems problems;
  const auto list = read_outcomes(fixture::real(), problems);
  const auto& fsh = find(list, "fsh", "baseline", "28.6/21.7");
  EXPECT_EQ(fsh.value, 28.6);
  EXPECT_EQ(fsh.low, 18.9);
  EXPECT_EQ(fsh.high, 29.8);
  EXPECT_EQ(find(list, "fsh", "change", "10.4/8.8").value, -10.4);
  const auto& testosterone = find(list, "testosterone", "baseline", "6.8/4.9");
  EXPECT_EQ(testosterone.value, 6.8);
  EXPECT_EQ(testosterone.unit, "not stated");
  EXPECT_EQ(find(list, "responders", "6 months", "22.5").value, 22.5);
  EXPECT_EQ(find(list, "fsh_normalised", "6 months", "47.4").value, 47.4);
  EXPECT_EQ(find(list, "sperm_in_biopsy", "surgery", "no").value, 0.0);
  EXPECT_EQ(find(list, "active_tubules", "baseline", "5-7").high, 7.0);
  EXPECT_TRUE(std::isnan(find(list, "inhibin_b", "6 months", "increased").value));
}

TEST(PublishedRecord, gives_both_sides_and_a_treatment_for_every_contradiction) {
  Problems problems;
  std::set<std::string> ids;
  for (const auto& c : read_contradictions(fixture::real(), problems)) {
    EXPECT_NE(c.statement_a, c.statement_b) << c.id;
    EXPECT_FALSE(c.place_a.empty() || c.place_b.empty() || c.treatment.empty()) << c.id;
    EXPECT_TRUE(ids.insert(c.id).second);
  }
}

TEST(PublishedRecord, of_a_paper_with_three_sides_keeps_them_all) {
  const fixture::SmallRecord folder;
  fixture::write(folder.folder() / "conflict_sides/cross.csv",
                 "id,conflict,source,place,reference,record,statement,printed,note\n"
                 "E900-C01-S3,E900-C01,900,Abstract,,,left as it was,,\n");
  Problems problems;
  const Record record = load_record(folder.folder(), problems);
  const auto list = read_contradictions(record, problems);
  problems.throw_if_any();
  ASSERT_EQ(list.size(), 1u);
  EXPECT_EQ(list[0].study, "sample-2020");
  EXPECT_EQ(list[0].statement_a, "raised");
  EXPECT_EQ(list[0].statement_b, "lowered; left as it was");
  EXPECT_EQ(list[0].place_b, "Section 2, paragraph 1; Abstract");
}

TEST(PublishedRecord, reports_missing_tables_and_numbers_that_are_none) {
  Problems none;
  EXPECT_TRUE(read_outcomes(Record({}), none).empty());
  EXPECT_EQ(none.list().size(), 1u);
  const fixture::SmallRecord folder;
  const auto file = folder.folder() / "outcomes/900.csv";
  std::string text = fixture::content(file);
  text.replace(text.find(",12,9,"), 6, ",1x,9,");
  fixture::write(file, text);
  Problems problems;
  (void)read_outcomes(load_record(folder.folder(), problems), problems);
  ASSERT_EQ(problems.list().size(), 1u);
  EXPECT_NE(to_text(problems.list()[0]).find("outcomes/900.csv:2: value = \"1x\""), std::string::npos);
}

}  // namespace
}  // namespace azoo::evidence
