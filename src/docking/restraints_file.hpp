// Reads what a user knows about a binding site out of a TOML table: [[mask]], [[distance]] and [membrane].
// The table may be a file of its own (`azoo dock --restraints`) or part of a study (a [[receptor]] of a
// screen).
#pragma once

#include <filesystem>   // for path
#include <string>       // for string
#include <string_view>  // for string_view

#include "core/problem.hpp"        // for Problems
#include "core/toml_reader.hpp"    // for TomlReader
#include "core/toml_value.hpp"     // for TomlValue
#include "docking/restraints.hpp"  // for Restraints

namespace azoo::docking {

// Asks a table for its fields `mask`, `distance` and `membrane`, each of which may be missing. Other fields
// are the caller's, who also calls finish(). Whether the residues exist is seen when the pair is docked.
[[nodiscard]] Restraints read_restraints(TomlReader& table, Problems& problems);
// A table that holds restraints only; `path` is how it is called in messages.
[[nodiscard]] Restraints read_restraints(TomlValue& table, const std::string& path, Problems& problems);
// A whole file; one without any restraint is a problem.
[[nodiscard]] Restraints read_restraints_file(const std::filesystem::path& file, Problems& problems);

// A range as residue_range.hpp has it, "A:35" or "A:5-40B", with its chain named: a whole chain is none.
[[nodiscard]] bool is_residue_range(std::string_view text);

}  // namespace azoo::docking
