#include <algorithm>  // for max
#include <cmath>      // for sqrt

#include "report/interface_diagram.hpp"
#include "report/number_style.hpp"
#include "report/residue_style.hpp"
#include "report/svg_canvas.hpp"

namespace azoo::report {

namespace {

using docking::BondKind;

constexpr double width = 760.0;
constexpr double height = 250.0;
constexpr double largest_disc = 88.0;

int close_pairs(const docking::Interface& interface) {
  int sum = 0;
  for (const docking::ResidueContact& contact : interface.contacts) sum += contact.close_pairs;
  return sum;
}

// Area of the disc as the surface of the partner.
void draw_partner(SvgCanvas& canvas, double x, const char* role, const docking::Structure& structure,
                  const docking::InterfaceSide& side, double largest_A2, std::string_view colour) {
  const double radius = largest_A2 > 0.0 ? largest_disc * std::sqrt(side.free_A2 / largest_A2) : largest_disc;
  const double middle = 128.0;
  canvas.circle({x, middle}, std::max(radius, 30.0),
                {.fill = colour, .stroke = ink, .stroke_width = 1.2, .opacity = 0.55});
  canvas.text({x, 20.0}, shorten(std::string(role) + ": " + structure.name, 300.0, 14.0),
              {.size = 14.0, .anchor = "middle", .bold = true});
  canvas.text({x, middle - 6.0}, plural(side.in_contact, "residue", "residues"),
              {.size = 13.0, .anchor = "middle", .bold = true});
  canvas.text({x, middle + 11.0}, "in contact", {.size = 13.0, .anchor = "middle"});
  canvas.text({x, height - 14.0},
              "loses " + number(side.buried_A2) + " of " + number(side.free_A2, 4) + " Å² of surface",
              {.size = 12.5, .anchor = "middle"});
}

}  // namespace

std::string interface_overview_svg(const std::string& name, const docking::Interface& interface,
                                   const docking::Structure& receptor, const docking::Structure& ligand) {
  struct Row {
    std::string words;
    Paint paint;
    int count;
  };
  const int salt = interface.bonds_of(BondKind::salt_bridge);
  const int disulfides = interface.bonds_of(BondKind::disulfide);
  const int hydrogen = interface.bonds_of(BondKind::hydrogen_bond);
  const int close = close_pairs(interface);
  const std::vector<Row> rows = {
      {plural(salt, "salt bridge", "salt bridges"), bond_paint(BondKind::salt_bridge), salt},
      {plural(disulfides, "disulfide", "disulfides"), bond_paint(BondKind::disulfide), disulfides},
      {plural(hydrogen, "hydrogen bond", "hydrogen bonds"), bond_paint(BondKind::hydrogen_bond), hydrogen},
      {plural(close, "pair of atoms near each other", "pairs of atoms near each other"), contact_paint(8),
       close}};
  std::string words = receptor.name + " has " + plural(interface.receptor.in_contact, "residue", "residues") +
                      " in contact, " + ligand.name + " " + std::to_string(interface.ligand.in_contact) +
                      ". ";
  for (const Row& row : rows) words += row.words + "; ";
  words += "surface lost: " + number(interface.receptor.buried_A2) + " and " +
           number(interface.ligand.buried_A2) + " square ångström.";
  SvgCanvas canvas(name, width, height, "Interface of " + receptor.name + " and " + ligand.name, words);
  const double largest = std::max(interface.receptor.free_A2, interface.ligand.free_A2);
  double y = 62.0;
  for (const Row& row : rows) {
    if (row.count > 0) canvas.line({232.0, y}, {528.0, y}, row.paint);
    canvas.text({380.0, y + 19.0}, row.words,
                {.size = 12.5, .anchor = "middle", .fill = row.count > 0 ? ink : soft_ink});
    y += 40.0;
  }
  draw_partner(canvas, 150.0, "Receptor", receptor, interface.receptor, largest, receptor_colour);
  draw_partner(canvas, 610.0, "Ligand", ligand, interface.ligand, largest, ligand_colour);
  return canvas.finish();
}

}  // namespace azoo::report
