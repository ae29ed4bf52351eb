// Where a row of the record is used: study files that name its id, and parameters whose source or note cites
// it.
#pragma once

#include <filesystem>   // for path
#include <string>       // for string
#include <string_view>  // for string_view
#include <vector>       // for vector

namespace azoo::study {

struct EvidenceUse {
  std::string file;  // relative to the folder it was searched from
  int line = 0;
  std::string text;  // the line, shortened
};

// Files *.toml and *.csv below the folders; data/evidence itself is left out. Sorted by file and line. The id
// must stand alone: E000-T2-07 is not found in E000-T2-07-A01.
[[nodiscard]] std::vector<EvidenceUse> evidence_uses(std::string_view id,
                                                     const std::vector<std::filesystem::path>& folders);

[[nodiscard]] std::string to_text(const EvidenceUse& use);

}  // namespace azoo::study
