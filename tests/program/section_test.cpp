// azoo section: what it draws, and what it says when something asked for is not there.
#include <algorithm>

#include "program.hpp"

namespace azoo::program {
namespace {

class Section : public ProgramTest {
 protected:
  void SetUp() override {
    ProgramTest::SetUp();
    fs::create_directories(folder / "mice");
    write(folder / "mice/study.toml", "kind = \"animal\"\nseed = { value = 7, source = \"assumed\" }\n");
    write(folder / "mice/animals.csv", "animal,group,species\nA001,control,mouse\nA002,busulfan_20,mouse\n");
    std::string rows = "replicate,participant,day,tubule,tubule_state,site,sites_around,stage,cells\n";
    for (const char* animal_day : {"A001,14", "A001,28", "A002,28"}) {
      for (int tubule = 0; tubule < 3; ++tubule) {
        for (int site = 0; site < 30; ++site) {
          rows += "0," + std::string(animal_day) + "," + std::to_string(tubule) + ",active," +
                  std::to_string(site) + ",30,VII,preleptotene:3;pachytene:3;round_spermatid:9\n";
        }
      }
    }
    write(folder / "mice/sections.csv", rows);
  }
  std::vector<std::string> words(const std::vector<std::string>& more) {
    std::vector<std::string> all = {"section", "mice"};
    all.insert(all.end(), more.begin(), more.end());
    return all;
  }
};

TEST_F(Section, writes_svg_and_png_and_says_what_it_drew) {
  const Ended svg = azoo(words({"--day", "28", "--tubule", "1", "--animal", "A002", "--out", "a.svg"}));
  EXPECT_EQ(svg.status, 0) << svg.err;
  EXPECT_NE(svg.out.find("a.svg: Mouse, animal A002, group busulfan_20, day 28, tubule 1"), std::string::npos)
      << svg.out;
  EXPECT_TRUE(content(folder / "a.svg").starts_with("<svg "));
  const Ended png =
      azoo(words({"--day", "28", "--tubule", "1", "--magnification", "100", "--out", "a.png", "--quiet"}));
  EXPECT_EQ(png.status, 0) << png.err;
  EXPECT_EQ(png.out, "");
  EXPECT_TRUE(content(folder / "a.png").starts_with("\x89PNG\r\n\x1a\n"));
}

TEST_F(Section, draws_the_same_bytes_twice_and_another_animal_otherwise) {
  const auto draw = [&](const std::string& animal, const std::string& out) {
    EXPECT_EQ(azoo(words({"--day", "28", "--tubule", "1", "--animal", animal, "--out", out})).status, 0);
    return content(folder / out);
  };
  const std::string first = draw("A001", "a.svg");
  EXPECT_TRUE(first == draw("A001", "b.svg"));
  EXPECT_FALSE(first == draw("A002", "c.svg"));
}

TEST_F(Section, without_an_animal_takes_the_first_that_has_sections_on_that_day) {
  const Ended ended = azoo(words({"--day", "14", "--tubule", "0", "--out", "a.svg"}));
  EXPECT_EQ(ended.status, 0) << ended.err;
  EXPECT_NE(ended.out.find("A001"), std::string::npos);
}

TEST_F(Section, leaves_the_stage_out_for_blind_reading) {
  EXPECT_EQ(azoo(words({"--day", "28", "--tubule", "0", "--blind", "--out", "a.svg"})).status, 0);
  EXPECT_EQ(content(folder / "a.svg").find("VII"), std::string::npos);
}

TEST_F(Section, that_is_not_there_is_told_with_what_there_is_and_nothing_is_written) {
  const std::vector<std::pair<std::vector<std::string>, std::string>> cases = {
      {{"--day", "5", "--tubule", "0", "--out", "a.svg"}, "--day = 5; expected a day with sections: 14, 28"},
      {{"--day", "14", "--tubule", "0", "--animal", "A002", "--out", "a.svg"},
       "--day = 14; expected a day on which sections of A002 were kept: 28"},
      {{"--day", "14", "--tubule", "9", "--out", "a.svg"}, "--tubule = 9; expected a number from 0 to 2"},
      {{"--day", "14", "--tubule", "0", "--animal", "A007", "--out", "a.svg"},
       "= A007; expected one whose sections were kept: A001, A002"},
      {{"--day", "14", "--tubule", "0", "--out", "a.jpg"},
       "expected the name of a file that ends in .png or .svg"},
      {{"--day", "14", "--tubule", "0", "--out", "none/a.png"}, "a file in a folder that exists"},
      {{"--day", "14", "--tubule", "0", "--out", "a.svg", "--um-per-px", "0.001"}, "--um-per-px = 0.001"},
      {{"--day", "14", "--tubule", "0", "--out", "a.svg", "--um-per-px", "-1"}, "--um-per-px = -1"},
      {{"--day", "14", "--tubule", "0", "--out", "a.svg", "--magnification", "300"}, "--magnification"},
      {{"--day", "14", "--tubule", "0", "--out", "a.svg", "--magnification", "400", "--um-per-px", "1"},
       "excludes"},
      {{"--day", "14", "--tubule", "0", "--out", "a.svg", "--replicate", "3"}, "--replicate = 3"},
      {{"--day", "x", "--tubule", "0", "--out", "a.svg"}, "--day"},
      {{"--tubule", "0", "--out", "a.svg"}, "--day is required"},
      {{"--day", "14", "--out", "a.svg"}, "--tubule is required"},
      {{"--day", "14", "--tubule", "0"}, "--out is required"}};
  const auto before = names(tree(folder));
  for (const auto& [arguments, message] : cases) {
    SCOPED_TRACE(message);
    const Ended ended = azoo(words(arguments));
    EXPECT_EQ(ended.status, 2);
    EXPECT_NE(ended.err.find(message), std::string::npos) << ended.err;
    EXPECT_EQ(names(tree(folder)), before);
  }
}

TEST_F(Section, of_a_folder_without_sections_or_with_broken_ones_is_refused) {
  const auto run = [&](const std::string& results) {
    return azoo({"section", results, "--day", "0", "--tubule", "0", "--out", "a.svg"});
  };
  EXPECT_NE(run("nowhere").err.find("RESULTS = no such folder"), std::string::npos);
  fs::create_directories(folder / "empty");
  EXPECT_NE(run("empty").err.find("sections.csv"), std::string::npos);
  write(folder / "mice/sections.csv",
        "replicate,participant,day,tubule,tubule_state,site,sites_around,stage,cells\n"
        "0,A001,0,0,active,31,30,VII,pachytene:x\n");
  const Ended broken = run("mice");
  EXPECT_EQ(broken.status, 2);
  EXPECT_NE(broken.err.find("sections.csv:2"), std::string::npos) << broken.err;
}

TEST_F(Section, of_a_trial_draws_a_man) {
  ASSERT_EQ(azoo(small_trial(2, "trial", {"--quiet"})).status, 0);
  const Ended ended = azoo({"section", "trial", "--day", "0", "--tubule", "1", "--out", "man.svg"});
  EXPECT_EQ(ended.status, 0) << ended.err;
  EXPECT_NE(ended.out.find("Man, participant P"), std::string::npos) << ended.out;
}

}  // namespace
}  // namespace azoo::program
