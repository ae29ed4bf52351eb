// Reads a study file of kind "animal": the design, checked completely before any work starts. Every fault is
// collected with its place, its field, what was found and what is expected. All keys are explained in
// docs/animal-study.md.
#pragma once

#include <cstdint>     // for uint64_t
#include <filesystem>  // for path
#include <optional>    // for optional
#include <string>      // for string
#include <vector>      // for vector

#include "animal/design.hpp"    // for Design
#include "core/parameters.hpp"  // for ParameterSet
#include "core/problem.hpp"     // for Problems
#include "core/toml_value.hpp"  // for TomlValue
#include "testis/skeleton.hpp"  // for Skeleton

namespace azoo::study {

struct AnimalStudy {
  animal::Design design;
  TomlValue resolved;  // the document with every default and override written out; reads back to the same
  ParameterSet parameters;  // of the data folder, after the study's [parameters]
  ParameterSet shipped;     // before them
  std::string sha256;       // of the file's bytes, the overrides and the seed given beside them
  std::optional<testis::Skeleton> skeleton;
  std::string skeleton_sha256;  // of its file; empty without one
};

// Arguments as of read_trial_study. Nothing when there is any problem.
[[nodiscard]] std::optional<AnimalStudy> read_animal_study(const std::filesystem::path& file,
                                                           const std::vector<std::string>& overrides,
                                                           std::optional<std::uint64_t> seed,
                                                           const std::filesystem::path& data,
                                                           Problems& problems);

// Species with data, by name.
[[nodiscard]] std::vector<std::string> species_names(const ParameterSet& parameters);

}  // namespace azoo::study
