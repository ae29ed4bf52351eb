// Data inside a script element of a page.
#pragma once

#include <string>       // for string
#include <string_view>  // for string_view

namespace azoo::report {

// JSON whose texts can end neither the script nor a section of plain characters around it: < > & are written
// as their numbers, which only texts hold.
[[nodiscard]] std::string script_text(std::string_view json);

}  // namespace azoo::report
