// A study file of any kind as a document, before its kind's own reader takes it apart: bytes read, overrides
// and seed applied, hash taken.
#pragma once

#include <cstdint>      // for uint64_t
#include <filesystem>   // for path
#include <limits>       // for numeric_limits
#include <optional>     // for optional
#include <string>       // for string
#include <string_view>  // for string_view
#include <vector>       // for vector

#include "core/parameters.hpp"   // for ParameterSet
#include "core/problem.hpp"      // for Problems
#include "core/toml_reader.hpp"  // for TomlReader
#include "core/toml_value.hpp"   // for TomlValue

namespace azoo::study {

inline constexpr std::int64_t largest_seed = std::numeric_limits<std::int64_t>::max();  // TOML's largest

struct StudyDocument {
  TomlValue root;
  std::string sha256;  // of the file's bytes, the overrides and the seed given beside them
};

// `overrides` are assignments such as "arm.0.size=60", applied in order; `seed` replaces the file's. Nothing
// when the file cannot be read; faults of the overrides are recorded and the document is still there.
[[nodiscard]] std::optional<StudyDocument> read_study_document(const std::filesystem::path& file,
                                                               const std::vector<std::string>& overrides,
                                                               std::optional<std::uint64_t> seed,
                                                               Problems& problems);

// The word at `kind`; "" when there is none.
[[nodiscard]] std::string_view kind_of(const TomlValue& root);

// Whether the document is of that kind, which is one that can run; a fault is recorded otherwise: every other
// complaint would then be beside the point.
[[nodiscard]] bool check_kind(TomlReader& root, std::string_view kind);

// Applies the study's [parameters].
void override_parameters(TomlReader& root, ParameterSet& parameters, Problems& problems);

}  // namespace azoo::study
