#include "docking/interface_rules.hpp"

#include <cmath>    // for lround
#include <cstddef>  // for size_t

#include "core/csv.hpp"          // for read_csv
#include "core/number_text.hpp"  // for parse_number, parse_integer

namespace azoo::docking {

namespace {

// Columns by name; nothing and a problem when one is missing.
std::vector<std::size_t> columns_of(const CsvTable& table, const std::vector<std::string>& names,
                                    Problems& problems) {
  std::vector<std::size_t> out;
  for (const std::string& name : names) {
    if (const auto column = table.column(name)) {
      out.push_back(*column);
    } else {
      problems.add({table.file, 0, 0}, name, "no such column", "a table with this column");
    }
  }
  return out.size() == names.size() ? out : std::vector<std::size_t>{};
}

}  // namespace

InterfaceRules::InterfaceRules(const ParameterSet& parameters, const std::filesystem::path& folder,
                               Problems& problems) {
  const auto distance = [&](const char* name) { return parameters.value(name, "A"); };
  limits_.contact_A = distance("interface.contact.distance");
  limits_.close_A = distance("interface.contact.close_distance");
  limits_.clash_A = distance("interface.clash.distance");
  limits_.hydrogen_bond_A = distance("interface.hydrogen_bond.distance");
  limits_.smallest_angle_deg = parameters.value("interface.hydrogen_bond.smallest_angle", "degrees");
  limits_.salt_bridge_A = distance("interface.salt_bridge.distance");
  limits_.disulfide_A = distance("interface.disulfide.distance");
  limits_.covalent_A = distance("interface.covalent_bond.distance");
  probe_.radius_A = distance("interface.surface.probe_radius");
  probe_.points = static_cast<std::size_t>(std::lround(parameters.value("interface.surface.points", "1")));
  read_radii(folder / "atom-radii.csv", problems);
  read_roles(folder / "polar-atoms.csv", problems);
}

bool InterfaceRules::Pattern::fits(const Residue& where, const Atom& what) const {
  if (atom != "*" && atom != what.name) return false;
  if (element != "*" && element != what.element) return false;
  if (residue == "*") return true;
  if (residue == "amino_acid") return where.kind == ResidueKind::amino_acid;
  if (residue == "nucleotide") return where.kind == ResidueKind::nucleotide;
  if (residue == "other")
    return where.kind != ResidueKind::amino_acid && where.kind != ResidueKind::nucleotide;
  return residue == where.parent;
}

void InterfaceRules::read_radii(const std::filesystem::path& file, Problems& problems) {
  const CsvTable table = read_csv(file, problems);
  if (table.header.empty()) return;
  const auto at = columns_of(table, {"residue", "atom", "element", "radius_A"}, problems);
  if (at.empty()) return;
  for (std::size_t r = 0; r < table.rows.size(); ++r) {
    const auto& row = table.rows[r];
    const auto radius = parse_number(row[at[3]]);
    if (!radius || *radius <= 0.0) {
      problems.add(table.place(r), "radius_A", row[at[3]], "a number above 0");
      continue;
    }
    radii_.push_back({{row[at[0]], row[at[1]], row[at[2]]}, *radius});
  }
}

void InterfaceRules::read_roles(const std::filesystem::path& file, Problems& problems) {
  const CsvTable table = read_csv(file, problems);
  if (table.header.empty()) return;
  const auto at = columns_of(table, {"residue", "atom", "element", "donor", "acceptor", "charge"}, problems);
  if (at.empty()) return;
  for (std::size_t r = 0; r < table.rows.size(); ++r) {
    const auto& row = table.rows[r];
    const auto donor = parse_integer(row[at[3]]);
    const auto acceptor = parse_integer(row[at[4]]);
    const auto charge = parse_integer(row[at[5]]);
    if (!donor || !acceptor || !charge || *charge < -1 || *charge > 1) {
      problems.add(table.place(r), "donor, acceptor, charge",
                   row[at[3]] + ", " + row[at[4]] + ", " + row[at[5]], "0 or 1, 0 or 1, -1 to 1");
      continue;
    }
    roles_.push_back(
        {{row[at[0]], row[at[1]], row[at[2]]}, {*donor != 0, *acceptor != 0, static_cast<int>(*charge)}});
  }
}

double InterfaceRules::radius_A(const Residue& residue, const Atom& atom) const {
  for (const RadiusRow& row : radii_)
    if (row.pattern.fits(residue, atom)) return row.radius_A;
  return 0.0;
}

PolarRole InterfaceRules::role(const Residue& residue, const Atom& atom) const {
  for (const RoleRow& row : roles_)
    if (row.pattern.fits(residue, atom)) return row.role;
  return {};
}

}  // namespace azoo::docking
