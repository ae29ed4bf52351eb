// Reads a study file of kind "trial": the protocol as a design, checked completely before any work starts.
// Every fault of the file, of the assignments beside it and of the names it uses is collected, each with
// its place, its field, what was found and what is expected. All keys are explained in docs/study-file.md.
#pragma once

#include <cstdint>     // for uint64_t
#include <filesystem>  // for path
#include <optional>    // for optional
#include <string>      // for string
#include <vector>      // for vector

#include "core/parameters.hpp"  // for ParameterSet
#include "core/problem.hpp"     // for Problems
#include "core/toml_value.hpp"  // for TomlValue
#include "trial/design.hpp"     // for Design

namespace azoo::study {

struct TrialStudy {
  trial::Design design;
  TomlValue resolved;  // the document with every default and override written out; reads back to the same
  ParameterSet parameters;  // of the data folder, after the study's [parameters]
  std::string sha256;       // of the file's bytes, the overrides and the seed given beside them
};

// `overrides` are assignments such as "arm.0.size=60", applied in order; `seed` replaces the file's; `data`
// is the data folder, whose files say which products, populations and published studies there are. Nothing
// when there is any problem.
[[nodiscard]] std::optional<TrialStudy> read_trial_study(const std::filesystem::path& file,
                                                         const std::vector<std::string>& overrides,
                                                         std::optional<std::uint64_t> seed,
                                                         const std::filesystem::path& data,
                                                         Problems& problems);

}  // namespace azoo::study
