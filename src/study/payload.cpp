#include "study/payload.hpp"

#include <optional>
#include <stdexcept>

#include "core/number_text.hpp"

namespace azoo::study {

void put_part(std::string& payload, std::string_view part) {
  payload += std::to_string(part.size()) + "\n";
  payload += part;
}

std::string_view take_part(std::string_view& rest) {
  const std::size_t line = rest.find('\n');
  const auto bytes = line == std::string_view::npos ? std::nullopt : parse_integer(rest.substr(0, line));
  if (!bytes || *bytes < 0 || static_cast<std::size_t>(*bytes) > rest.size() - line - 1) {
    throw std::logic_error("a journal record that cannot be read");
  }
  const std::string_view part = rest.substr(line + 1, static_cast<std::size_t>(*bytes));
  rest.remove_prefix(line + 1 + part.size());
  return part;
}

}  // namespace azoo::study
