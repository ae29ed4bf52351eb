// What follows from another arm size on the command line: `--set arm.0.size=60` alone is a sound study. The
// numbers of men screened and enrolled follow, with as many screen failures as before, and blocks of the old
// ratio become one block of the whole trial. Numbers that are set themselves are left as set.
#pragma once

#include <string>  // for string
#include <vector>  // for vector

#include "core/toml_value.hpp"  // for TomlValue

namespace azoo::study {

// After the overrides have been applied; a document that is not sound in these places is left alone, for
// the reader to complain about.
void follow_arm_sizes(TomlValue& root, const std::vector<std::string>& overrides);

}  // namespace azoo::study
