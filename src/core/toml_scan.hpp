// A look at TOML text before the parser sees it, for what toml++ 3.3 cannot meet without undefined behaviour:
// names of so many dotted parts that the stack runs out, and characters beyond ASCII where it asks whether
// they are blanks (its search table ends in unreachable code). TOML 1.0 allows such characters in texts and
// comments only, where they are left alone, with one exception: right after a line-ending backslash.
#pragma once

#include <optional>     // for optional
#include <string>       // for string
#include <string_view>  // for string_view

#include "core/problem.hpp"  // for Problem

namespace azoo {

// The first such place, or nothing. The text must be UTF-8 (is_text).
[[nodiscard]] std::optional<Problem> scan_toml(std::string_view text, const std::string& file);

}  // namespace azoo
