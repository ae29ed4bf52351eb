#include "docking/restraints_file.hpp"

#include <cmath>
#include <vector>

#include "docking/residue_range.hpp"

namespace azoo::docking {

namespace {

constexpr std::string_view residue_example =
    R"("A:35", "A:10-20" or "A:5-40B": chain, number, insertion code)";

// A list of residues that must not be empty; every item is looked at.
std::vector<std::string> residues_of(TomlReader& table, std::string_view key, Problems& problems) {
  std::vector<std::string> residues = table.texts(key);
  const TomlValue* raw = table.raw(key);
  if (raw == nullptr) return residues;
  if (raw->map() != nullptr) raw = raw->map()->find("value");
  const TomlArray* items = raw == nullptr ? nullptr : raw->array();
  if (items == nullptr) return residues;
  if (items->empty()) table.fault(key, "at least one residue, such as " + std::string(residue_example));
  for (std::size_t i = 0; i < items->size(); ++i) {
    const auto* text = std::get_if<std::string>(&(*items)[i].data);
    if (text == nullptr || is_residue_range(*text)) continue;  // another kind of value has been told of
    problems.add((*items)[i].place, table.field(key) + "." + std::to_string(i), describe((*items)[i]),
                 std::string(residue_example));
  }
  return residues;
}

SiteMask mask_of(TomlReader& table, Problems& problems) {
  SiteMask mask;
  mask.partner = table.word_or("partner", "receptor", {"receptor", "ligand"}) == "ligand" ? Partner::ligand
                                                                                          : Partner::receptor;
  mask.attract = table.word("effect", {"attract", "block"}) == "attract";
  mask.residues = residues_of(table, "residues", problems);
  table.finish();
  return mask;
}

DistanceRestraint distance_of(TomlReader& table, Problems& problems) {
  DistanceRestraint distance;
  distance.receptor_residues = residues_of(table, "receptor_residues", problems);
  distance.ligand_residues = residues_of(table, "ligand_residues", problems);
  distance.min_A = table.number_or("min_A", 0.0, not_negative);
  distance.max_A = table.number("max_A", positive);
  if (distance.min_A > distance.max_A) table.fault("max_A", "a number of at least min_A");
  table.finish();
  return distance;
}

void read_vector(TomlReader& table, std::string_view key, double (&out)[3]) {
  const std::vector<double> numbers = table.numbers(key, any_number);
  if (numbers.size() != std::size(out)) {
    if (table.has(key)) table.fault(key, "three numbers: x, y and z");
    return;
  }
  for (std::size_t i = 0; i < std::size(out); ++i) out[i] = numbers[i];
}

Membrane membrane_of(TomlReader table) {
  Membrane membrane;
  membrane.present = true;
  read_vector(table, "centre_A", membrane.centre_A);
  read_vector(table, "normal", membrane.normal);
  const double size = std::hypot(membrane.normal[0], membrane.normal[1], membrane.normal[2]);
  if (size == 0.0) table.fault("normal", "three numbers that are not all zero");
  membrane.half_thickness_A = table.number("half_thickness_A", positive);
  membrane.along_normal = table.word_or("side", "outside", {"outside", "inside"}) == "outside";
  table.finish();
  return membrane;
}

}  // namespace

bool is_residue_range(std::string_view text) {
  // A chain alone is more likely a forgotten colon than meant.
  return text.find(':') != std::string_view::npos && parse_residue_range(text).has_value();
}

Restraints read_restraints(TomlReader& table, Problems& problems) {
  Restraints restraints;
  for (TomlReader& mask : table.tables("mask", false)) restraints.masks.push_back(mask_of(mask, problems));
  for (TomlReader& distance : table.tables("distance", false))
    restraints.distances.push_back(distance_of(distance, problems));
  // Asked for before it is looked at, so that it counts as known.
  if (table.raw("membrane") != nullptr) restraints.membrane = membrane_of(table.table("membrane"));
  return restraints;
}

Restraints read_restraints(TomlValue& table, const std::string& path, Problems& problems) {
  TomlReader reader(table, path, problems);
  Restraints restraints = read_restraints(reader, problems);
  reader.finish();
  return restraints;
}

Restraints read_restraints_file(const std::filesystem::path& file, Problems& problems) {
  const std::size_t before = problems.list().size();
  TomlValue root = read_toml(file, problems);
  if (problems.list().size() > before) return {};
  Restraints restraints = read_restraints(root, "", problems);
  if (restraints.masks.empty() && restraints.distances.empty() && !restraints.membrane.present &&
      problems.list().size() == before)
    problems.add({file.string(), 0, 0}, "", "a file without restraints",
                 "at least one [[mask]], [[distance]] or [membrane]");
  return restraints;
}

}  // namespace azoo::docking
