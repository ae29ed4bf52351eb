// What the rules did to a file, counted and told in plain sentences.
#pragma once

#include <cstddef>  // for size_t
#include <map>      // for map
#include <string>   // for string
#include <vector>   // for vector

#include "docking/raw_structure.hpp"     // for RawStructure
#include "docking/residue_grouping.hpp"  // for GroupingCounts, AlternateCounts
#include "docking/structure.hpp"         // for Structure

namespace azoo::docking {

struct RuleCounts {
  GroupingCounts grouping;
  AlternateCounts alternates;
  std::size_t hydrogens = 0;
  std::size_t waters = 0;
  std::size_t unplaced = 0;  // atoms at 9999.000
  std::size_t zero_occupancy = 0;
  std::size_t unknown_elements = 0;
  std::size_t same_place = 0;  // atoms that lie exactly on another
  std::size_t renamed_atoms = 0;
  std::map<std::string, std::size_t> buffer;         // residue name and how many
  std::map<std::string, std::size_t> cofactors_out;  // left out as the user asked
};

// In order: the form of the file, what was left out, what was chosen, what is treated as something else, what
// lacks.
[[nodiscard]] std::vector<std::string> rule_notes(const RawStructure& raw, const Structure& structure,
                                                  const RuleCounts& counts);

}  // namespace azoo::docking
