// `azoo dock` from files to a finished folder, on two helices that the tests make themselves.
#include "core/csv.hpp"
#include "docking/pose_table.hpp"
#include "docking/read_structure.hpp"
#include "docking/rigid_motion.hpp"
#include "docking_command/small_search.hpp"

namespace azoo::docking_command {
namespace {

using docking::made::pdb_text;
using program::content;
using program::Ended;
using program::names;
using program::tree;

using Dock = SmallSearch;

TEST_F(Dock, writes_a_whole_folder_and_tells_of_it) {
  const Ended ended = dock({"receptor.pdb", "ligand.pdb", "--out", "out", "--top", "2"});
  ASSERT_EQ(ended.status, 0) << ended.err;
  EXPECT_EQ(ended.err, "");
  EXPECT_NE(ended.out.find("ligand (14 residues) on receptor (20 residues)"), std::string::npos) << ended.out;
  EXPECT_NE(ended.out.find("no energy, no affinity"), std::string::npos) << ended.out;
  EXPECT_NE(ended.out.find("Report: out/report.html"), std::string::npos) << ended.out;
  for (const char* name : {"run.json", "report.html", "poses.csv", "clusters.csv", "interface_residues.csv",
                           "interface_contacts.csv", "interface_bonds.csv", "figures/scores.svg"})
    EXPECT_GT(content(folder / "out" / name).size(), 50U) << name;
  EXPECT_FALSE(fs::exists(folder / "out/given_poses.csv"));
  EXPECT_FALSE(fs::exists(folder / "out.partial"));
  EXPECT_NE(content(folder / "out/report.html").find("arbitrary units"), std::string::npos);
  const std::string run = content(folder / "out/run.json");
  for (const char* part :
       {"\"kind\": \"dock\"", "\"preset\": \"fast\"", "\"rotations\": 48", "\"heavy_atoms\": 157",
        "\"repeat_with\": \"azoo dock receptor.pdb ligand.pdb --preset fast --top 2\"", "\"fftw_plan\"",
        "\"execution\""})
    EXPECT_NE(run.find(part), std::string::npos) << part << " in\n" << run;
}

TEST_F(Dock, gives_the_same_bytes_again_and_at_any_number_of_threads) {
  ASSERT_EQ(dock({"receptor.pdb", "ligand.pdb", "--out", "one", "--threads", "1"}).status, 0);
  ASSERT_EQ(dock({"receptor.pdb", "ligand.pdb", "--out", "two", "--threads", "2"}).status, 0);
  ASSERT_EQ(dock({"receptor.pdb", "ligand.pdb", "--out", "again", "--threads", "1"}).status, 0);
  program::expect_same_results(folder / "one", folder / "two");
  program::expect_same_results(folder / "one", folder / "again");
}

TEST_F(Dock, writes_models_that_lie_where_the_table_says) {
  for (const std::string ending : {"pdb", "cif"}) {
    SCOPED_TRACE(ending);
    ASSERT_EQ(dock({"receptor.pdb", "ligand.pdb", "--out", ending, "--model-format", ending, "--models", "1"})
                  .status,
              0);
    Problems problems;
    const auto receptor = docking::read_structure(folder / "receptor.pdb", {}, problems);
    const auto ligand = docking::read_structure(folder / "ligand.pdb", {}, problems);
    const auto model =
        docking::read_structure(folder / ending / "models" / ("cluster-1." + ending), {}, problems);
    const CsvTable clusters = read_csv(folder / ending / "clusters.csv", problems);
    ASSERT_FALSE(problems.any()) << to_text(problems.list().front());
    EXPECT_EQ(std::distance(fs::directory_iterator(folder / ending / "models"), {}), 1);
    const auto number = [&](const char* column) {
      return std::stod(clusters.rows.at(0).at(*clusters.column(column)));
    };
    const docking::RigidMotion motion{{number("qw"), number("qx"), number("qy"), number("qz")},
                                      {number("tx"), number("ty"), number("tz")}};
    const std::size_t fixed = receptor->atoms.size();
    ASSERT_EQ(model->atoms.size(), fixed + ligand->atoms.size());
    // Files have three decimals: 0.0005 A in each of three directions.
    constexpr double rounding_A = 0.001;
    for (std::size_t i = 0; i < model->atoms.size(); ++i) {
      const docking::Vector3 expected =
          i < fixed ? receptor->atoms[i].position_A : moved(motion, ligand->atoms[i - fixed].position_A);
      EXPECT_LT(docking::length(model->atoms[i].position_A - expected), rounding_A) << i;
    }
  }
}

TEST_F(Dock, holds_every_pose_against_a_reference) {
  ASSERT_EQ(dock({"receptor.pdb", "ligand.pdb", "--out", "first", "--models", "1"}).status, 0);
  const Ended ended =
      dock({"receptor.pdb", "ligand.pdb", "--out", "out", "--reference", "first/models/cluster-1.pdb"});
  ASSERT_EQ(ended.status, 0) << ended.err;
  EXPECT_NE(ended.out.find("DockQ"), std::string::npos) << ended.out;
  Problems problems;
  const CsvTable clusters = read_csv(folder / "out/clusters.csv", problems);
  // The reference is the first model, so that the first cluster is right but for three decimals.
  const auto dockq = clusters.column("dockq");
  ASSERT_TRUE(dockq);
  EXPECT_GT(std::stod(clusters.rows.at(0).at(*dockq)), 0.999);
  EXPECT_EQ(clusters.rows.at(0).at(*clusters.column("capri")), "high");
  const std::string run = content(folder / "out/run.json");
  EXPECT_NE(run.find("\"role\": \"reference\""), std::string::npos) << run;
}

TEST_F(Dock, scores_poses_and_models_made_elsewhere_like_its_own) {
  ASSERT_EQ(dock({"receptor.pdb", "ligand.pdb", "--out", "own", "--models", "1"}).status, 0);
  const Ended poses = dock({"receptor.pdb", "ligand.pdb", "--out", "poses", "--poses", "own/poses.csv"});
  ASSERT_EQ(poses.status, 0) << poses.err;
  EXPECT_NE(poses.out.find("given poses"), std::string::npos) << poses.out;
  Problems problems;
  const auto own = docking::read_poses(folder / "own/poses.csv", problems);
  const auto again = docking::read_poses(folder / "poses/poses.csv", problems);
  ASSERT_TRUE(own && again) << to_text(problems.list().front());
  ASSERT_EQ(own->poses.size(), again->poses.size());
  // The same score of the same motion; the table holds them to the last bit.
  for (std::size_t i = 0; i < own->poses.size(); ++i)
    EXPECT_NEAR(own->poses[i].score, again->poses[i].score, 1e-9 * std::abs(own->poses[i].score)) << i;
  const Ended models =
      dock({"receptor.pdb", "ligand.pdb", "--out", "models", "--score", "own/models/cluster-1.pdb"});
  ASSERT_EQ(models.status, 0) << models.err;
  const auto one = docking::read_poses(folder / "models/poses.csv", problems);
  const CsvTable clusters = read_csv(folder / "own/clusters.csv", problems);
  ASSERT_TRUE(one);
  ASSERT_EQ(one->poses.size(), 1U);
  const double score = std::stod(clusters.rows.at(0).at(*clusters.column("score")));
  // Three decimals of the file move the pose by less than 0.001 A.
  EXPECT_NEAR(one->poses[0].score, score, 0.02 * std::abs(score));
  const CsvTable given = read_csv(folder / "models/given_poses.csv", problems);
  EXPECT_EQ(given.rows.at(0).at(*given.column("file")), "cluster-1.pdb");
  EXPECT_EQ(content(folder / "models/run.json").find("\"search\""), std::string::npos);
}

TEST_F(Dock, takes_restraints_into_the_search) {
  write_text(folder / "site.toml", "[[mask]]\neffect = \"block\"\nresidues = [\"A:1-20\"]\n");
  write_text(folder / "nowhere.toml", "[[mask]]\neffect = \"block\"\nresidues = [\"A:900\"]\n");
  ASSERT_EQ(dock({"receptor.pdb", "ligand.pdb", "--out", "free"}).status, 0);
  const Ended held = dock({"receptor.pdb", "ligand.pdb", "--out", "held", "--restraints", "site.toml"});
  ASSERT_EQ(held.status, 0) << held.err;
  EXPECT_NE(content(folder / "free/poses.csv"), content(folder / "held/poses.csv"));
  const auto before = tree(folder);
  const Ended missing = dock({"receptor.pdb", "ligand.pdb", "--out", "none", "--restraints", "nowhere.toml"});
  EXPECT_EQ(missing.status, 2);
  EXPECT_NE(missing.err.find("A:900"), std::string::npos) << missing.err;
  EXPECT_EQ(names(tree(folder)), names(before));
}

TEST_F(Dock, that_fails_leaves_no_folder_behind) {
  const docking::Structure whole = receptor_helix();
  std::string text = pdb_text(whole);
  write_text(folder / "one.pdb", text.substr(0, text.find('\n') + 1));
  std::string waters;
  for (int i = 1; i <= 5; ++i)
    waters += docking::made::pdb_line(static_cast<std::size_t>(i), "O", "HOH", "W", i, {i * 3.0, 0, 0}, "O",
                                      ' ', ' ', 1.0, true);
  write_text(folder / "waters.pdb", waters);
  write_text(folder / "text.pdb", "This is no structure.\n");
  write_text(folder / "empty.pdb", "");
  const auto before = tree(folder);
  for (const std::string name : {"one.pdb", "waters.pdb", "text.pdb", "empty.pdb"}) {
    SCOPED_TRACE(name);
    const std::vector<std::vector<std::string>> pairs = {{name, "ligand.pdb"}, {"receptor.pdb", name}};
    for (const auto& pair : pairs) {
      const Ended ended = dock(pair);
      EXPECT_EQ(ended.status, 2) << ended.err;
      EXPECT_NE(ended.err.find(name), std::string::npos) << ended.err;
      EXPECT_NE(ended.err.find("expected"), std::string::npos) << ended.err;
      EXPECT_EQ(ended.out, "");
      EXPECT_EQ(names(tree(folder)), names(before));
    }
  }
}

TEST_F(Dock, replaces_an_earlier_folder_with_force_only) {
  ASSERT_EQ(dock({"receptor.pdb", "ligand.pdb"}).status, 0);
  const fs::path out = folder / "results/dock-receptor-ligand";
  ASSERT_TRUE(fs::is_regular_file(out / "run.json"));
  const auto before = tree(out);
  const Ended refused = dock({"receptor.pdb", "ligand.pdb"});
  EXPECT_EQ(refused.status, 2);
  EXPECT_NE(refused.err.find("--force to replace it"), std::string::npos) << refused.err;
  EXPECT_TRUE(tree(out) == before);
  ASSERT_EQ(dock({"receptor.pdb", "ligand.pdb", "--force", "--top", "1", "--quiet"}).status, 0);
  EXPECT_FALSE(fs::exists(out / "models/cluster-2.pdb"));
  fs::copy_file(folder / "ligand.pdb", out / "mine.pdb");
  const Ended held = dock({"receptor.pdb", (out / "mine.pdb").string(), "--out", out.string(), "--force"});
  EXPECT_EQ(held.status, 2);
  EXPECT_NE(held.err.find("holds the input"), std::string::npos) << held.err;
}

TEST_F(Dock, takes_names_with_blanks_and_long_paths) {
  const fs::path deep = folder / std::string(100, 'd') / std::string(100, 'e') / "my structures";
  fs::create_directories(deep);
  fs::copy_file(folder / "receptor.pdb", deep / "the receptor, v2 (final).pdb");
  fs::copy_file(folder / "ligand.pdb", deep / ("l" + std::string(150, 'x') + ".pdb"));
  const Ended ended = dock({(deep / "the receptor, v2 (final).pdb").string() + ":A",
                            (deep / ("l" + std::string(150, 'x') + ".pdb")).string()});
  ASSERT_EQ(ended.status, 0) << ended.err;
  const std::string name = "dock-the_receptor__v2__final_-A-l" + std::string(79, 'x');
  EXPECT_TRUE(fs::is_regular_file(folder / "results" / name / "run.json"))
      << testing::PrintToString(names(tree(folder / "results")));
}

TEST_F(Dock, stopped_by_ctrl_c_leaves_nothing_behind) {
  std::string text = content(data_ / "docking/docking.toml");
  set_number(text, "fast", "rotations", 200000);
  write_text(data_ / "docking/docking.toml", text);
  const auto before = names(tree(folder));
  for (const int signal : {SIGINT, SIGTERM}) {
    program::Running running =
        start({"dock", "receptor.pdb", "ligand.pdb", "--preset", "fast", "--out", "new/out"}, settings());
    ASSERT_TRUE(program::wait_until([&] { return fs::exists(folder / "new/out.partial/finished/figures"); }));
    const Ended ended = running.end_with(signal);
    EXPECT_EQ(ended.status, 3) << ended.err;
    EXPECT_EQ(ended.out, "");
    EXPECT_NE(ended.err.find("azoo: "), std::string::npos) << ended.err;
    EXPECT_EQ(names(tree(folder)), before);
  }
}

TEST_F(Dock, on_a_full_disk_stops_with_status_3_and_leaves_nothing_behind) {
  const auto before = names(tree(folder));
  program::Settings full = settings();
  full.largest_file = 2000;
  const Ended ended = azoo({"dock", "receptor.pdb", "ligand.pdb", "--preset", "fast", "--out", "out"}, full);
  EXPECT_EQ(ended.status, 3) << ended.err;
  EXPECT_NE(ended.err.find("cannot write"), std::string::npos) << ended.err;
  EXPECT_EQ(names(tree(folder)), before);
}

}  // namespace
}  // namespace azoo::docking_command
