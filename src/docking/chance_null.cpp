#include "docking/chance_null.hpp"

#include <limits>
#include <set>
#include <tuple>

#include "core/table_rows.hpp"  // for table_from_csv

namespace azoo {

template <>
const std::vector<Column<docking::NullPair>>& columns<docking::NullPair>() {
  using namespace field;
  using Row = docking::NullPair;
  const FieldRule count = whole(1, std::numeric_limits<int>::max(), "a whole number from 1 up");
  static const std::vector<Column<Row>> list = {
      {"preset", &Row::preset, some_text("the preset")},
      {"weights", &Row::weights, some_text("the set of weights")},
      {"receptor", &Row::receptor, some_text("the complex whose receptor it is")},
      {"ligand", &Row::ligand, some_text("the complex whose ligand it is")},
      {"receptor_atoms", &Row::receptor_atoms, count},
      {"ligand_atoms", &Row::ligand_atoms, count},
      {"receptor_residues", &Row::receptor_residues, whole_from_zero()},
      {"ligand_residues", &Row::ligand_residues, whole_from_zero()},
      {"best_score", &Row::best_score, finite()},
      {"top_cluster_size", &Row::top_cluster_size, count},
      {"top_cluster_score", &Row::top_cluster_score, finite()},
  };
  return list;
}

namespace docking {

std::vector<NullPair> read_null_pairs(std::string_view text, const std::string& file, Problems& problems) {
  FileProblems found(file, problems);
  LinedTable<NullPair> table = table_from_csv<NullPair>(text, found);
  std::set<std::tuple<std::string, std::string, std::string, std::string>> seen;
  for (std::size_t r = 0; r < table.rows.size(); ++r) {
    const NullPair& row = table.rows[r];
    if (!seen.emplace(row.preset, row.weights, row.receptor, row.ligand).second)
      found.add(table.lines[r], "receptor", row.receptor + " with " + row.ligand + " again",
                "each pair once for a preset and a set of weights");
  }
  return std::move(table.rows);
}

}  // namespace docking
}  // namespace azoo
