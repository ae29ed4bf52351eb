// Several texts as one journal record, and back.
#pragma once

#include <string>       // for string
#include <string_view>  // for string_view

namespace azoo::study {

// "<bytes>\n<bytes>" for each part, so that parts may hold anything.
void put_part(std::string& payload, std::string_view part);
// The next part, taken off the front. Throws std::logic_error when there is none.
[[nodiscard]] std::string_view take_part(std::string_view& rest);

}  // namespace azoo::study
