// Same seed, same bytes; what a run leaves is enough to repeat it.
#include "program.hpp"

namespace azoo::program {
namespace {

using SameBytes = ProgramTest;

std::vector<std::string> tables() {
  return {"participants.csv", "visits.csv", "events.csv", "sections.csv", "analysis.csv", "parameters.csv"};
}

TEST_F(SameBytes, come_from_any_number_of_threads) {
  ASSERT_EQ(azoo(small_trial(6, "one", {"--threads", "1"})).status, 0);
  ASSERT_EQ(azoo(small_trial(6, "two", {"--threads", "2"})).status, 0);
  ASSERT_EQ(azoo(small_trial(6, "all")).status, 0);
  expect_same_results(folder / "one", folder / "two");
  expect_same_results(folder / "one", folder / "all");
  for (const std::string& name : tables()) EXPECT_NE(content(folder / "one" / name), "") << name;
}

TEST_F(SameBytes, do_not_come_from_another_seed) {
  ASSERT_EQ(azoo(small_trial(3, "one", {"--seed", "1"})).status, 0);
  ASSERT_EQ(azoo(small_trial(3, "two", {"--seed", "2"})).status, 0);
  EXPECT_NE(content(folder / "one/visits.csv"), content(folder / "two/visits.csv"));
  EXPECT_NE(content(folder / "one/participants.csv"), content(folder / "two/participants.csv"));
}

TEST_F(SameBytes, come_from_the_study_that_the_results_keep) {
  ASSERT_EQ(
      azoo(small_trial(4, "first", {"--seed", "7", "--set", "arm.0.size=5", "--set", "screening.enrolled=9"}))
          .status,
      0);
  EXPECT_NE(content(folder / "first/study.toml").find("value = 5"), std::string::npos);
  EXPECT_NE(content(folder / "first/run.json").find("\"seed\": 7"), std::string::npos);
  ASSERT_EQ(azoo({"run", "first/study.toml", "--out", "again"}).status, 0);
  for (const std::string& name : tables())
    EXPECT_TRUE(content(folder / "first" / name) == content(folder / "again" / name)) << name;
  EXPECT_TRUE(content(folder / "first/study.toml") == content(folder / "again/study.toml"));
}

TEST_F(SameBytes, hold_for_several_replicates_numbered_from_0) {
  ASSERT_EQ(azoo(small_trial(2, "out", {"--set", "replicates=3", "--threads", "1"})).status, 0);
  ASSERT_EQ(azoo(small_trial(2, "two", {"--set", "replicates=3", "--threads", "2"})).status, 0);
  expect_same_results(folder / "out", folder / "two");
  EXPECT_TRUE(fs::is_regular_file(folder / "out/report.html"));
  for (const char* name : {"participants.csv", "visits.csv", "events.csv", "analysis.csv"}) {
    SCOPED_TRACE(name);
    std::ifstream in(folder / "out" / name);
    std::string line;
    std::getline(in, line);
    ASSERT_TRUE(line.starts_with("replicate,") || line.find(",replicate") != std::string::npos) << line;
    const bool first = line.starts_with("replicate,");
    int last = 0;
    std::map<int, int> rows;
    while (std::getline(in, line)) {
      const std::string field = first ? line.substr(0, line.find(',')) : line.substr(line.rfind(',') + 1);
      const int replicate = std::stoi(field);
      EXPECT_GE(replicate, last);
      last = replicate;
      ++rows[replicate];
    }
    EXPECT_EQ(rows.size(), 3u);
    EXPECT_EQ(rows.rbegin()->first, 2);
  }
  // The first replicate is the trial without replicates.
  ASSERT_EQ(azoo(small_trial(2, "single")).status, 0);
  EXPECT_TRUE(content(folder / "out/visits.csv").starts_with(content(folder / "single/visits.csv")));
}

}  // namespace
}  // namespace azoo::program
