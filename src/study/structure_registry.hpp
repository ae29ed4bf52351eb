// Holds what a structure file says it is against what a study calls it, in sentences for the report.
#pragma once

#include <string>  // for string
#include <vector>  // for vector

#include "core/problem.hpp"       // for Problems
#include "docking/registry.hpp"   // for Registry
#include "docking/structure.hpp"  // for Structure
#include "screen/design.hpp"      // for Molecule

namespace azoo::study {

class StructureRegistry {
 public:
  // Problems: its tables in the data folder are damaged.
  [[nodiscard]] static StructureRegistry load(Problems& problems);

  // Empty when nothing speaks against it.
  [[nodiscard]] std::vector<std::string> warnings(const docking::Structure& structure,
                                                  const screen::Molecule& molecule) const;
  // What can be said of the identifier without its file; empty when nothing speaks against it.
  [[nodiscard]] std::string warning_without_file(const screen::Molecule& molecule) const;

 private:
  // "tetraspanin-28 (CD81)": the registry may know the whole, what stands in brackets, or what stands before.
  [[nodiscard]] std::string known_name(const screen::Molecule& molecule) const;

  docking::Registry registry_;
};

}  // namespace azoo::study
