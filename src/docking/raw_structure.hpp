// What a coordinate file says, line by line and before any rule is applied: the atoms of one model, and the
// file's own names. The readers of PDB and mmCIF make it; residue_grouping.hpp and read_structure.hpp take it
// further.
#pragma once

#include <cstddef>  // for size_t
#include <map>      // for map
#include <string>   // for string
#include <vector>   // for vector

#include "docking/structure.hpp"  // for Entity
#include "docking/vector3.hpp"    // for Vector3

namespace azoo::docking {

struct RawAtom {
  Vector3 position_A;
  double occupancy = 1.0;
  std::string chain;
  std::string residue;  // name
  std::string name;
  std::string element;
  int number = 0;
  int block = 0;  // rises at every TER, so that a chain that begins again is seen
  char insertion = ' ';
  char alternate = ' ';
  bool hetero = false;
};

struct RawStructure {
  std::string title;
  std::string identifier;
  std::vector<Entity> entities;
  std::map<std::string, std::string> parents;  // of modified residues, as the file gives them
  std::vector<RawAtom> atoms;                  // of the chosen model
  std::vector<int> models;                     // numbers of all models, in file order
  int model = 0;                               // the number of the one taken
  std::vector<std::string> notes;              // on the form of the file
};

// Atoms of one model before selection; what is larger is no partner for docking.
inline constexpr std::size_t max_raw_atoms = 1'000'000;
// Coordinates beyond this are a fault, except the marks of atoms that were not placed.
inline constexpr double max_coordinate_A = 10'000.0;
// X-PLOR and CNS write 9999.000 for an atom that has no place.
[[nodiscard]] constexpr bool is_unplaced(const Vector3& at) noexcept {
  return at.x >= 9998.0 && at.y >= 9998.0 && at.z >= 9998.0;
}
// Messages of one kind are given this often.
inline constexpr std::size_t max_messages = 20;

}  // namespace azoo::docking
