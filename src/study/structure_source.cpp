#include "study/structure_source.hpp"

#include "core/problem.hpp"
#include "docking/fetch_structure.hpp"

namespace azoo::study {

namespace fs = std::filesystem;

namespace {

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

}  // namespace

std::optional<fs::path> find_named_file(const std::string& name, const StructureSearch& search) {
  std::vector<fs::path> places = {search.study_folder / name, fs::path(name)};
  for (const fs::path& folder : folders_of(search)) places.push_back(folder / name);
  for (const fs::path& path : places) {
    if (is_file(path)) return path;
  }
  return std::nullopt;
}

std::optional<fs::path> find_identifier(const std::string& identifier, StructureSearch& search,
                                        std::string& why) {
  docking::FetchOptions options;
  options.folders = folders_of(search);
  options.cache = search.cache;
  options.allow_network = search.fetch && search.network && search.no_network.empty();
  options.transport = [&search](const std::string& url) {
    docking::WebAnswer answer = search.transport ? search.transport(url) : docking::https_get(url);
    if (answer.status == 0) search.no_network = answer.fault.empty() ? "no answer" : answer.fault;
    return answer;
  };
  Problems problems;
  if (auto found = docking::find_structure_file(identifier, options, problems)) return found->file;
  why.clear();
  if (!search.no_network.empty()) {
    why = "it could not be fetched: " + search.no_network;
  } else if (options.allow_network) {
    for (const Problem& problem : problems.list()) why += (why.empty() ? "" : "; ") + problem.found;
  } else {
    why = search.fetch ? "azoo run fetches it where there is a network"
                       : "fetch = true in [structures] would fetch it where there is a network";
  }
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
