// What is written reads back to the same; what a format cannot hold is told.
#include <gtest/gtest.h>

#include "docking/model_writer.hpp"
#include "docking/read_pdb.hpp"
#include "docking/read_structure.hpp"
#include "docking/write_structure.hpp"
#include "docking_structures/odd_structures.hpp"

namespace azoo::docking {
namespace {

WrittenStructure written(const std::optional<WrittenStructure>& result, const Problems& problems) {
  for (const Problem& problem : problems.list()) ADD_FAILURE() << to_text(problem);
  return result ? *result : WrittenStructure{};
}

Structure parsed(const std::string& text, int model = 0) {
  Problems problems;
  StructureSelection selection;
  selection.model = model;
  auto structure = parse_structure(text, "written", selection, problems);
  for (const Problem& problem : problems.list()) ADD_FAILURE() << to_text(problem);
  return structure ? *structure : Structure{};
}

// 0.001 A: the last digit of both formats, and half of it for rounding.
constexpr double written_A = 0.00051;

void expect_same(const Structure& read, const Structure& meant) {
  ASSERT_EQ(read.atoms.size(), meant.atoms.size());
  ASSERT_EQ(read.residues.size(), meant.residues.size());
  for (std::size_t i = 0; i < meant.atoms.size(); ++i) {
    EXPECT_EQ(read.atoms[i].name, meant.atoms[i].name);
    EXPECT_EQ(read.atoms[i].element, meant.atoms[i].element);
    EXPECT_NEAR(read.atoms[i].position_A.x, meant.atoms[i].position_A.x, written_A);
    EXPECT_NEAR(read.atoms[i].position_A.y, meant.atoms[i].position_A.y, written_A);
    EXPECT_NEAR(read.atoms[i].position_A.z, meant.atoms[i].position_A.z, written_A);
  }
  for (std::size_t i = 0; i < meant.residues.size(); ++i) {
    EXPECT_EQ(to_text(read.residues[i]), to_text(meant.residues[i]));
    EXPECT_EQ(read.residues[i].parent, meant.residues[i].parent);
    EXPECT_EQ(read.residues[i].kind, meant.residues[i].kind);
    EXPECT_EQ(read.residues[i].starts_fragment, meant.residues[i].starts_fragment);
  }
}

constexpr std::array<StructureFileKind, 2> both = {StructureFileKind::pdb, StructureFileKind::mmcif};

TEST(Writing, a_structure_of_many_kinds_reads_back_the_same) {
  const Structure meant = parsed(made::rich_pdb());
  ASSERT_GT(meant.atoms.size(), 30U);
  for (const StructureFileKind kind : both) {
    Problems problems;
    WriteOptions options;
    options.kind = kind;
    options.title =
        "A title with 'quotes' and more than eighty characters, so that it goes on in a second line of PDB";
    options.remarks = {"scores are arbitrary units"};
    const WrittenStructure file = written(write_structure(meant, options, problems), problems);
    const Structure read = parsed(file.text);
    expect_same(read, meant);
    EXPECT_EQ(read.title, options.title);
    EXPECT_TRUE(file.renamed.empty());
    EXPECT_NE(file.text.find("scores are arbitrary units"), std::string::npos);
  }
}

TEST(Writing, every_pose_is_a_model_with_the_ligand_moved_and_the_receptor_where_it_was) {
  const Structure receptor = made::helix("ACDEF", "A");
  const Structure ligand = made::helix("GHIKL", "B");
  const std::vector<RigidMotion> poses = {{rotation_about({0.3, 0.2, 0.1}), {30, 0, 0}},
                                          {rotation_about({0, 1, 0}), {0, 40, 0}}};
  for (const StructureFileKind kind : both) {
    Problems problems;
    WriteOptions options;
    options.kind = kind;
    const WrittenStructure file =
        written(write_complex(receptor, ligand, poses, options, problems), problems);
    for (int model = 1; model <= 2; ++model) {
      const Structure meant =
          made::joined(receptor, moved(ligand, poses[static_cast<std::size_t>(model) - 1]));
      expect_same(parsed(file.text, model), meant);
    }
  }
}

TEST(Writing, chains_that_clash_get_new_names_and_the_map_is_told) {
  const Structure receptor =
      made::joined(made::helix("AA", "A"), made::shifted(made::helix("AA", "B"), {20, 0, 0}));
  const Structure ligand =
      made::joined(made::helix("GG", "B"), made::shifted(made::helix("GG", "L"), {20, 0, 0}));
  Problems problems;
  const std::vector<RigidMotion> poses = {{{}, {0, 30, 0}}};
  const WrittenStructure file = written(write_complex(receptor, ligand, poses, {}, problems), problems);
  ASSERT_EQ(file.renamed.size(), 1U);
  EXPECT_EQ(file.renamed[0].partner, 1U);
  EXPECT_EQ(file.renamed[0].from, "B");
  EXPECT_EQ(file.renamed[0].to, "C");
  EXPECT_EQ(file.notes.size(), 1U);
  const Structure read = parsed(file.text);
  EXPECT_EQ(read.residues[4].chain, "C");
  EXPECT_EQ(read.residues[6].chain, "L");
}

TEST(Writing, long_and_missing_chain_names_are_fitted_to_pdb_and_kept_in_mmcif) {
  const Structure receptor =
      made::joined(made::helix("AA", "AAA"), made::shifted(made::helix("AA", ""), {20, 0, 0}));
  Problems problems;
  WriteOptions options;
  const Structure mmcif = parsed(written(write_structure(receptor, options, problems), problems).text);
  EXPECT_EQ(mmcif.residues[0].chain, "AAA");
  EXPECT_EQ(mmcif.residues[2].chain, "A");
  options.kind = StructureFileKind::pdb;
  const Structure pdb = parsed(written(write_structure(receptor, options, problems), problems).text);
  EXPECT_EQ(pdb.residues[0].chain, "A");
  EXPECT_EQ(pdb.residues[2].chain, "B");
}

TEST(Writing, more_chains_than_characters_take_two) {
  Structure many;
  for (int i = 0; i < 70; ++i)
    many = made::joined(many, made::shifted(made::helix("G", "c" + std::to_string(i)), {0, 0, 10.0 * i}));
  Problems problems;
  WriteOptions options;
  options.kind = StructureFileKind::pdb;
  const Structure read = parsed(written(write_structure(many, options, problems), problems).text);
  ASSERT_EQ(read.residues.size(), 70U);
  std::set<std::string> names;
  for (const Residue& residue : read.residues) names.insert(residue.chain);
  EXPECT_EQ(names.size(), 70U);
  EXPECT_EQ(read.residues[69].chain, "AH");
}

TEST(Writing, numbers_beyond_the_columns_of_pdb_are_hybrid_36) {
  Structure far = made::helix("AA");
  far.residues[1].number = 12345;
  Problems problems;
  WriteOptions options;
  options.kind = StructureFileKind::pdb;
  const WrittenStructure file = written(write_structure(far, options, problems), problems);
  EXPECT_EQ(parsed(file.text).residues[1].number, 12345);
  EXPECT_EQ(file.notes.size(), 1U);
  EXPECT_EQ(to_hybrid36(99999, 5), "99999");
  EXPECT_EQ(to_hybrid36(100000, 5), "A0000");
  EXPECT_EQ(to_hybrid36(-999, 4), "-999");
  EXPECT_EQ(to_hybrid36(-1000, 4), "");
  for (const int number : {10000, 10035, 10036, 500000, 1223055, 1223056, 2436111})
    EXPECT_EQ(hybrid36(to_hybrid36(number, 4)), number);
  EXPECT_EQ(to_hybrid36(2436112, 4), "");
}

TEST(Writing, what_pdb_cannot_hold_is_a_problem_there_and_not_in_mmcif) {
  WriteOptions pdb;
  pdb.kind = StructureFileKind::pdb;
  Structure far = made::helix("A");
  far.atoms[0].position_A.x = -1234.5;
  Problems problems;
  EXPECT_FALSE(write_structure(far, pdb, problems).has_value());
  ASSERT_EQ(problems.list().size(), 1U);
  EXPECT_NE(to_text(problems.list()[0]).find("write mmCIF"), std::string::npos);
  Problems none;
  EXPECT_NEAR(parsed(written(write_structure(far, {}, none), none).text).atoms[0].position_A.x, -1234.5,
              written_A);
  Structure below = made::helix("A");
  below.residues[0].number = -5000;
  EXPECT_FALSE(write_structure(below, pdb, problems).has_value());
  EXPECT_EQ(parsed(written(write_structure(below, {}, none), none).text).residues[0].number, -5000);
}

TEST(Writing, odd_names_survive_mmcif) {
  Structure odd = made::helix("A");
  for (const char* name : {"O5'", "a\"b'c", "_x", "#1", "data_x", "loop_", "?", "C 1"}) {
    odd.atoms[4].name = name;
    Problems problems;
    const Structure read = parsed(written(write_structure(odd, {}, problems), problems).text);
    ASSERT_EQ(read.atoms.size(), 5U) << name;
    EXPECT_EQ(read.atoms[4].name, name);
  }
}

}  // namespace
}  // namespace azoo::docking
