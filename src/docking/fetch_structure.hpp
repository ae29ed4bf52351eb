// Finds the file of an identifier: in given folders, in a cache, and, when the user allows it, on the server
// of the Protein Data Bank. What is fetched is read, its identifier compared and its SHA-256 kept beside it
// before it counts.
#pragma once

#include <filesystem>  // for path
#include <optional>    // for optional
#include <string>      // for string
#include <vector>      // for vector

#include "core/problem.hpp"       // for Problems
#include "docking/https_get.hpp"  // for WebTransport

namespace azoo::docking {

struct FetchOptions {
  std::vector<std::filesystem::path> folders;  // looked through first, in order
  std::filesystem::path cache;                 // empty: structure_cache_folder()
  bool allow_network = false;
  std::string server = "https://files.rcsb.org/download/";
  WebTransport transport;  // empty: https_get
};

struct FoundStructure {
  std::filesystem::path file;
  std::string origin;  // the folder, "cache" or the address it came from
  bool fetched = false;
};

// $AZOO_CACHE, else $XDG_CACHE_HOME/azoo, else ~/.cache/azoo; empty when none of them is known.
[[nodiscard]] std::filesystem::path structure_cache_folder();

// "5zty.cif", "5ZTY.pdb.gz", "pdb5zty.ent.gz" ...: names that are looked for, in order.
[[nodiscard]] std::vector<std::string> structure_file_names(const std::string& identifier);

// Problems: no such identifier, no file anywhere (the message lists places and names), a damaged file in the
// cache, an answer of the server that is not the structure asked for. Nothing is left behind of a failed
// fetch.
[[nodiscard]] std::optional<FoundStructure> find_structure_file(const std::string& identifier,
                                                                const FetchOptions& options,
                                                                Problems& problems);

}  // namespace azoo::docking
