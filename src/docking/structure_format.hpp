// Tells PDB from mmCIF by content, and names what else a file may be.
#pragma once

#include <string>       // for string
#include <string_view>  // for string_view

namespace azoo::docking {

enum class StructureFormat { pdb, mmcif, unknown };

struct FormatFinding {
  StructureFormat format = StructureFormat::unknown;
  std::string found;  // of an unknown one: "a web page", "an empty file" ...
};

// `text` is unpacked and without a byte order mark.
[[nodiscard]] FormatFinding find_format(std::string_view text);

// Without the byte order mark of UTF-8.
[[nodiscard]] std::string_view without_mark(std::string_view text) noexcept;

}  // namespace azoo::docking
