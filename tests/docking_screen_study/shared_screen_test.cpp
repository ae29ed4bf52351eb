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

TEST_F(SharedScreen, runs_to_its_end_by_one_command) {
  if (!fs::exists(shared()))
    GTEST_SKIP() << "no " << shared() << " here: the screen of real structures is not run";
  write_study();
  // What an interruption leaves and gives is tested with a stand-in for the search, in seconds.
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
}

}  // namespace
}  // namespace azoo::study
