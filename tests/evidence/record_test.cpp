#include "evidence/record.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <fstream>
#include <set>

namespace azoo::evidence {
namespace {

const std::string folder = std::string(AZOO_PROJECT_DIR) + "/data/evidence/";
const std::string header = "id,study,arm,endpoint,time,printed,direction,value,low,high,unit,place,note\n";

// A name of this process alone: tests run side by side.
// Reads a table with these rows and hands back every problem as text.
std::string complaints(const std::string& text) {
  const std::string name = testing::TempDir() + "azoo_record_" + std::to_string(::getpid()) + ".csv";
  std::ofstream(name) << text;
  Problems problems;
  (void)read_outcomes(name, problems);
  std::remove(name.c_str());
  std::string all;
  for (const Problem& problem : problems.list()) all += to_text(problem) + "\n";
  return all;
}

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
  const auto outcomes = read_outcomes(folder + "outcomes.csv", problems);
  const auto contradictions = read_contradictions(folder + "contradictions.csv", problems);
  problems.throw_if_any();
  EXPECT_GE(outcomes.size(), 24u);
  EXPECT_GE(contradictions.size(), 20u);
  for (const auto& outcome : outcomes) EXPECT_EQ(outcome.study, "zhankina-2024");
}

TEST(PublishedRecord, holds_the_six_endpoints_with_their_directions) {
  Problems problems;
  const auto list = read_outcomes(folder + "outcomes.csv", problems);
  for (const char* up : {"testosterone", "inhibin_b", "sperm_concentration"})
    EXPECT_EQ(find(list, up, "6 months", "increased").direction, "up");
  for (const char* down : {"fsh", "lh", "prolactin"})
    EXPECT_EQ(find(list, down, "6 months", "decreased").direction, "down");
}

TEST(PublishedRecord, keeps_the_numbers_as_printed_beside_the_normalised_ones) {
  Problems problems;
  const auto list = read_outcomes(folder + "outcomes.csv", problems);
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
  for (const auto& c : read_contradictions(folder + "contradictions.csv", problems)) {
    EXPECT_NE(c.statement_a, c.statement_b) << c.id;
    EXPECT_FALSE(c.place_a.empty() || c.place_b.empty() || c.treatment.empty()) << c.id;
    EXPECT_TRUE(ids.insert(c.id).second);
  }
}

TEST(PublishedRecord, names_an_unknown_column_and_a_missing_one) {
  const std::string text = complaints(
      "id,study,arm,endpoint,time,printed,direktion,value,low,high,unit,place,note\n"
      "X-1,s,a,fsh,baseline,p,,1,,,IU/L,here,\n");
  EXPECT_NE(text.find("direktion = unknown column; expected perhaps direction"), std::string::npos) << text;
  EXPECT_NE(text.find("a column named direction"), std::string::npos) << text;
}

TEST(PublishedRecord, refuses_an_id_that_occurs_twice_and_says_on_which_line) {
  const std::string row = "X-1,s,a,fsh,baseline,p,,1,,,IU/L,here,\n";
  const std::string text = complaints(header + row + row);
  EXPECT_NE(text.find(":3: id = \"X-1\" a second time"), std::string::npos) << text;
}

TEST(PublishedRecord, refuses_numbers_that_are_none_and_directions_that_are_none) {
  EXPECT_NE(complaints(header + "X-1,s,a,fsh,baseline,p,,12a,,,IU/L,here,\n").find("value = \"12a\""),
            std::string::npos);
  EXPECT_NE(complaints(header + "X-1,s,a,fsh,baseline,p,,inf,,,IU/L,here,\n").find("value = \"inf\""),
            std::string::npos);
  EXPECT_NE(complaints(header + "X-1,s,a,fsh,baseline,p,sideways,1,,,IU/L,here,\n")
                .find("direction = \"sideways\""),
            std::string::npos);
}

TEST(PublishedRecord, refuses_intervals_that_cannot_be) {
  EXPECT_NE(complaints(header + "X-1,s,a,fsh,baseline,p,,1,5,2,IU/L,here,\n").find("low = 5"),
            std::string::npos);
  EXPECT_NE(complaints(header + "X-1,s,a,fsh,baseline,p,,9,1,2,IU/L,here,\n").find("value = 9"),
            std::string::npos);
  EXPECT_NE(complaints(header + "X-1,s,a,fsh,baseline,p,,1,1,,IU/L,here,\n").find("high = nothing"),
            std::string::npos);
}

TEST(PublishedRecord, refuses_a_row_that_says_nothing_or_names_no_place) {
  EXPECT_NE(complaints(header + "X-1,s,a,fsh,baseline,p,,,,,IU/L,here,\n")
                .find("a value, an interval or a direction"),
            std::string::npos);
  EXPECT_NE(complaints(header + "X-1,s,a,fsh,baseline,p,up,,,,IU/L,,\n").find("place = nothing"),
            std::string::npos);
  EXPECT_EQ(complaints(header + "X-1,s,a,fsh,baseline,p,up,,,,IU/L,here,\n"), "");
}

TEST(PublishedRecord, reports_a_missing_file_instead_of_an_empty_record) {
  Problems problems;
  EXPECT_TRUE(read_outcomes(folder + "no-such.csv", problems).empty());
  EXPECT_EQ(problems.list().size(), 1u);
}

}  // namespace
}  // namespace azoo::evidence
