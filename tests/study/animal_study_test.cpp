// Animal studies: read with every default, refused with a message for every fault, read back from themselves.
#include "study/animal_study.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <fstream>

#include "study_files.hpp"

namespace azoo::study {
namespace {

struct AnimalOutcome {
  std::optional<AnimalStudy> study;
  std::string messages;
};

AnimalOutcome read_animal(const std::filesystem::path& file, const std::vector<std::string>& overrides = {},
                          std::optional<std::uint64_t> seed = std::nullopt) {
  Problems problems;
  AnimalOutcome outcome;
  outcome.study = read_animal_study(file, overrides, seed, project_folder() / "data", problems);
  for (const Problem& problem : problems.list()) outcome.messages += to_text(problem) + "\n";
  return outcome;
}

const std::string sound = R"(kind = "animal"
name = "small"
title = "A small study"
seed = 1
[animal]
species = "mouse"
[testis]
sample = 3000
segments = 2
[[group]]
name = "control"
animals = 2
sacrifice_d = [0, 10]
[[group]]
name = "busulfan"
animals = 2
sacrifice_d = [10]
[[group.insult]]
agent = "busulfan"
dose = 20
)";

class AnimalStudyFile : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = std::filesystem::path(testing::TempDir()) /
              ("azoo_animal_" + std::to_string(::getpid()) +
               testing::UnitTest::GetInstance()->current_test_info()->name());
    std::filesystem::create_directories(folder_);
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }

  std::filesystem::path written(const std::string& text) {
    std::ofstream(folder_ / "small.toml", std::ios::binary) << text;
    return folder_ / "small.toml";
  }
  // The sound study with one part replaced, read.
  AnimalOutcome edited(const std::string& find, const std::string& replace) {
    std::string text = sound;
    const std::size_t at = text.find(find);
    EXPECT_NE(at, std::string::npos) << find;
    text.replace(at, find.size(), replace);
    return read_animal(written(text));
  }

  std::filesystem::path folder_;
};

TEST_F(AnimalStudyFile, takes_its_defaults_from_the_species_and_writes_them_out) {
  const AnimalOutcome outcome = read_animal(written(sound));
  ASSERT_TRUE(outcome.study) << outcome.messages;
  const animal::Design& design = outcome.study->design;
  EXPECT_EQ(design.control, "control");
  EXPECT_EQ(design.testis.settling_d, 9.0);  // a cycle of 8.63 d, rounded up
  EXPECT_EQ(design.testis.testes, "both");
  EXPECT_EQ(design.histology.cross_sections, 30);
  EXPECT_EQ(design.groups[1].insults[0].doses, 1);
  EXPECT_GT(design.readouts.size(), 20U);
  const std::string text = write_toml(outcome.study->resolved);
  for (const char* written_out : {"settling_d = 9", "cross_sections = 30", "control = \"control\"",
                                  "interval_d = 0", "\"testis_weight\"", "every_d = 0"})
    EXPECT_NE(text.find(written_out), std::string::npos) << written_out << "\n" << text;
}

TEST_F(AnimalStudyFile, as_resolved_reads_back_to_itself) {
  for (const std::string& text :
       {sound, std::string("kind = \"animal\"\nname = \"w\"\ntitle = \"t\"\nseed = 1\n[animal]\nspecies = "
                           "\"mouse\"\n[testis]\nsample = \"whole\"\n[[group]]\nname = \"n\"\nanimals = "
                           "1\nsacrifice_d = [1]\n")}) {
    const AnimalOutcome first = read_animal(written(text), {"histology.cross_sections=12"}, 99);
    ASSERT_TRUE(first.study) << first.messages;
    const std::string resolved = write_toml(first.study->resolved);
    const AnimalOutcome again = read_animal(written(resolved));
    ASSERT_TRUE(again.study) << again.messages << resolved;
    EXPECT_EQ(write_toml(again.study->resolved), resolved);
    EXPECT_EQ(again.study->design.seed, 99U);
    EXPECT_EQ(again.study->design.histology.cross_sections, 12);
  }
}

