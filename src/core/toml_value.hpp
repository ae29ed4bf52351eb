// A TOML document as a plain tree that remembers where each value stands. The parser behind it
// (toml++) stays inside one source file.
#pragma once

#include <cstdint>      // for int64_t
#include <filesystem>   // for path
#include <list>         // for list
#include <string>       // for string
#include <string_view>  // for string_view
#include <utility>      // for pair
#include <variant>      // for variant
#include <vector>       // for vector

#include "core/problem.hpp"  // for Place, Problems

namespace azoo {

struct TomlValue;
using TomlArray = std::vector<TomlValue>;

// Keys in the order of the file. A list, so that a value stays where it is when others are added: readers
// of sub-tables hold on to it while defaults are written beside it.
struct TomlMap {
  std::list<std::pair<std::string, TomlValue>> entries;
  [[nodiscard]] TomlValue* find(std::string_view key);
  [[nodiscard]] const TomlValue* find(std::string_view key) const;
  TomlValue& insert(std::string key, TomlValue value);
};

struct TomlValue {
  std::variant<bool, std::int64_t, double, std::string, TomlArray, TomlMap> data;
  Place place;

  [[nodiscard]] const TomlMap* map() const { return std::get_if<TomlMap>(&data); }
  [[nodiscard]] TomlMap* map() { return std::get_if<TomlMap>(&data); }
  [[nodiscard]] const TomlArray* array() const { return std::get_if<TomlArray>(&data); }
  [[nodiscard]] TomlArray* array() { return std::get_if<TomlArray>(&data); }
};

inline TomlValue* TomlMap::find(std::string_view key) {
  for (auto& [name, value] : entries) {
    if (name == key) return &value;
  }
  return nullptr;
}

inline const TomlValue* TomlMap::find(std::string_view key) const {
  return const_cast<TomlMap*>(this)->find(key);
}

inline TomlValue& TomlMap::insert(std::string key, TomlValue value) {
  entries.emplace_back(std::move(key), std::move(value));
  return entries.back().second;
}

// The root is always a map; on a syntax error it is empty and the problem is recorded.
[[nodiscard]] TomlValue parse_toml(std::string_view text, const std::string& file, Problems& problems);
[[nodiscard]] TomlValue read_toml(const std::filesystem::path& path, Problems& problems);

// Text that parses back to the same tree. Tables of tables become sections, small tables stay inline.
[[nodiscard]] std::string write_toml(const TomlValue& root);

// A value as a person would type it: -1e7, "text", [1, 2], {...}.
[[nodiscard]] std::string describe(const TomlValue& value);

// Applies "arm.0.size=60": walks names and list positions, replaces or adds the value (of a table
// with the key `value`, that value; its source then says "set by --set"), and marks its place as the override
// itself.
void override_value(TomlValue& root, std::string_view assignment, Problems& problems);

}  // namespace azoo
