// What studies call molecules against what files say.
#include <gtest/gtest.h>

#include "docking/protein_phrases.hpp"
#include "docking/registry.hpp"
#include "docking_structures/made_structures.hpp"

namespace azoo::docking {
namespace {

const Registry& registry() {
  static const Registry loaded = [] {
    Problems problems;
    Registry result = Registry::load(problems);
    for (const Problem& problem : problems.list()) ADD_FAILURE() << to_text(problem);
    return result;
  }();
  return loaded;
}

Structure with(const std::vector<Entity>& entities, const std::string& identifier = "",
               const std::string& title = "") {
  Structure structure;
  structure.name = structure.file = "x.cif";
  structure.identifier = identifier;
  structure.title = title;
  structure.entities = entities;
  return structure;
}

TEST(Registry, knows_every_molecule_of_source_003_as_the_paper_and_the_evidence_write_it) {
  for (const char* name : {"CD81",
                           "FGF2",
                           "HGF",
                           "PDGF-BB",
                           "PDGF-AA",
                           "TGFβ",
                           "TGF-beta",
                           "VEGF-A",
                           "VEGFA",
                           "GCSF",
                           "G-CSF",
                           "CSF3",
                           "ADAM10",
                           "CACNA2D1",
                           "NOTCH2",
                           "HLA-A",
                           "AR",
                           "Delta-O",
                           "OPRD1",
                           "ER",
                           "ESR1",
                           "FSHR",
                           "GPER",
                           "GPER1",
                           "KOR",
                           "OPRK1",
                           "MOR",
                           "OPRM1",
                           "tetraspanin-28",
                           "kapa-opioid receptor",
                           "platelet derived growth factor two A subunits"})
    EXPECT_NE(registry().find(name), nullptr) << name;
  EXPECT_EQ(registry().find("MOR")->symbol, "OPRM1");
  EXPECT_EQ(registry().find("g-csf")->symbol, "CSF3");
  EXPECT_EQ(registry().find("unheard of"), nullptr);
}

TEST(Registry, agrees_with_the_words_of_the_bank_and_not_with_the_neighbours) {
  struct Case {
    const char* called;
    const char* description;
    bool agrees;
  };
  for (const Case& c :
       std::vector<Case>{{"CD81", "CD81 antigen", true},
                         {"CD81", "Tetraspanin-28", true},
                         {"FGF2", "Fibroblast growth factor 2", true},
                         {"FGF2", "FIBROBLAST GROWTH FACTOR 21", false},
                         {"FGF2", "Fibroblast growth factor receptor 2", false},
                         {"HGF", "HEPATOCYTE GROWTH FACTOR", true},
                         {"HGF", "Hepatocyte growth factor receptor", false},
                         {"G-CSF", "GRANULOCYTE COLONY-STIMULATING FACTOR", true},
                         {"G-CSF", "Granulocyte-macrophage colony-stimulating factor", false},
                         {"PDGF-AA", "Platelet-derived growth factor subunit A", true},
                         {"PDGF-AA", "Platelet-derived growth factor subunit B", false},
                         {"PDGF-BB", "PDGF-BB", true},
                         {"TGFβ", "TRANSFORMING GROWTH FACTOR-BETA 1", true},
                         {"TGFβ", "TGF-beta receptor type-2", false},
                         {"VEGF-A", "Vascular endothelial growth factor A", true},
                         {"VEGF-A", "Vascular endothelial growth factor receptor 2", false},
                         {"ADAM10", "Disintegrin and metalloproteinase domain-containing protein 10", true},
                         {"ADAM10", "Disintegrin and metalloproteinase domain-containing protein 17", false},
                         {"CACNA2D1", "Voltage-dependent calcium channel subunit alpha-2/delta-1", true},
                         {"NOTCH2", "Neurogenic locus notch homolog protein 2", true},
                         {"NOTCH2", "Neurogenic locus notch homolog protein 1", false},
                         {"HLA-A", "HLA class I histocompatibility antigen, A-2 alpha chain", true},
                         {"HLA-A", "HLA class I histocompatibility antigen, B-27 alpha chain", false},
                         {"AR", "ANDROGEN RECEPTOR", true},
                         {"ER", "ESTROGEN RECEPTOR", true},
                         {"ER", "Estrogen receptor beta", false},
                         {"ER", "G-protein coupled estrogen receptor 1", false},
                         {"GPER", "G-protein coupled estrogen receptor 1", true},
                         {"GPER", "Cannabinoid receptor 2", false},
                         {"FSHR", "Follicle stimulating hormone receptor", true},
                         {"FSHR", "Follitropin beta chain", false},
                         {"KOR", "Kappa-type opioid receptor", true},
                         {"KOR", "Mu-type opioid receptor", false},
                         {"MOR", "Mu-type opioid receptor", true},
                         {"Delta-O", "Delta-type opioid receptor", true}}) {
    const RegistryFinding finding = registry().check(c.called, "1XYZ", with({{{"A"}, c.description}}));
    EXPECT_EQ(finding.agrees, c.agrees) << finding.message;
    EXPECT_TRUE(finding.checked);
    EXPECT_NE(finding.file_says.find(c.description), std::string::npos);
  }
}

TEST(Registry, says_what_the_file_is_when_it_is_another_molecule) {
  const RegistryFinding finding = registry().check(
      "GPER", "5ZTY",
      with({{{"A"}, "Cannabinoid receptor 2,Endolysin,Cannabinoid receptor 2", {"P34972", "P00720"}}},
           "5ZTY"));
  EXPECT_FALSE(finding.agrees);
  EXPECT_EQ(finding.message,
            "GPER is what the study calls it, but x.cif says: Cannabinoid receptor 2,Endolysin,Cannabinoid "
            "receptor 2 (chain A)");
}

TEST(Registry, names_the_chains_that_are_meant_where_the_file_holds_others_too) {
  const RegistryFinding finding =
      registry().check("FSHR", "1XWD",
                       with({{{"A", "D"}, "Glycoprotein hormones alpha chain"},
                             {{"B", "E"}, "Follitropin beta chain"},
                             {{"C", "F"}, "Follicle stimulating hormone receptor"}},
                            "1XWD"));
  EXPECT_TRUE(finding.agrees);
  EXPECT_EQ(finding.chains, (std::vector<std::string>{"C", "F"}));
  EXPECT_NE(finding.message.find("the one meant is chain C, F"), std::string::npos);
}

TEST(Registry, an_accession_or_the_title_speaks_where_there_is_no_name) {
  EXPECT_TRUE(registry().check("MOR", "8F7R", with({{{"R"}, "", {"P35372"}}})).agrees);
  EXPECT_FALSE(registry().check("KOR", "8F7R", with({{{"R"}, "", {"P35372"}}})).agrees);
  EXPECT_TRUE(registry()
                  .check("AR", "1E3G", with({}, "1E3G", "HUMAN ANDROGEN RECEPTOR LIGAND BINDING IN COMPLEX"))
                  .agrees);
  const RegistryFinding nothing = registry().check("AR", "1E3G", with({}));
  EXPECT_FALSE(nothing.checked);
  EXPECT_NE(nothing.message.find("does not name its molecules"), std::string::npos);
}

TEST(Registry, a_molecule_it_does_not_know_is_compared_word_by_word) {
  EXPECT_TRUE(registry().check("barnase", "", with({{{"A"}, "BARNASE, chain A"}})).agrees);
  const RegistryFinding other = registry().check("barnase", "", with({{{"A"}, "Barstar"}}));
  EXPECT_FALSE(other.agrees);
  EXPECT_NE(other.message.find("does not know barnase"), std::string::npos);
}

TEST(Registry, tells_when_the_file_calls_itself_otherwise) {
  const std::vector<Entity> notch = {{{"A"}, "Neurogenic locus notch homolog protein 2"}};
  EXPECT_NE(
      registry().check("NOTCH2", "2OO5", with(notch, "2oo4")).message.find("calls itself 2OO4, not 2OO5"),
      std::string::npos);
  EXPECT_EQ(registry().check("NOTCH2", "2004", with(notch, "2OO4")).message.find("calls itself"),
            std::string::npos);
}

TEST(Registry, without_a_file_only_sources_speak) {
  const RegistryFinding notch = registry().check_without_file("NOTCH2", "2004");
  EXPECT_TRUE(notch.agrees);
  EXPECT_EQ(registry().resolved("2004"), "2OO4");
  EXPECT_NE(notch.message.find("2004 is taken for 2OO4"), std::string::npos);
  EXPECT_NE(notch.message.find("17401372"), std::string::npos);
  const RegistryFinding gper = registry().check_without_file("GPER", "5zty");
  EXPECT_TRUE(gper.checked);
  EXPECT_FALSE(gper.agrees);
  EXPECT_NE(gper.message.find("E003-C48"), std::string::npos);
  const RegistryFinding unknown = registry().check_without_file("CD81", "7MWS");
  EXPECT_FALSE(unknown.checked);
  EXPECT_NE(unknown.message.find("nothing says whether it is CD81"), std::string::npos);
  EXPECT_NE(registry().check_without_file("CD81", "CD81").message.find("does not have the form"),
            std::string::npos);
}

TEST(Phrases, blanks_inside_a_name_do_not_matter_but_borders_of_words_do) {
  EXPECT_EQ(normalised_phrase("  TGF-β1 (Mature)  "), "tgf beta 1 mature");
  EXPECT_TRUE(mentions("pdgfa chain", "pdgf a"));
  EXPECT_TRUE(mentions("the pdgf a", "pdgf a"));
  EXPECT_FALSE(mentions("pdgf ab", "pdgf a"));
  EXPECT_FALSE(mentions("xpdgf a", "pdgf a"));
  EXPECT_FALSE(mentions("anything", ""));
}

}  // namespace
}  // namespace azoo::docking
