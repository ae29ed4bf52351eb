// The names that a PDB file gives in its head: identifier, title, molecules with their chains (COMPND),
// accessions (DBREF) and the parents of modified residues (MODRES). Format: wwPDB, Atomic Coordinate Entry
// Format 3.3.
#pragma once

#include <map>          // for map
#include <string>       // for string
#include <string_view>  // for string_view
#include <vector>       // for vector

#include "docking/raw_structure.hpp"  // for RawStructure

namespace azoo::docking {

// Columns first .. last, counted from 1, without blanks around them; shorter when the line ends before.
[[nodiscard]] std::string pdb_columns(std::string_view line, std::size_t first, std::size_t last);

class PdbHeader {
 public:
  // False when the line belongs to no record of the head.
  bool take(std::string_view line);
  // After the last line.
  void finish(RawStructure& raw) const;

 private:
  void take_reference(std::string_view line);

  std::string identifier_;
  std::string title_;
  std::string compound_;
  std::map<std::string, std::vector<std::string>> accessions_;  // by chain
  std::map<std::string, std::string> parents_;
};

}  // namespace azoo::docking
