#include "study/structure_source.hpp"

#include <algorithm>

namespace azoo::study {

namespace fs = std::filesystem;

namespace {

std::string in_small_letters(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return text;
}

// Beside the study first, then where the program was started.
std::vector<fs::path> folders_of(const StructureSearch& search) {
  std::vector<fs::path> folders;
  for (const std::string& name : search.folders) {
    folders.push_back(search.study_folder / name);
    if (!fs::path(name).is_absolute() && !search.study_folder.empty()) folders.emplace_back(name);
  }
  return folders;
}

bool is_file(const fs::path& path) {
  std::error_code error;
  return fs::is_regular_file(path, error);
}

// Names of the bank's own files among them.
std::optional<fs::path> find_in(const fs::path& folder, const std::string& identifier) {
  const std::string code = in_small_letters(identifier);
  std::vector<std::string> wanted;
  for (const char* end : {".cif", ".cif.gz", ".pdb", ".pdb.gz", ".ent", ".ent.gz"})
    wanted.push_back(code + end);
  for (const char* end : {".ent", ".ent.gz"}) wanted.push_back("pdb" + code + end);
  std::vector<fs::path> found(wanted.size());
  std::error_code error;
  for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
    const auto same =
        std::find(wanted.begin(), wanted.end(), in_small_letters(at->path().filename().string()));
    if (same == wanted.end() || !is_file(at->path())) continue;
    fs::path& place = found[static_cast<std::size_t>(same - wanted.begin())];
    if (place.empty() || at->path() < place) place = at->path();
  }
  const auto first =
      std::find_if(found.begin(), found.end(), [](const fs::path& path) { return !path.empty(); });
  if (first == found.end()) return std::nullopt;
  return *first;
}

}  // namespace

std::optional<fs::path> find_named_file(const std::string& name, const StructureSearch& search) {
  std::vector<fs::path> places = {search.study_folder / name, fs::path(name)};
  for (const fs::path& folder : folders_of(search)) places.push_back(folder / name);
  for (const fs::path& path : places) {
    if (is_file(path)) return path;
  }
  return std::nullopt;
}

std::optional<fs::path> find_identifier(const std::string& identifier, const StructureSearch& search,
                                        std::string& why) {
  for (const fs::path& folder : folders_of(search)) {
    if (auto path = find_in(folder, identifier)) return path;
  }
  why.clear();
  return std::nullopt;
}

std::string places_words(const std::string& identifier, const StructureSearch& search) {
  std::string where;
  for (const std::string& name : search.folders) {
    const fs::path folder = search.study_folder / name;
    where += (where.empty() ? "" : " or ") + folder.lexically_normal().string();
  }
  if (where.empty()) where = "a folder that [structures] folders names";
  return identifier + ".cif or " + identifier + ".pdb (or with .gz) in " + where;
}

}  // namespace azoo::study
