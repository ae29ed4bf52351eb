// Commands, options and where the results may go.
#include <algorithm>

#include "program.hpp"

namespace azoo::program {
namespace {

using Usage = ProgramTest;

TEST_F(Usage, that_is_wrong_gives_exit_status_2_a_message_and_writes_nothing) {
  const std::string study = phase1().string();
  const std::vector<std::pair<std::vector<std::string>, std::string>> cases = {
      {{}, "A subcommand is required"},
      {{"walk"}, "walk"},
      {{"--frobnicate"}, "--frobnicate"},
      {{"run"}, "study is required"},
      {{"run", study, "--frobnicate"}, "--frobnicate"},
      {{"run", study, study}, study},
      {{"run", study, "--threads", "0"}, "--threads"},
      {{"run", study, "--threads", "-1"}, "--threads"},
      {{"run", study, "--threads", "two"}, "--threads"},
      {{"run", study, "--threads", "99999999999999"}, "--threads"},
      {{"run", study, "--seed", "-1"}, "--seed"},
      {{"run", study, "--seed", "1.5"}, "--seed"},
      {{"run", study, "--seed", "99999999999999999999"}, "--seed"},
      {{"run", study, "--seed"}, "--seed"},
      {{"run", study, "--set"}, "--set"},
      {{"run", study, "--set", "seed"}, "expected an assignment such as arm.0.size=60"},
      {{"run", study, "--out"}, "--out"},
      {{"run", study, "--resume"}, "nothing to resume"},
      {{"analyse"}, "data is required"},
      {{"analyse", "nowhere"}, "nowhere: DATA = no such file or folder"},
      {{"validate", "--only", "sky"}, "--only = sky; expected one of hormones, testis, animals, null-power"},
      {{"validate", "--replicates", "0"}, "--replicates"},
      {{"validate", "--out", "."}, "--out = a folder"},
      {{"validate", "--out", "none/board.csv"}, "--out = No such file"},
      {{"observables"}, "kind is required"},
      {{"observables", "sky"}, "KIND = sky; expected trial, animal or screen"},
      {{"version", "now"}, "now"},
  };
  for (const auto& [arguments, message] : cases) {
    SCOPED_TRACE(message);
    const Ended ended = azoo(arguments);
    EXPECT_EQ(ended.status, 2);
    EXPECT_NE(ended.err.find(message), std::string::npos) << ended.err;
    EXPECT_EQ(ended.out, "");
    EXPECT_EQ(names(tree(folder)), std::vector<std::string>{});
  }
}

TEST_F(Usage, of_help_and_version_prints_and_succeeds) {
  const Ended version = azoo({"version"});
  EXPECT_EQ(version.status, 0);
  EXPECT_TRUE(version.out.starts_with("azoo ")) << version.out;
  EXPECT_EQ(version.err, "");
  const Ended help = azoo({"--help"});
  EXPECT_EQ(help.status, 0);
  for (const char* word : {"run", "analyse", "observables", "version", "Exit status", "Not for patient care"})
    EXPECT_NE(help.out.find(word), std::string::npos) << word;
  const Ended of_run = azoo({"run", "--help"});
  EXPECT_EQ(of_run.status, 0);
  for (const char* option :
       {"--out", "--force", "--seed", "--threads", "--set", "--check", "--resume", "--quiet"})
    EXPECT_NE(of_run.out.find(option), std::string::npos) << option;
}

TEST_F(Usage, of_validate_prints_the_scoreboard_and_writes_it) {
  const Ended ended = azoo({"validate", "--only", "testis", "--out", "board.csv"});
  EXPECT_EQ(ended.status, 0) << ended.err;
  EXPECT_NE(ended.out.find("published"), std::string::npos);
  EXPECT_TRUE(content(folder / "board.csv").starts_with("id,")) << content(folder / "board.csv");
  EXPECT_EQ(names(tree(folder)), std::vector<std::string>{"board.csv"});
  const Ended quiet = azoo({"validate", "--only", "testis", "--quiet"});
  EXPECT_EQ(std::count(quiet.out.begin(), quiet.out.end(), '\n'), 1);
}

TEST_F(Usage, of_observables_lists_each_with_its_unit) {
  const Ended ended = azoo({"observables", "trial"});
  EXPECT_EQ(ended.status, 0);
  for (const char* part : {"testosterone             nmol/L", "fsh                      IU/L", "sperm_found",
                           "late_spermatids_per_sertoli", "meaning"})
    EXPECT_NE(ended.out.find(part), std::string::npos) << part;
}

TEST_F(Usage, of_check_finds_no_faults_and_writes_nothing) {
  for (const char* name : {"phase1-2024.toml", "phase1-2024-separated.toml", "healthy-men.toml"}) {
    const Ended ended = azoo({"run", (project_folder() / "studies" / name).string(), "--check"});
    EXPECT_EQ(ended.status, 0) << ended.err;
    EXPECT_NE(ended.out.find("no faults found"), std::string::npos) << ended.out;
    EXPECT_EQ(ended.err, "");
  }
  EXPECT_EQ(names(tree(folder)), std::vector<std::string>{});
}

TEST_F(Usage, with_an_output_place_that_cannot_be_written_is_refused) {
  write(folder / "file", "mine");
  const auto before = tree(folder);
  for (const std::string& out : {std::string("/proc/azoo-out"), std::string("file/below"),
                                 std::string("file"), std::string("new/") + std::string(300, 'x')}) {
    SCOPED_TRACE(out);
    const Ended ended = azoo(small_trial(1, out));
    EXPECT_EQ(ended.status, 2) << ended.err;
    EXPECT_NE(ended.err.find("--out"), std::string::npos) << ended.err;
    EXPECT_EQ(tree(folder), before);
  }
}

TEST_F(Usage, with_quiet_prints_nothing_and_without_a_terminal_draws_no_progress) {
  const Ended loud = azoo(small_trial(1, "loud"));
  EXPECT_EQ(loud.status, 0);
  EXPECT_NE(loud.out.find("Simulated, not for patient care"), std::string::npos);
  EXPECT_NE(loud.out.find("Report: loud/report.html"), std::string::npos);
  EXPECT_EQ(loud.err, "");
  const Ended quiet = azoo(small_trial(1, "quiet", {"--quiet"}));
  EXPECT_EQ(quiet.status, 0);
  EXPECT_EQ(quiet.out + quiet.err, "");
  EXPECT_EQ(azoo(small_trial(1, "x", {"--quiet", "--check"})).out, "");
}

TEST_F(Usage, without_out_goes_to_results_by_the_name_of_the_study_file) {
  std::vector<std::string> words = small_trial(1, "x");
  words.erase(words.begin() + 2, words.begin() + 4);
  const Ended ended = azoo(words);
  EXPECT_EQ(ended.status, 0) << ended.err;
  EXPECT_TRUE(fs::is_regular_file(folder / "results/phase1-2024/run.json"));
}

TEST_F(Usage, with_standard_output_on_a_full_device_does_not_pass_for_success) {
  Settings settings;
  settings.standard_output = "/dev/full";
  const Ended ended = azoo({"observables", "trial"}, settings);
  EXPECT_EQ(ended.status, 3);
  EXPECT_NE(ended.err.find("cannot write to standard output"), std::string::npos) << ended.err;
}

}  // namespace
}  // namespace azoo::program
