#include "report/docking_sections.hpp"
#include "report/number_style.hpp"
#include "report/report_sections.hpp"
#include "report/residue_style.hpp"

namespace azoo::report {

namespace {

using docking::BondKind;
using docking::Interface;
using docking::Structure;

std::string giver_words(docking::Giver giver) {
  switch (giver) {
    case docking::Giver::receptor:
      return "receptor";
    case docking::Giver::ligand:
      return "ligand";
    case docking::Giver::either:
      return "either";
    case docking::Giver::none:
      break;
  }
  return "–";
}

Markup bonds_table(const docking::RankedInterface& ranked, const Structure& receptor,
                   const Structure& ligand) {
  const Interface& interface = ranked.interface;
  if (interface.bonds.empty())
    return paragraph("No hydrogen bond, salt bridge or disulfide meets the limits.");
  HtmlTable table("Bonds of cluster " + std::to_string(ranked.cluster),
                  {"Kind", "Receptor", "Atom", "Ligand", "Atom", "Distance, Å", "Hydrogen from"});
  for (const docking::InterfaceBond& bond : interface.bonds) {
    const docking::Atom& left = receptor.atoms[bond.atoms.receptor_atom];
    const docking::Atom& right = ligand.atoms[bond.atoms.ligand_atom];
    table.row(std::vector<std::string>{std::string(to_text(bond.kind)),
                                       residue_label(receptor.residues[left.residue]), left.name,
                                       residue_label(ligand.residues[right.residue]), right.name,
                                       number(bond.atoms.distance_A, 3), giver_words(bond.giver)});
  }
  return table.finish("long");
}

void add_residues(HtmlTable& table, const std::string& heading, const Structure& structure,
                  const docking::InterfaceSide& side) {
  table.group(heading);
  for (const docking::InterfaceResidue& each : side.residues) {
    if (each.contacts == 0) continue;
    table.row(std::vector<std::string>{residue_label(structure.residues[each.residue]),
                                       std::string(to_text(each.kind)), std::to_string(each.contacts),
                                       std::to_string(each.hydrogen_bonds), std::to_string(each.salt_bridges),
                                       number(each.free_A2, 3), number(each.buried_A2, 3)});
  }
}

Markup residues_table(const docking::RankedInterface& ranked, const Structure& receptor,
                      const Structure& ligand) {
  HtmlTable table("Residues in contact in cluster " + std::to_string(ranked.cluster),
                  {"Residue", "Class", "Residues touched", "Hydrogen bonds", "Salt bridges",
                   "Surface alone, Å²", "Surface lost, Å²"});
  add_residues(table, "Receptor: " + receptor.name, receptor, ranked.interface.receptor);
  add_residues(table, "Ligand: " + ligand.name, ligand, ranked.interface.ligand);
  return table.finish("long");
}

Markup one_interface(const DockingPageInput& input, const docking::RankedInterface& ranked,
                     const std::vector<Figure>& figures) {
  const std::string prefix = "interface-" + std::to_string(ranked.cluster);
  const std::string missing = "This picture is missing.";
  Markup out = figure_named(figures, prefix + "-overview", missing) +
               figure_named(figures, prefix + "-diagram", missing);
  if (ranked.interface.clashes > 0) {
    out += note(plural(ranked.interface.clashes, "pair of atoms is", "pairs of atoms are") + " nearer than " +
                exact(input.rules.limits().clash_A) +
                " Å without a bond: both partners are rigid, and side chains that would give "
                "way do not.");
  }
  return out + bonds_table(ranked, input.receptor, input.ligand) +
         residues_table(ranked, input.receptor, input.ligand);
}

Markup limits_note(const docking::InterfaceRules& rules) {
  const docking::ContactLimits& limits = rules.limits();
  return note("Residues in contact: any two heavy atoms nearer than " + exact(limits.contact_A) +
              " Å. Atoms near each other: nearer than " + exact(limits.close_A) +
              " Å. Hydrogen bond: donor and acceptor nearer than " + exact(limits.hydrogen_bond_A) +
              " Å, no bound atom at an angle below " + exact(limits.smallest_angle_deg) +
              " degrees. Salt bridge: charges of side chains nearer than " + exact(limits.salt_bridge_A) +
              " Å, one a pair of residues. Surface: what a probe of " + exact(rules.probe().radius_A) +
              " Å touches (Shrake and Rupley 1973). Limits and their sources: data/docking/interface.toml. "
              "All contacts: "
              "interface_contacts.csv.");
}

}  // namespace

Markup interface_section(const DockingPageInput& input, const std::vector<Figure>& figures) {
  if (input.interfaces.empty()) return paragraph("There is no pose whose interface could be shown.");
  Markup out = subheading("Cluster " + std::to_string(input.interfaces.front().cluster)) +
               one_interface(input, input.interfaces.front(), figures);
  for (std::size_t k = 1; k < input.interfaces.size(); ++k) {
    const docking::RankedInterface& ranked = input.interfaces[k];
    const std::string words =
        "Cluster " + std::to_string(ranked.cluster) + ": " +
        std::to_string(ranked.interface.receptor.in_contact) + " and " +
        std::to_string(ranked.interface.ligand.in_contact) + " residues in contact, " +
        plural(ranked.interface.bonds_of(BondKind::hydrogen_bond), "hydrogen bond", "hydrogen bonds") + ", " +
        number(ranked.interface.buried_A2(), 4) + " Å² lost";
    out += element("details", element("summary", text(words)) + one_interface(input, ranked, figures)) +
           Markup{"\n"};
  }
  return out + limits_note(input.rules);
}

}  // namespace azoo::report
