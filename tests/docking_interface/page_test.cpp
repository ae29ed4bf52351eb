// The page of one docked pair as text: all sections, nothing from outside, no name from a file taken for
// markup.
#include <gtest/gtest.h>

#include <fstream>
#include <nlohmann/json.hpp>

#include "core/files.hpp"
#include "docking_interface/made_result.hpp"
#include "report/docking_page.hpp"
#include "report/markup_check.hpp"
#include "report/structure_view.hpp"

namespace azoo::report {
namespace {

using docking::test::MadeRun;
using docking::test::page_input;
using docking::test::two_helices;
using fixture::count_of_text;
using fixture::read_markup;

std::string page_of(const DockingPageInput& input) {
  return docking_report_html(input, docking_figures(input));
}

TEST(DockingPage, is_well_formed_and_has_its_sections_and_warnings) {
  const MadeRun run = two_helices();
  DockingPageInput input = page_input(run);
  input.viewer_script = "var $3Dmol = undefined;";
  const std::string page = page_of(input);
  EXPECT_EQ(read_markup(page).fault, "");
  for (const char* id :
       {"summary", "partners", "cluster-table", "score-pictures", "interface", "view", "method", "reading"})
    EXPECT_NE(page.find("id=\"" + std::string(id) + "\""), std::string::npos) << id;
  EXPECT_EQ(count_of_text(page.substr(0, page.find("</nav>")), "not for patient care"), 1U);
  EXPECT_GE(count_of_text(page, "arbitrary units"), 4U);
  EXPECT_NE(page.find("no energy"), std::string::npos);
  EXPECT_EQ(page.find("src=\""), std::string::npos);
  EXPECT_EQ(page.find("url("), std::string::npos);
}

TEST(DockingPage, tells_quality_only_where_there_is_a_reference) {
  const MadeRun run = two_helices();
  DockingPageInput input = page_input(run);
  EXPECT_NE(page_of(input).find("the best cluster is medium (DockQ 0.80)"), std::string::npos);
  EXPECT_NE(page_of(input).find("DockQ</th>"), std::string::npos);
  input.quality.clear();
  EXPECT_NE(page_of(input).find("no reference complex was given"), std::string::npos);
  EXPECT_EQ(page_of(input).find("DockQ</th>"), std::string::npos);
}

TEST(DockingPage, says_how_clusters_are_ranked) {
  MadeRun run = two_helices();
  run.options.clusters.order = docking::ClusterOrder::population;
  EXPECT_NE(page_of(page_input(run)).find("Rank 1 is the largest cluster"), std::string::npos);
  run.options.clusters.order = docking::ClusterOrder::score;
  EXPECT_EQ(page_of(page_input(run)).find("Rank 1 is the largest cluster"), std::string::npos);
  EXPECT_NE(page_of(page_input(run)).find("By score:"), std::string::npos);
  run.options.clusters.order = docking::ClusterOrder::both;
  EXPECT_NE(page_of(page_input(run)).find("By score and population together:"), std::string::npos);
}

TEST(DockingPage, has_the_site_where_poses_were_ranked_by_it) {
  MadeRun run = two_helices();
  const std::string without = page_of(page_input(run));
  EXPECT_EQ(without.find("Site</th>"), std::string::npos);
  EXPECT_EQ(without.find("by where on the partners they lie"), std::string::npos);
  for (docking::Pose& pose : run.result.poses) pose.terms.site = 0.8125;
  const std::string with = page_of(page_input(run));
  EXPECT_NE(with.find("Site</th>"), std::string::npos);
  EXPECT_NE(with.find(">0.8125<"), std::string::npos);
  EXPECT_NE(with.find("by where on the partners they lie"), std::string::npos);
  EXPECT_EQ(read_markup(with).fault, "");
}

TEST(DockingPage, says_of_poses_made_elsewhere_that_nothing_was_searched) {
  MadeRun run = two_helices();
  EXPECT_NE(page_of(page_input(run)).find("fast Fourier transform"), std::string::npos);
  EXPECT_NE(page_of(page_input(run)).find("96 × 96 × 96 points"), std::string::npos);
  run.result.record = {};
  EXPECT_EQ(page_of(page_input(run)).find("fast Fourier transform"), std::string::npos);
  EXPECT_NE(page_of(page_input(run)).find("made elsewhere"), std::string::npos);
}

TEST(DockingPage, shows_messages_notes_and_restraints) {
  MadeRun run = two_helices();
  run.receptor.notes = {"left out 212 waters"};
  run.options.restraints.masks.push_back({docking::Partner::ligand, false, {"B:3-9"}});
  DockingPageInput input = page_input(run);
  input.messages = {"5ZTY is called GPER; the file says cannabinoid receptor 2"};
  const std::string page = page_of(input);
  EXPECT_NE(page.find("left out 212 waters"), std::string::npos);
  EXPECT_NE(page.find("the file says cannabinoid receptor 2"), std::string::npos);
  EXPECT_NE(page.find("contacts forbidden with B:3-9 of the ligand"), std::string::npos);
}

TEST(DockingPage, takes_hostile_names_and_a_run_without_poses) {
  MadeRun run = two_helices();
  run.receptor.name = run.receptor.title = "</script><img src=x onerror=alert(1)>";
  run.receptor.residues[2].chain = "</script>";
  DockingPageInput input = page_input(run);
  input.viewer_script = "1;";
  const std::string page = page_of(input);
  EXPECT_EQ(read_markup(page).fault, "");
  EXPECT_EQ(page.find("<img"), std::string::npos);
  EXPECT_EQ(count_of_text(page, "</script>"), 3U);
  MadeRun none = two_helices();
  none.result = {};
  none.interfaces.clear();
  none.quality.clear();
  const std::string empty = page_of(page_input(none));
  EXPECT_EQ(read_markup(empty).fault, "");
  EXPECT_NE(empty.find("There are no clusters."), std::string::npos);
  EXPECT_NE(empty.find("There is no pose to show."), std::string::npos);
}

TEST(DockingPage, is_the_same_every_time) {
  const MadeRun run = two_helices();
  EXPECT_EQ(page_of(page_input(run)), page_of(page_input(two_helices())));
}

TEST(StructureView, puts_poses_and_bonds_into_its_data) {
  const MadeRun run = two_helices();
  const auto data =
      nlohmann::json::parse(structure_view_data(run.receptor, run.ligand, run.interfaces, 30'000));
  EXPECT_EQ(data["receptor"]["atoms"].size(), run.receptor.atoms.size());
  EXPECT_EQ(data["ligand"]["residues"].size(), run.ligand.residues.size());
  ASSERT_EQ(data["poses"].size(), 2U);
  const docking::Interface& second = run.interfaces[1].interface;
  EXPECT_EQ(data["poses"][1]["bonds"].size(), second.bonds.size());
  // The page's own arithmetic: rows of the rotation, then the shift.
  const auto& pose = data["poses"][1];
  const docking::Vector3 atom = run.ligand.atoms[7].position_A;
  const docking::Vector3 there = moved(second.pose, atom);
  const auto& m = pose["rotation"];
  const double y = m[3].get<double>() * atom.x + m[4].get<double>() * atom.y + m[5].get<double>() * atom.z +
                   pose["shift"][1].get<double>();
  EXPECT_NEAR(y, there.y, 1e-9);
  EXPECT_NEAR(data["ligand"]["atoms"][7][3].get<double>(), atom.y, 0.0051);  // rounded to 0.01
}

TEST(StructureView, thins_large_structures_to_backbones_and_contacts) {
  const MadeRun run = two_helices();
  const std::string whole = structure_view_data(run.receptor, run.ligand, run.interfaces, 30'000);
  const auto data = nlohmann::json::parse(structure_view_data(run.receptor, run.ligand, run.interfaces, 10));
  EXPECT_LT(data["receptor"]["atoms"].size(), run.receptor.atoms.size());
  EXPECT_GE(data["receptor"]["atoms"].size(), 4U * run.receptor.residues.size());
  // Bonds still end at the atoms they had.
  const docking::InterfaceBond& bond = run.interfaces[0].interface.bonds.at(0);
  const auto& told = data["poses"][0]["bonds"][0];
  const auto& atom = data["receptor"]["atoms"][told[1].get<std::size_t>()];
  EXPECT_EQ(atom[1].get<std::string>(), run.receptor.atoms[bond.atoms.receptor_atom].name);
  EXPECT_EQ(atom[0].get<std::size_t>(), run.receptor.atoms[bond.atoms.receptor_atom].residue);
}

TEST(StructureView, says_when_the_viewer_is_missing_or_odd) {
  const MadeRun run = two_helices();
  for (const char* script : {"", "</script>"}) {
    const std::string html = structure_view(run.receptor, run.ligand, run.interfaces, script).html;
    EXPECT_NE(html.find("was not found"), std::string::npos);
    EXPECT_EQ(html.find("<script"), std::string::npos);
  }
  Problems problems;
  EXPECT_EQ(viewer_script(testing::TempDir() + "/nowhere", problems), "");
  EXPECT_TRUE(problems.any());
}

TEST(PageScripts, are_those_whose_sums_the_readme_tells) {
  Problems problems;
  const std::filesystem::path folder = std::filesystem::path(AZOO_PROJECT_DIR) / "data/page";
  const std::string readme = read_file(folder / "README.md", problems).value_or("");
  int seen = 0;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() != ".js") continue;
    const std::string bytes = read_file(entry.path(), problems).value_or("");
    const std::size_t row = readme.find("| `" + entry.path().filename().string() + "`");
    ASSERT_NE(row, std::string::npos) << entry.path();
    const std::string line = readme.substr(row, readme.find('\n', row) - row);
    EXPECT_NE(line.find("`" + sha256(bytes) + "`"), std::string::npos) << entry.path();
    EXPECT_EQ(bytes.find("</script"), std::string::npos) << entry.path();
    ++seen;
  }
  EXPECT_EQ(seen, 2);
}

}  // namespace
}  // namespace azoo::report
