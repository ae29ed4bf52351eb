#include "report/interface_diagram.hpp"

#include <algorithm>  // for max

#include "report/interface_layout.hpp"
#include "report/number_style.hpp"
#include "report/residue_style.hpp"
#include "report/svg_canvas.hpp"

namespace azoo::report {

namespace {

using docking::BondKind;
using docking::InterfaceResidue;
using docking::Structure;

constexpr double width = 760.0;
constexpr std::size_t most_in_a_column = 44;
constexpr double top = 62.0;
constexpr double row_height = 23.0;
constexpr double box_width = 128.0;
constexpr double box_height = 18.0;
constexpr double left_box = 96.0;  // left edge of the receptor's boxes
constexpr double right_box = width - left_box - box_width;
constexpr double badge = 9.0;
constexpr double legend_height = 152.0;

// The shorter column is spread over the height of the longer.
double place_of(std::size_t row, std::size_t rows, double height) {
  return top +
         height * (static_cast<double>(row) + 0.5) / static_cast<double>(std::max<std::size_t>(rows, 1));
}

void draw_badge(SvgCanvas& canvas, Point centre, const ResidueStyle& style) {
  canvas.circle(centre, badge, {.fill = style.colour, .stroke = ink, .stroke_width = 0.8});
  canvas.text({centre.x, centre.y + 4.5}, style.mark,
              {.size = 13.0, .anchor = "middle", .bold = true, .fill = style.mark_colour});
}

void draw_residue(SvgCanvas& canvas, const InterfaceResidue& residue, const Structure& structure, double x,
                  double y, bool on_the_left) {
  const ResidueStyle& style = residue_style(residue.kind);
  canvas.rect(x, y - 0.5 * box_height, box_width, box_height, {.fill = paper_white}, 8.0);
  canvas.rect(x, y - 0.5 * box_height, box_width, box_height, {.fill = style.colour, .opacity = 0.25}, 8.0);
  canvas.rect(x, y - 0.5 * box_height, box_width, box_height, {.stroke = style.colour, .stroke_width = 1.6},
              8.0);
  draw_badge(canvas, {on_the_left ? x + 2.0 : x + box_width - 2.0, y}, style);
  canvas.text({x + 0.5 * box_width, y + 4.5},
              shorten(residue_label(structure.residues[residue.residue]), box_width - 26.0, 13.0),
              {.size = 13.0, .anchor = "middle"});
  const std::string area = number(residue.buried_A2, 2) + " Å²";
  canvas.text({on_the_left ? x - 13.0 : x + box_width + 13.0, y + 4.0}, area,
              {.size = 11.0, .anchor = on_the_left ? "end" : "start", .fill = soft_ink});
}

// Bonds side by side, the contact line alone where there is none.
void draw_link(SvgCanvas& canvas, const DiagramLink& link, double left_y, double right_y) {
  const double from = left_box + box_width;
  const auto stroke = [&](double offset, const Paint& paint) {
    canvas.line({from, left_y + offset}, {right_box, right_y + offset}, paint);
  };
  std::vector<Paint> strokes;
  for (int k = 0; k < link.salt_bridges; ++k) strokes.push_back(bond_paint(BondKind::salt_bridge));
  for (int k = 0; k < link.disulfides; ++k) strokes.push_back(bond_paint(BondKind::disulfide));
  for (int k = 0; k < link.hydrogen_bonds; ++k) strokes.push_back(bond_paint(BondKind::hydrogen_bond));
  if (strokes.empty()) {
    stroke(0.0, contact_paint(link.close_pairs));
    return;
  }
  constexpr double gap = 3.6;
  double offset = -0.5 * gap * static_cast<double>(strokes.size() - 1);
  for (const Paint& paint : strokes) {
    stroke(offset, paint);
    offset += gap;
  }
}

void draw_heading(SvgCanvas& canvas, double x, const std::string& role, const Structure& structure,
                  std::size_t residues) {
  canvas.text({x + 0.5 * box_width, 20.0}, shorten(role + ": " + structure.name, 300.0, 14.0),
              {.size = 14.0, .anchor = "middle", .bold = true});
  canvas.text({x + 0.5 * box_width, 38.0},
              plural(static_cast<int>(residues), "residue", "residues") + ", surface lost",
              {.size = 12.0, .anchor = "middle", .fill = soft_ink});
}

void draw_legend(SvgCanvas& canvas, double y) {
  const struct {
    Paint paint;
    const char* words;
  } lines[] = {{bond_paint(BondKind::salt_bridge), "salt bridge"},
               {bond_paint(BondKind::disulfide), "disulfide"},
               {bond_paint(BondKind::hydrogen_bond), "hydrogen bond"},
               {contact_paint(3), "atoms near each other"},
               {contact_paint(16), "many of them"}};
  canvas.line({20.0, y}, {width - 20.0, y}, {.stroke = grid_grey});
  double x = 20.0;
  for (const auto& each : lines) {
    canvas.line({x, y + 18.0}, {x + 34.0, y + 18.0}, each.paint);
    canvas.text({x + 40.0, y + 22.0}, each.words, {.size = 12.0});
    x += 52.0 + text_width(each.words, 12.0);
  }
  for (std::size_t k = 0; k < residue_classes.size(); ++k) {
    const ResidueStyle& style = residue_style(residue_classes[k]);
    const Point at{30.0 + (k % 2 == 0 ? 0.0 : 370.0), y + 46.0 + 24.0 * static_cast<double>(k / 2)};
    draw_badge(canvas, at, style);
    canvas.text({at.x + 17.0, at.y + 4.5}, style.label, {.size = 12.0});
  }
}

std::string description(const docking::Interface& interface, const Structure& receptor,
                        const Structure& ligand) {
  std::string words;
  std::string_view last;
  for (const docking::InterfaceBond& bond : interface.bonds) {
    const std::string_view kind = to_text(bond.kind);
    words += kind == last ? "; " : (words.empty() ? "" : ". ") + std::string(kind) + ": ";
    last = kind;
    const auto& left = receptor.residues[receptor.atoms[bond.atoms.receptor_atom].residue];
    const auto& right = ligand.residues[ligand.atoms[bond.atoms.ligand_atom].residue];
    words += residue_label(left) + " to " + residue_label(right) + ", " + number(bond.atoms.distance_A, 2) +
             " ångström";
  }
  if (words.empty()) words = "No bonds, contacts only";
  return "Receptor residues on the left, ligand residues on the right. " + words +
         ". Every contact is in the table of contacts.";
}

}  // namespace

std::string interface_diagram_svg(const std::string& name, const docking::Interface& interface,
                                  const Structure& receptor, const Structure& ligand) {
  const DiagramLayout layout = lay_out_diagram(interface, receptor, ligand, most_in_a_column);
  const std::size_t rows = std::max({layout.left.size(), layout.right.size(), std::size_t{2}});
  const double height = row_height * static_cast<double>(rows);
  const double legend = top + height + (layout.left_out > 0 ? 34.0 : 14.0);
  SvgCanvas canvas(name, width, legend + legend_height,
                   "Contacts between " + receptor.name + " and " + ligand.name,
                   description(interface, receptor, ligand));
  const auto left_y = [&](std::size_t row) { return place_of(row, layout.left.size(), height); };
  const auto right_y = [&](std::size_t row) { return place_of(row, layout.right.size(), height); };
  // Contacts first, so that bonds lie above them.
  for (const bool bonded : {false, true}) {
    for (const DiagramLink& link : layout.links) {
      if ((link.salt_bridges + link.disulfides + link.hydrogen_bonds > 0) == bonded)
        draw_link(canvas, link, left_y(link.left), right_y(link.right));
    }
  }
  draw_heading(canvas, left_box, "Receptor", receptor, layout.left.size());
  draw_heading(canvas, right_box, "Ligand", ligand, layout.right.size());
  for (std::size_t k = 0; k < layout.left.size(); ++k)
    draw_residue(canvas, layout.left[k], receptor, left_box, left_y(k), true);
  for (std::size_t k = 0; k < layout.right.size(); ++k)
    draw_residue(canvas, layout.right[k], ligand, right_box, right_y(k), false);
  if (layout.left.empty())
    canvas.text({0.5 * width, top + 0.5 * height}, "No atoms of the partners are near each other.",
                {.anchor = "middle"});
  if (layout.left_out > 0) {
    canvas.text({0.5 * width, top + height + 16.0},
                plural(static_cast<int>(layout.left_out), "residue", "residues") +
                    " with the weakest contacts left out; see the tables.",
                {.size = 12.0, .anchor = "middle", .fill = soft_ink});
  }
  draw_legend(canvas, legend);
  return canvas.finish();
}

}  // namespace azoo::report
