// What happens to folders that are there already, and the analysis of a results folder.
#include <algorithm>
#include <random>

#include "program.hpp"

namespace azoo::program {
namespace {

using Results = ProgramTest;

TEST_F(Results, are_replaced_with_force_only) {
  ASSERT_EQ(azoo(small_trial(1, "out")).status, 0);
  const auto earlier = tree(folder / "out");
  const Ended refused = azoo(small_trial(2, "out"));
  EXPECT_EQ(refused.status, 2);
  EXPECT_NE(refused.err.find("--force to replace it"), std::string::npos) << refused.err;
  EXPECT_EQ(tree(folder / "out"), earlier);
  ASSERT_EQ(azoo(small_trial(2, "out", {"--force"})).status, 0);
  EXPECT_NE(tree(folder / "out"), earlier);
  ASSERT_EQ(azoo(small_trial(2, "fresh")).status, 0);
  expect_same_results(folder / "fresh", folder / "out");
  EXPECT_FALSE(fs::exists(folder / "out.partial"));
}

TEST_F(Results, never_take_the_place_of_a_folder_with_something_else) {
  fs::create_directories(folder / "thesis");
  write(folder / "thesis/chapter1.txt", "mine");
  const auto before = tree(folder);
  for (const std::string& out :
       {std::string("thesis"), std::string("thesis/"), std::string("."), std::string("thesis/..")}) {
    SCOPED_TRACE(out);
    const Ended ended = azoo(small_trial(1, out, {"--force"}));
    EXPECT_EQ(ended.status, 2);
    EXPECT_NE(ended.err.find("holds something else than results"), std::string::npos) << ended.err;
    EXPECT_EQ(tree(folder), before);
  }
  fs::create_directories(folder / "empty");
  EXPECT_EQ(azoo(small_trial(1, "empty/", {"--force"})).status, 0);
  EXPECT_TRUE(fs::is_regular_file(folder / "empty/run.json"));
}

TEST_F(Results, never_take_the_place_of_what_is_read) {
  ASSERT_EQ(azoo(small_trial(1, "out")).status, 0);
  fs::copy_file(folder / "out/study.toml", folder / "out/mine.toml");
  const auto before = tree(folder);
  for (const std::vector<std::string>& words :
       {std::vector<std::string>{"run", "out/mine.toml", "--out", "out", "--force"},
        std::vector<std::string>{"analyse", "out", "--out", "out", "--force"},
        std::vector<std::string>{"analyse", "out/visits.csv", "--out", "out", "--force"}}) {
    const Ended ended = azoo(words);
    EXPECT_EQ(ended.status, 2);
    EXPECT_NE(ended.err.find("a folder that holds the input"), std::string::npos) << ended.err;
    EXPECT_EQ(tree(folder), before);
  }
}

TEST_F(Results, leave_a_neighbour_called_replaced_alone) {
  ASSERT_EQ(azoo(small_trial(1, "out")).status, 0);
  fs::create_directories(folder / "out.replaced");
  write(folder / "out.replaced/note.txt", "mine");
  ASSERT_EQ(azoo(small_trial(1, "out", {"--force"})).status, 0);
  EXPECT_EQ(content(folder / "out.replaced/note.txt"), "mine");
}

TEST_F(Results, do_not_remove_a_folder_that_came_up_during_the_run) {
  Running running = start(small_trial(30, "out", {"--threads", "1"}));
  ASSERT_TRUE(wait_until([&] { return records_in(folder / "out.partial/journal") >= 2; }));
  fs::create_directories(folder / "out");
  write(folder / "out/note.txt", "mine");
  const Ended ended = running.wait();
  EXPECT_EQ(ended.status, 3) << ended.err;
  EXPECT_NE(ended.err.find("cannot give the finished folder this name"), std::string::npos) << ended.err;
  EXPECT_EQ(content(folder / "out/note.txt"), "mine");
  fs::rename(folder / "out", folder / "other");
  EXPECT_EQ(azoo(small_trial(30, "out", {"--threads", "1", "--resume"})).status, 0);
  EXPECT_TRUE(fs::is_regular_file(folder / "out/run.json"));
}

class Analysis : public ProgramTest {
 protected:
  void SetUp() override {
    ProgramTest::SetUp();
    ASSERT_EQ(azoo(small_trial(4, "out")).status, 0);
  }
  std::string whole() const { return content(folder / "out/analysis.csv"); }
};

TEST_F(Analysis, of_a_results_folder_gives_its_analysis_again) {
  for (const char* data : {"out", "out/", "out/visits.csv"}) {
    const Ended ended = azoo({"analyse", data});
    EXPECT_EQ(ended.status, 0) << ended.err;
    EXPECT_TRUE(ended.out == whole()) << data;
  }
  Settings inside;
  inside.folder = folder / "out";
  for (const char* data : {".", "visits.csv"})
    EXPECT_TRUE(azoo({"analyse", data}, inside).out == whole()) << data;
}

TEST_F(Analysis, of_several_replicates_gives_their_analysis_again) {
  ASSERT_EQ(azoo(small_trial(2, "several", {"--set", "replicates=3"})).status, 0);
  EXPECT_TRUE(azoo({"analyse", "several"}).out == content(folder / "several/analysis.csv"));
}

TEST_F(Analysis, into_a_folder_writes_analysis_and_report) {
  const Ended ended = azoo({"analyse", "out", "--out", "new"});
  EXPECT_EQ(ended.status, 0) << ended.err;
  EXPECT_EQ(ended.out, "Report: new/report.html\n");
  EXPECT_TRUE(content(folder / "new/analysis.csv") == whole());
  EXPECT_NE(content(folder / "new/report.html"), "");
  EXPECT_FALSE(fs::exists(folder / "new.partial"));
  EXPECT_EQ(azoo({"analyse", "out", "--out", "new"}).status, 2);
  const Ended quiet = azoo({"analyse", "out", "--out", "new", "--force", "--quiet"});
  EXPECT_EQ(quiet.status, 0) << quiet.err;
  EXPECT_EQ(quiet.out, "");
}

TEST_F(Analysis, that_meets_a_full_disk_leaves_no_folder) {
  Settings settings;
  settings.largest_file = 100'000;
  const Ended ended = azoo({"analyse", "out", "--out", "new"}, settings);
  EXPECT_EQ(ended.status, 3) << ended.err;
  EXPECT_FALSE(fs::exists(folder / "new"));
  EXPECT_FALSE(fs::exists(folder / "new.partial"));
}

TEST_F(Analysis, does_not_depend_on_the_order_of_rows) {
  std::mt19937 generator(1);
  for (const char* name : {"participants.csv", "visits.csv", "events.csv"}) {
    std::ifstream in(folder / "out" / name);
    std::string header;
    std::string line;
    std::getline(in, header);
    std::vector<std::string> rows;
    while (std::getline(in, line)) rows.push_back(line);
    std::shuffle(rows.begin(), rows.end(), generator);
    std::string text = header + "\n";
    for (const std::string& row : rows) text += row + "\n";
    write(folder / "out" / name, text);
  }
  const Ended ended = azoo({"analyse", "out"});
  EXPECT_EQ(ended.status, 0) << ended.err;
  EXPECT_TRUE(ended.out == whole());
}

// The first row after the header that has the analyte, with a part replaced.
int break_row(const fs::path& file, const std::string& with,
              const std::function<void(std::string&)>& change) {
  std::ifstream in(file);
  std::string text;
  std::string line;
  int number = 0;
  int broken = 0;
  while (std::getline(in, line)) {
    ++number;
    if (broken == 0 && number > 1 && line.find(with) != std::string::npos) {
      change(line);
      broken = number;
    }
    text += line + "\n";
  }
  in.close();
  write(file, text);
  return broken;
}

TEST_F(Analysis, of_faulty_data_names_file_and_line) {
  const fs::path visits = folder / "out/visits.csv";
  const std::string sound = content(visits);
  const int unknown =
      break_row(visits, "fsh", [](std::string& row) { row.replace(row.find('P'), 5, "P9999"); });
  Ended ended = azoo({"analyse", "out"});
  EXPECT_EQ(ended.status, 2);
  EXPECT_NE(ended.err.find("out/visits.csv:" + std::to_string(unknown) + ": participant = P9999"),
            std::string::npos)
      << ended.err;
  EXPECT_EQ(ended.out, "");
  write(visits, sound);
  const int number = break_row(visits, "fsh,", [](std::string& row) {
    const std::size_t value = row.find("fsh,") + 4;
    row.replace(value, row.find(',', value) - value, "12,5 or so");
  });
  ended = azoo({"analyse", "out", "--out", "new"});
  EXPECT_EQ(ended.status, 2);
  EXPECT_NE(ended.err.find("out/visits.csv:" + std::to_string(number) + ":"), std::string::npos) << ended.err;
  write(visits, sound);
  const int word = break_row(visits, "fsh,", [](std::string& row) {
    const std::size_t value = row.find("fsh,") + 4;
    row.replace(value, row.find(',', value) - value, "many");
  });
  ended = azoo({"analyse", "out", "--out", "new"});
  EXPECT_EQ(ended.status, 2);
  EXPECT_NE(ended.err.find("out/visits.csv:" + std::to_string(word) + ": value = many"), std::string::npos)
      << ended.err;
  EXPECT_FALSE(fs::exists(folder / "new"));
  EXPECT_FALSE(fs::exists(folder / "new.partial"));
}

TEST_F(Analysis, without_a_table_or_a_protocol_says_which_is_missing) {
  fs::remove(folder / "out/participants.csv");
  const Ended table = azoo({"analyse", "out"});
  EXPECT_EQ(table.status, 2);
  EXPECT_NE(table.err.find("out/participants.csv: no such file"), std::string::npos) << table.err;
  fs::remove(folder / "out/study.toml");
  const Ended protocol = azoo({"analyse", "out"});
  EXPECT_EQ(protocol.status, 2);
  EXPECT_NE(protocol.err.find("out/study.toml: no such file"), std::string::npos) << protocol.err;
}

}  // namespace
}  // namespace azoo::program