TEST_F(AnimalStudyFile, reads_a_measured_skeleton_beside_it_and_makes_its_bytes_part_of_the_study) {
  const std::string whole =
      "kind = \"animal\"\nname = \"w\"\ntitle = \"t\"\nseed = 1\n[animal]\nspecies = "
      "\"mouse\"\n[testis]\nsample = \"whole\"\nskeleton = \"tubules.csv\"\n[[group]]\n"
      "name = \"n\"\nanimals = 1\nsacrifice_d = [1]\n";
  const auto with_points = [&](int points) {
    std::ofstream out(folder_ / "tubules.csv");
    out << "V1,Tubule_ID,Branch_ID,X,Y,Z,Stage,Ref\n";
    for (int i = 1; i <= points; ++i) {
      const std::string node = i == 1 ? "R1" : i == points ? "R2" : "0";
      out << i << ",1,1," << 100 + i << ",20,30,7," << node << "\n";
    }
    out.close();
    return read_animal(written(whole));
  };
  const AnimalOutcome shorter = with_points(200);
  ASSERT_TRUE(shorter.study) << shorter.messages;
  ASSERT_TRUE(shorter.study->skeleton);
  const double voxel_mm = shorter.study->design.testis.voxel_um / 1000.0;
  EXPECT_NEAR(shorter.study->skeleton->length_mm(), 199 * voxel_mm, 1e-9);
  const AnimalOutcome longer = with_points(300);
  ASSERT_TRUE(longer.study) << longer.messages;
  EXPECT_EQ(shorter.study->sha256, longer.study->sha256);
  EXPECT_NE(shorter.study->skeleton_sha256, longer.study->skeleton_sha256);
}

TEST_F(AnimalStudyFile, with_a_fault_is_met_with_a_message) {
  struct Case {
    std::string find;
    std::string replace;
    std::string message;
  };
  const std::vector<Case> cases = {
      {"\"animal\"", "\"animals\"", ":1:8: kind = \"animals\"; expected \"trial\", \"animal\" or \"screen\""},
      {"seed = 1\n", "", ": seed = missing; expected a whole number from 0 to"},
      {"species = \"mouse\"", "species = \"mose\"", "animal.species = \"mose\"; expected one of"},
      {"species = \"mouse\"", "specis = \"mouse\"", "animal.specis = unknown key; expected perhaps species"},
      {"species = \"mouse\"", "species = \"mouse\"\nejaculation_interval_d = -1",
       "animal.ejaculation_interval_d = -1; expected a finite number >= 0"},
      {"species = \"mouse\"", "species = \"mouse\"\nejaculation_interval_d = 0.5",
       "animal.ejaculation_interval_d = 0.5; expected 0 (never), or at least testis.step_d (1)"},
      {"sample = 3000", "sample = \"all\"", "testis.sample = \"all\"; expected \"whole\" or a whole number"},
      {"sample = 3000", "sample = 10", "testis.sample = 10; expected at least "},
      {"sample = 3000", "sample = 4000000",
       "testis.sample = 4000000; expected a whole number from 1 to 3500000"},
      {"sample = 3000", "sample = \"whole\"", "testis.segments = 2; expected no such key with sample"},
      {"segments = 2", "step_d = 0.3", "testis.step_d = 0.3; expected a whole number of 1/512 days"},
      {"segments = 2", "start = \"waves\"", "testis.start = \"waves\"; expected one of"},
      {"segments = 2", "skeleton = \"a.csv\"",
       "testis.skeleton = \"a.csv\"; expected sample = \"whole\" beside it"},
      {"sample = 3000\nsegments = 2", "sample = \"whole\"\nskeleton = \"a.csv\"",
       "testis.skeleton = \"a.csv\"; expected a file beside the study"},
      {"segments = 2", "voxel_um = 9", "testis.voxel_um = 9; expected no such key without skeleton"},
      {"animals = 2", "animals = 0", "group.0.animals = 0; expected a whole number from 1"},
      {"[0, 10]", "[10, 0]", "group.0.sacrifice_d = [10, 0]; expected days in ascending order"},
      {"[0, 10]", "[]", "group.0.sacrifice_d = []; expected at least one day"},
      {"[0, 10]", "[-1]", "expected a number of days from 0 to 3660"},
      {"[0, 10]", "[0.5]", "group.0.sacrifice_d = [0.5]; expected days that are multiples of testis.step_d"},
      {"name = \"busulfan\"", "name = \"control\"",
       "group.1.name = \"control\"; expected a name that group.0.name"},
      {"agent = \"busulfan\"", "agent = \"busulphan\"", "did you mean busulfan?"},
      {"dose = 20", "dose = -2", "group.1.insult.0.dose = -2; expected a finite number >= 0"},
      {"dose = 20", "dose = 300",
       "group.1.insult.0.dose = Busulfan 300 mg/kg within 7 d up to day 0; expected at most"},
      {"dose = 20", "dose = 20\ndoses = 2",
       "group.1.insult.0.interval_d = 0 (the default); expected a number of days"},
      {"dose = 20", "dose = 20\nday = 10",
       "group.1.insult.0.day = 10; expected a day before the group's last sacrifice (10)"},
      {"sample = 3000", "sample = 900",
       "testis.sample = 900; expected at least 1020: 17 rows of 30 Sertoli cells in each of the 2 segments"},
      {"species = \"mouse\"", "species = \"human\"", "group.1.insult.0.agent = "},
      {"[animal]", "[readouts]\nlist = [\"testis_wieght\"]\n[animal]",
       "expected only words that azoo observables lists; not testis_wieght (did you mean testis_weight?)"},
      {"[animal]", "[readouts]\nlist = []\n[animal]", "readouts.list = []; expected at least one read-out"},
      {"[animal]", "[analysis]\ncontrol = \"contrl\"\n[animal]",
       "analysis.control = \"contrl\"; expected the name of a group: control, busulfan"},
      {"[animal]", "[histology]\ncounting_error_cv = 2\n[animal]",
       "histology.counting_error_cv = 2; expected a coefficient"},
      {"[animal]", "[parameters]\nmouse.cycle.duration_d = 3\n[animal]", "[parameters]: mouse = "},
      {"[animal]", "[checkpoint]\nevery = 3\n[animal]",
       "checkpoint.every = unknown key; expected perhaps every_d"},
  };
  for (const Case& one : cases) {
    const AnimalOutcome outcome = edited(one.find, one.replace);
    EXPECT_FALSE(outcome.study) << one.replace;
    EXPECT_NE(outcome.messages.find(one.message), std::string::npos)
        << "wanted: " << one.message << "\ngot: " << outcome.messages;
  }
}

