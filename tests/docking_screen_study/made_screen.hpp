// A screen of structures that the tests make themselves (ideal helices), docked by a stand-in that is quick
// and always gives the same, so that the tests need neither data nor a search.
#pragma once

#include <gtest/gtest.h>
#include <unistd.h>

#include <cmath>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <functional>
#include <string>
#include <vector>

#include "core/files.hpp"
#include "core/number_text.hpp"
#include "core/problem.hpp"
#include "study/run_screen.hpp"
#include "study/screen_study.hpp"

namespace azoo::study::fixture {

namespace fs = std::filesystem;

// Backbone of an ideal alpha helix as PDB: 1.5 A and 100 degrees a residue, C-alpha 2.3 A off the axis
// (textbook values, remembered; nothing hangs on them).
inline std::string helix_pdb(int residues, const std::string& code, char chain = 'A') {
  std::string text = "HEADER    MADE FOR TESTS                          01-JAN-26   " + code + "\n";
  constexpr double turn = 100.0 * 3.14159265358979 / 180.0;
  struct Part {
    const char* name;
    char element;
    double radius, angle, rise;
  };
  const Part parts[] = {{"N", 'N', 1.5, -0.48, -0.9},
                        {"CA", 'C', 2.3, 0.0, 0.0},
                        {"C", 'C', 1.6, 0.47, 1.1},
                        {"O", 'O', 2.0, 0.38, 2.3}};
  int serial = 0;
  for (int r = 0; r < residues; ++r) {
    for (const Part& part : parts) {
      const double angle = turn * r + part.angle;
      char line[96];
      std::snprintf(line, sizeof line,
                    "ATOM  %5d  %-3s ALA %c%4d    %8.3f%8.3f%8.3f  1.00  0.00           %c\n", ++serial,
                    part.name, chain, r + 1, part.radius * std::cos(angle), part.radius * std::sin(angle),
                    1.5 * r + part.rise, part.element);
      text += line;
    }
  }
  return text + "END\n";
}

inline void write_text(const fs::path& file, const std::string& text) {
  std::ofstream(file, std::ios::binary) << text;
}

// Two ligands and two receptors, and the table that was printed of them.
inline const std::string sound = R"(kind = "screen"
name = "made"
title = "Helices on helices"
question = "Does it run?"

[docking]
preset = "fast"
models = 2

[[ligand]]
name = "short"
file = "short.pdb"

[[ligand]]
name = "long"
pdb = "9LNG"

[[receptor]]
name = "one"
pdb = "9ONE"

[[receptor]]
name = "two"
pdb = "9two"

[printed]
source = "made up"
[printed.scores]
short = { one = -10, two = -20.5 }
long = { one = -30, two = -5 }
)";

inline docking::DockResult stand_in(const docking::Structure& receptor, const docking::Structure& ligand) {
  docking::DockResult result;
  const double size =
      0.1 * static_cast<double>(receptor.atoms.size()) + 0.2 * static_cast<double>(ligand.atoms.size());
  for (int i = 0; i < 12; ++i) {
    docking::Pose pose;
    pose.score = -size + std::sqrt(static_cast<double>(i)) / 3.0;
    pose.terms.attraction = pose.score;
    pose.motion.shift_A = {1.0 * i, 2.0, 1.0 / 3.0};
    result.poses.push_back(pose);
  }
  result.clusters = {{1, {1, 3, 5, 7}}, {0, {0, 2}}};
  result.record.spacing_A = 1.2;
  result.record.grid[0] = result.record.grid[1] = result.record.grid[2] = 32;
  result.record.rotations = 3600;
  result.record.plan = "(plan \"one\", two)";
  return result;
}

inline void write_poses(const fs::path& folder, const docking::Structure&, const docking::Structure&,
                        const docking::DockResult& result, std::size_t models) {
  std::string text = "score\n";
  for (const docking::Pose& pose : result.poses) text += to_text(pose.score) + "\n";
  write_file(folder / "poses.csv", text);
  write_file(folder / "models.txt", std::to_string(models));
}

// Counts what is docked; `before` may stop it.
struct StandIn {
  std::vector<std::string> docked;
  std::function<void(const std::string& pair, Problems& problems)> before;
  screen::ChanceFunction chance;

  ScreenTools tools() {
    return {[this](const docking::Structure& receptor, const docking::Structure& ligand, const ParameterSet&,
                   const docking::DockOptions&, Problems& problems,
                   const std::function<void(const docking::DockProgress&)>& progress, const StopFlag*) {
              const std::string pair = ligand.name + "--" + receptor.name;
              if (progress) progress({0.5, "searching rotations"});
              if (before) before(pair, problems);
              if (problems.any()) return docking::DockResult{};
              docked.push_back(pair);
              return stand_in(receptor, ligand);
            },
            [this](std::string_view, std::string_view, Problems&) { return chance; }, write_poses};
  }
};

class MadeScreen : public testing::Test {
 protected:
  void SetUp() override {
    const auto* info = testing::UnitTest::GetInstance()->current_test_info();
    folder = fs::path(testing::TempDir()) /
             (std::string("azoo_screen_") + info->name() + "_" + std::to_string(::getpid()));
    fs::create_directories(folder / "structures");
    write_text(folder / "short.pdb", helix_pdb(8, "9SHO"));
    write_text(folder / "structures/9lng.pdb", helix_pdb(20, "9LNG"));
    write_text(folder / "structures/9ONE.pdb", helix_pdb(30, "9ONE"));
    write_text(folder / "structures/pdb9two.ent", helix_pdb(40, "9TWO", 'B'));
  }
  void TearDown() override {
    std::error_code error;
    fs::remove_all(folder, error);
  }

  fs::path study(const std::string& text = sound) const {
    write_text(folder / "study.toml", text);
    return folder / "study.toml";
  }
  // The study with one text in place of another.
  fs::path edited(const std::string& find, const std::string& replace) const {
    std::string text = sound;
    const std::size_t at = text.find(find);
    EXPECT_NE(at, std::string::npos) << find;
    return study(text.replace(at, find.size(), replace));
  }

  struct Outcome {
    std::optional<ScreenStudy> study;
    std::string messages;
    std::size_t count = 0;
  };
  static Outcome read(const fs::path& file, const std::vector<std::string>& overrides = {},
                      std::optional<std::uint64_t> seed = std::nullopt) {
    Problems problems;
    Outcome outcome;
    outcome.study = read_screen_study({file, overrides, seed, data_folder(), false}, problems);
    for (const Problem& problem : problems.list()) outcome.messages += to_text(problem) + "\n";
    outcome.count = problems.list().size();
    return outcome;
  }

  RunRequest request(const std::string& out, bool resume = false) const {
    RunRequest asked;
    asked.study = folder / "study.toml";
    asked.out = folder / out;
    asked.resume = resume;
    return asked;
  }

  fs::path folder;
};

}  // namespace azoo::study::fixture
