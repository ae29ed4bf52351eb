// Ids of rows of the record in the field `evidence` of a study: they must name rows that are there.
#pragma once

#include <filesystem>  // for path
#include <string>      // for string
#include <vector>      // for vector

#include "core/toml_reader.hpp"  // for TomlReader

namespace azoo::study {

// "E000-T2-07", "EX-C01": what a row of the record may be called; keys of studies and of targets look otherwise.
[[nodiscard]] bool is_record_id(const std::string& text);

// A fault of `evidence` for every id of the record among the texts that no row has. The record is read only when there
// is one to look up.
void check_record_ids(TomlReader& root, const std::vector<std::string>& texts, const std::filesystem::path& data);

}  // namespace azoo::study
