#include "docking/interface_tables.hpp"

#include <cmath>  // for llround

#include "core/csv.hpp"          // for csv_line
#include "core/number_text.hpp"  // for to_text

namespace azoo::docking {

namespace {

using Fields = std::vector<std::string>;

// Rounded, in the shortest form.
std::string fixed(double value, int decimals) {
  double scale = 1.0;
  for (int i = 0; i < decimals; ++i) scale *= 10.0;
  return azoo::to_text(static_cast<double>(std::llround(value * scale)) / scale);
}

void add_residue(Fields& fields, const Residue& residue) {
  fields.push_back(residue.chain);
  fields.push_back(std::to_string(residue.number));
  fields.push_back(residue.insertion == ' ' ? "" : std::string(1, residue.insertion));
  fields.push_back(residue.name);
}

void add_residue_names(Fields& fields, const std::string& prefix) {
  for (const char* part : {"chain", "number", "insertion", "residue"}) fields.push_back(prefix + part);
}

void add_rows(std::string& out, std::size_t cluster, const char* partner, const Structure& structure,
              const InterfaceSide& side) {
  for (const InterfaceResidue& row : side.residues) {
    Fields fields{std::to_string(cluster), partner};
    add_residue(fields, structure.residues[row.residue]);
    fields.emplace_back(to_text(row.kind));
    for (const int count : {row.contacts, row.salt_bridges, row.disulfides, row.hydrogen_bonds})
      fields.push_back(std::to_string(count));
    fields.push_back(fixed(row.free_A2, 1));
    fields.push_back(fixed(row.buried_A2, 1));
    out += csv_line(fields);
  }
}

std::string giver_text(Giver giver) {
  switch (giver) {
    case Giver::receptor:
      return "receptor";
    case Giver::ligand:
      return "ligand";
    case Giver::either:
      return "either";
    case Giver::none:
      break;
  }
  return "";
}

}  // namespace

std::string interface_residues_csv(const Structure& receptor, const Structure& ligand,
                                   const std::vector<RankedInterface>& interfaces) {
  std::string out =
      csv_line({"cluster", "partner", "chain", "number", "insertion", "residue", "class", "contacts",
                "salt_bridges", "disulfides", "hydrogen_bonds", "free_area_A2", "buried_area_A2"});
  for (const RankedInterface& each : interfaces) {
    add_rows(out, each.cluster, "receptor", receptor, each.interface.receptor);
    add_rows(out, each.cluster, "ligand", ligand, each.interface.ligand);
  }
  return out;
}

std::string interface_contacts_csv(const Structure& receptor, const Structure& ligand,
                                   const std::vector<RankedInterface>& interfaces) {
  Fields header{"cluster"};
  add_residue_names(header, "receptor_");
  add_residue_names(header, "ligand_");
  for (const char* name : {"receptor_atom", "ligand_atom", "distance_A", "close_pairs", "clashes"})
    header.emplace_back(name);
  std::string out = csv_line(header);
  for (const RankedInterface& each : interfaces) {
    for (const ResidueContact& contact : each.interface.contacts) {
      Fields fields{std::to_string(each.cluster)};
      add_residue(fields, receptor.residues[contact.receptor_residue]);
      add_residue(fields, ligand.residues[contact.ligand_residue]);
      fields.push_back(receptor.atoms[contact.nearest.receptor_atom].name);
      fields.push_back(ligand.atoms[contact.nearest.ligand_atom].name);
      fields.push_back(fixed(contact.nearest.distance_A, 2));
      fields.push_back(std::to_string(contact.close_pairs));
      fields.push_back(std::to_string(contact.clashes));
      out += csv_line(fields);
    }
  }
  return out;
}

std::string interface_bonds_csv(const Structure& receptor, const Structure& ligand,
                                const std::vector<RankedInterface>& interfaces) {
  Fields header{"cluster", "kind"};
  add_residue_names(header, "receptor_");
  header.emplace_back("receptor_atom");
  add_residue_names(header, "ligand_");
  for (const char* name : {"ligand_atom", "distance_A", "donor", "receptor_angle_deg", "ligand_angle_deg"})
    header.emplace_back(name);
  std::string out = csv_line(header);
  for (const RankedInterface& each : interfaces) {
    for (const InterfaceBond& bond : each.interface.bonds) {
      const Atom& left = receptor.atoms[bond.atoms.receptor_atom];
      const Atom& right = ligand.atoms[bond.atoms.ligand_atom];
      const bool has_angles = bond.kind == BondKind::hydrogen_bond;
      Fields fields{std::to_string(each.cluster), std::string(to_text(bond.kind))};
      add_residue(fields, receptor.residues[left.residue]);
      fields.push_back(left.name);
      add_residue(fields, ligand.residues[right.residue]);
      fields.push_back(right.name);
      fields.push_back(fixed(bond.atoms.distance_A, 2));
      fields.push_back(giver_text(bond.giver));
      fields.push_back(has_angles ? fixed(bond.receptor_angle_deg, 0) : "");
      fields.push_back(has_angles ? fixed(bond.ligand_angle_deg, 0) : "");
      out += csv_line(fields);
    }
  }
  return out;
}

}  // namespace azoo::docking
