// Animal studies through the program: the results folder, the same bytes at any number of threads and after
// any interruption.
#include "program.hpp"

namespace azoo::program {
namespace {

class AnimalRun : public ProgramTest {
 protected:
  // Twelve men of four days: about a second.
  std::vector<std::string> study(const std::string& out, const std::vector<std::string>& more = {}) {
    std::vector<std::string> words = {"run", (project_folder() / "studies/normal-human.toml").string(),
                                      "--out", out};
    for (const char* assignment : {"group.0.sacrifice_d=[0,40]", "testis.sample=4000", "testis.segments=4",
                                   "histology.cross_sections=5"})
      words.insert(words.end(), {"--set", assignment});
    words.insert(words.end(), more.begin(), more.end());
    return words;
  }
  // One mouse for two hundred days, with states kept on the way.
  std::vector<std::string> long_life(const std::string& out, const std::vector<std::string>& more = {}) {
    std::vector<std::string> words = {"run", (project_folder() / "studies/normal-mouse.toml").string(),
                                      "--out", out};
    for (const char* assignment : {"group.0.sacrifice_d=[200]", "group.0.animals=1", "testis.sample=20000",
                                   "testis.segments=4", "testis.testes=\"left\"", "checkpoint.every_d=5"})
      words.insert(words.end(), {"--set", assignment});
    words.insert(words.end(), more.begin(), more.end());
    return words;
  }
  bool has_state() const {
    std::error_code error;
    return fs::exists(folder / "out.partial/state/0", error);
  }
};

TEST_F(AnimalRun, leaves_a_results_folder_and_says_that_it_is_simulated) {
  const Ended ended = azoo(study("out"));
  ASSERT_EQ(ended.status, 0) << ended.err;
  EXPECT_NE(ended.out.find("Simulated, not for patient care"), std::string::npos) << ended.out;
  EXPECT_NE(ended.out.find("12 animals (human)"), std::string::npos) << ended.out;
  for (const char* file : {"animals.csv", "readouts.csv", "sections.csv", "analysis.csv", "parameters.csv",
                           "study.toml", "run.json"})
    EXPECT_TRUE(fs::exists(folder / "out" / file)) << file;
  const std::string run_json = content(folder / "out/run.json");
  EXPECT_NE(run_json.find("\"kind\": \"animal\""), std::string::npos);
  EXPECT_EQ(number_in(run_json, "animals_total"), 12);
  EXPECT_EQ(number_in(run_json, "animals_computed"), 12);
  EXPECT_FALSE(fs::exists(folder / "out.partial"));
  // The resolved study gives the same folder again; --force replaces the results of an animal study.
  ASSERT_EQ(azoo({"run", "out/study.toml", "--out", "again"}).status, 0);
  EXPECT_EQ(content(folder / "again/readouts.csv"), content(folder / "out/readouts.csv"));
  EXPECT_EQ(azoo(study("out")).status, 2);
  EXPECT_EQ(azoo(study("out", {"--force"})).status, 0);
}

TEST_F(AnimalRun, gives_the_same_bytes_at_one_and_two_threads_and_others_with_another_seed) {
  ASSERT_EQ(azoo(study("one", {"--threads", "1"})).status, 0);
  ASSERT_EQ(azoo(study("two", {"--threads", "2"})).status, 0);
  expect_same_results(folder / "one", folder / "two");
  ASSERT_EQ(azoo(study("other", {"--seed", "2"})).status, 0);
  EXPECT_NE(content(folder / "one/readouts.csv"), content(folder / "other/readouts.csv"));
}

TEST_F(AnimalRun, stopped_by_ctrl_c_goes_on_to_the_same_bytes) {
  Running running = start(study("out", {"--threads", "1"}));
  ASSERT_TRUE(wait_until([&] { return records_in(folder / "out.partial/journal") >= 3; }));
  const Ended ended = running.end_with(SIGINT);
  ASSERT_EQ(ended.status, 3) << ended.err;
  EXPECT_NE(ended.err.find("--resume"), std::string::npos) << ended.err;
  EXPECT_FALSE(fs::exists(folder / "out"));
  ASSERT_EQ(azoo(study("out", {"--resume"})).status, 0);
  EXPECT_GE(number_in(content(folder / "out/run.json"), "animals_from_checkpoint"), 3);
  ASSERT_EQ(azoo(study("whole")).status, 0);
  expect_same_results(folder / "whole", folder / "out");
}

TEST_F(AnimalRun, killed_or_stopped_within_an_animal_goes_on_from_its_state) {
  ASSERT_EQ(azoo(long_life("whole")).status, 0);
  for (const int signal : {SIGKILL, SIGINT}) {
    Running running = start(long_life("out"));
    ASSERT_TRUE(wait_until([&] { return has_state(); }));
    const Ended ended = running.end_with(signal);
    ASSERT_TRUE(signal == SIGKILL ? ended.signal == SIGKILL : ended.status == 3) << ended.err;
    ASSERT_TRUE(has_state());
    const Ended resumed = azoo(long_life("out", {"--resume"}));
    ASSERT_EQ(resumed.status, 0) << resumed.err;
    expect_same_results(folder / "whole", folder / "out");
    EXPECT_FALSE(fs::exists(folder / "out.partial"));
    fs::remove_all(folder / "out");
  }
}

TEST_F(AnimalRun, begun_anew_by_force_uses_no_state_of_the_run_before) {
  Running running = start(long_life("out"));
  ASSERT_TRUE(wait_until([&] { return has_state(); }));
  ASSERT_EQ(running.end_with(SIGKILL).signal, SIGKILL);
  ASSERT_EQ(azoo(long_life("out", {"--force", "--seed", "3"})).status, 0);
  ASSERT_EQ(azoo(long_life("whole", {"--seed", "3"})).status, 0);
  EXPECT_EQ(content(folder / "whole/readouts.csv"), content(folder / "out/readouts.csv"));
}

TEST_F(AnimalRun, of_a_broken_study_writes_nothing) {
  const Ended ended = azoo(study("out", {"--set", "readouts.list=[\"testis_wieght\"]"}));
  EXPECT_EQ(ended.status, 2);
  EXPECT_NE(ended.err.find("did you mean testis_weight?"), std::string::npos) << ended.err;
  EXPECT_TRUE(tree(folder).empty());
}

TEST_F(AnimalRun, lists_its_observables) {
  const Ended ended = azoo({"observables", "animal"});
  EXPECT_EQ(ended.status, 0);
  for (const char* key : {"testis_weight", "stage_frequency_STAGE", "johnsen_score", "CLASS:"})
    EXPECT_NE(ended.out.find(key), std::string::npos) << key;
}

}  // namespace
}  // namespace azoo::program
