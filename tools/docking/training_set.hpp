// The complexes that the potential and the weights are derived from: receptor, ligand and reference of each.
#pragma once

#include <filesystem>  // for path
#include <string>      // for string
#include <vector>      // for vector

#include "docking/evaluation.hpp"  // for ReferenceComplex
#include "docking/structure.hpp"   // for Structure

namespace azoo::docking {

struct Complex {
  std::string name;
  Structure receptor;
  Structure ligand;
  ReferenceComplex reference;
};

// Names of the folders below `folder`, sorted.
[[nodiscard]] std::vector<std::string> complex_names(const std::filesystem::path& folder);
// Throws InputError.
[[nodiscard]] Complex load_complex(const std::filesystem::path& folder, const std::string& name);

}  // namespace azoo::docking
