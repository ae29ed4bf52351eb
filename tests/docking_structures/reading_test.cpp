// The rules of the reader, each by what it makes of a structure built for it.
#include <gtest/gtest.h>

#include "core/files.hpp"
#include "docking/fragments.hpp"
#include "docking/read_pdb.hpp"
#include "docking/read_structure.hpp"
#include "docking_structures/odd_structures.hpp"

namespace azoo::docking {
namespace {

Structure parsed(const std::string& text, const StructureSelection& selection = {}) {
  Problems problems;
  auto structure = parse_structure(text, "made.pdb", selection, problems);
  for (const Problem& problem : problems.list()) ADD_FAILURE() << to_text(problem);
  return structure ? *structure : Structure{};
}

std::string messages(const std::string& text, const StructureSelection& selection) {
  Problems problems;
  EXPECT_FALSE(parse_structure(text, "made.pdb", selection, problems).has_value());
  std::string all;
  for (const Problem& problem : problems.list()) all += to_text(problem) + "\n";
  return all;
}

// Residues as "A:1 ALA", divided by blanks.
std::string listed(const Structure& structure) {
  std::string text;
  for (const Residue& residue : structure.residues) text += (text.empty() ? "" : ", ") + to_text(residue);
  return text;
}

TEST(Reading, a_peptide_comes_back_as_it_was_made) {
  const Structure made = made::helix("ACDEFGHIKLMNPQRSTVWY");
  for (const std::string& text : {made::pdb_text(made), made::mmcif_text(made)}) {
    const Structure read = parsed(text);
    ASSERT_EQ(read.atoms.size(), made.atoms.size());
    EXPECT_TRUE(read.notes.empty()) << read.notes.front();
    for (std::size_t i = 0; i < made.atoms.size(); ++i) {
      // Half of the last printed digit.
      EXPECT_NEAR(read.atoms[i].position_A.x, made.atoms[i].position_A.x, 0.00051);
      EXPECT_NEAR(read.atoms[i].position_A.z, made.atoms[i].position_A.z, 0.00051);
      EXPECT_EQ(read.atoms[i].name, made.atoms[i].name);
      EXPECT_EQ(read.atoms[i].element, made.atoms[i].element);
      EXPECT_EQ(read.atoms[i].residue, made.atoms[i].residue);
    }
    for (const Residue& residue : read.residues) {
      EXPECT_TRUE(residue.complete) << to_text(residue);
      EXPECT_EQ(residue.kind, ResidueKind::amino_acid);
      EXPECT_EQ(residue.starts_fragment, residue.number == 1);
      EXPECT_EQ(residue.ends_fragment, residue.number == 20);
    }
    EXPECT_EQ(read.sha256, sha256(text));
  }
}

TEST(Reading, the_head_of_a_file_gives_title_identifier_molecules_and_accessions) {
  for (const std::string& text : {made::rich_pdb(), made::rich_mmcif()}) {
    const Structure read = parsed(text);
    EXPECT_EQ(read.identifier, "1ABC");
    EXPECT_TRUE(read.title == "A PROTEIN MADE FOR TESTS" || read.title == "A protein made for tests")
        << read.title;
    const bool mmcif = text.starts_with("data_");
    ASSERT_EQ(read.entities.size(), 1U);
    EXPECT_EQ(read.entities[0].description, mmcif ? "Made peptide" : "MADE PEPTIDE");
    EXPECT_EQ(read.entities[0].chains,
              mmcif ? std::vector<std::string>{"A"} : std::vector<std::string>({"A", "B"}));
    EXPECT_EQ(read.entities[0].accessions, std::vector<std::string>{"P02185"});
  }
}

TEST(Reading, entities_of_mmcif_are_found_by_the_atoms_chains_and_only_of_chains_that_stay) {
  const std::string text =
      "data_2XYZ\n_entry.id 2XYZ\nloop_\n_entity.id\n_entity.type\n_entity.pdbx_description\n1 polymer "
      "'Kinase of tests'\n"
      "2 polymer Inhibitor\n3 non-polymer ZINC\nloop_\n_struct_ref.entity_id\n_struct_ref.db_name\n"
      "_struct_ref.pdbx_db_accession\n1 UNP P12345\n2 GB "
      "X\nloop_\n_atom_site.label_atom_id\n_atom_site.label_comp_id\n"
      "_atom_site.auth_asym_id\n_atom_site.label_entity_id\n_atom_site.auth_seq_id\n_atom_site.Cartn_x\n_"
      "atom_site.Cartn_y\n"
      "_atom_site.Cartn_z\nCA ALA R 1 1 0 0 0\nCA ALA S 1 1 9 0 0\nCA GLY L 2 1 0 9 0\n";
  const Structure all = parsed(text);
  ASSERT_EQ(all.entities.size(), 2U);
  EXPECT_EQ(all.entities[0].description, "Kinase of tests");
  EXPECT_EQ(all.entities[0].chains, (std::vector<std::string>{"R", "S"}));
  EXPECT_EQ(all.entities[0].accessions, std::vector<std::string>{"P12345"});
  EXPECT_TRUE(all.entities[1].accessions.empty());
  const Structure one = parsed(text, {.chains = {"L"}});
  ASSERT_EQ(one.entities.size(), 1U);
  EXPECT_EQ(one.entities[0].description, "Inhibitor");
}

TEST(Selection, keeps_chains_and_ranges_with_insertion_codes) {
  Structure heavy = made::helix("AAAAAA", "H");
  heavy.residues[2].number = 2;
  heavy.residues[2].insertion = 'A';
  heavy.residues[3].number = 2;
  heavy.residues[3].insertion = 'B';
  const std::string text =
      made::pdb_text(made::joined(made::joined(heavy, made::shifted(made::helix("GG", "L"), {30, 0, 0})),
                                  made::shifted(made::helix("SS", "X"), {60, 0, 0})));
  EXPECT_EQ(listed(parsed(text, {.chains = {"H", "L"}})),
            "H:1 ALA, H:2 ALA, H:2A ALA, H:2B ALA, H:5 ALA, H:6 ALA, L:1 GLY, L:2 GLY");
  EXPECT_EQ(listed(parsed(text, {.residues = {"H:1-2"}})), "H:1 ALA, H:2 ALA, H:2A ALA, H:2B ALA");
  EXPECT_EQ(listed(parsed(text, {.residues = {"H:1-2A"}})), "H:1 ALA, H:2 ALA, H:2A ALA");
  EXPECT_EQ(listed(parsed(text, {.residues = {"H:2A-5"}})), "H:2A ALA, H:2B ALA, H:5 ALA");
  EXPECT_EQ(listed(parsed(text, {.residues = {"H:2"}})), "H:2 ALA");
  EXPECT_EQ(listed(parsed(text, {.chains = {"H", "L"}, .residues = {"H:5-6"}})),
            "H:5 ALA, H:6 ALA, L:1 GLY, L:2 GLY");
  EXPECT_EQ(listed(parsed(text, {.residues = {"L", "X:2"}})), "L:1 GLY, L:2 GLY, X:2 SER");
}

TEST(Selection, what_is_not_there_is_told_with_what_is) {
  const std::string text = made::alanines(3);
  EXPECT_EQ(messages(text, {.chains = {"B"}}),
            "made.pdb: chain = 'B'; expected one of the file's chains: A\n");
  EXPECT_NE(messages(text, {.residues = {"A:7-9"}}).find("holds a residue"), std::string::npos);
  EXPECT_NE(messages(text, {.residues = {"B:1"}}).find("one of the file's chains: A"), std::string::npos);
  EXPECT_NE(messages(text, {.model = 2}).find("model = 2; expected one of the file's models: 1"),
            std::string::npos);
  for (const char* wrong : {"A:", "A:x", "A:9-3", "A:1-", "A:1-2-3", "A:1BB", ""})
    EXPECT_NE(messages(text, {.residues = {wrong}}).find("A:10-120"), std::string::npos) << wrong;
}

TEST(Selection, takes_the_model_that_is_asked_for) {
  const std::string one = made::without_end(made::alanines(1));
  const std::string two = made::without_end(made::alanines(2));
  const std::string text = "MODEL        3\n" + one + "ENDMDL\nMODEL        7\n" + two + "ENDMDL\nEND\n";
  EXPECT_EQ(parsed(text).residues.size(), 1U);
  EXPECT_EQ(parsed(text, {.model = 7}).residues.size(), 2U);
}

TEST(AlternateLocations, the_highest_mean_occupancy_wins_and_the_first_label_among_equals) {
  const auto x_of = [](double a, double b) {
    const std::string text = made::atom("N", "SER", 1, 0, "N") +
                             made::atom("CA", "SER", 1, 1.5, "C", false, 'A', a) +
                             made::atom("CA", "SER", 1, 1.9, "C", false, 'B', b) +
                             made::atom("OG", "SER", 1, 5, "O", false, 'A', a);
    const Structure read = parsed(text);
    EXPECT_EQ(read.atoms.size(), 3U);  // OG comes from A even where B is chosen
    EXPECT_EQ(read.atoms.at(1).name, "CA");
    return read.atoms.at(1).position_A.x;
  };
  EXPECT_EQ(x_of(0.6, 0.4), 1.5);
  EXPECT_EQ(x_of(0.4, 0.6), 1.9);
  EXPECT_EQ(x_of(0.5, 0.5), 1.5);
}

TEST(AlternateLocations, of_two_residues_at_one_place_the_better_stays) {
  const std::string text =
      made::atom("N", "SER", 1, 0, "N", false, 'A', 0.3) + made::atom("N", "THR", 1, 1, "N", false, 'B', 0.7);
  EXPECT_EQ(listed(parsed(text)), "A:1 THR");
  const std::string equal =
      made::atom("N", "SER", 1, 0, "N", false, 'A', 0.5) + made::atom("N", "THR", 1, 1, "N", false, 'B', 0.5);
  EXPECT_EQ(listed(parsed(equal)), "A:1 SER");
}

TEST(Kinds, residues_are_told_apart) {
  const std::string text = made::without_end(made::alanines(2)) + made::atom("ZN", "ZN", 10, 0, "ZN", true) +
                           made::atom("C1", "NAG", 11, 2, "C", true) +
                           made::atom("PA", "GDP", 12, 4, "P", true) + made::atom("C1'", " DG", 13, 6, "C") +
                           made::atom("CA", "CA", 14, 8, "CA", true);
  const Structure read = parsed(text);
  ASSERT_EQ(read.residues.size(), 7U);
  EXPECT_EQ(read.residues[2].kind, ResidueKind::ion);
  EXPECT_EQ(read.residues[3].kind, ResidueKind::glycan);
  EXPECT_EQ(read.residues[4].kind, ResidueKind::ligand);
  EXPECT_EQ(read.residues[5].kind, ResidueKind::nucleotide);
  EXPECT_EQ(read.residues[6].kind, ResidueKind::ion);
  EXPECT_EQ(read.atoms[read.residues[6].first_atom].element, "CA");
  EXPECT_EQ(listed(parsed(text, {.keep_cofactors = false})), "A:1 ALA, A:2 ALA, A:13 DG");
}

TEST(Kinds, buffer_stays_only_when_asked_for) {
  const std::string text = made::without_end(made::alanines(1)) + made::atom("C1", "GOL", 10, 0, "C", true) +
                           made::atom("CL", "CL", 11, 5, "CL", true) +
                           made::atom("O", "HOH", 12, 9, "O", true);
  EXPECT_EQ(parsed(text).residues.size(), 1U);
  StructureSelection all;
  all.keep_buffer = true;
  EXPECT_EQ(listed(parsed(text, all)), "A:1 ALA, A:10 GOL, A:11 CL");
}

TEST(Kinds, modified_residues_have_parents_from_the_table_or_from_the_file) {
  Structure peptide = made::helix("AAAA");
  peptide.residues[1].name = "SEP";
  peptide.residues[2].name = "Q7Q";
  std::string text = made::pdb_text(peptide);
  EXPECT_EQ(parsed(text).residues[1].parent, "SER");
  // Bound into the chain it is an amino acid, but of no known parent.
  EXPECT_EQ(parsed(text).residues[2].kind, ResidueKind::amino_acid);
  EXPECT_EQ(parsed(text).residues[2].parent, "Q7Q");
  EXPECT_FALSE(parsed(text).residues[2].complete);
  text = "MODRES 1ABC Q7Q A    3  LYS  SOMETHING\n" + text;
  EXPECT_EQ(parsed(text).residues[2].parent, "LYS");
  for (const auto& [name, parent] : std::vector<std::pair<std::string, std::string>>{{"MSE", "MET"},
                                                                                     {"PTR", "TYR"},
                                                                                     {"TPO", "THR"},
                                                                                     {"HYP", "PRO"},
                                                                                     {"HSD", "HIS"},
                                                                                     {"CYX", "CYS"},
                                                                                     {"DAL", "ALA"},
                                                                                     {"MLY", "LYS"}}) {
    peptide.residues[1].name = name;
    EXPECT_EQ(parsed(made::pdb_text(peptide)).residues[1].parent, parent) << name;
  }
}

TEST(Kinds, selenium_stands_for_the_sulfur_of_a_whole_residue) {
  Structure peptide = made::helix("AMA");
  peptide.residues[1].name = "MSE";
  for (Atom& atom : peptide.atoms)
    if (atom.name == "SD") atom = {atom.position_A, "SE", "SE", atom.residue};
  const Structure read = parsed(made::pdb_text(peptide));
  EXPECT_EQ(read.residues.at(1).parent, "MET");
  EXPECT_TRUE(read.residues.at(1).complete);
  EXPECT_EQ(read.notes,
            std::vector<std::string>{"modified residues are treated as their parents: 1 MSE as MET"});
}

TEST(Fragments, a_break_is_seen_by_distance_and_not_by_numbers) {
  Structure peptide = made::helix("AAAAAA");
  peptide.residues[4].number = 50;  // numbers jump, the bond is there
  peptide.residues[5].number = 51;
  const Structure whole = parsed(made::pdb_text(peptide));
  for (std::size_t i = 0; i < 6; ++i) EXPECT_EQ(whole.residues[i].starts_fragment, i == 0) << i;
  for (Atom& atom : peptide.atoms)
    if (atom.residue >= 3) atom.position_A.x += 1.5;  // numbers go on, the bond is gone
  const Structure broken = parsed(made::pdb_text(peptide));
  for (std::size_t i = 0; i < 6; ++i) {
    EXPECT_EQ(broken.residues[i].starts_fragment, i == 0 || i == 3) << i;
    EXPECT_EQ(broken.residues[i].ends_fragment, i == 2 || i == 5) << i;
  }
}

TEST(Fragments, where_c_or_n_is_missing_the_alpha_atoms_decide) {
  Structure peptide = made::helix("AAA");
  std::string text;
  for (std::size_t i = 0; i < 3; ++i) {
    const Atom* alpha = find_atom(peptide, peptide.residues[i], "CA");
    text += made::pdb_line(1, "CA", "ALA", "A", static_cast<int>(i) + 1 + (i == 2 ? 100 : 0),
                           alpha->position_A + Vector3{0, 0, i == 2 ? 9.0 : 0.0}, "C");
  }
  const Structure read = parsed(text);
  EXPECT_FALSE(read.residues[1].starts_fragment);
  EXPECT_TRUE(read.residues[2].starts_fragment);
}

TEST(Fragments, chains_and_ligands_are_fragments_of_their_own) {
  const std::string text = made::without_end(made::alanines(2)) + made::atom("ZN", "ZN", 3, 0, "ZN", true) +
                           made::without_end(made::alanines(2, "B"));
  const Structure read = parsed(text);
  ASSERT_EQ(read.residues.size(), 5U);
  EXPECT_TRUE(read.residues[1].ends_fragment);
  EXPECT_TRUE(read.residues[2].starts_fragment && read.residues[2].ends_fragment);
  EXPECT_TRUE(read.residues[3].starts_fragment);
}

TEST(Hybrid36, goes_on_where_the_digits_end) {
  EXPECT_EQ(hybrid36("A000"), 10000);
  EXPECT_EQ(hybrid36("ZZZZ"), 10000 + 26 * 36 * 36 * 36 - 1);
  EXPECT_EQ(hybrid36("a000"), 10000 + 26 * 36 * 36 * 36);
  EXPECT_EQ(hybrid36("A00a"), std::nullopt);
  EXPECT_EQ(hybrid36("1x  "), std::nullopt);
}

}  // namespace
}  // namespace azoo::docking
