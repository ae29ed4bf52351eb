#include "training_set.hpp"

#include <algorithm>  // for sort

#include "docking/read_structure.hpp"  // for read_structure

namespace azoo::docking {
namespace {

Structure part(const std::filesystem::path& folder, const std::string& stem, Problems& problems) {
  for (const char* ending : {".pdb", ".pdb.gz"}) {
    const auto path = folder / (stem + ending);
    if (!std::filesystem::exists(path)) continue;
    if (auto structure = read_structure(path, {}, problems)) return std::move(*structure);
    return {};
  }
  problems.add({folder.string(), 0, 0}, stem, "no such file", stem + ".pdb or " + stem + ".pdb.gz");
  return {};
}

}  // namespace

std::vector<std::string> complex_names(const std::filesystem::path& folder) {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(folder))
    if (entry.is_directory()) names.push_back(entry.path().filename().string());
  std::sort(names.begin(), names.end());
  return names;
}

Complex load_complex(const std::filesystem::path& folder, const std::string& name) {
  Problems problems;
  Structure receptor = part(folder / name, "receptor", problems);
  Structure ligand = part(folder / name, "ligand", problems);
  const Structure reference = part(folder / name, "reference", problems);
  problems.throw_if_any();
  ReferenceComplex known(receptor, ligand, reference, problems);
  problems.throw_if_any();
  return {name, std::move(receptor), std::move(ligand), std::move(known)};
}

}  // namespace azoo::docking
