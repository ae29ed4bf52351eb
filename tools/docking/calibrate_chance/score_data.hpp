// What a best score rests on beside code, in one number, so that scores of different data never mix.
#pragma once

#include <filesystem>   // for path
#include <string>       // for string
#include <string_view>  // for string_view

#include "core/parameters.hpp"  // for ParameterSet
#include "core/problem.hpp"     // for Problems

namespace azoo::calibrate {

// SHA-256 over the tables of the score (types, kinds of contacts, components, pair potential) and the values
// of the kernels, the rescoring, the site where the preset ranks by it, this set of weights and this preset;
// words such as sources and ranges in docking.toml do not count. Nor do FFTW's plans, which change a score's
// last digits at most.
[[nodiscard]] std::string score_data_sha256(const std::filesystem::path& folder,
                                            const ParameterSet& parameters, std::string_view preset,
                                            std::string_view weights, Problems& problems);

}  // namespace azoo::calibrate
