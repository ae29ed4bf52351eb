// A real screen of the smallest structures of the shared set, by the program as a user runs it: two ligands
// on two receptors, preset fast. Skipped, and said so, without the set.
#include "core/csv.hpp"
#include "docking_screen_study/made_screen.hpp"
#include "program/program.hpp"

namespace azoo::study {
namespace {

namespace fs = std::filesystem;

class SharedScreen : public program::ProgramTest {
 protected:
  static fs::path shared() { return fs::path(AZOO_PROJECT_DIR) / "../shared/data/docking/train"; }

  void write_study() const {
    std::string text = R"(kind = "screen"
name = "shared"
title = "Two ligands on two receptors"
[docking]
preset = "fast"
models = 1
[structures]
fetch = false
folders = [")" + fs::weakly_canonical(shared()).string() +
                       "\"]\n";
    const auto add = [&](const char* list, const std::string& code) {
      text += std::string("[[") + list + "]]\nname = \"" + code + "\"\nfile = \"" + code + "/" + list +
              ".pdb.gz\"\n";
    };
    for (const char* code : ligands) add("ligand", code);
    for (const char* code : receptors) add("receptor", code);
    program::write(folder / "study.toml", text);
  }

  static constexpr const char* ligands[] = {"1PPE", "1CLV"};
  static constexpr const char* receptors[] = {"2OOB", "1FC2"};
};

TEST_F(SharedScreen, runs_to_its_end_and_gives_the_same_after_an_interruption) {
  if (!fs::exists(shared()))
    GTEST_SKIP() << "no " << shared() << " here: the screen of real structures is not run";
  write_study();
  const program::Ended whole = azoo({"run", "study.toml", "--out", "whole"});
  ASSERT_EQ(whole.status, 0) << whole.err;
  Problems problems;
  const CsvTable matrix = read_csv(folder / "whole/matrix.csv", problems);
  ASSERT_EQ(matrix.rows.size(), 4U);
  for (const auto& row : matrix.rows) {
    EXPECT_LT(std::stod(row[*matrix.column("score")]), 0.0)
        << "real partners find a pose that is better than none";
    EXPECT_GT(std::stoi(row[*matrix.column("cluster_size")]), 0);
    const fs::path pair = folder / "whole/pairs" / (row[0] + "--" + row[1]);
    for (const char* name : {"poses.csv", "clusters.csv"})
      EXPECT_TRUE(fs::exists(pair / name)) << pair / name;
    EXPECT_FALSE(fs::is_empty(pair / "models"));
  }
  program::Running running = start({"run", "study.toml", "--out", "out"});
  // A pair may take longer than wait_until waits.
  bool begun = false;
  for (int tries = 0; tries < 30 && !begun; ++tries)
    begun = program::wait_until([&] { return program::records_in(folder / "out.partial/journal") >= 1; });
  ASSERT_TRUE(begun);
  const program::Ended stopped = running.end_with(SIGINT);
  ASSERT_EQ(stopped.status, 3) << stopped.err;
  const program::Ended resumed = azoo({"run", "study.toml", "--out", "out", "--resume"});
  ASSERT_EQ(resumed.status, 0) << resumed.err;
  program::expect_same_results(folder / "whole", folder / "out");
  EXPECT_GE(program::number_in(program::content(folder / "out/run.json"), "pairs_from_checkpoint"), 1);
}

}  // namespace
}  // namespace azoo::study
