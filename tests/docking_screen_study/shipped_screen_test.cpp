// The shipped screen of source 003: what it names, what it compares with, what it says without its
// structures.
#include <algorithm>
#include <cmath>

#include "docking_screen_study/made_screen.hpp"
#include "program/program.hpp"

namespace azoo::study {
namespace {

namespace fs = std::filesystem;

class ShippedScreen : public fixture::MadeScreen {
 protected:
  static fs::path shipped() { return fs::path(AZOO_PROJECT_DIR) / "studies/screen-2024.toml"; }
};

// Methods of source 003, protein structure extraction, paragraphs 1 and 2; 2004 read as 2OO4.
const std::vector<std::string> ligand_codes = {"7MWS", "6L4O", "2HGF", "4QCI", "3MJK", "1KLA",
                                               "3QTK", "1GNC", "6BE6", "7MIX", "2OO4", "1B0R"};
const std::vector<std::string> receptor_codes = {"1E3G", "8F7S", "1A52", "1XWD", "5ZTY", "6VI4", "8F7R"};

TEST_F(ShippedScreen, names_the_nineteen_structures_and_the_84_printed_scores) {
  for (const auto& codes : {ligand_codes, receptor_codes}) {
    for (const std::string& code : codes)
      fixture::write_text(folder / "structures" / (code + ".pdb"), fixture::helix_pdb(6, code));
  }
  const Outcome outcome =
      read(shipped(), {"structures.folders=[\"" + (folder / "structures").string() + "\"]"});
  ASSERT_TRUE(outcome.study) << outcome.messages;
  const screen::Design& design = outcome.study->design;
  const auto codes_of = [](const std::vector<screen::Molecule>& molecules) {
    std::vector<std::string> codes;
    for (const screen::Molecule& each : molecules) codes.push_back(each.identifier);
    return codes;
  };
  EXPECT_EQ(codes_of(design.ligands), ligand_codes);
  EXPECT_EQ(codes_of(design.receptors), receptor_codes);
  ASSERT_TRUE(outcome.study->printed);
  const std::vector<double>& scores = outcome.study->printed->scores;
  ASSERT_EQ(scores.size(), 84U);
  EXPECT_EQ(std::count_if(scores.begin(), scores.end(), [](double v) { return std::isnan(v); }), 0);
  // Table 2: CD81 on AR, TGFβ on KOR, HLA-A on MOR.
  EXPECT_EQ(scores[0], -1071.7);
  EXPECT_EQ(scores[5 * 12 + 5], -1469.0);
  EXPECT_EQ(scores[83], -1585.6);
}

// What the paper reads from its table (Discussion, paragraphs 7 to 12) are the winners of its columns, and
// not one of their leads is larger than chance gives among twelve.
TEST_F(ShippedScreen, has_the_printed_winners_and_none_of_them_leads) {
  for (const auto& codes : {ligand_codes, receptor_codes}) {
    for (const std::string& code : codes)
      fixture::write_text(folder / "structures" / (code + ".pdb"), fixture::helix_pdb(6, code));
  }
  const Outcome outcome =
      read(shipped(), {"structures.folders=[\"" + (folder / "structures").string() + "\"]"});
  ASSERT_TRUE(outcome.study) << outcome.messages;
  const std::vector<std::string> winners = {"PDGF-AA", "CD81", "CD81", "CD81", "GCSF", "HLA-A", "HLA-A"};
  for (std::size_t r = 0; r < winners.size(); ++r) {
    SCOPED_TRACE(receptor_codes[r]);
    const screen::Lead lead = screen::lead_of(std::span(outcome.study->printed->scores).subspan(r * 12, 12));
    ASSERT_TRUE(lead.winner);
    EXPECT_EQ(outcome.study->design.ligands[*lead.winner].name, winners[r]);
    EXPECT_GT(lead.p, 0.2);
  }
}

TEST_F(ShippedScreen, says_which_structures_are_missing_all_at_once) {
  const Outcome outcome = read(shipped(), {"structures.folders=[\"" + (folder / "nowhere").string() + "\"]"});
  EXPECT_FALSE(outcome.study);
  EXPECT_EQ(outcome.count, 19U) << outcome.messages;
  for (const auto& codes : {ligand_codes, receptor_codes}) {
    for (const std::string& code : codes)
      EXPECT_NE(outcome.messages.find(code + ".cif or " + code + ".pdb"), std::string::npos) << code;
  }
  EXPECT_NE(outcome.messages.find((folder / "nowhere").string()), std::string::npos);
}

TEST_F(ShippedScreen, says_what_is_doubtful_in_the_paper) {
  const std::string text = program::content(shipped());
  for (const char* words :
       {"prints 2004", "cannabinoid receptor CB2", "does not say which oestrogen receptor"})
    EXPECT_NE(text.find(words), std::string::npos) << words;
}

}  // namespace
}  // namespace azoo::study
