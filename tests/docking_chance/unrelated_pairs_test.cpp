// Sequences compared and unrelated pairs chosen, on sequences made here and on the benchmark's complexes
// where they stand beside the project.
#include <gtest/gtest.h>

#include <cmath>
#include <filesystem>
#include <map>
#include <set>

#include "core/random.hpp"
#include "docking/read_structure.hpp"
#include "docking/sequence_similarity.hpp"
#include "docking/unrelated_pairs.hpp"

namespace azoo::docking {
namespace {

using Side = Relations::Side;

std::string random_sequence(std::uint32_t which, std::size_t length) {
  const RandomStream stream({3, 0, 0, Stream::known_answer_test});
  Draws draws(stream, which, 0);
  std::string sequence;
  for (std::size_t i = 0; i < length; ++i) sequence += "ACDEFGHIKLMNPQRSTVWY"[draws.below(20)];
  return sequence;
}

// A relative: every residue is kept with the given probability, else drawn anew.
std::string relative_of(const std::string& sequence, double kept, std::uint32_t which) {
  const RandomStream stream({4, 0, 0, Stream::known_answer_test});
  Draws draws(stream, which, 0);
  std::string result;
  for (const char c : sequence) result += draws.bernoulli(kept) ? c : "ACDEFGHIKLMNPQRSTVWY"[draws.below(20)];
  return result;
}

TEST(LocalAlignment, counts_are_those_of_alignments_done_by_hand) {
  const LocalAlignment same = local_alignment("WWACDEFGHIK", "ACDEFGHIKYY");
  EXPECT_EQ(same.length, 9);
  EXPECT_EQ(same.identities, 9);
  EXPECT_EQ(same.score, 99);
  // One mismatch in the middle is bridged: 10 matches of 11, one mismatch of -2.
  const LocalAlignment bridged = local_alignment("ACDEFGHIKLM", "ACDEFWHIKLM");
  EXPECT_EQ(bridged.length, 11);
  EXPECT_EQ(bridged.identities, 10);
  EXPECT_EQ(bridged.score, 108);
  // A gap of two: opened at 33, one more at 3; its residues are no pairs.
  const LocalAlignment gapped = local_alignment("ACDEFGHIKLMNPQ", "ACDEFGHWWIKLMNPQ");
  EXPECT_EQ(gapped.length, 14);
  EXPECT_EQ(gapped.identities, 14);
  EXPECT_EQ(gapped.score, 14 * 11 - 36);
  EXPECT_EQ(local_alignment("AAAA", "CCCC").length, 0);
  EXPECT_EQ(local_alignment("XXXX", "XXXX").identities, 0) << "unknown residues are never the same";
  EXPECT_EQ(local_alignment("", "ACD").score, 0);
}

TEST(LocalAlignment, is_the_same_both_ways) {
  for (std::uint32_t k = 0; k < 20; ++k) {
    const std::string a = random_sequence(2 * k, 120);
    const std::string b = relative_of(a, 0.5, k) + random_sequence(2 * k + 1, 60);
    EXPECT_EQ(local_alignment(a, b).score, local_alignment(b, a).score);
  }
}

// Values of the formula by hand: 480 x 100^(-0.32 (1 + e^-0.1)) = 480 x 0.06038 = 28.98.
TEST(TwilightCurve, falls_from_100_to_19_and_a_half_percent) {
  EXPECT_EQ(twilight_identity_percent(11), 100.0);
  EXPECT_NEAR(twilight_identity_percent(100), 28.98, 0.02);
  EXPECT_NEAR(twilight_identity_percent(450), 19.5, 0.1) << "the two pieces meet";
  EXPECT_EQ(twilight_identity_percent(451), 19.5);
  // It is lowest at 417, 0.03 below its value at 450.
  for (int l = 13; l < 400; ++l) EXPECT_LT(twilight_identity_percent(l), twilight_identity_percent(l - 1));
}

TEST(Related, relatives_are_told_from_strangers) {
  int relatives = 0, strangers = 0;
  for (std::uint32_t k = 0; k < 100; ++k) {
    const std::string a = random_sequence(200 + k, 180);
    if (related(a, random_sequence(1200 + k, 60) + relative_of(a, 0.5, k))) ++relatives;
    if (related(a, random_sequence(2200 + k, 220))) ++strangers;
  }
  EXPECT_EQ(relatives, 100) << "half of the residues the same over 180";
  EXPECT_LE(strangers, 2) << "measured: 0.1 % of shuffled sequences";
  EXPECT_FALSE(related("ACDEFGHIKLM", "ACDEFGHIKLM")) << "eleven residues tell nothing";
}

Residue residue(const std::string& parent, ResidueKind kind) {
  Residue r;
  r.name = r.parent = parent;
  r.kind = kind;
  return r;
}

TEST(Sequence, takes_amino_acids_by_what_they_came_from) {
  Structure s;
  s.residues = {residue("MET", ResidueKind::amino_acid), residue("ION", ResidueKind::ion),
                residue("TRP", ResidueKind::amino_acid), residue("ODD", ResidueKind::amino_acid),
                residue("DA", ResidueKind::nucleotide)};
  s.residues[0].name = "MSE";
  EXPECT_EQ(sequence_of(s), "MWX");
}

// Three families of receptors, each with ligands of its own, in sizes from 60 to 500.
std::vector<ComplexSequences> made_complexes(std::size_t n) {
  std::vector<ComplexSequences> complexes;
  for (std::uint32_t i = 0; i < n; ++i) {
    const std::size_t size = 60 + (i * 97) % 440;
    const std::size_t other = 60 + (i * 53) % 300;
    complexes.push_back(
        {"C" + std::to_string(i), random_sequence(5000 + i, size), random_sequence(7000 + i, other)});
  }
  return complexes;
}

TEST(UnrelatedPairs, no_pair_is_of_one_complex_or_of_relatives_or_twice) {
  std::vector<ComplexSequences> complexes = made_complexes(14);
  complexes[1].receptor = relative_of(complexes[0].receptor, 0.6, 1);  // a receptor like a receptor
  complexes[3].ligand = relative_of(complexes[2].ligand, 0.6, 2);      // a ligand like a ligand
  complexes[5].ligand = relative_of(complexes[4].receptor, 0.6, 3);    // a ligand like a receptor
  // 7 binds a relative of 6's receptor and a relative of 8's ligand: 6 may well bind 8's ligand.
  complexes[7].receptor = relative_of(complexes[6].receptor, 0.6, 4);
  complexes[7].ligand = relative_of(complexes[8].ligand, 0.6, 5);
  const Relations relations(complexes, 1);
  EXPECT_TRUE(relations.related(0, Side::receptor, 1, Side::receptor));
  EXPECT_TRUE(relations.related(1, Side::receptor, 0, Side::receptor));
  EXPECT_FALSE(relations.related(0, Side::receptor, 2, Side::receptor));
  EXPECT_TRUE(relations.related(5, Side::ligand, 4, Side::receptor));
  PairRules rules;
  rules.pairs = 1000;
  rules.most_uses = 100;
  const std::vector<UnrelatedPair> pairs = unrelated_pairs(complexes, relations, rules);
  std::set<std::pair<std::size_t, std::size_t>> seen;
  for (const UnrelatedPair& pair : pairs) {
    EXPECT_TRUE(seen.emplace(pair.receptor, pair.ligand).second);
    EXPECT_NE(pair.receptor, pair.ligand);
  }
  for (const auto& [r, l] : std::vector<std::pair<std::size_t, std::size_t>>{
           {0, 1}, {1, 0}, {2, 3}, {3, 2}, {4, 5}, {5, 4}, {6, 7}, {7, 6}, {7, 8}, {8, 7}, {6, 8}}) {
    EXPECT_FALSE(seen.contains({r, l})) << r << " with " << l;
  }
  EXPECT_TRUE(seen.contains({0, 2}));
  EXPECT_TRUE(seen.contains({8, 6})) << "the third complex speaks only for 6's receptor with 8's ligand";
  EXPECT_EQ(seen.size(), 14U * 13U - 11U);
}

TEST(UnrelatedPairs, uses_and_sizes_are_held_and_a_shorter_list_is_the_beginning_of_a_longer) {
  std::vector<ComplexSequences> complexes = made_complexes(24);
  complexes[4].receptor = random_sequence(1, 49);
  complexes[5].ligand = random_sequence(2, 601);
  complexes[6].receptor = random_sequence(3, 50);
  complexes[7].ligand = random_sequence(4, 600);
  const Relations relations(complexes, 1);
  PairRules rules;
  rules.pairs = 80;
  const std::vector<UnrelatedPair> pairs = unrelated_pairs(complexes, relations, rules);
  ASSERT_EQ(pairs.size(), 80U);
  std::map<std::size_t, std::size_t> receptors, ligands;
  for (const UnrelatedPair& pair : pairs) {
    ++receptors[pair.receptor];
    ++ligands[pair.ligand];
  }
  for (const auto& [which, uses] : receptors) EXPECT_LE(uses, 5U) << which;
  for (const auto& [which, uses] : ligands) EXPECT_LE(uses, 5U) << which;
  EXPECT_FALSE(receptors.contains(4));
  EXPECT_FALSE(ligands.contains(5));
  EXPECT_TRUE(receptors.contains(6));
  EXPECT_TRUE(ligands.contains(7));
  rules.pairs = 30;
  const std::vector<UnrelatedPair> shorter = unrelated_pairs(complexes, relations, rules);
  ASSERT_EQ(shorter.size(), 30U);
  for (std::size_t i = 0; i < 30; ++i) {
    EXPECT_EQ(shorter[i].receptor, pairs[i].receptor);
    EXPECT_EQ(shorter[i].ligand, pairs[i].ligand);
  }
}

TEST(UnrelatedPairs, nothing_to_choose_from_gives_nothing) {
  EXPECT_TRUE(unrelated_pairs({}, Relations({}, 1)).empty());
  const std::vector<ComplexSequences> one = {{"A", random_sequence(1, 90), random_sequence(2, 80)}};
  EXPECT_TRUE(unrelated_pairs(one, Relations(one, 1)).empty());
}

TEST(Relations, work_stops_when_asked_to) {
  const StopFlag stop = true;
  EXPECT_THROW(Relations(made_complexes(3), 1, &stop), Interrupted);
}

// A part of the benchmark (all would take half a minute): two antibodies against lysozyme and the trypsins
// are there.
TEST(UnrelatedPairs, on_the_benchmark_no_antibody_meets_the_antigen_of_another) {
  const std::filesystem::path folder =
      std::filesystem::path(AZOO_PROJECT_DIR) / ".." / "shared" / "data" / "docking" / "train";
  if (!std::filesystem::is_directory(folder))
    GTEST_SKIP() << "../shared/data/docking/train is not there: the choice was tested on made sequences only";
  std::vector<ComplexSequences> complexes;
  const std::set<std::string> antibodies = {"1AHW", "1DQJ", "1MLC", "1E6J", "1BGX"};
  for (const std::string name : {"1AHW", "1DQJ", "1MLC", "1E6J", "1BGX", "1ACB", "1CGI", "1D6R", "1AK4",
                                 "1BUH", "1CLV", "1E96", "1EFN", "1F34", "1FC2", "1FFW"}) {
    Problems problems;
    const auto receptor = read_structure(folder / name / "receptor.pdb.gz", {}, problems);
    const auto ligand = read_structure(folder / name / "ligand.pdb.gz", {}, problems);
    problems.throw_if_any();
    complexes.push_back({name, sequence_of(*receptor), sequence_of(*ligand)});
  }
  const Relations relations(complexes, 2);
  EXPECT_TRUE(relations.related(1, Side::ligand, 2, Side::ligand)) << "lysozyme and lysozyme";
  EXPECT_TRUE(relations.related(5, Side::receptor, 7, Side::receptor)) << "chymotrypsin and trypsin";
  for (std::size_t a = 0; a < 5; ++a) {
    for (std::size_t b = 0; b < 5; ++b) EXPECT_TRUE(relations.related(a, Side::receptor, b, Side::receptor));
  }
  PairRules rules;
  rules.pairs = 60;
  const std::vector<UnrelatedPair> pairs = unrelated_pairs(complexes, relations, rules);
  EXPECT_GE(pairs.size(), 40U);
  bool antibody_with_another = false;
  for (const UnrelatedPair& pair : pairs) {
    const bool r = antibodies.contains(complexes[pair.receptor].name);
    const bool l = antibodies.contains(complexes[pair.ligand].name);
    EXPECT_FALSE(r && l) << complexes[pair.receptor].name << " with " << complexes[pair.ligand].name;
    antibody_with_another |= r && !l;
  }
  EXPECT_TRUE(antibody_with_another);
}

}  // namespace
}  // namespace azoo::docking
