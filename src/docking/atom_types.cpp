#include "docking/atom_types.hpp"

#include <algorithm>  // for lower_bound
#include <set>        // for set

#include "core/csv.hpp"          // for read_csv
#include "core/files.hpp"        // for data_folder
#include "core/number_text.hpp"  // for parse_number

namespace azoo::docking {

std::optional<AtomTypes> AtomTypes::load(Problems& problems) {
  const CsvTable table = read_csv(data_folder() / "docking" / "atom-types.csv", problems);
  if (problems.any()) return std::nullopt;
  if (table.header != std::vector<std::string>{"residue", "atom", "type", "charge_e"}) {
    problems.add({table.file, 0, 0}, "", "other columns", "residue,atom,type,charge_e");
    return std::nullopt;
  }
  AtomTypes types;
  std::set<std::string> names;
  for (const auto& fields : table.rows) names.insert(fields[2]);
  types.names_.assign(names.begin(), names.end());
  for (std::size_t i = 0; i < table.rows.size(); ++i) {
    const auto& fields = table.rows[i];
    const std::optional<double> charge = parse_number(fields[3]);
    if (!charge) problems.add(table.place(i), "charge_e", fields[3], "a number");
    const AtomKind kind{static_cast<std::uint8_t>(*types.index(fields[2])), charge.value_or(0.0)};
    if (!types.rows_.emplace(Key{fields[0], fields[1]}, kind).second)
      problems.add(table.place(i), "atom", fields[0] + " " + fields[1], "each atom once");
  }
  if (!types.rows_.contains({"?", "*"}))
    problems.add({table.file, 0, 0}, "atom", "no row ?,*", "a row for other atoms");
  if (problems.any()) return std::nullopt;
  return types;
}

std::optional<std::size_t> AtomTypes::index(std::string_view name) const {
  const auto at = std::lower_bound(names_.begin(), names_.end(), name);
  if (at == names_.end() || *at != name) return std::nullopt;
  return static_cast<std::size_t>(at - names_.begin());
}

std::optional<AtomKind> AtomTypes::row(const std::string& residue, const std::string& atom) const {
  const auto found = rows_.find({residue, atom});
  if (found == rows_.end()) return std::nullopt;
  return found->second;
}

AtomKind AtomTypes::of(const Residue& residue, const Atom& atom) const {
  if (residue.kind == ResidueKind::amino_acid) {
    // The ends of a chain are charged; the ends left by a gap are not told from them here and stay neutral.
    if (const auto own = row(residue.parent, atom.name)) return *own;
    if (const auto common = row("*", atom.name)) return *common;
  }
  if (const auto element = row("?", atom.element)) return *element;
  return *row("?", "*");
}

}  // namespace azoo::docking
