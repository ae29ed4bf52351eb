// The published matrix of a screen: a table in a file, one row a pair, or numbers written into the study.
#pragma once

#include <filesystem>  // for path
#include <optional>    // for optional
#include <string>      // for string

#include "core/problem.hpp"      // for Problems
#include "core/toml_reader.hpp"  // for TomlReader
#include "screen/agreement.hpp"  // for PrintedMatrix
#include "screen/design.hpp"     // for Design

namespace azoo::study {

// Where files that a study names may lie; the folder where the program was started comes last.
struct InputFolders {
  std::filesystem::path study;
  std::filesystem::path data;
};

// [printed]: `file` with the names of its columns, or [printed.scores] LIGAND = { RECEPTOR = number }.
// Problems: no such file or column, a score that is no number, a pair printed twice, a molecule that has no
// score at all. `sha256` of the file is set when there is one.
[[nodiscard]] std::optional<screen::PrintedMatrix> read_printed_matrix(TomlReader table,
                                                                       const screen::Design& design,
                                                                       const InputFolders& folders,
                                                                       std::string& sha256,
                                                                       Problems& problems);

// The first of these that exists: in the study's folder, in the data folder, where the program was started.
[[nodiscard]] std::optional<std::filesystem::path> find_input(const std::string& name,
                                                              const InputFolders& folders);

}  // namespace azoo::study
