#include "study/structure_registry.hpp"

#include <algorithm>

namespace azoo::study {

namespace {

std::string in_capitals(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
  return text;
}

}  // namespace

std::vector<std::string> registry_warnings(const docking::Structure& structure,
                                           const screen::Molecule& molecule) {
  std::vector<std::string> warnings;
  if (!molecule.identifier.empty() && !structure.identifier.empty() &&
      in_capitals(structure.identifier) != in_capitals(molecule.identifier))
    warnings.push_back("The study names " + molecule.identifier + ", the file " + structure.file +
                       " says it is " + structure.identifier + ".");
  return warnings;
}

}  // namespace azoo::study
