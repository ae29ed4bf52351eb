// The version of the program, as written into every results folder.
#pragma once

#include <string>  // for string

namespace azoo {

[[nodiscard]] std::string version();

}  // namespace azoo
