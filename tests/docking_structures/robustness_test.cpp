// Damaged and odd structures: each gives a structure by stated rules or a message that helps; none ends the
// program.
#include <gtest/gtest.h>

#include "docking_structures/mutations.hpp"
#include "docking_structures/odd_structures.hpp"

namespace azoo::docking {
namespace {

std::string all_of(const std::vector<std::string>& notes) {
  std::string text;
  for (const std::string& note : notes) text += note + "\n";
  return text;
}

std::string all_of(const Problems& problems) {
  std::string text;
  for (const Problem& problem : problems.list()) text += to_text(problem) + "\n";
  return text;
}

TEST(Robustness, every_odd_structure_gives_what_the_rules_say_or_a_message) {
  const std::vector<made::OddStructure> list = made::odd_structures();
  ASSERT_GE(list.size(), 60U);
  for (const made::OddStructure& odd : list) {
    SCOPED_TRACE(odd.name);
    Problems problems;
    const std::optional<Structure> structure = parse_structure(odd.bytes, "odd.pdb", {}, problems);
    if (odd.residues == 0) {
      EXPECT_FALSE(structure.has_value());
      EXPECT_NE(all_of(problems).find(odd.words), std::string::npos) << all_of(problems);
      continue;
    }
    ASSERT_TRUE(structure.has_value()) << all_of(problems);
    EXPECT_FALSE(problems.any()) << all_of(problems);
    EXPECT_EQ(structure->residues.size(), odd.residues);
    EXPECT_EQ(structure->atoms.size(), odd.atoms);
    EXPECT_EQ(made::unsound(*structure), "");
    if (odd.words.empty()) {
      EXPECT_EQ(all_of(structure->notes), "");
    } else {
      EXPECT_NE(all_of(structure->notes).find(odd.words), std::string::npos) << all_of(structure->notes);
    }
  }
}

TEST(Robustness, a_message_names_file_line_field_found_and_expected) {
  std::string text = made::alanines(2);
  text.replace(made::pdb_line_length * 3 + 38, 8, "   x.yyy");
  Problems problems;
  EXPECT_FALSE(parse_structure(text, "my file.pdb", {}, problems).has_value());
  ASSERT_EQ(problems.list().size(), 1U);
  EXPECT_EQ(to_text(problems.list().front()),
            "my file.pdb:4: y (columns 39-46) = 'x.yyy'; expected a finite number between -10000 and 10000 "
            "(angstrom)");
}

TEST(Robustness, a_file_full_of_faults_gives_twenty_messages_and_no_more) {
  std::string text;
  for (int i = 0; i < 1000; ++i) text += "ATOM      1  CA  ALA A   1         nan   0.000   0.000\n";
  Problems problems;
  EXPECT_FALSE(parse_structure(text, "bad.pdb", {}, problems).has_value());
  EXPECT_EQ(problems.list().size(), 20U);
}

TEST(Robustness, a_small_packed_file_cannot_fill_the_memory) {
  const std::string bomb = pack_gzip(std::string(8'000'000, 'A'));
  ASSERT_LT(bomb.size(), 100'000U);
  Problems problems;
  EXPECT_FALSE(unpack_gzip(bomb, 1'000'000, "bomb.gz", problems).has_value());
  EXPECT_NE(all_of(problems).find("more than the limit"), std::string::npos);
  Problems none;
  EXPECT_EQ(unpack_gzip(bomb, 8'000'000, "bomb.gz", none)->size(), 8'000'000U);
}

TEST(Robustness, paths_may_be_long_and_names_may_have_blanks) {
  namespace fs = std::filesystem;
  std::string base = (fs::temp_directory_path() / "azoo_structures_XXXXXX").string();
  const fs::path folder = ::mkdtemp(base.data());
  fs::path deep = folder / "a folder with blanks";
  while (deep.string().size() < 600) deep /= std::string(60, 'x');
  fs::create_directories(deep);
  const fs::path file = deep / "my protein (1).pdb";
  std::ofstream(file) << made::alanines(2);
  Problems problems;
  const auto structure = read_structure(file, {}, problems);
  ASSERT_TRUE(structure.has_value()) << all_of(problems);
  EXPECT_EQ(structure->name, "my protein (1)");
  EXPECT_EQ(structure->file, file.string());
  EXPECT_FALSE(read_structure(deep, {}, problems).has_value());  // a folder
  EXPECT_FALSE(read_structure(deep / "absent.pdb", {}, problems).has_value());
  EXPECT_EQ(problems.list().size(), 2U);
  fs::remove_all(folder);
}

// Some seconds of what tools/fuzz_docking does for longer; the inputs are always the same.
TEST(Robustness, thousands_of_mutated_structures_are_read_or_refused) {
  const std::vector<std::string> seeds = made::odd_seeds();
  std::size_t structures = 0;
  constexpr std::uint64_t inputs = 3000;
  for (std::uint64_t number = 0; number < inputs; ++number) {
    made::Mutator mutator(seeds, number);
    bool read = false;
    ASSERT_EQ(made::fault_of(mutator.next(), {}, read), "") << "input " << number;
    structures += read ? 1 : 0;
  }
  // Neither all refused nor all read: the mutations reach both sides.
  EXPECT_GT(structures, inputs / 10);
  EXPECT_LT(structures, inputs * 9 / 10);
}

}  // namespace
}  // namespace azoo::docking
