// What a user knows about a binding site, read from a TOML table: every field, and every way to get one
// wrong.
#include "docking/restraints_file.hpp"

#include <gtest/gtest.h>

#include "core/problem.hpp"
#include "core/toml_value.hpp"

namespace azoo::docking {
namespace {

constexpr const char* whole = R"([[mask]]
partner = "receptor"
effect = "attract"
residues = ["A:35", "A:40-52B"]

[[mask]]
partner = "ligand"
effect = "block"
residues = ["B:-3--1"]

[[distance]]
receptor_residues = ["A:35"]
ligand_residues = ["B:7", "C:9-11"]
min_A = 2.5
max_A = 9

[membrane]
centre_A = [1.5, -2, 0]
normal = [0, 0, -1]
half_thickness_A = 15.9
side = "inside"
)";

Restraints read(const std::string& text, Problems& problems) {
  TomlValue root = parse_toml(text, "site.toml", problems);
  return read_restraints(root, "", problems);
}

// All problems of the text, one a line.
std::string faults(const std::string& text) {
  Problems problems;
  (void)read(text, problems);
  std::string all;
  for (const Problem& problem : problems.list()) all += to_text(problem) + "\n";
  return all;
}

// The whole text with one part replaced.
std::string with(const std::string& part, const std::string& instead) {
  std::string text = whole;
  const std::size_t at = text.find(part);
  EXPECT_NE(at, std::string::npos) << part;
  return text.replace(at, part.size(), instead);
}

TEST(Restraints, of_every_kind_are_read_with_all_their_fields) {
  Problems problems;
  const Restraints r = read(whole, problems);
  ASSERT_FALSE(problems.any()) << to_text(problems.list().front());
  ASSERT_EQ(r.masks.size(), 2U);
  EXPECT_EQ(r.masks[0].partner, Partner::receptor);
  EXPECT_TRUE(r.masks[0].attract);
  EXPECT_EQ(r.masks[0].residues, (std::vector<std::string>{"A:35", "A:40-52B"}));
  EXPECT_EQ(r.masks[1].partner, Partner::ligand);
  EXPECT_FALSE(r.masks[1].attract);
  EXPECT_EQ(r.masks[1].residues, std::vector<std::string>{"B:-3--1"});
  ASSERT_EQ(r.distances.size(), 1U);
  EXPECT_EQ(r.distances[0].receptor_residues, std::vector<std::string>{"A:35"});
  EXPECT_EQ(r.distances[0].ligand_residues, (std::vector<std::string>{"B:7", "C:9-11"}));
  EXPECT_EQ(r.distances[0].min_A, 2.5);
  EXPECT_EQ(r.distances[0].max_A, 9.0);
  EXPECT_TRUE(r.membrane.present);
  EXPECT_EQ(r.membrane.centre_A[0], 1.5);
  EXPECT_EQ(r.membrane.centre_A[1], -2.0);
  EXPECT_EQ(r.membrane.centre_A[2], 0.0);
  EXPECT_EQ(r.membrane.normal[2], -1.0);
  EXPECT_EQ(r.membrane.half_thickness_A, 15.9);
  EXPECT_FALSE(r.membrane.along_normal);
}

TEST(Restraints, left_out_take_their_defaults) {
  Problems problems;
  EXPECT_FALSE(read("", problems).membrane.present);
  const Restraints r = read(
      "[[mask]]\neffect = 'block'\nresidues = ['A:1']\n[[distance]]\nreceptor_residues = ['A:1']\n"
      "ligand_residues = ['B:1']\nmax_A = 5\n[membrane]\ncentre_A = [0, 0, 0]\nnormal = [1, 0, 0]\n"
      "half_thickness_A = 12\n",
      problems);
  ASSERT_FALSE(problems.any()) << to_text(problems.list().front());
  EXPECT_EQ(r.masks.at(0).partner, Partner::receptor);
  EXPECT_EQ(r.distances.at(0).min_A, 0.0);
  EXPECT_TRUE(r.membrane.along_normal);
}

TEST(Restraints, that_are_damaged_are_told_with_line_and_field) {
  struct Case {
    std::string part, instead, message;
  };
  const std::vector<Case> cases = {
      {"partner = \"receptor\"", "partner = \"host\"",
       "site.toml:2:11: mask.0.partner = \"host\"; expected one of"},
      {"partner = \"receptor\"", "partner = 1", "mask.0.partner = 1; expected one of receptor, ligand"},
      {"effect = \"attract\"", "", "mask.0.effect = missing; expected one of attract, block"},
      {"effect = \"attract\"", "effect = \"atract\"", "did you mean attract?"},
      {"[\"A:35\", \"A:40-52B\"]", "[]",
       "site.toml:4:12: mask.0.residues = []; expected at least one residue"},
      {"[\"A:35\", \"A:40-52B\"]", "\"A:35\"", "mask.0.residues = \"A:35\"; expected a list of texts"},
      {"\"A:40-52B\"]", "40]", "mask.0.residues = 40; expected a text in this list"},
      {"\"A:40-52B\"]", "\"40\"]",
       "site.toml:4:21: mask.0.residues.1 = \"40\"; expected \"A:35\", \"A:10-20\""},
      {"\"A:40-52B\"]", "\"A:52-40\"]", "mask.0.residues.1 = \"A:52-40\"; expected"},
      {"residues = [\"A:35\", ", "residue = [\"A:35\", ",
       "mask.0.residues = missing; expected a list of texts"},
      {"residues = [\"A:35\", ", "residue = [\"A:35\", ",
       "mask.0.residue = unknown key; expected perhaps residues"},
      {"receptor_residues = [\"A:35\"]", "", "distance.0.receptor_residues = missing"},
      {"ligand_residues = [\"B:7\", \"C:9-11\"]", "ligand_residues = []", "distance.0.ligand_residues = []"},
      {"[\"B:7\", \"C:9-11\"]", "[\"B7\"]", "distance.0.ligand_residues.0 = \"B7\""},
      {"min_A = 2.5", "min_A = -1", "distance.0.min_A = -1; expected a finite number >= 0"},
      {"min_A = 2.5", "min_A = 9.5", "distance.0.max_A = 9; expected a number of at least min_A"},
      {"max_A = 9", "max_A = 0", "distance.0.max_A = 0; expected a finite number > 0"},
      {"max_A = 9", "max_A = inf", "distance.0.max_A = inf; expected a finite number > 0"},
      {"max_A = 9", "", "distance.0.max_A = missing"},
      {"max_A = 9", "max_a = 9", "distance.0.max_a = unknown key"},
      {"centre_A = [1.5, -2, 0]", "", "membrane.centre_A = missing"},
      {"centre_A = [1.5, -2, 0]", "centre_A = [1.5, -2]",
       "membrane.centre_A = [1.5, -2]; expected three numbers"},
      {"centre_A = [1.5, -2, 0]", "centre_A = [1.5, nan, 0]",
       "membrane.centre_A = nan; expected a finite number"},
      {"normal = [0, 0, -1]", "normal = [0, 0, 0]",
       "membrane.normal = [0, 0, 0]; expected three numbers that are not"},
      {"normal = [0, 0, -1]", "normal = \"z\"", "membrane.normal = \"z\"; expected a list"},
      {"half_thickness_A = 15.9", "half_thickness_A = 0",
       "membrane.half_thickness_A = 0; expected a finite number > 0"},
      {"half_thickness_A = 15.9", "", "membrane.half_thickness_A = missing"},
      {"side = \"inside\"", "side = \"up\"", "membrane.side = \"up\"; expected one of outside, inside"},
      {"side = \"inside\"", "depth = 3", "membrane.depth = unknown key"},
      {"[membrane]", "[[membrane]]", "membrane = "},
      {"[[distance]]", "[distance]", "expected tables written as [[distance]]"},
      {"[[distance]]", "[[distances]]", "distances = unknown key; expected perhaps distance"},
  };
  for (const Case& c : cases) {
    SCOPED_TRACE(c.instead.empty() ? "without " + c.part : c.instead);
    const std::string found = faults(with(c.part, c.instead));
    EXPECT_NE(found.find(c.message), std::string::npos) << found;
  }
}

TEST(Restraints, with_many_faults_are_told_all_at_once) {
  const std::string found =
      faults("[[mask]]\nresidues = ['x']\n[[distance]]\nmin_A = -1\n[membrane]\nside = 1\n");
  for (const char* field :
       {"mask.0.effect", "mask.0.residues.0", "distance.0.receptor_residues", "distance.0.ligand_residues",
        "distance.0.min_A", "distance.0.max_A", "membrane.centre_A", "membrane.normal",
        "membrane.half_thickness_A", "membrane.side"})
    EXPECT_NE(found.find(std::string(field) + " = "), std::string::npos) << field << " in\n" << found;
}

TEST(Restraints, inside_a_table_of_a_study_leave_its_other_fields_alone) {
  Problems problems;
  TomlValue root =
      parse_toml("name = 'R'\n[[mask]]\neffect = 'block'\nresidues = ['A:1', 'x']\n", "s.toml", problems);
  TomlReader table(root, "receptor.2", problems);
  EXPECT_EQ(read_restraints(table, problems).masks.size(), 1U);
  EXPECT_EQ(table.text("name"), "R");
  table.finish();
  ASSERT_EQ(problems.list().size(), 1U);
  EXPECT_EQ(problems.list()[0].field, "receptor.2.mask.0.residues.1");
}

TEST(Restraints, of_a_file_that_holds_none_or_is_not_there_are_a_problem) {
  const std::filesystem::path file = std::filesystem::path(testing::TempDir()) / "azoo empty restraints.toml";
  std::ofstream(file) << "# nothing yet\n";
  Problems problems;
  (void)read_restraints_file(file, problems);
  std::filesystem::remove(file);
  (void)read_restraints_file(file, problems);
  ASSERT_EQ(problems.list().size(), 2U);
  EXPECT_EQ(to_text(problems.list()[0]), file.string() +
                                             ": a file without restraints; expected at least one [[mask]], "
                                             "[[distance]] or [membrane]");
  EXPECT_NE(to_text(problems.list()[1]).find("no such file"), std::string::npos)
      << to_text(problems.list()[1]);
}

TEST(Restraints, name_residues_by_chain_number_and_insertion_code) {
  for (const char* good :
       {"A:35", "A:10-20", "B:5-40A", "B:5A-5B", "A:-3", "A:-3--1", "A:-5-10", "AB:7", ":7"})
    EXPECT_TRUE(is_residue_range(good)) << good;
  for (const char* bad : {"", "A", "35", "A:", "A:-", "A:5-", "A:-5-", "A:x", "A:5-x", "A:5 ", "A:5AB",
                          "A:20-10", "A:5,6", "A:5-6-7", "A:+5", "A:1.5", "A:99999999"})
    EXPECT_FALSE(is_residue_range(bad)) << bad;
}

}  // namespace
}  // namespace azoo::docking
