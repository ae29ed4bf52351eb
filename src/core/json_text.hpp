// A text as JSON writes it.
#pragma once

#include <string>       // for string
#include <string_view>  // for string_view

namespace azoo {

// With its quotes. Bytes beyond ASCII stay as they are: UTF-8 in, UTF-8 out.
[[nodiscard]] std::string json_text(std::string_view plain);

}  // namespace azoo
