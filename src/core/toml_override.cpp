#include "core/number_text.hpp"
#include "core/toml_value.hpp"

namespace azoo {

namespace {

// Splits at dots; a part in double quotes may hold dots itself.
std::vector<std::string> path_parts(std::string_view path) {
  std::vector<std::string> parts(1);
  bool quoted = false;
  for (const char c : path) {
    if (c == '"') {
      quoted = !quoted;
    } else if (c == '.' && !quoted) {
      parts.emplace_back();
    } else {
      parts.back() += c;
    }
  }
  return parts;
}

// A bare word that is no TOML value is taken as text, so that --set name=abc needs no quotes.
TomlValue typed_value(std::string_view text, const Place& place) {
  Problems ignored;
  TomlValue parsed = parse_toml("value = " + std::string(text), "--set", ignored);
  TomlValue* value = ignored.any() ? nullptr : parsed.map()->find("value");
  if (value == nullptr || parsed.map()->entries.size() != 1) return {std::string(text), place};
  value->place = place;
  return *value;
}

}  // namespace

void override_value(TomlValue& root, std::string_view assignment, Problems& problems) {
  const Place place{"--set " + std::string(assignment), 0, 0};
  const std::size_t equals = assignment.find('=');
  if (equals == std::string_view::npos || equals == 0) {
    problems.add(place, "", "no KEY=VALUE", "an assignment such as arm.0.size=60");
    return;
  }
  const std::string path(assignment.substr(0, equals));
  TomlValue* node = &root;
  for (const std::string& part : path_parts(path)) {
    if (part.empty()) {
      problems.add(place, path, "an empty part between dots",
                   "names and list positions joined by single dots");
      return;
    }
    if (TomlArray* items = node->array()) {
      const auto index = parse_integer(part);
      if (!index || *index < 0 || static_cast<std::size_t>(*index) >= items->size()) {
        problems.add(place, path, "position " + part,
                     "a position from 0 to " + std::to_string(items->empty() ? 0 : items->size() - 1));
        return;
      }
      node = &(*items)[static_cast<std::size_t>(*index)];
    } else if (TomlMap* map = node->map()) {
      TomlValue* next = map->find(part);
      node = next != nullptr ? next : &map->insert(part, {TomlMap{}, place});
    } else {
      problems.add(place, path, "a path that goes on below the value " + describe(*node), "a key of a table");
      return;
    }
  }
  if (TomlMap* map = node->map(); map != nullptr) {
    if (TomlValue* inner = map->find("value")) node = inner;
  }
  *node = typed_value(assignment.substr(equals + 1), place);
}

}  // namespace azoo
