// Which chain and residue of a known complex is which, when files name and number them in their own ways.
#include "docking/residue_matching.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "docking/evaluation.hpp"
#include "docking/sequence_alignment.hpp"
#include "docking_evaluation/made_complex.hpp"

namespace azoo::docking {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

MatchedPartners good(const Structure& receptor, const Structure& ligand, const Structure& known) {
  Problems problems;
  MatchedPartners matched = match_partners(receptor, ligand, known, problems);
  EXPECT_FALSE(problems.any()) << to_text(problems.list().front());
  return matched;
}

// The known residues that a partner's residues are, as text; "-" for those that the partner lacks.
std::vector<std::string> told(const Structure& partner, const Structure& known,
                              const std::vector<MatchedResidue>& residues) {
  std::vector<std::string> lines;
  for (const MatchedResidue& pair : residues)
    lines.push_back(to_text(known.residues[pair.known]) + " = " +
                    (pair.partner == no_residue ? "-" : to_text(partner.residues[pair.partner])));
  return lines;
}

Quality quality(const Structure& receptor, const Structure& ligand, const Structure& reference) {
  Problems problems;
  const ReferenceComplex complex(receptor, ligand, reference, problems);
  EXPECT_FALSE(problems.any()) << to_text(problems.list().front());
  return complex.quality({{}, {0.4, 0.0, -0.3}});
}

TEST(ResidueMatching, chains_of_the_same_name_are_matched_by_number_whatever_the_residue_is_called) {
  Structure known = made::named("known");
  made::add_helix(known, "A", 1, {"ALA", "SER", "GLY", "TRP"}, {});
  made::add_helix(known, "B", 1, {"LYS", "LYS", "HIS"}, {});
  Structure receptor = made::named("receptor");
  made::add_helix(receptor, "A", 2, {"SER", "GLY", "VAL", "PRO"}, {});
  const MatchedPartners matched = good(receptor, made::chains(known, "ligand", {"B"}), known);
  EXPECT_THAT(told(receptor, known, matched.receptor),
              ElementsAre("A:1 ALA = -", "A:2 SER = A:2 SER", "A:3 GLY = A:3 GLY", "A:4 TRP = A:4 VAL"));
  EXPECT_TRUE(matched.notes.empty());
}

TEST(ResidueMatching, insertion_codes_are_part_of_the_number) {
  const Structure known = made::bound_complex();
  const Structure receptor = made::chains(known, "receptor", {"A"});
  const MatchedPartners matched = good(receptor, made::chains(known, "ligand", {"B"}), known);
  const std::vector<std::string> lines = told(receptor, known, matched.receptor);
  EXPECT_EQ(lines[9], "A:10 " + known.residues[9].name + " = A:10 " + known.residues[9].name);
  EXPECT_EQ(lines[10], "A:10A " + known.residues[10].name + " = A:10A " + known.residues[10].name);
}

TEST(ResidueMatching, chains_with_other_names_are_found_by_sequence_and_it_is_said) {
  const Structure known = made::bound_complex();
  const Structure receptor = made::chains(known, "receptor", {"A"}, {"X"});
  const Structure ligand = made::chains(known, "ligand", {"B"}, {"Y"});
  const MatchedPartners matched = good(receptor, ligand, known);
  EXPECT_THAT(matched.notes,
              ElementsAre("chain X of the receptor is chain A of reference by sequence (100 % "
                          "identical), residues matched by number",
                          "chain Y of the ligand is chain B of reference by sequence (100 % identical), "
                          "residues matched by number"));
  const Quality same =
      quality(made::chains(known, "receptor", {"A"}), made::chains(known, "ligand", {"B"}), known);
  EXPECT_EQ(quality(receptor, ligand, known).dockq, same.dockq);
}

TEST(ResidueMatching, a_swap_of_chain_names_between_the_files_is_seen_through) {
  const Structure known = made::bound_complex();
  const Structure receptor = made::chains(known, "receptor", {"A"}, {"B"});
  const Structure ligand = made::chains(known, "ligand", {"B"}, {"A"});
  const Quality same =
      quality(made::chains(known, "receptor", {"A"}), made::chains(known, "ligand", {"B"}), known);
  EXPECT_EQ(quality(receptor, ligand, known).dockq, same.dockq);
}

TEST(ResidueMatching, partners_that_both_call_their_chain_A_are_told_apart_by_sequence) {
  const Structure known = made::bound_complex();
  const Structure ligand = made::chains(known, "ligand", {"B"}, {"A"});
  const MatchedPartners matched = good(made::chains(known, "receptor", {"A"}), ligand, known);
  EXPECT_EQ(matched.receptor.size(), 48U);
  EXPECT_EQ(matched.ligand.size(), 20U);
  EXPECT_EQ(known.residues[matched.ligand.front().known].chain, "B");
}

TEST(ResidueMatching, two_equal_chains_go_to_the_partners_in_the_order_of_the_files) {
  Structure known = made::named("known");
  made::add_helix(known, "A", 1, made::sequence(4, 30), {});
  made::add_helix(known, "B", 1, made::sequence(4, 30), {{}, {9.0, 0.0, 0.0}});
  const Structure one = made::chains(known, "receptor", {"A"}, {"C"});
  const Structure two = made::chains(known, "ligand", {"B"}, {"C"});
  const MatchedPartners matched = good(one, two, known);
  EXPECT_EQ(known.residues[matched.receptor.front().known].chain, "A");
  EXPECT_EQ(known.residues[matched.ligand.front().known].chain, "B");
}

TEST(ResidueMatching, chains_numbered_anew_are_matched_by_place_in_the_sequence) {
  const Structure known = made::bound_complex();
  Structure receptor = made::without_residue(made::chains(known, "receptor", {"A"}), 20);
  int number = 501;
  for (Residue& residue : receptor.residues) {
    residue.number = number++;
    residue.insertion = ' ';
  }
  const Structure ligand = made::chains(known, "ligand", {"B"});
  const MatchedPartners matched = good(receptor, ligand, known);
  ASSERT_EQ(matched.receptor.size(), 48U);
  for (std::size_t r = 0; r < 48; ++r) {
    const std::size_t expected = r == 20 ? no_residue : r - (r > 20 ? 1 : 0);
    EXPECT_EQ(matched.receptor[r].partner, expected) << r;
  }
  EXPECT_THAT(matched.notes[0], HasSubstr("matched by place in the sequence"));
  EXPECT_EQ(quality(receptor, ligand, known).dockq,
            quality(made::without_residue(made::chains(known, "receptor", {"A"}), 20), ligand, known).dockq);
}

TEST(ResidueMatching, a_numbering_that_slips_half_way_is_not_trusted) {
  // 30 residues, the last 24 numbered one too high: by number 6 agree, by sequence all.
  Structure known = made::named("known");
  made::add_helix(known, "A", 1, made::sequence(5, 30), {});
  made::add_helix(known, "B", 1, made::sequence(6, 20), {{}, {9.0, 0.0, 0.0}});
  Structure receptor = made::chains(known, "receptor", {"A"});
  for (std::size_t r = 6; r < 30; ++r) ++receptor.residues[r].number;
  const MatchedPartners matched = good(receptor, made::chains(known, "ligand", {"B"}), known);
  for (std::size_t r = 0; r < 30; ++r) EXPECT_EQ(matched.receptor[r].partner, r);
}

TEST(ResidueMatching, of_two_like_chains_the_nearer_one_is_taken_though_the_name_is_the_others) {
  // Chain B of the known complex is chain A with 6 of 30 residues changed; the partner calls the true B "A".
  std::vector<std::string> like = made::sequence(7, 30);
  for (const std::size_t at : {2U, 7U, 11U, 16U, 21U, 26U}) like[at] = like[at] == "TRP" ? "ALA" : "TRP";
  Structure known = made::named("known");
  made::add_helix(known, "A", 1, made::sequence(7, 30), {});
  made::add_helix(known, "B", 1, like, {{}, {9.0, 0.0, 0.0}});
  made::add_helix(known, "C", 1, made::sequence(8, 20), {{}, {0.0, 9.0, 0.0}});
  const Structure receptor = made::chains(known, "receptor", {"B"}, {"A"});
  const MatchedPartners matched = good(receptor, made::chains(known, "ligand", {"C"}), known);
  EXPECT_EQ(known.residues[matched.receptor.front().known].chain, "B");
}

TEST(ResidueMatching, partners_of_several_chains_are_matched_chain_by_chain) {
  const Structure bound = made::bound_complex();
  Structure known = made::chains(bound, "known", {"A", "B"}, {"H", "B"});
  made::add_helix(known, "L", 1, made::sequence(9, 22), {{}, {-10.0, 0.0, 0.0}});
  made::add_helix(known, "Q", 1, made::sequence(10, 22), {{}, {-20.0, 0.0, 0.0}});
  const Structure receptor = made::chains(known, "antibody", {"H", "L"}, {"1", "2"});
  const MatchedPartners matched = good(receptor, made::chains(known, "antigen", {"B"}), known);
  EXPECT_EQ(matched.receptor.size(), 70U);
  for (const MatchedResidue& pair : matched.receptor) {
    ASSERT_NE(pair.partner, no_residue);
    EXPECT_EQ(receptor.residues[pair.partner].name, known.residues[pair.known].name);
  }
  EXPECT_THAT(matched.notes, testing::Contains("chain Q of known is in neither partner and does not count"));
}

TEST(ResidueMatching, a_modified_residue_is_a_residue_whatever_its_kind) {
  Structure known = made::bound_complex();
  known.residues[3].kind = ResidueKind::ligand;
  known.residues[3].name = "CYF";
  EXPECT_TRUE(is_polymer_residue(known, known.residues[3]));
  EXPECT_EQ(good(made::chains(known, "receptor", {"A"}), made::chains(known, "ligand", {"B"}), known)
                .receptor.size(),
            48U);
}

TEST(ResidueMatching, an_amino_acid_with_a_few_atoms_left_is_a_residue_still) {
  Structure known = made::bound_complex();
  Residue stump;
  stump.name = "TYR";
  made::add_residue(known, stump, {{{1, 2, 3}, "C", "C", 0}, {{1, 2, 4}, "O", "O", 0}});
  EXPECT_TRUE(is_polymer_residue(known, known.residues.back()));
}

TEST(SequenceAlignment, gaps_go_where_the_sequences_differ) {
  const SequenceAlignment alignment =
      align_sequences({"ALA", "CYS", "ASP", "GLU", "PHE", "GLY"}, {"ALA", "CYS", "GLU", "PHE", "GLY"});
  EXPECT_EQ(alignment.identical, 5U);
  EXPECT_THAT(alignment.pairs, ElementsAre(testing::Pair(0, 0), testing::Pair(1, 1), testing::Pair(3, 2),
                                           testing::Pair(4, 3), testing::Pair(5, 4)));
}

TEST(SequenceAlignment, overhanging_ends_cost_nothing) {
  const SequenceAlignment alignment =
      align_sequences({"TRP", "TRP", "TRP", "TRP", "HIS", "LYS"}, {"HIS", "LYS", "MET", "MET", "MET", "MET"});
  EXPECT_THAT(alignment.pairs, ElementsAre(testing::Pair(4, 0), testing::Pair(5, 1)));
  EXPECT_EQ(alignment.identical, 2U);
}

TEST(SequenceAlignment, nothing_is_aligned_with_nothing) {
  EXPECT_TRUE(align_sequences({}, {"ALA"}).pairs.empty());
  EXPECT_TRUE(align_sequences({"ALA"}, {}).pairs.empty());
}

}  // namespace
}  // namespace azoo::docking
