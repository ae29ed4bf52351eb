// The shipped parameters, read once for the tests of the hormone axis.
#pragma once

#include <filesystem>

#include "core/parameters.hpp"
#include "endocrine/axis_parameters.hpp"

namespace azoo::endocrine::testing {

inline std::filesystem::path shipped_data() {
  return std::filesystem::path(AZOO_PROJECT_DIR) / "data";
}

inline const ParameterSet& shipped_set() {
  static const ParameterSet set = [] {
    Problems problems;
    ParameterSet read = ParameterSet::load(shipped_data() / "hormones", problems);
    problems.throw_if_any();
    return read;
  }();
  return set;
}

inline const AxisParameters& shipped() {
  static const AxisParameters parameters = axis_parameters(shipped_set());
  return parameters;
}

}  // namespace azoo::endocrine::testing
