// The sections of an animal study, each read by a function of its own into its part of the design.
#pragma once

#include <string>  // for string
#include <vector>  // for vector

#include "animal/design.hpp"     // for the parts of a design
#include "core/parameters.hpp"   // for ParameterSet
#include "core/toml_reader.hpp"  // for TomlReader
#include "testis/species.hpp"    // for Species

namespace azoo::study {

// Limits of a study; they keep a slip of the finger from asking for years of computing.
inline constexpr int most_animals = 100'000;
inline constexpr double last_study_day = 3660.0;

void read_testis(TomlReader table, const testis::Species& species, const ParameterSet& parameters,
                 animal::TestisPlan& testis);
void read_group(TomlReader table, const std::vector<std::string>& agents, animal::Group& group);
void read_histology(TomlReader table, animal::HistologyPlan& histology);
void read_readouts(TomlReader table, const testis::Species& species, std::vector<std::string>& words);

}  // namespace azoo::study
