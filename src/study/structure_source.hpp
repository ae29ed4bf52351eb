// Where the structures of a screen come from: files that the study names, and identifiers of the Protein Data
// Bank, looked for in folders, in the cache, and in the bank itself when there is a network.
#pragma once

#include <filesystem>  // for path
#include <optional>    // for optional
#include <string>      // for string
#include <vector>      // for vector

namespace azoo::study {

struct StructureSearch {
  std::filesystem::path study_folder;
  std::vector<std::string> folders;  // as the study names them: beside it, or where the program was started
  bool fetch = true;
};

// A file as the study names it; nothing when there is none.
[[nodiscard]] std::optional<std::filesystem::path> find_named_file(const std::string& name,
                                                                   const StructureSearch& search);
// Nothing when it is nowhere; `why` then says what went wrong on the way, if anything did.
[[nodiscard]] std::optional<std::filesystem::path> find_identifier(const std::string& identifier,
                                                                   const StructureSearch& search,
                                                                   std::string& why);
// "2OO4.cif, 2OO4.pdb or one of them with .gz in studies/structures": what to put where.
[[nodiscard]] std::string places_words(const std::string& identifier, const StructureSearch& search);

}  // namespace azoo::study
