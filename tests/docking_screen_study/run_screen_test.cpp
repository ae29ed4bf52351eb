// Runs of screens with a stand-in for the search: results, interruption at every pair, pairs that cannot be
// docked.
#include <algorithm>

#include "core/csv.hpp"
#include "docking_screen_study/made_screen.hpp"
#include "program/program.hpp"
#include "study/dock_payload.hpp"

namespace azoo::study {
namespace {

namespace fs = std::filesystem;
using fixture::StandIn;
using program::content;
using program::tree;

class ScreenRunning : public fixture::MadeScreen {
 protected:
  void SetUp() override {
    MadeScreen::SetUp();
    study();
  }
  static const std::vector<std::string>& pairs() {
    static const std::vector<std::string> names = {"short--one", "long--one", "short--two", "long--two"};
    return names;
  }
};

TEST_F(ScreenRunning, writes_every_file_of_the_results) {
  StandIn docker;
  const RunSummary summary = run_screen(request("out"), docker.tools());
  EXPECT_EQ(docker.docked, pairs());
  EXPECT_EQ(summary.report, folder / "out/report.html");
  EXPECT_EQ(summary.lines.size(), 6U);
  const auto files = tree(folder / "out");
  for (const char* name :
       {"run.json", "study.toml", "parameters.csv", "matrix.csv", "ranking.csv", "agreement.csv",
        "structures.csv", "searches.csv", "network.graphml", "network.cyjs", "report.html",
        "figures/scores.svg", "figures/standings.svg", "figures/printed.svg", "figures/agreement.svg",
        "pairs/short--one/poses.csv", "pairs/long--two/models.txt"})
    EXPECT_TRUE(files.contains(name)) << name;
  EXPECT_EQ(files.at("pairs/long--two/models.txt"), "2");
  EXPECT_FALSE(fs::exists(folder / "out.partial"));
  Problems problems;
  const CsvTable matrix = parse_csv(files.at("matrix.csv"), "matrix.csv", problems);
  ASSERT_EQ(matrix.rows.size(), 4U);
  // 0.1 x 160 + 0.2 x 80 atoms.
  EXPECT_EQ(matrix.rows[3][*matrix.column("score")], "-32");
  EXPECT_EQ(matrix.rows[3][*matrix.column("ligand")], "long");
  EXPECT_EQ(matrix.rows[3][*matrix.column("cluster_size")], "4");
  EXPECT_EQ(files.at("run.json").find("\"seed\""), std::string::npos);
  EXPECT_NE(files.at("run.json").find(sha256(fixture::helix_pdb(8, "9SHO"))), std::string::npos);
  EXPECT_NE(files.at("searches.csv").find("long,two,1.2,32,32,32,3600"), std::string::npos);
}

TEST_F(ScreenRunning, gives_the_same_bytes_twice) {
  StandIn docker;
  (void)run_screen(request("one"), docker.tools());
  (void)run_screen(request("two"), docker.tools());
  program::expect_same_results(folder / "one", folder / "two");
}

// The folder of results is no place in the results: they can be moved.
TEST_F(ScreenRunning, writes_no_folder_of_this_machine) {
  StandIn docker;
  (void)run_screen(request("out"), docker.tools());
  for (const auto& [name, bytes] : tree(folder / "out"))
    EXPECT_EQ(bytes.find(folder.string()), std::string::npos) << name;
}

TEST_F(ScreenRunning, gives_the_same_bytes_after_an_interruption_at_any_pair) {
  StandIn docker;
  (void)run_screen(request("whole"), docker.tools());
  for (std::size_t stop = 0; stop < pairs().size(); ++stop) {
    SCOPED_TRACE(pairs()[stop]);
    const std::string out = "out" + std::to_string(stop);
    StandIn stopped;
    stopped.before = [&](const std::string& pair, Problems&) {
      if (pair == pairs()[stop]) throw Interrupted("stopped by a signal");
    };
    EXPECT_THROW((void)run_screen(request(out), stopped.tools()), Interrupted);
    EXPECT_FALSE(fs::exists(folder / out));
    StandIn resumed;
    (void)run_screen(request(out, true), resumed.tools());
    EXPECT_EQ(resumed.docked.size(), pairs().size() - stop) << "what was kept is not docked again";
    program::expect_same_results(folder / "whole", folder / out);
    EXPECT_EQ(program::number_in(content(folder / out / "run.json"), "pairs_from_checkpoint"),
              static_cast<long long>(stop));
  }
}

TEST_F(ScreenRunning, docks_a_pair_again_whose_kept_result_is_damaged) {
  StandIn docker;
  (void)run_screen(request("whole"), docker.tools());
  StandIn stopped;
  stopped.before = [&](const std::string& pair, Problems&) {
    if (pair == "long--two") throw Interrupted("stopped by a signal");
  };
  EXPECT_THROW((void)run_screen(request("out"), stopped.tools()), Interrupted);
  const fs::path journal = folder / "out.partial/journal";
  std::string bytes = content(journal);
  bytes[bytes.size() - 10] = static_cast<char>(bytes[bytes.size() - 10] ^ 1);  // of the third pair
  program::write(journal, bytes);
  StandIn resumed;
  (void)run_screen(request("out", true), resumed.tools());
  EXPECT_EQ(resumed.docked, (std::vector<std::string>{"short--two", "long--two"}));
  program::expect_same_results(folder / "whole", folder / "out");
}

TEST_F(ScreenRunning, refuses_to_go_on_with_other_structures) {
  StandIn stopped;
  stopped.before = [&](const std::string& pair, Problems&) {
    if (pair == "long--two") throw Interrupted("stopped by a signal");
  };
  EXPECT_THROW((void)run_screen(request("out"), stopped.tools()), Interrupted);
  fixture::write_text(folder / "short.pdb", fixture::helix_pdb(9, "9SHO"));
  StandIn resumed;
  EXPECT_THROW((void)run_screen(request("out", true), resumed.tools()), InputError);
  EXPECT_TRUE(fs::exists(folder / "out.partial/journal"));
}

TEST_F(ScreenRunning, stops_between_pairs_when_asked) {
  StopFlag stop{false};
  StandIn docker;
  docker.before = [&](const std::string& pair, Problems&) {
    if (pair == "long--one") stop = true;
  };
  RunRequest asked = request("out");
  asked.stop = &stop;
  EXPECT_THROW((void)run_screen(asked, docker.tools()), Interrupted);
  EXPECT_EQ(docker.docked.size(), 2U);
}

TEST_F(ScreenRunning, goes_on_past_a_pair_that_cannot_be_docked_and_says_why) {
  StandIn docker;
  docker.before = [](const std::string& pair, Problems& problems) {
    if (pair == "long--one") problems.add({"", 0, 0}, "grid", "2000 cells", "at most 512");
  };
  const RunSummary summary = run_screen(request("out"), docker.tools());
  EXPECT_NE(summary.lines[1].find("without a score: 1"), std::string::npos) << summary.lines[1];
  const std::string matrix = content(folder / "out/matrix.csv");
  EXPECT_NE(matrix.find("grid = 2000 cells; expected at most 512"), std::string::npos) << matrix;
  EXPECT_FALSE(fs::exists(folder / "out/pairs/long--one"));
  EXPECT_NE(content(folder / "out/report.html").find("grid = 2000 cells"), std::string::npos);
}

TEST_F(ScreenRunning, in_which_nothing_can_be_docked_is_a_fault_of_the_input_and_leaves_nothing) {
  StandIn docker;
  docker.before = [](const std::string&, Problems& problems) {
    problems.add({"", 0, 0}, "preset", "fast", "a preset that is there");
  };
  EXPECT_THROW((void)run_screen(request("out"), docker.tools()), InputError);
  EXPECT_FALSE(fs::exists(folder / "out"));
  EXPECT_FALSE(fs::exists(folder / "out.partial"));
}

TEST_F(ScreenRunning, hands_the_calibration_the_best_score_and_both_sizes) {
  StandIn docker;
  std::vector<std::vector<double>> asked;
  docker.chance = [&](double score, double receptor, double ligand) {
    asked.push_back({score, receptor, ligand});
    return screen::AgainstChance{2.0, 0.01, 0.001};
  };
  const RunSummary summary = run_screen(request("out"), docker.tools());
  ASSERT_EQ(asked.size(), 4U);
  EXPECT_EQ(asked[1], (std::vector<double>{-28.0, 120.0, 80.0}));
  EXPECT_NE(summary.lines[2].find("4 of 4 pairs"), std::string::npos) << summary.lines[2];
}

TEST_F(ScreenRunning, is_told_how_far_it_is) {
  StandIn docker;
  RunRequest asked = request("out");
  std::vector<double> shares;
  std::vector<std::string> words;
  asked.progress = [&](const Progress& at) {
    shares.push_back(at.share);
    words.emplace_back(at.now);
    EXPECT_EQ(at.total, 4U);
  };
  (void)run_screen(asked, docker.tools());
  EXPECT_TRUE(std::is_sorted(shares.begin(), shares.end()));
  EXPECT_NEAR(shares.back(), 1.0, 1e-12);
  EXPECT_NE(std::find(words.begin(), words.end(), "long on two: searching rotations"), words.end());
}

TEST_F(ScreenRunning, replaces_its_own_earlier_results_with_force_only) {
  StandIn docker;
  (void)run_screen(request("out"), docker.tools());
  EXPECT_THROW((void)run_screen(request("out"), docker.tools()), InputError);
  RunRequest again = request("out");
  again.force = true;
  EXPECT_NO_THROW((void)run_screen(again, docker.tools()));
}

TEST(DockPayload, brings_a_docked_pair_back_bit_by_bit) {
  docking::Structure structure;
  structure.atoms.resize(7);
  DockedPair pair{fixture::stand_in(structure, structure), "a fault\nof two lines"};
  pair.result.record.partners_swapped = true;
  const std::string payload = docked_payload(pair);
  const DockedPair back = docked_from_payload(payload);
  EXPECT_EQ(docked_payload(back), payload);
  EXPECT_EQ(back.fault, pair.fault);
  EXPECT_EQ(back.result.poses.size(), 12U);
  EXPECT_EQ(back.result.poses[5].score, pair.result.poses[5].score);
  EXPECT_EQ(back.result.poses[5].motion.shift_A, pair.result.poses[5].motion.shift_A);
  EXPECT_EQ(back.result.clusters[0].members, pair.result.clusters[0].members);
  EXPECT_EQ(back.result.clusters[0].representative, 1U);
  EXPECT_EQ(back.result.record.plan, pair.result.record.plan);
  EXPECT_TRUE(back.result.record.partners_swapped);
  EXPECT_THROW((void)docked_from_payload(payload.substr(0, payload.size() - 5)), std::logic_error);
}

}  // namespace
}  // namespace azoo::study
