// What can be read from an animal. A family stands for one read-out per stage, class or type of cell of the
// species; its members are asked for by their own key, all of them by the family's.
#pragma once

#include <string>       // for string
#include <string_view>  // for string_view
#include <vector>       // for vector

#include "testis/species.hpp"  // for Species

namespace azoo::animal {

struct Observable {
  std::string key;  // of a family: with its last part in capitals, "stage_frequency_STAGE"
  std::string unit;
  std::string kind;  // organ | histology | tubule | tissue | sperm | course
  std::string meaning;
};

[[nodiscard]] const std::vector<Observable>& observables();

// A read-out of a species, none of them a family.
struct Readout {
  std::string key;
  std::string unit;
};

// All read-outs of the species, in the order of observables().
[[nodiscard]] std::vector<Readout> readouts_of(const testis::Species& species);

// The read-outs that a word of a study asks for: the one of that key, or all of a family
// ("stage_frequency"). Empty for a word that asks for none.
[[nodiscard]] std::vector<Readout> readouts_named(const testis::Species& species, std::string_view word);

// Words that together ask for all read-outs of the species: keys and families.
[[nodiscard]] std::vector<std::string> all_words(const testis::Species& species);

// Every word that a study of this species may use.
[[nodiscard]] std::vector<std::string> readout_words(const testis::Species& species);

}  // namespace azoo::animal
