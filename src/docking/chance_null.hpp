// The unrelated pairs that were docked to learn what chance scores (data/docking/chance-null.csv): one row a
// pair.
#pragma once

#include <string>       // for string
#include <string_view>  // for string_view
#include <vector>       // for vector

#include "core/problem.hpp"        // for Problems
#include "core/table_columns.hpp"  // for columns

namespace azoo::docking {

struct NullPair {
  std::string preset;
  std::string weights;
  std::string receptor;  // the complex it was taken from
  std::string ligand;
  int receptor_atoms = 0;  // heavy atoms
  int ligand_atoms = 0;
  int receptor_residues = 0;  // amino acids
  int ligand_residues = 0;
  double best_score = 0.0;  // of the best pose; arbitrary units, lower is better
  int top_cluster_size = 0;
  double top_cluster_score = 0.0;  // of the pose that stands for the first cluster

  [[nodiscard]] bool same_work(const NullPair& other) const {
    return preset == other.preset && weights == other.weights && receptor == other.receptor &&
           ligand == other.ligand;
  }
};

// Problems: those of tables, and the same work twice.
[[nodiscard]] std::vector<NullPair> read_null_pairs(std::string_view text, const std::string& file,
                                                    Problems& problems);

}  // namespace azoo::docking

namespace azoo {

template <>
[[nodiscard]] const std::vector<Column<docking::NullPair>>& columns<docking::NullPair>();

}  // namespace azoo
