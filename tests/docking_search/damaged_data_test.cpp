// Damage in the data files of the score is told with the file and the line, never docked with.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <sstream>

#include "docking/presets.hpp"
#include "docking_search/search_fixture.hpp"

namespace azoo::docking::search_tests {
namespace {

namespace fs = std::filesystem;

// A copy of the data folder's docking part that one may damage; $AZOO_DATA names it while this lives.
class DamagedData : public testing::Test {
 protected:
  void SetUp() override {
    (void)shipped();  // read from the true folder
    folder_ = fs::path(testing::TempDir()) /
              ("azoo_damaged_" + std::string(testing::UnitTest::GetInstance()->current_test_info()->name()));
    fs::remove_all(folder_);
    fs::create_directories(folder_ / "docking");
    static const fs::path whole = data_folder();
    for (const char* name : {"atom-types.csv", "pair-potential.csv", "contact-kinds.csv", "docking.toml"})
      fs::copy_file(whole / "docking" / name, folder_ / "docking" / name);
    static const char* const before = std::getenv("AZOO_DATA");
    if (before != nullptr) before_ = before;
    ::setenv("AZOO_DATA", folder_.c_str(), 1);
  }
  void TearDown() override {
    if (before_)
      ::setenv("AZOO_DATA", before_->c_str(), 1);
    else
      ::unsetenv("AZOO_DATA");
    fs::remove_all(folder_);
  }
  [[nodiscard]] std::string read(const std::string& name) const {
    std::ostringstream text;
    text << std::ifstream(folder_ / "docking" / name).rdbuf();
    return text.str();
  }
  void write(const std::string& name, const std::string& text) const {
    std::ofstream(folder_ / "docking" / name) << text;
  }
  void replace(const std::string& name, const std::string& what, const std::string& by) const {
    std::string text = read(name);
    const std::size_t at = text.find(what);
    ASSERT_NE(at, std::string::npos) << what;
    write(name, text.replace(at, what.size(), by));
  }
  // The messages; "" when a model comes out.
  static std::string messages() {
    Problems problems;
    const auto loaded = load_score_model(shipped(), "balanced", problems);
    EXPECT_EQ(loaded.has_value(), !problems.any());
    return text_of(problems);
  }

