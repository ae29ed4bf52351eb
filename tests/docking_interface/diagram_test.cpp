// The pictures of an interface: what they show, that few lines cross, that they read well by ear, that names
// from files cannot break them.
#include <gtest/gtest.h>

#include <set>

#include "docking_interface/made_result.hpp"
#include "report/docking_scores.hpp"
#include "report/interface_diagram.hpp"
#include "report/interface_layout.hpp"
#include "report/markup_check.hpp"
#include "report/residue_style.hpp"

namespace azoo::report {
namespace {

using docking::BondKind;
using docking::test::made_run;
using docking::test::MadeRun;
using docking::test::two_helices;
using fixture::count_of_text;
using fixture::read_markup;

const docking::Interface& first(const MadeRun& run) {
  return run.interfaces.at(0).interface;
}

TEST(Diagram, shows_every_residue_that_is_joined_and_one_line_a_bond) {
  const MadeRun run = two_helices();
  const docking::Interface& interface = first(run);
  ASSERT_GT(interface.bonds.size(), 0U);
  const DiagramLayout layout = lay_out_diagram(interface, run.receptor, run.ligand, 44);
  EXPECT_EQ(layout.left_out, 0U);
  int salt = 0;
  int hydrogen = 0;
  std::set<std::pair<std::size_t, std::size_t>> seen;
  for (const DiagramLink& link : layout.links) {
    salt += link.salt_bridges;
    hydrogen += link.hydrogen_bonds;
    EXPECT_LT(link.left, layout.left.size());
    EXPECT_LT(link.right, layout.right.size());
    seen.insert({layout.left[link.left].residue, layout.right[link.right].residue});
  }
  EXPECT_EQ(salt, interface.bonds_of(BondKind::salt_bridge));
  EXPECT_EQ(hydrogen, interface.bonds_of(BondKind::hydrogen_bond));
  std::size_t expected = 0;
  for (const docking::ResidueContact& contact : interface.contacts) {
    if (contact.close_pairs == 0) continue;
    ++expected;
    EXPECT_TRUE(seen.contains({contact.receptor_residue, contact.ligand_residue}));
  }
  EXPECT_EQ(seen.size(), expected);
  const std::string svg = interface_diagram_svg("d", interface, run.receptor, run.ligand);
  EXPECT_EQ(read_markup(svg).fault, "");
  for (const docking::InterfaceResidue& each : layout.left)
    EXPECT_NE(svg.find(">" + residue_label(run.receptor.residues[each.residue]) + "<"), std::string::npos);
  const std::string salt_colour(bond_paint(BondKind::salt_bridge).stroke);
  const std::size_t in_legend = 1;
  EXPECT_EQ(count_of_text(svg, "stroke=\"" + salt_colour + "\" stroke-width=\"3.2\""),
            static_cast<std::size_t>(salt) + in_legend);
}

TEST(Diagram, tells_its_bonds_to_readers_who_hear_it) {
  const MadeRun run = two_helices();
  const docking::InterfaceBond& bond = first(run).bonds.at(0);
  const std::string svg = interface_diagram_svg("d", first(run), run.receptor, run.ligand);
  const std::string description = svg.substr(svg.find("<desc"), svg.find("</desc>") - svg.find("<desc"));
  EXPECT_NE(description.find(std::string(to_text(bond.kind))), std::string::npos);
  EXPECT_NE(description.find(
                residue_label(run.receptor.residues[run.receptor.atoms[bond.atoms.receptor_atom].residue])),
            std::string::npos);
}

TEST(Diagram, crossings_count_pairs_that_change_sides) {
  EXPECT_EQ(crossings({{0, 0, 0, 0, 0, 1}, {1, 1, 0, 0, 0, 1}}), 0U);
  EXPECT_EQ(crossings({{0, 1, 0, 0, 0, 1}, {1, 0, 0, 0, 0, 1}}), 1U);
  EXPECT_EQ(crossings({{0, 1, 0, 0, 0, 1}, {0, 0, 0, 0, 0, 1}}), 0U) << "a shared end is no crossing";
  EXPECT_EQ(crossings({{0, 2, 0, 0, 0, 1}, {1, 1, 0, 0, 0, 1}, {2, 0, 0, 0, 0, 1}}), 3U);
}

// A ladder turned upside down: residue k of the receptor touches residue n - 1 - k of the ligand.
TEST(Diagram, untangles_what_can_be_untangled) {
  docking::Structure receptor;
  docking::Structure ligand;
  constexpr int rungs = 12;
  for (int k = 0; k < rungs; ++k) {
    docking::test::add_residue(receptor, "A", k, "ALA", {{"CB", {0, 10.0 * k, 0}}});
    docking::test::add_residue(ligand, "B", k, "ALA", {{"CB", {3.5, 10.0 * (rungs - 1 - k), 0}}});
  }
  const docking::Interface interface = interface_of(receptor, ligand, {}, docking::test::shipped_rules());
  ASSERT_EQ(interface.contacts.size(), static_cast<std::size_t>(rungs));
  const DiagramLayout layout = lay_out_diagram(interface, receptor, ligand, 44);
  EXPECT_EQ(crossings(layout.links), 0U);
  for (const DiagramLink& link : layout.links)
    EXPECT_EQ(layout.left[link.left].residue + layout.right[link.right].residue, rungs - 1U);
}

TEST(Diagram, keeps_the_weightiest_residues_of_a_large_interface_and_says_so) {
  docking::Structure receptor;
  docking::Structure ligand;
  for (int k = 0; k < 60; ++k) {
    docking::test::add_residue(receptor, "A", k, "ALA", {{"CB", {0, 10.0 * k, 0}}});
    docking::test::add_residue(ligand, "B", k, "ALA", {{"CB", {3.5, 10.0 * k, 0}}});
  }
  // The last rung is a salt bridge and must stay.
  docking::test::add_residue(receptor, "A", 100, "LYS", {{"NZ", {0, 700, 0}}});
  docking::test::add_residue(ligand, "B", 100, "GLU", {{"OE1", {3.0, 700, 0}}});
  const docking::Interface interface = interface_of(receptor, ligand, {}, docking::test::shipped_rules());
  const DiagramLayout layout = lay_out_diagram(interface, receptor, ligand, 44);
  EXPECT_EQ(layout.left.size(), 44U);
  EXPECT_EQ(layout.right.size(), 44U);
  EXPECT_EQ(layout.left_out, 2U * 17U);
  const auto is_lysine = [&](const auto& each) { return receptor.residues[each.residue].name == "LYS"; };
  EXPECT_TRUE(std::any_of(layout.left.begin(), layout.left.end(), is_lysine));
  EXPECT_NE(
      interface_diagram_svg("d", interface, receptor, ligand).find("34 residues with the weakest contacts"),
      std::string::npos);
}

TEST(Diagram, takes_hostile_names_and_an_empty_interface) {
  MadeRun run = two_helices();
  run.receptor.name = "<script>\"&";
  for (auto& residue : run.receptor.residues) residue.chain = "<b>";
  const docking::Interface empty =
      interface_of(run.receptor, run.ligand, {{}, {900, 0, 0}}, docking::test::shipped_rules());
  for (const docking::Interface* each : {&first(run), &empty}) {
    for (const std::string& svg : {interface_diagram_svg("d", *each, run.receptor, run.ligand),
                                   interface_overview_svg("o", *each, run.receptor, run.ligand)}) {
      EXPECT_EQ(read_markup(svg).fault, "");
      EXPECT_EQ(svg.find("<script"), std::string::npos);
      EXPECT_EQ(svg.find("nan"), std::string::npos);
      EXPECT_EQ(svg.find("inf"), std::string::npos);
    }
  }
}

TEST(Diagram, every_class_has_a_colour_and_a_mark_of_its_own) {
  std::set<std::string_view> colours;
  std::set<std::string_view> marks;
  for (const docking::ResidueClass kind : residue_classes) {
    colours.insert(residue_style(kind).colour);
    marks.insert(residue_style(kind).mark);
  }
  EXPECT_EQ(colours.size(), residue_classes.size());
  EXPECT_EQ(marks.size(), residue_classes.size());
}

TEST(ScorePictures, mark_clusters_near_the_reference_and_take_empty_results) {
  const MadeRun run = two_helices();
  for (const std::string& svg :
       {scores_by_rank_svg(run.result, run.quality), clusters_by_size_svg(run.result, run.quality)}) {
    EXPECT_EQ(read_markup(svg).fault, "");
    EXPECT_NE(svg.find("The first cluster near the reference is 1."), std::string::npos);
    EXPECT_NE(svg.find("arbitrary units"), std::string::npos);
  }
  EXPECT_EQ(clusters_by_size_svg(run.result, {}).find("reference"), std::string::npos);
  const docking::DockResult none;
  EXPECT_EQ(read_markup(scores_by_rank_svg(none, {})).fault, "");
  EXPECT_NE(clusters_by_size_svg(none, {}).find("There are no clusters."), std::string::npos);
}

}  // namespace
}  // namespace azoo::report
