// Reads a study file of kind "screen": which ligands and receptors, where their structures are, how they are
// docked, and the published matrix to stand beside ours. Checked completely, structures among it, before any
// work starts; every fault is collected with its place, its field, what was found and what is expected. All
// keys are explained in docs/screen-study.md.
#pragma once

#include <cstdint>     // for uint64_t
#include <filesystem>  // for path
#include <optional>    // for optional
#include <string>      // for string
#include <vector>      // for vector

#include "core/parameters.hpp"          // for ParameterSet
#include "core/problem.hpp"             // for Problems
#include "core/toml_value.hpp"          // for TomlValue
#include "screen/agreement.hpp"         // for PrintedMatrix
#include "screen/design.hpp"            // for Design
#include "study/screen_structures.hpp"  // for LoadedMolecule

namespace azoo::study {

// Limits of a study; they keep a slip of the finger from asking for years of computing.
inline constexpr std::size_t most_molecules = 500;

struct ScreenStudy {
  screen::Design design;
  TomlValue resolved;  // the document with every default and override written out; reads back to the same
  ParameterSet parameters;  // of the data folder, after the study's [parameters]
  std::string sha256;       // of the file's bytes and the overrides
  std::optional<screen::PrintedMatrix> printed;
  std::string printed_sha256;  // of its file; empty without one
  std::vector<LoadedMolecule> ligands;
  std::vector<LoadedMolecule> receptors;
};

struct ScreenReading {
  std::filesystem::path file;
  std::vector<std::string> overrides;
  std::optional<std::uint64_t> seed;  // refused: a screen draws no random numbers
  std::filesystem::path data;
  bool network = true;               // structures that are not here may be fetched, where the study allows it
  std::filesystem::path cache = {};  // of what is fetched; empty: the user's
  docking::WebTransport transport = {};  // empty: HTTPS
};

// Nothing when there is any problem.
[[nodiscard]] std::optional<ScreenStudy> read_screen_study(const ScreenReading& reading, Problems& problems);

}  // namespace azoo::study