  fs::path folder_;
  std::optional<std::string> before_;
};

using testing::HasSubstr;

TEST_F(DamagedData, the_copy_itself_is_whole) {
  EXPECT_EQ(messages(), "");
}

TEST_F(DamagedData, a_missing_file_is_named) {
  fs::remove(folder_ / "docking/atom-types.csv");
  EXPECT_THAT(messages(), HasSubstr("atom-types.csv"));
  SetUp();
  fs::remove(folder_ / "docking/pair-potential.csv");
  EXPECT_THAT(messages(), HasSubstr("pair-potential.csv"));
}

TEST_F(DamagedData, a_charge_that_is_no_number_is_told_with_its_line) {
  for (const char* charge : {"much", "nan", "inf", "", "0.5 e"}) {
    SetUp();
    replace("atom-types.csv", "GLY,CA,GCA,0", std::string("GLY,CA,GCA,") + charge);
    EXPECT_THAT(messages(), testing::ContainsRegex("atom-types.csv:[0-9]+.*charge_e")) << charge;
  }
}

TEST_F(DamagedData, an_atom_named_twice_is_told) {
  replace("atom-types.csv", "GLY,CA,GCA,0", "GLY,CA,GCA,0\nGLY,CA,CA,0");
  EXPECT_THAT(messages(), HasSubstr("GLY CA"));
}

TEST_F(DamagedData, a_table_without_a_row_for_other_atoms_is_told) {
  replace("atom-types.csv", "\n?,*,", "\n?,*X,");
  EXPECT_THAT(messages(), HasSubstr("no row ?,*"));
}

TEST_F(DamagedData, another_header_or_a_row_of_the_wrong_width_is_told) {
  replace("atom-types.csv", "residue,atom,type,charge_e", "residue,atom,charge_e,type");
  EXPECT_THAT(messages(), HasSubstr("residue,atom,type,charge_e"));
  SetUp();
  replace("atom-types.csv", "GLY,CA,GCA,0", "GLY,CA,GCA");
  EXPECT_THAT(messages(), testing::ContainsRegex("atom-types.csv:[0-9]+"));
  SetUp();
  replace("pair-potential.csv", "type_a,type_b,value", "type_a,type_b,energy");
  EXPECT_THAT(messages(), HasSubstr("type_a, type_b and value"));
}

TEST_F(DamagedData, a_potential_that_does_not_fit_the_types_is_told) {
  replace("pair-potential.csv", "ALB,ALM,", "ALB,WOOD,");
  EXPECT_THAT(messages(), testing::AllOf(HasSubstr("WOOD"), HasSubstr("types of atom-types.csv")));
}

TEST_F(DamagedData, a_value_that_is_no_finite_number_is_told) {
  for (const char* value : {"low", "nan", "-inf", ""}) {
    SetUp();
    const std::string text = read("pair-potential.csv");
    const std::size_t at = text.find("\nALB,ALM,") + 9, end = text.find(',', at);
    write("pair-potential.csv", text.substr(0, at) + value + text.substr(end));
    EXPECT_THAT(messages(), testing::ContainsRegex("pair-potential.csv:[0-9]+.*value")) << value;
  }
}

TEST_F(DamagedData, a_pair_that_is_missing_or_given_twice_with_two_values_is_told) {
  const std::string text = read("pair-potential.csv");
  const std::size_t at = text.find("\nALB,ALM,"), end = text.find('\n', at + 1);
  write("pair-potential.csv", text.substr(0, at) + text.substr(end));
  EXPECT_THAT(messages(), HasSubstr("a pair of types is missing"));
  write("pair-potential.csv", text + "ALM,ALB,17.5,0\n");
  EXPECT_THAT(messages(), HasSubstr("ALM,ALB"));
}

TEST_F(DamagedData, kinds_of_contacts_that_do_not_fit_the_types_are_told) {
  replace("contact-kinds.csv", "ALM,apolar", "ALM,oily");
  EXPECT_THAT(messages(), testing::ContainsRegex("contact-kinds.csv:[0-9]+.*oily.*apolar or polar"));
  SetUp();
  replace("contact-kinds.csv", "ALM,apolar\n", "");
  EXPECT_THAT(messages(), HasSubstr("no row for ALM"));
  SetUp();
  replace("contact-kinds.csv", "ALM,apolar", "ALM,apolar\nALM,apolar");
  EXPECT_THAT(messages(), testing::ContainsRegex("contact-kinds.csv:[0-9]+.*ALM.*once"));
  SetUp();
  replace("contact-kinds.csv", "type,kind", "type,sort");
  EXPECT_THAT(messages(), HasSubstr("type and kind"));
  SetUp();
  fs::remove(folder_ / "docking/contact-kinds.csv");
  EXPECT_THAT(messages(), HasSubstr("contact-kinds.csv"));
}

TEST_F(DamagedData, shells_and_contact_weights_must_be_as_many) {
  ParameterSet set = shipped();
  Problems problems;
  set.override_from(parse_toml("docking.rescoring.apolar = [1.0, 2.0]", "study.toml", problems), problems);
  if (!problems.any()) {
    EXPECT_FALSE(load_score_model(set, "balanced", problems));
  }
  EXPECT_THAT(text_of(problems), HasSubstr("docking.rescoring"));
}

TEST_F(DamagedData, an_unknown_weight_set_names_the_known_ones) {
  Problems problems;
  EXPECT_FALSE(load_score_model(shipped(), "heavy", problems));
  EXPECT_THAT(text_of(problems), testing::AllOf(HasSubstr("heavy"), HasSubstr("balanced")));
}

TEST(Presets, those_of_the_data_file_are_read_and_others_refused) {
  for (const char* name : {"fast", "default", "thorough"}) {
    Problems problems;
    const auto preset = load_preset(shipped(), name, problems);
    ASSERT_TRUE(preset) << text_of(problems);
    EXPECT_EQ(static_cast<double>(preset->rotations),
              shipped().value("docking.preset." + std::string(name) + ".rotations", "1"));
    EXPECT_EQ(preset->spacing_A, shipped().value("docking.preset." + std::string(name) + ".spacing", "A"));
    EXPECT_GE(preset->poses_kept, preset->poses_refined);
  }
  Problems problems;
  EXPECT_FALSE(load_preset(shipped(), "slow", problems));
  EXPECT_THAT(text_of(problems), testing::AllOf(HasSubstr("slow"), HasSubstr("fast, default or thorough")));
}

TEST(Presets, a_study_cannot_set_what_no_search_can_use) {
  for (const char* fault : {"spacing = 0", "spacing = 5", "rotations = 0", "poses_a_rotation = 0",
                            "poses_kept = 0", "poses_refined = 0", "rotations = 12.5", "rotations = 1e12"}) {
    ParameterSet set = shipped();
    Problems problems;
    set.override_from(parse_toml("docking.preset.fast." + std::string(fault), "study.toml", problems),
                      problems);
    if (!problems.any()) {
      EXPECT_FALSE(load_preset(set, "fast", problems)) << fault;
    }
    const std::string key = std::string(fault).substr(0, std::string(fault).find(' '));
    EXPECT_THAT(text_of(problems), HasSubstr(key)) << fault;
  }
}

}  // namespace
}  // namespace azoo::docking::search_tests
