#include <cmath>  // for llround
#include <set>    // for set

#include "core/json_text.hpp"    // for json_text
#include "core/number_text.hpp"  // for to_text
#include "report/residue_style.hpp"
#include "report/script_text.hpp"
#include "report/structure_view.hpp"

namespace azoo::report {

namespace {

using docking::Structure;

// To 0.01 A, which a screen cannot tell from more.
std::string coarse(double value) {
  return to_text(static_cast<double>(std::llround(value * 100.0)) / 100.0);
}

bool is_backbone(const std::string& name) {
  static const std::set<std::string> names = {"N",   "CA",  "C",   "O",   "P",  "O3'",
                                              "O5'", "C3'", "C4'", "C5'", "C1'"};
  return names.contains(name);
}

// Which atoms of a partner go into the page, and their numbers there.
struct Shown {
  std::vector<std::size_t> atoms;   // of the structure
  std::vector<std::size_t> number;  // by atom of the structure
};

Shown shown_atoms(const Structure& structure, const std::set<std::size_t>& in_contact, bool all) {
  Shown shown;
  shown.number.resize(structure.atoms.size());
  for (std::size_t a = 0; a < structure.atoms.size(); ++a) {
    const docking::Atom& atom = structure.atoms[a];
    if (!all && !is_backbone(atom.name) && !in_contact.contains(atom.residue)) continue;
    shown.number[a] = shown.atoms.size();
    shown.atoms.push_back(a);
  }
  return shown;
}

// {"colour", "residues": [[chain, label, name, not a chain's link, gap before]], "atoms": [[residue, name, x,
// y, z, element if it is not the name's first letter]]}
std::string partner_json(const Structure& structure, const Shown& shown, std::string_view colour) {
  std::string out = "{\"colour\":" + json_text(colour) + ",\"residues\":[";
  for (std::size_t r = 0; r < structure.residues.size(); ++r) {
    const docking::Residue& residue = structure.residues[r];
    const bool polymer =
        residue.kind == docking::ResidueKind::amino_acid || residue.kind == docking::ResidueKind::nucleotide;
    // 3Dmol knows standard names only, by which it draws ribbons.
    const std::string& name = polymer && !residue.parent.empty() ? residue.parent : residue.name;
    out += (r == 0 ? "[" : ",[") + json_text(residue.chain) + "," + json_text(residue_label(residue)) + "," +
           json_text(name) + (polymer ? ",0," : ",1,") + (residue.starts_fragment ? "1]" : "0]");
  }
  out += "],\n\"atoms\":[";
  bool first = true;
  for (const std::size_t a : shown.atoms) {
    const docking::Atom& atom = structure.atoms[a];
    out += (first ? "[" : ",[") + std::to_string(atom.residue) + "," + json_text(atom.name) + "," +
           coarse(atom.position_A.x) + "," + coarse(atom.position_A.y) + "," + coarse(atom.position_A.z);
    if (atom.element != atom.name.substr(0, 1)) out += "," + json_text(atom.element);
    out += "]";
    first = false;
  }
  return out + "]}";
}

std::string list_json(const std::vector<std::string>& items) {
  std::string out = "[";
  for (const std::string& item : items) out += (out.size() > 1 ? "," : "") + item;
  return out + "]";
}

std::string contacts_json(const docking::InterfaceSide& side) {
  std::vector<std::string> items;
  for (const docking::InterfaceResidue& each : side.residues)
    if (each.contacts > 0) items.push_back(std::to_string(each.residue));
  return list_json(items);
}

std::string pose_json(const docking::RankedInterface& ranked, const Shown& receptor, const Shown& ligand) {
  const docking::RigidMotion& pose = ranked.interface.pose;
  std::vector<std::string> rotation;
  for (const docking::Vector3& row : docking::matrix_of(pose.rotation).rows)
    for (const double value : {row.x, row.y, row.z}) rotation.push_back(to_text(value));
  std::vector<std::string> bonds;
  for (const docking::InterfaceBond& bond : ranked.interface.bonds) {
    bonds.push_back("[" + std::to_string(static_cast<int>(bond.kind)) + "," +
                    std::to_string(receptor.number[bond.atoms.receptor_atom]) + "," +
                    std::to_string(ligand.number[bond.atoms.ligand_atom]) + "]");
  }
  return "{\"label\":" + json_text("Cluster " + std::to_string(ranked.cluster)) +
         ",\"rotation\":" + list_json(rotation) + ",\"shift\":" +
         list_json({to_text(pose.shift_A.x), to_text(pose.shift_A.y), to_text(pose.shift_A.z)}) +
         ",\"receptor\":" + contacts_json(ranked.interface.receptor) +
         ",\"ligand\":" + contacts_json(ranked.interface.ligand) + ",\"bonds\":" + list_json(bonds) + "}";
}

std::set<std::size_t> contact_residues(const std::vector<docking::RankedInterface>& interfaces,
                                       docking::InterfaceSide docking::Interface::*side) {
  std::set<std::size_t> out;
  for (const docking::RankedInterface& ranked : interfaces)
    for (const docking::InterfaceResidue& each : (ranked.interface.*side).residues)
      if (each.contacts > 0) out.insert(each.residue);
  return out;
}

}  // namespace

std::string structure_view_data(const Structure& receptor, const Structure& ligand,
                                const std::vector<docking::RankedInterface>& interfaces,
                                std::size_t most_atoms) {
  const bool all = receptor.atoms.size() + ligand.atoms.size() <= most_atoms;
  const Shown left = shown_atoms(receptor, contact_residues(interfaces, &docking::Interface::receptor), all);
  const Shown right = shown_atoms(ligand, contact_residues(interfaces, &docking::Interface::ligand), all);
  std::vector<std::string> poses;
  for (const docking::RankedInterface& ranked : interfaces) poses.push_back(pose_json(ranked, left, right));
  std::vector<std::string> colours;  // by kind of bond
  for (const auto kind :
       {docking::BondKind::salt_bridge, docking::BondKind::disulfide, docking::BondKind::hydrogen_bond})
    colours.push_back(json_text(bond_paint(kind).stroke));
  return script_text("{\"receptor\":" + partner_json(receptor, left, receptor_colour) +
                     ",\n\"ligand\":" + partner_json(ligand, right, ligand_colour) +
                     ",\n\"bonds\":" + list_json(colours) + ",\n\"poses\":" + list_json(poses) + "}");
}

}  // namespace azoo::report
