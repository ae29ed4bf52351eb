// run.json: what is needed to repeat a run, and what the run cost.
#pragma once

#include <cstdint>     // for uint64_t
#include <filesystem>  // for path
#include <optional>    // for optional
#include <string>      // for string
#include <vector>      // for vector

#include "core/toml_value.hpp"    // for TomlValue
#include "study/run_request.hpp"  // for Execution

namespace azoo::study {

// SHA-256 over the names and contents of all files below the folder, in order of name.
[[nodiscard]] std::string folder_sha256(const std::filesystem::path& folder);

// A file that a run has read beside its study and the data folder.
struct InputRecord {
  std::string name;  // what it is to the study
  std::string file;  // its name without folders
  std::string sha256;
};

// What makes a run what it is, of any kind of study.
struct StudyIdentity {
  std::string kind;
  std::string name;
  std::optional<std::uint64_t> seed;  // none: no random numbers are drawn
  std::optional<int> replicates;  // of a trial
  std::string study_sha256;       // of the file with what was set beside it
  std::string resolved_sha256;    // of the study as resolved
  std::string data_sha256;        // of the data folder
  std::string pieces = "places";  // what a run.json counts: places of a trial, animals, pairs
  std::vector<InputRecord> inputs = {};
};

// What a run depends on, one item a line: compared when a run is resumed.
[[nodiscard]] std::string run_identity(const StudyIdentity& study);

// Pieces of work, those of additional screen failures among them, by where this process had them from.
struct PieceCounts {
  std::size_t computed = 0;
  std::size_t from_checkpoint = 0;
};

// The `execution` object is the only part that may differ between two identical runs.
[[nodiscard]] std::string run_json(const StudyIdentity& study, const Execution& execution, unsigned threads,
                                   PieceCounts pieces);

// The `execution` object of a run.json, for records that are put together elsewhere.
[[nodiscard]] TomlMap execution_record(const Execution& execution, unsigned threads);

// A tree as JSON, keys in their order, two blanks a level; numbers that are not finite become null, bytes
// that are not UTF-8 the replacement character.
[[nodiscard]] std::string to_json(const TomlValue& tree);

}  // namespace azoo::study
