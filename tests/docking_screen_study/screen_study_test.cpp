// Study files of screens: what a sound one says, and what is said of others.
#include <algorithm>

#include "docking_screen_study/made_screen.hpp"

namespace azoo::study {
namespace {

namespace fs = std::filesystem;

class ScreenStudyFile : public fixture::MadeScreen {};

TEST_F(ScreenStudyFile, is_read_with_its_structures_found_by_file_and_by_identifier) {
  const Outcome outcome = read(study());
  ASSERT_TRUE(outcome.study) << outcome.messages;
  const ScreenStudy& screen = *outcome.study;
  EXPECT_EQ(screen.design.preset, "fast");
  EXPECT_EQ(screen.design.weights, "balanced");
  EXPECT_EQ(screen.design.models, 2U);
  ASSERT_EQ(screen.ligands.size(), 2U);
  ASSERT_EQ(screen.receptors.size(), 2U);
  EXPECT_EQ(screen.ligands[0].structure.atoms.size(), 32U);
  EXPECT_EQ(screen.ligands[1].structure.atoms.size(), 80U);
  EXPECT_EQ(screen.receptors[1].structure.atoms.size(), 160U);
  EXPECT_EQ(screen.receptors[1].structure.name, "two");
  EXPECT_EQ(screen.receptors[1].structure.sha256, sha256(fixture::helix_pdb(40, "9TWO", 'B')));
  ASSERT_TRUE(screen.printed);
  EXPECT_EQ(screen.printed->scores, (std::vector<double>{-10, -30, -20.5, -5}));
  EXPECT_EQ(screen.design.ligands[0].called, "short");
}

TEST_F(ScreenStudyFile, as_resolved_reads_back_to_the_same) {
  const Outcome first = read(study());
  ASSERT_TRUE(first.study) << first.messages;
  const std::string text = write_toml(first.study->resolved);
  fixture::write_text(folder / "resolved.toml", text);
  const Outcome second = read(folder / "resolved.toml");
  ASSERT_TRUE(second.study) << second.messages;
  EXPECT_EQ(write_toml(second.study->resolved), text);
  EXPECT_NE(text.find("cluster_radius_A = 9"), std::string::npos) << "defaults are written out";
}

TEST_F(ScreenStudyFile, tells_every_missing_structure_at_once_and_where_to_put_it) {
  fs::remove_all(folder / "structures");
  fs::remove(folder / "short.pdb");
  const Outcome outcome = read(study());
  EXPECT_FALSE(outcome.study);
  EXPECT_EQ(outcome.count, 4U) << outcome.messages;
  for (const char* words :
       {"ligand.0.file = \"short.pdb\"", "ligand.1.pdb = \"9LNG\"", "receptor.0.pdb = \"9ONE\"",
        "receptor.1.pdb = \"9two\"", "the structure of long (long)", "9LNG.cif"})
    EXPECT_NE(outcome.messages.find(words), std::string::npos) << words << "\n" << outcome.messages;
  EXPECT_NE(outcome.messages.find((folder / "structures").string()), std::string::npos) << outcome.messages;
}

TEST_F(ScreenStudyFile, takes_no_seed) {
  const Outcome outcome = read(study(), {}, 5);
  EXPECT_EQ(outcome.messages.rfind("--seed: 5; expected no seed: a screen draws no random numbers", 0), 0U)
      << outcome.messages;
}

TEST_F(ScreenStudyFile, takes_overrides) {
  const Outcome outcome = read(study(), {"docking.preset=thorough", "docking.clusters_kept=7"});
  ASSERT_TRUE(outcome.study) << outcome.messages;
  EXPECT_EQ(outcome.study->design.preset, "thorough");
  EXPECT_EQ(outcome.study->design.clusters.clusters_kept, 7U);
}

TEST_F(ScreenStudyFile, with_a_fault_says_where_and_what_is_expected) {
  struct Case {
    const char* find;
    const char* replace;
    const char* expected;
  };
  const Case cases[] = {
      {"preset = \"fast\"", "preset = \"quick\"", ":7:10: docking.preset = \"quick\"; expected"},
      {"models = 2", "modles = 2", "docking.modles = unknown key; expected perhaps models"},
      {"models = 2", "cluster_radius_A = 0",
       "docking.cluster_radius_A = 0; expected a number of angstrom > 0"},
      {"models = 2", "poses_apart_A = -1",
       "docking.poses_apart_A = -1; expected a number of angstrom from 0 to 100"},
      {"models = 2", "cluster_order = \"size\"", "docking.cluster_order = \"size\"; expected"},
      {"name = \"long\"", "name = \"SHORT\"",
       "ligand.1.name = \"SHORT\"; expected a name that ligand.0.name has not"},
      {"name = \"long\"", "name = \"a--b\"", "ligand.1.name = \"a--b\"; expected a name without \"--\""},
      {"name = \"long\"", "name = \"a/b\"", "ligand.1.name = \"a/b\"; expected a name of letters"},
      {"pdb = \"9LNG\"", "pdb = \"LNG9\"",
       "ligand.1.pdb = \"LNG9\"; expected a code of the Protein Data Bank"},
      {"pdb = \"9LNG\"", "note = \"\"", "ligand.1.pdb = \"\" (the default)"},
      {"pdb = \"9LNG\"", "file = \"none.pdb\"", "ligand.1.file = \"none.pdb\"; expected a structure file"},
      {"pdb = \"9LNG\"", "pdb = \"9LNG\"\nresidues = [\"A:20-10\"]", "ligand.1.residues"},
      {"pdb = \"9LNG\"", "pdb = \"9LNG\"\nmembrane = { centre_A = [0,0,0] }",
       "ligand.1.membrane = unknown key"},
      {"pdb = \"9ONE\"",
       "pdb = \"9ONE\"\n[[receptor.distance]]\nmax_A = 5\nreceptor_residues = [\"A:1\"]\nligand_residues = "
       "[\"A:1\"]",
       "receptor.0.distance = "},
      {"pdb = \"9ONE\"", "pdb = \"9ONE\"\n[[receptor.mask]]\neffect = \"block\"\nresidues = [\"A:77\"]",
       "receptor.0.mask.0.residues = A:77; expected residues that one has"},
      {"[printed]", "[[pair]]\nligand = \"long\"\nreceptor = \"one\"\n[printed]",
       "pair.0.distance = missing; expected at least one"},
      {"[printed]", "[[pair]]\nligand = \"lang\"\nreceptor = \"one\"\n[printed]",
       "pair.0.ligand = \"lang\"; expected"},
      {"[printed]",
       "[[pair]]\nligand = \"long\"\nreceptor = \"one\"\n[[pair.distance]]\nmax_A = 5\nreceptor_residues = "
       "[\"A:30\"]\nligand_residues = [\"A:21\"]\n[printed]",
       "pair.0.distance.0.ligand_residues = A:21; expected residues that long has"},
      {"long = { one = -30", "lang = { one = -30", "printed.scores = {"},
      {"short = { one = -10,", "short = { one = \"low\",",
       "printed.scores.short.one = \"low\"; expected a finite number"},
      {"source = \"made up\"", "note = \"\"", "printed.source = missing; expected a text"},
      {"source = \"made up\"", "source = \"x\"\nfile = \"nowhere.csv\"",
       "printed.file = \"nowhere.csv\"; expected a file beside the study"},
      {"[docking]", "[analysis]\nsignificance = 0\n[docking]",
       "analysis.significance = 0; expected a number > 0"},
      {"kind = \"screen\"", "kind = \"sreen\"",
       "kind = \"sreen\"; expected \"trial\", \"animal\" or \"screen\""},
      {"name = \"made\"", "name = \"made\"\nseed = 1", "seed = unknown key"},
      {"[[receptor]]\nname = \"one\"\npdb = \"9ONE\"\n\n[[receptor]]\nname = \"two\"\npdb = \"9two\"", "",
       "receptor = missing"},
  };
  for (const Case& each : cases) {
    SCOPED_TRACE(each.replace);
    const Outcome outcome = read(edited(each.find, each.replace));
    EXPECT_FALSE(outcome.study);
    EXPECT_NE(outcome.messages.find(each.expected), std::string::npos) << outcome.messages;
  }
}

TEST_F(ScreenStudyFile, reads_restraints_of_receptors_and_of_pairs) {
  const Outcome outcome = read(edited(
      "pdb = \"9ONE\"",
      "pdb = \"9ONE\"\n[receptor.membrane]\ncentre_A = [0, 0, 10]\nnormal = [0, 0, 1]\nhalf_thickness_A = "
      "15\nside = \"inside\"\n[[receptor.mask]]\neffect = \"attract\"\nresidues = [\"A:3-5\"]\n"
      "[[pair]]\nligand = \"long\"\nreceptor = \"one\"\n[[pair.distance]]\nmax_A = 5\nreceptor_residues = "
      "[\"A:30\"]\nligand_residues = [\"A:20\"]"));
  ASSERT_TRUE(outcome.study) << outcome.messages;
  const docking::Restraints both = screen::options_of(outcome.study->design, {1, 0}).restraints;
  EXPECT_TRUE(both.membrane.present);
  EXPECT_FALSE(both.membrane.along_normal);
  EXPECT_EQ(both.masks.size(), 1U);
  ASSERT_EQ(both.distances.size(), 1U);
  EXPECT_EQ(both.distances[0].max_A, 5.0);
}

class PrintedTable : public fixture::MadeScreen {
 protected:
  // The study with its printed matrix in a file.
  Outcome read_table(const std::string& table, const std::string& more = "") const {
    fixture::write_text(folder / "printed.csv", table);
    std::string text = fixture::sound.substr(0, fixture::sound.find("[printed]"));
    return read(study(text + "[printed]\nsource = \"a paper\"\nfile = \"printed.csv\"\n" + more));
  }
};

TEST_F(PrintedTable, is_read_from_the_columns_that_the_study_names) {
  const Outcome outcome = read_table(
      "lig,rec,value,other\nshort,one,-1.5,x\nlong,one,-2.5,x\nshort,two,,x\nlong,two,-4,x\nothers,two,-9,"
      "x\n",
      "ligand_column = \"lig\"\nreceptor_column = \"rec\"\nscore_column = \"value\"\n");
  ASSERT_TRUE(outcome.study) << outcome.messages;
  const std::vector<double>& scores = outcome.study->printed->scores;
  EXPECT_EQ(scores[0], -1.5);
  EXPECT_EQ(scores[1], -2.5);
  EXPECT_TRUE(std::isnan(scores[2]));
  EXPECT_EQ(scores[3], -4.0);
}

TEST_F(PrintedTable, with_faults_is_refused_with_their_lines) {
  EXPECT_NE(read_table("ligand,receptor,score\nshort,one,low\n").messages.find("printed.csv:2: score = low"),
            std::string::npos);
  EXPECT_NE(read_table("ligand,receptor\nshort,one\n")
                .messages.find("printed.score_column = \"score\" (the default)"),
            std::string::npos)
      << read_table("ligand,receptor\nshort,one\n").messages;
  const std::string twice = "ligand,receptor,score\nshort,one,-1\nshort,one,-1\nlong,two,-2\n";
  EXPECT_NE(read_table(twice).messages.find("printed.csv:3: short on one = a second score"),
            std::string::npos)
      << read_table(twice).messages;
  const std::string lacking = "ligand,receptor,score\nshort,one,-1\nshort,two,-2\n";
  EXPECT_NE(read_table(lacking).messages.find("a score for long: name it at the key printed"),
            std::string::npos)
      << read_table(lacking).messages;
}

TEST(ResidueRanges, are_looked_up_by_chain_number_and_insertion_code) {
  docking::Structure structure;
  const auto add = [&](const char* chain, int number, char insertion) {
    docking::Residue residue;
    residue.chain = chain;
    residue.number = number;
    residue.insertion = insertion;
    structure.residues.push_back(residue);
  };
  add("A", -3, ' ');
  add("A", 52, 'B');
  add("L", 7, ' ');
  for (const char* there : {"A:-3", "A:52B", "L:1-9", "A:50-60"})
    EXPECT_TRUE(has_residue(structure, there)) << there;
  for (const char* absent : {"A:52A", "A:3", "L:8-9", "B:7", "A:53-60", "A:x", "A:1-x"})
    EXPECT_FALSE(has_residue(structure, absent)) << absent;
}

class StructuresFromTheBank : public fixture::MadeScreen {
 protected:
  static std::string with_molecule(const std::string& pdb, const std::string& molecule) {
    const std::size_t line = pdb.find('\n') + 1;
    return pdb.substr(0, line) +
           "COMPND    MOL_ID: 1;                                                            \n" +
           "COMPND   2 MOLECULE: " + molecule + ";\nCOMPND   3 CHAIN: A;\n" + pdb.substr(line);
  }
  Outcome read_with(const docking::WebTransport& transport) const {
    Problems problems;
    Outcome outcome;
    ScreenReading reading{study(), {}, std::nullopt, data_folder()};
    reading.cache = folder / "cache";
    reading.transport = transport;
    outcome.study = read_screen_study(reading, problems);
    for (const Problem& problem : problems.list()) outcome.messages += to_text(problem) + "\n";
    outcome.count = problems.list().size();
    return outcome;
  }
};

TEST_F(StructuresFromTheBank, are_fetched_when_they_are_in_no_folder) {
  fs::remove(folder / "structures/9ONE.pdb");
  std::vector<std::string> asked;
  const Outcome outcome = read_with([&](const std::string& url) {
    asked.push_back(url);
    return docking::WebAnswer{200, fixture::helix_pdb(11, "9ONE"), ""};
  });
  ASSERT_TRUE(outcome.study) << outcome.messages;
  EXPECT_EQ(asked.size(), 1U);
  EXPECT_EQ(outcome.study->receptors[0].structure.atoms.size(), 44U);
}

TEST_F(StructuresFromTheBank, are_asked_for_once_when_there_is_no_network) {
  fs::remove_all(folder / "structures");
  int asked = 0;
  const Outcome outcome = read_with([&](const std::string&) {
    ++asked;
    return docking::WebAnswer{0, "", "no route to the host"};
  });
  EXPECT_FALSE(outcome.study);
  EXPECT_EQ(asked, 1);
  EXPECT_EQ(outcome.count, 3U) << outcome.messages;
  EXPECT_NE(outcome.messages.find("9two.cif"), std::string::npos) << outcome.messages;
  EXPECT_NE(outcome.messages.find("no route to the host"), std::string::npos) << outcome.messages;
}

TEST_F(StructuresFromTheBank, are_not_fetched_where_the_study_forbids_it) {
  fs::remove(folder / "structures/9ONE.pdb");
  edited("[docking]", "[structures]\nfetch = false\n[docking]");
  Problems problems;
  ScreenReading reading{folder / "study.toml", {}, std::nullopt, data_folder()};
  reading.cache = folder / "cache";
  reading.transport = [](const std::string&) -> docking::WebAnswer {
    ADD_FAILURE() << "the network was asked";
    return {};
  };
  EXPECT_FALSE(read_screen_study(reading, problems));
  ASSERT_EQ(problems.list().size(), 1U);
  EXPECT_NE(problems.list()[0].expected.find("fetch = true in [structures]"), std::string::npos);
}

TEST_F(StructuresFromTheBank, are_held_against_what_the_study_calls_them) {
  fixture::write_text(folder / "structures/9ONE.pdb",
                      with_molecule(fixture::helix_pdb(30, "9ONE"), "CANNABINOID RECEPTOR 2"));
  fixture::write_text(folder / "short.pdb",
                      with_molecule(fixture::helix_pdb(8, "9SHO"), "FIBROBLAST GROWTH FACTOR 2"));
  edited("pdb = \"9ONE\"", "pdb = \"9ONE\"\ncalled = \"G protein-coupled estrogen receptor 1 (GPER)\"");
  const Outcome outcome =
      read(folder / "study.toml", {"ligand.0.called=\"fibroblast growth factor 2 (FGF2)\""});
  ASSERT_TRUE(outcome.study) << outcome.messages;
  ASSERT_EQ(outcome.study->receptors[0].warnings.size(), 1U);
  EXPECT_NE(outcome.study->receptors[0].warnings[0].find("CANNABINOID RECEPTOR 2"), std::string::npos)
      << outcome.study->receptors[0].warnings[0];
  EXPECT_TRUE(outcome.study->ligands[0].warnings.empty());
}

TEST_F(StructuresFromTheBank, that_call_themselves_otherwise_are_told_of) {
  fixture::write_text(folder / "structures/9ONE.pdb", fixture::helix_pdb(30, "9XXX"));
  const Outcome outcome = read(study());
  ASSERT_TRUE(outcome.study) << outcome.messages;
  ASSERT_FALSE(outcome.study->receptors[0].warnings.empty());
  EXPECT_NE(outcome.study->receptors[0].warnings[0].find("9XXX"), std::string::npos);
}

}  // namespace
}  // namespace azoo::study
