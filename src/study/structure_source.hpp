// Where the structures of a screen come from: files that the study names, and identifiers of the Protein Data
// Bank, looked for in folders, in the cache, and in the bank itself when there is a network.
#pragma once

#include <filesystem>  // for path
#include <optional>    // for optional
#include <string>      // for string
#include <vector>      // for vector

#include "docking/https_get.hpp"  // for WebTransport

namespace azoo::study {

struct StructureSearch {
  std::filesystem::path study_folder;
  std::vector<std::string> folders;  // as the study names them: beside it, or where the program was started
  bool fetch = true;                 // the study allows it
  bool network = true;               // the command allows it
  std::filesystem::path cache = {};  // empty: the user's
  docking::WebTransport transport = {};  // empty: HTTPS
  std::string no_network = {};           // why the bank gave no answer at all; it is then not asked again
};

// A file as the study names it; nothing when there is none.
[[nodiscard]] std::optional<std::filesystem::path> find_named_file(const std::string& name,
                                                                   const StructureSearch& search);
// Nothing when it is nowhere; `why` then says what went wrong, or what else would help.
[[nodiscard]] std::optional<std::filesystem::path> find_identifier(const std::string& identifier,
                                                                   StructureSearch& search, std::string& why);
// "2OO4.cif or 2OO4.pdb (or with .gz) in studies/structures": what to put where.
[[nodiscard]] std::string places_words(const std::string& identifier, const StructureSearch& search);

}  // namespace azoo::study
