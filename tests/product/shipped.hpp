// The shipped parameters, read once for the tests of products.
#pragma once

#include <string>  // for string

#include "core/parameters.hpp"  // for ParameterSet
#include "core/random.hpp"      // for RandomStream, Draws

namespace azoo::product {

inline ParameterSet shipped_parameters() {
  Problems problems;
  ParameterSet set;
  for (const std::string file : {"products/bm-msc", "products/bm-msc-exosomes", "environment/segment"}) {
    TomlValue document = read_toml(std::string(AZOO_PROJECT_DIR) + "/data/" + file + ".toml", problems);
    std::string stem = file.substr(file.find('/') + 1);
    for (char& c : stem) c = c == '-' ? '_' : c;
    set.add(document, stem, problems);
  }
  problems.throw_if_any();
  return set;
}

inline ParameterSet with(ParameterSet set, const std::string& name, const std::string& value) {
  Problems problems;
  set.override_from(parse_toml(name + " = " + value, "study.toml", problems), problems);
  problems.throw_if_any();
  return set;
}

inline RandomStream stream(Stream purpose, std::uint64_t participant = 1) {
  return RandomStream({.seed = 20240612, .replicate = 0, .participant = participant, .stream = purpose});
}

}  // namespace azoo::product
