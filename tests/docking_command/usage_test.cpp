// `azoo dock` as a user types it: options, and what is refused before any work.
#include <algorithm>

#include "docking_command/helices.hpp"
#include "program/program.hpp"

namespace azoo::program {
namespace {

class DockUsage : public ProgramTest {
 protected:
  void SetUp() override {
    ProgramTest::SetUp();
    docking_command::write_helices(folder);
    before_ = tree(folder);
  }
  // Refused with exit status 2 and the message; nothing printed, nothing written.
  void expect_refused(const std::vector<std::string>& arguments, const std::string& message) {
    SCOPED_TRACE(message);
    std::vector<std::string> words = {"dock"};
    words.insert(words.end(), arguments.begin(), arguments.end());
    const Ended ended = azoo(words);
    EXPECT_EQ(ended.status, 2) << ended.err;
    EXPECT_NE(ended.err.find(message), std::string::npos) << ended.err;
    EXPECT_EQ(ended.out, "");
    EXPECT_TRUE(tree(folder) == before_) << testing::PrintToString(names(tree(folder)));
  }

  std::map<std::string, std::string> before_;
};

TEST_F(DockUsage, that_is_wrong_is_refused_by_option) {
  const std::string r = "receptor.pdb";
  const std::string l = "ligand.pdb";
  expect_refused({}, "receptor is required");
  expect_refused({r}, "ligand is required");
  expect_refused({r, l, l}, l);
  expect_refused({r, l, "--frobnicate"}, "--frobnicate");
  expect_refused({r, l, "--top", "0"}, "--top");
  expect_refused({r, l, "--top", "1.5"}, "--top");
  expect_refused({r, l, "--models", "-1"}, "--models");
  expect_refused({r, l, "--models", "many"}, "--models");
  expect_refused({r, l, "--model-format", "xyz"}, "--model-format");
  expect_refused({r, l, "--cluster-order", "energy"}, "--cluster-order");
  expect_refused({r, l, "--cluster-radius", "-1"}, "--cluster-radius");
  expect_refused({r, l, "--cluster-radius", "0"}, "--cluster-radius");
  expect_refused({r, l, "--cluster-radius", "nan"}, "--cluster-radius");
  expect_refused({r, l, "--poses-apart", "-1"}, "--poses-apart");
  expect_refused({r, l, "--poses-apart", "nan"}, "--poses-apart");
  expect_refused({r, l, "--threads", "0"}, "--threads");
  expect_refused({r, l, "--receptor-model", "0"}, "--receptor-model");
  expect_refused({r, l, "--ligand-model", "x"}, "--ligand-model");
  expect_refused({r, l, "--poses", "p.csv", "--score", "m.pdb"}, "--score");
  expect_refused({r, l, "--out"}, "--out");
}

TEST_F(DockUsage, with_files_that_are_not_there_is_told_of_all_of_them) {
  expect_refused({"nowhere.pdb", "ligand.pdb"},
                 "nowhere.pdb: RECEPTOR = no such file; expected a PDB or mmCIF file");
  expect_refused({"receptor.pdb", "nowhere.pdb"}, "nowhere.pdb: LIGAND = no such file");
  const std::vector<std::string> all = {"one.pdb",   "two.pdb",      "--reference",
                                        "three.pdb", "--restraints", "four.toml"};
  for (const char* name : {"one.pdb", "two.pdb", "three.pdb", "four.toml"}) expect_refused(all, name);
  expect_refused({"receptor.pdb", "ligand.pdb", "--poses", "none.csv"}, "none.csv");
  expect_refused({"receptor.pdb", "ligand.pdb", "--score", "none.pdb", "nil.pdb"}, "nil.pdb");
}

TEST_F(DockUsage, with_chains_that_are_wrong_is_refused) {
  expect_refused({"receptor.pdb:Z", "ligand.pdb"}, "Z");
  expect_refused({"receptor.pdb:A,", "ligand.pdb"}, "names of chains divided by commas");
  expect_refused({"receptor.pdb:A", "ligand.pdb", "--receptor-chains", "A"}, "--receptor-chains");
  expect_refused({"receptor.pdb", "ligand.pdb", "--ligand-chains", "Q"}, "Q");
  expect_refused({"receptor.pdb", "ligand.pdb", "--receptor-residues", "A:500-600"}, "A:500-600");
  expect_refused({"receptor.pdb", "ligand.pdb", "--ligand-model", "7"}, "7");
}

TEST_F(DockUsage, with_an_unknown_preset_or_weight_set_is_refused) {
  expect_refused({"receptor.pdb", "ligand.pdb", "--preset", "hasty"}, "hasty");
  expect_refused({"receptor.pdb", "ligand.pdb", "--weights", "heavy"}, "heavy");
}

TEST_F(DockUsage, of_an_identifier_without_a_network_says_what_to_do) {
  expect_refused({"1abc", "ligand.pdb", "--offline"}, "1ABC = no file");
}

TEST_F(DockUsage, of_help_lists_every_option) {
  const Ended help = azoo({"dock", "--help"});
  EXPECT_EQ(help.status, 0);
  for (const char* option : {"--preset",
                             "--weights",
                             "--receptor-chains",
                             "--ligand-chains",
                             "--receptor-residues",
                             "--ligand-residues",
                             "--receptor-model",
                             "--ligand-model",
                             "--restraints",
                             "--reference",
                             "--score",
                             "--poses",
                             "--cluster-order",
                             "--cluster-radius",
                             "--poses-apart",
                             "--top",
                             "--models",
                             "--model-format",
                             "--out",
                             "--force",
                             "--quiet",
                             "--threads",
                             "--offline",
                             "no energy, no affinity"})
    EXPECT_NE(help.out.find(option), std::string::npos) << option;
}

}  // namespace
}  // namespace azoo::program
