// The table of animal targets: what is shipped hangs together with its studies, and faults are told.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <unistd.h>
#include <cmath>
#include <filesystem>
#include <fstream>

#include <set>
#include <string>

#include "study/animal_targets.hpp"
#include "study/validation_animals.hpp"

namespace azoo::study {
namespace {

namespace fs = std::filesystem;

const fs::path project = AZOO_PROJECT_DIR;
const std::string header =
    "id,observable,species,condition,time,value,low,high,unit,role,study,readout,group,day,statistic,source,"
    "note\n";

AnimalValidationRequest request() {
  return {project / "studies" / "validation", project / "data", 1, nullptr, {}};
}

std::vector<AnimalTarget> shipped() {
  Problems problems;
  auto targets = read_animal_targets(project / "data" / "targets" / "animals.csv", problems);
  problems.throw_if_any();
  return targets;
}

ParameterSet parameters() {
  Problems problems;
  ParameterSet set = ParameterSet::load(project / "data", problems);
  problems.throw_if_any();
  return set;
}

std::string faults_of(const std::string& rows) {
  const fs::path file = fs::path(testing::TempDir()) / ("targets" + std::to_string(::getpid()) + ".csv");
  std::ofstream(file) << header << rows;
  Problems problems;
  (void)read_animal_targets(file, problems);
  fs::remove(file);
  std::string all;
  for (const Problem& problem : problems.list()) all += to_text(problem) + "\n";
  return all;
}

TEST(AnimalTargets, every_shipped_row_names_a_study_with_its_groups_days_and_read_out) {
  Problems problems;
  check_animal_targets(shipped(), parameters(), request(), problems);
  for (const Problem& problem : problems.list()) ADD_FAILURE() << to_text(problem);
}

TEST(AnimalTargets, every_study_for_validation_serves_a_row) {
  std::set<std::string> named;
  for (const AnimalTarget& target : shipped()) named.insert(target.study);
  for (const auto& entry : fs::directory_iterator(request().studies))
    EXPECT_TRUE(named.contains(entry.path().filename().string())) << entry.path();
}

// The rows that the engine was asked for; T015 has no species, the others stand in testis.csv or are man's.
TEST(AnimalTargets, the_table_holds_the_rows_that_this_engine_can_produce) {
  std::set<std::string> ids;
  for (const AnimalTarget& target : shipped()) ids.insert(target.id.substr(0, 4));
  for (const char* id :
       {"T001", "T002", "T003", "T005", "T006", "T007", "T008", "T010", "T011", "T013", "T014", "T020",
        "T022", "T023", "T026", "T028", "T029", "T030", "T031", "T049", "W001", "W002", "W003"})
    EXPECT_TRUE(ids.contains(id)) << id;
}

TEST(AnimalTargets, a_fault_is_told_with_its_line_and_what_is_expected) {
  const std::string good = "T1,o,mouse,c,,1,0,2,d,fitted,s.toml,r,normal,0,mean,paper,\n";
  EXPECT_EQ(faults_of(good), "");
  struct Case {
    std::string row;
    std::string message;
  };
  const std::vector<Case> cases = {
      {"T1,o,mouse,c,,x,0,2,d,fitted,s.toml,r,normal,0,mean,paper,\n", ":2: value = x; expected a number"},
      {"T1,o,mouse,c,,3,0,2,d,fitted,s.toml,r,normal,0,mean,paper,\n", "value = 3; expected a value between"},
      {"T1,o,mouse,c,,1,,,d,fitted,s.toml,r,normal,0,mean,paper,\n", "expected a lower or an upper limit"},
      {"T1,o,mouse,c,,1,0,2,d,guessed,s.toml,r,normal,0,mean,paper,\n", "role = guessed; expected fitted"},
      {"T1,o,mouse,c,,1,0,2,d,fitted,s.toml,r,normal,0,mode,paper,\n", "statistic = mode; expected mean"},
      {"T1,o,mouse,c,,1,0,2,d,fitted,s.toml,r,normal,0,ratio,paper,\n", "group = normal; expected as many"},
      {"T1,o,mouse,c,,1,0,2,d,fitted,s.toml,r,normal,,mean,paper,\n",
       "expected as many days as the statistic wants"},
      {"T1,o,mouse,c,,1,0,2,d,fitted,,r,normal,0,mean,paper,\n", "study = nothing; expected a file"},
      {"T1,o,mouse,c,,1,0,2,d,fitted,,mouse.cycle.duration_d,,,parameter,paper,\n",
       "role = fitted; expected identity"},
      {"T1,o,mouse,c,,1,0,2,d,fitted,s.toml,r,normal,0,mean,,\n", "source = nothing; expected a text"},
      {good + good, ":3: id = T1; expected each id once"},
  };
  for (const Case& one : cases) EXPECT_THAT(faults_of(one.row), testing::HasSubstr(one.message));
}

TEST(AnimalTargets, names_that_no_study_has_are_told) {
  std::vector<AnimalTarget> targets = shipped();
  std::erase_if(targets, [](const AnimalTarget& target) { return target.id != "T003"; });
  ASSERT_EQ(targets.size(), 1U);
  AnimalTarget group = targets[0], day = targets[0], readout = targets[0], species = targets[0],
               study = targets[0];
  group.groups = {"none"};
  day.days = {17.0};
  readout.readout = "happiness";
  species.species = "rat";
  study.study = "none.toml";
  Problems problems;
  check_animal_targets({group, day, readout, species, study}, parameters(), request(), problems);
  std::string all;
  for (const Problem& problem : problems.list()) all += to_text(problem) + "\n";
  for (const char* message :
       {"group = none; expected a group of mouse-normal.toml", "day = 17.000000; expected a day of sacrifice",
        "readout = happiness; expected a read-out", "species = rat; expected mouse", "none.toml"})
    EXPECT_THAT(all, testing::HasSubstr(message));
}

TEST(Scoreboard, totals_count_fitted_and_predicted_rows_that_ran) {
  ScoreRow fitted, predicted, identity, missing;
  fitted.role = predicted.role = "fitted";
  fitted.pass = true;
  predicted.role = missing.role = "predicted";
  identity.role = "identity";
  missing.ran = false;
  EXPECT_EQ(scoreboard_totals({fitted, predicted, identity, missing}),
            "fitted: 1 of 1 pass; predicted: 0 of 1 pass");
}

}  // namespace
}  // namespace azoo::study
