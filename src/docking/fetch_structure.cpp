#include "docking/fetch_structure.hpp"

#include <algorithm>     // for find
#include <cctype>        // for tolower
#include <cstdlib>       // for getenv
#include <system_error>  // for error_code

#include "core/files.hpp"              // for read_file, write_file, sha256
#include "docking/read_structure.hpp"  // for parse_structure
#include "docking/registry.hpp"        // for looks_like_identifier

namespace azoo::docking {
namespace {

namespace fs = std::filesystem;

std::string small(std::string text) {
  for (char& c : text) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return text;
}
std::string capital(std::string text) {
  for (char& c : text) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  return text;
}

std::string environment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? "" : value;
}

std::optional<fs::path> in_folder(const fs::path& folder, const std::vector<std::string>& names) {
  for (const std::string& name : names) {
    std::error_code ignored;
    if (fs::is_regular_file(folder / name, ignored)) return folder / name;
  }
  return std::nullopt;
}

fs::path checksum_of(const fs::path& file) {
  return file.string() + ".sha256";
}

// Whether the cached file is still what was fetched.
bool is_whole(const fs::path& file) {
  Problems ignored;
  const auto bytes = read_file(file, ignored);
  const auto recorded = read_file(checksum_of(file), ignored);
  return bytes && recorded && recorded->substr(0, 64) == sha256(*bytes);
}

// What is wrong with the answer; empty when it is the structure.
std::string fault_of(const WebAnswer& answer, const std::string& identifier) {
  if (answer.status == 0) return "no answer (" + answer.fault + ")";
  if (answer.status == 404) return "the server knows no such entry (404)";
  if (answer.status != 200) return "the server answers with status " + std::to_string(answer.status);
  Problems problems;
  const auto structure = parse_structure(answer.body, identifier, {}, problems);
  if (!structure) return "what came is no structure: " + to_text(problems.list().front());
  if (capital(structure->identifier) != capital(identifier))
    return "what came calls itself '" + structure->identifier + "'";
  return "";
}

std::optional<FoundStructure> fetch(const std::string& identifier, const fs::path& cache,
                                    const FetchOptions& options, Problems& problems) {
  const std::string url = options.server + capital(identifier) + ".cif.gz";
  const WebAnswer answer = options.transport ? options.transport(url) : https_get(url);
  if (const std::string fault = fault_of(answer, identifier); !fault.empty()) {
    problems.add({url, 0, 0}, "", fault, "the structure " + capital(identifier));
    return std::nullopt;
  }
  const fs::path file = cache / (small(identifier) + ".cif.gz");
  std::error_code failed;
  fs::create_directories(cache, failed);
  if (failed) {
    problems.add({cache.string(), 0, 0}, "", "the folder cannot be made: " + failed.message(),
                 "a cache that can be written");
    return std::nullopt;
  }
  // Without its checksum a file in the cache does not count; so the checksum comes last.
  fs::remove(checksum_of(file), failed);
  write_file(file, answer.body);
  write_file(checksum_of(file), sha256(answer.body) + "  " + file.filename().string() + "\n");
  return FoundStructure{file, url, true};
}

std::string places(const FetchOptions& options, const fs::path& cache) {
  std::string text;
  for (const fs::path& folder : options.folders) text += (text.empty() ? "" : ", ") + folder.string();
  if (!cache.empty()) text += (text.empty() ? "" : ", ") + cache.string() + " (cache)";
  return text.empty() ? "nowhere" : text;
}

}  // namespace

fs::path structure_cache_folder() {
  if (const std::string own = environment("AZOO_CACHE"); !own.empty()) return own;
  if (const std::string common = environment("XDG_CACHE_HOME"); !common.empty())
    return fs::path(common) / "azoo";
  if (const std::string home = environment("HOME"); !home.empty()) return fs::path(home) / ".cache" / "azoo";
  return {};
}

std::vector<std::string> structure_file_names(const std::string& identifier) {
  std::vector<std::string> stems = {identifier};
  for (const std::string& stem : {small(identifier), capital(identifier)})
    if (std::find(stems.begin(), stems.end(), stem) == stems.end()) stems.push_back(stem);
  std::vector<std::string> names;
  for (const std::string& stem : stems)
    for (const char* ending : {".cif", ".cif.gz", ".mmcif", ".pdb", ".pdb.gz", ".ent", ".ent.gz"})
      names.push_back(stem + ending);
  for (const char* ending : {".ent", ".ent.gz"}) names.push_back("pdb" + small(identifier) + ending);
  return names;
}

std::optional<FoundStructure> find_structure_file(const std::string& identifier, const FetchOptions& options,
                                                  Problems& problems) {
  if (!looks_like_identifier(identifier)) {
    problems.add({"", 0, 0}, "identifier", "'" + identifier + "'",
                 "an identifier of the Protein Data Bank such as 1A52");
    return std::nullopt;
  }
  const std::vector<std::string> names = structure_file_names(identifier);
  for (const fs::path& folder : options.folders)
    if (const auto file = in_folder(folder, names)) return FoundStructure{*file, folder.string(), false};
  const fs::path cache = options.cache.empty() ? structure_cache_folder() : options.cache;
  std::string damaged;
  if (!cache.empty()) {
    if (const auto file = in_folder(cache, names)) {
      // A file that the user laid into the cache has no checksum, and is taken as it is.
      std::error_code ignored;
      if (!fs::exists(checksum_of(*file), ignored) || is_whole(*file))
        return FoundStructure{*file, "cache", false};
      damaged = "; " + file->string() + " is not what was fetched (its SHA-256 differs): delete it";
    }
    if (options.allow_network) return fetch(identifier, cache, options, problems);
  }
  const std::string stem = small(identifier);
  problems.add({"", 0, 0}, identifier, "no file; looked in " + places(options, cache) + damaged,
               "one of the files " + stem + ".cif, " + stem + ".pdb or pdb" + stem +
                   ".ent (also packed, .gz; small or capital letters) in one of these folders, from " +
                   options.server + capital(identifier) + ".cif.gz" +
                   (options.allow_network ? "" : ", or leave to fetch it"));
  return std::nullopt;
}

}  // namespace azoo::docking
