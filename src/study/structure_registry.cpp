#include "study/structure_registry.hpp"

#include <algorithm>

namespace azoo::study {

namespace {

std::string in_capitals(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
  return text;
}

std::string trimmed(const std::string& text) {
  const std::size_t begin = text.find_first_not_of(' ');
  return begin == std::string::npos ? "" : text.substr(begin, text.find_last_not_of(' ') - begin + 1);
}

}  // namespace

StructureRegistry StructureRegistry::load(Problems& problems) {
  StructureRegistry registry;
  registry.registry_ = docking::Registry::load(problems);
  return registry;
}

std::string StructureRegistry::known_name(const screen::Molecule& molecule) const {
  const std::string& called = molecule.called;
  std::vector<std::string> names = {called};
  const std::size_t open = called.rfind('(');
  const std::size_t close = called.rfind(')');
  if (open != std::string::npos && close != std::string::npos && close > open) {
    names.push_back(trimmed(called.substr(open + 1, close - open - 1)));
    names.push_back(trimmed(called.substr(0, open)));
  }
  names.push_back(molecule.name);
  for (const std::string& name : names) {
    if (registry_.find(name) != nullptr) return name;
  }
  return called;
}

std::vector<std::string> StructureRegistry::warnings(const docking::Structure& structure,
                                                     const screen::Molecule& molecule) const {
  std::vector<std::string> warnings;
  const std::string& asked = molecule.identifier;
  if (!asked.empty() && !structure.identifier.empty() &&
      in_capitals(structure.identifier) != in_capitals(asked))
    warnings.push_back("the study names " + asked + ", the file says it is " + structure.identifier);
  const docking::RegistryFinding finding =
      registry_.check(known_name(molecule), asked.empty() ? structure.identifier : asked, structure);
  if (finding.checked && !finding.agrees) warnings.push_back(finding.message);
  return warnings;
}

std::string StructureRegistry::warning_without_file(const screen::Molecule& molecule) const {
  const docking::RegistryFinding finding =
      registry_.check_without_file(known_name(molecule), molecule.identifier);
  return finding.checked && !finding.agrees ? finding.message : "";
}

}  // namespace azoo::study