TEST_F(AnimalStudyFile, tells_all_its_faults_at_once) {
  const AnimalOutcome outcome =
      read_animal(written("kind = \"animal\"\nname = \"a b\"\nseed = -1\n[animal]\nspecies = "
                          "\"mouse\"\n[[group]]\nanimals = 0\n"));
  EXPECT_FALSE(outcome.study);
  for (const char* field :
       {"name =", "title =", "seed =", "group.0.name =", "group.0.animals =", "group.0.sacrifice_d ="})
    EXPECT_NE(outcome.messages.find(field), std::string::npos) << field << "\n" << outcome.messages;
}

TEST_F(AnimalStudyFile, is_no_trial_and_a_trial_is_no_animal_study) {
  EXPECT_EQ(read_with(written(sound)).messages,
            written(sound).string() + ":1:8: kind = \"animal\"; expected \"trial\" here\n");
  EXPECT_NE(
      read_animal(shipped("phase1-2024.toml")).messages.find("kind = \"trial\"; expected \"animal\" here"),
      std::string::npos);
}

TEST_F(AnimalStudyFile, that_ships_reads_without_a_fault) {
  int studies = 0;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(project_folder() / "studies")) {
    if (entry.path().extension() != ".toml") continue;
    std::ifstream in(entry.path());
    const std::string text{std::istreambuf_iterator<char>(in), {}};
    if (text.find("kind = \"animal\"") == std::string::npos) continue;
    ++studies;
    const AnimalOutcome outcome = read_animal(entry.path());
    EXPECT_EQ(outcome.messages, "") << entry.path();
  }
  EXPECT_GE(studies, 11);
}

TEST_F(AnimalStudyFile, keeps_the_shipped_parameters_beside_its_own) {
  const AnimalOutcome outcome = read_animal(written(sound + "[parameters]\nanimal_variation.side_cv = 0\n"));
  ASSERT_TRUE(outcome.study) << outcome.messages;
  EXPECT_EQ(outcome.study->parameters.value("animal_variation.side_cv", "fraction"), 0.0);
  EXPECT_GT(outcome.study->shipped.value("animal_variation.side_cv", "fraction"), 0.0);
}

}  // namespace
}  // namespace azoo::study
