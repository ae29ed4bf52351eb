// Where chains begin and end, told from where the model only lacks residues.
#include "docking/chain_termini.hpp"

#include <gtest/gtest.h>

#include "docking/fragments.hpp"
#include "docking_structures/made_structures.hpp"

namespace azoo::docking {
namespace {

Vector3 alpha_carbon(const Structure& structure, std::size_t residue) {
  return find_atom(structure, structure.residues[residue], "CA")->position_A;
}

void expect_termini(const Structure& structure, const std::vector<std::size_t>& first,
                    const std::vector<std::size_t>& last) {
  const ChainTermini termini = chain_termini(structure);
  ASSERT_EQ(termini.first_A.size(), first.size());
  ASSERT_EQ(termini.last_A.size(), last.size());
  for (std::size_t k = 0; k < first.size(); ++k) {
    EXPECT_EQ(termini.first_A[k], alpha_carbon(structure, first[k]));
    EXPECT_EQ(termini.last_A[k], alpha_carbon(structure, last[k]));
  }
}

// Two stretches of five residues, the second one's first residue with that number and so far along x.
Structure stretches(int number, double apart_A, const std::string& chain = "A") {
  const Structure first = made::strand("AKLEY");
  const Structure second = made::strand("RDSWG", chain, made::Detail::all_heavy, number);
  const Vector3 from = alpha_carbon(first, 4), to = alpha_carbon(second, 0);
  Structure both = made::joined(first, made::shifted(second, from - to + Vector3{apart_A, 0, 0}));
  mark_fragments(both);
  return both;
}

TEST(ChainTermini, a_chain_has_its_first_and_its_last_residue) {
  expect_termini(made::helix("AKLEYRDSWH"), {0}, {9});
}

TEST(ChainTermini, residues_that_the_model_lacks_end_no_chain) {
  expect_termini(stretches(9, 15.0), {0}, {9});
  expect_termini(stretches(65, 15.0), {0}, {9});
  // Numbers that go on over a bond that is too long.
  expect_termini(stretches(6, 4.4), {0}, {9});
}

TEST(ChainTermini, chains_under_one_name_are_told_apart) {
  expect_termini(stretches(66, 15.0), {0, 5}, {4, 9});  // more than 60 are missing
  expect_termini(stretches(9, 18.1), {0, 5}, {4, 9});   // three residues do not reach across
  expect_termini(stretches(1, 15.0), {0, 5}, {4, 9});   // numbers begin anew
  expect_termini(stretches(6, 4.6), {0, 5}, {4, 9});
}

TEST(ChainTermini, another_name_is_another_chain) {
  expect_termini(stretches(9, 15.0, "B"), {0, 5}, {4, 9});
}

TEST(ChainTermini, insertion_codes_count_as_a_step) {
  Structure both = stretches(5, 4.4);
  both.residues[5].insertion = 'A';
  expect_termini(both, {0}, {9});
}

TEST(ChainTermini, residues_without_an_alpha_carbon_are_passed_over) {
  Structure helix = made::helix("AKLEYRDSWH");
  for (Atom& atom : helix.atoms)
    if (atom.residue == 0 || atom.residue == 9) atom.name = atom.name == "CA" ? "X" : atom.name;
  expect_termini(helix, {1}, {8});
}

TEST(ChainTermini, what_is_no_protein_has_none) {
  Structure helix = made::helix("AK");
  for (Residue& residue : helix.residues) residue.kind = ResidueKind::nucleotide;
  EXPECT_TRUE(chain_termini(helix).first_A.empty());
  EXPECT_TRUE(chain_termini(helix).last_A.empty());
  EXPECT_TRUE(chain_termini(Structure{}).last_A.empty());
}

}  // namespace
}  // namespace azoo::docking
