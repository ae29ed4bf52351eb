// Two helices that the tests make themselves, as files: small enough to be docked in a moment.
#pragma once

#include <filesystem>  // for path
#include <fstream>     // for ofstream
#include <string>      // for string

#include "docking_structures/made_structures.hpp"  // for helix, pdb_text

namespace azoo::docking_command {

// Oily on one side, charged on the other, each with charges against the other's.
inline docking::Structure receptor_helix() {
  return docking::made::helix("ALEKLAKLEELAKELAKLLE", "A");
}
inline docking::Structure ligand_helix() {
  return docking::made::shifted(docking::made::helix("KALKELKALLKKAL", "B"), {31.0, -17.0, 8.0});
}

inline void write_text(const std::filesystem::path& file, const std::string& text) {
  std::ofstream(file, std::ios::binary) << text;
}

// receptor.pdb and ligand.pdb.
inline void write_helices(const std::filesystem::path& folder) {
  write_text(folder / "receptor.pdb", docking::made::pdb_text(receptor_helix()));
  write_text(folder / "ligand.pdb", docking::made::pdb_text(ligand_helix()));
}

}  // namespace azoo::docking_command
