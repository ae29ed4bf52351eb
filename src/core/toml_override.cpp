#include <utility>

#include "core/files.hpp"
#include "core/number_text.hpp"
#include "core/toml_value.hpp"

namespace azoo {

namespace {

// Splits at dots; a part in double quotes may hold dots itself. Empty when a quote stays open.
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
  if (quoted) parts.clear();
  return parts;
}

void mark_place(TomlValue& value, const Place& place) {
  value.place = place;
  if (TomlArray* items = value.array()) {
    for (TomlValue& item : *items) mark_place(item, place);
  }
  if (TomlMap* map = value.map()) {
    for (auto& [key, item] : map->entries) mark_place(item, place);
  }
}

// A bare word that is no TOML value is taken as text, so that --set name=abc needs no quotes.
TomlValue typed_value(std::string_view text, const Place& place) {
  Problems ignored;
  TomlValue parsed = parse_toml("value = " + std::string(text), "--set", ignored);
  TomlValue* value = ignored.any() ? nullptr : parsed.map()->find("value");
  if (value == nullptr || parsed.map()->entries.size() != 1) return {std::string(text), place};
  mark_place(*value, place);
  return std::move(*value);
}

// The key or list item to change, made when a table lacks it; null after a problem.
TomlValue* find_or_make(TomlValue& root, const std::string& path, const Place& place, Problems& problems) {
  const std::vector<std::string> parts = path_parts(path);
  if (parts.empty()) {
    problems.add(place, path, "a quote that is never closed", "a closing quote");
    return nullptr;
  }
  TomlValue* node = &root;
  for (const std::string& part : parts) {
    if (part.empty()) {
      problems.add(place, path, "an empty part between dots",
                   "names and list positions joined by single dots");
      return nullptr;
    }
    if (TomlArray* items = node->array()) {
      const auto index = parse_integer(part);
      if (!index || *index < 0 || static_cast<std::size_t>(*index) >= items->size()) {
        problems.add(place, path, "position " + part,
                     items->empty() ? "no position: the list is empty"
                                    : "a position from 0 to " + std::to_string(items->size() - 1));
        return nullptr;
      }
      node = &(*items)[static_cast<std::size_t>(*index)];
    } else if (TomlMap* map = node->map()) {
      TomlValue* next = map->find(part);
      node = next != nullptr ? next : &map->insert(part, {TomlMap{}, place});
    } else {
      problems.add(place, path, "a path that goes on below the value " + describe(*node), "a key of a table");
      return nullptr;
    }
  }
  return node;
}

// { value = ..., source = ... }: the value changes, and with it what the source says.
void replace_value(TomlValue& node, TomlValue value, const Place& place) {
  TomlMap* map = node.map();
  TomlValue* inner = map == nullptr ? nullptr : map->find("value");
  if (inner == nullptr || value.map() != nullptr) {
    node = std::move(value);
    return;
  }
  *inner = std::move(value);
  if (TomlValue* source = map->find("source")) *source = {std::string("set by --set"), place};
}

}  // namespace

void override_value(TomlValue& root, std::string_view assignment, Problems& problems) {
  if (!is_text(assignment)) {
    problems.add({"--set", 0, 0}, "", "an assignment that is not UTF-8 text", "KEY=VALUE");
    return;
  }
  const Place place{"--set " + std::string(assignment), 0, 0};
  const std::size_t equals = assignment.find('=');
  if (equals == std::string_view::npos || equals == 0) {
    problems.add(place, "", "no KEY=VALUE", "an assignment such as arm.0.size=60");
    return;
  }
  const std::string path(assignment.substr(0, equals));
  TomlValue* node = find_or_make(root, path, place, problems);
  if (node == nullptr) return;
  replace_value(*node, typed_value(assignment.substr(equals + 1), place), place);
}

}  // namespace azoo
