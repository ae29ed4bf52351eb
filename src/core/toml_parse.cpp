#define TOML_EXCEPTIONS 0
#define TOML_MAX_NESTED_VALUES 32  // times the 64 parts of a name: no deeper than the stack bears
#include <toml++/impl/preprocessor.h>

// What toml++ 3.3 takes for granted does not always hold for broken documents ("a = [}"): in a debug build it
// aborts, in a release build the compiler may assume anything. Here such a document is a fault like another.
namespace azoo {
namespace {
struct ParserFault {};
[[noreturn]] void parser_fault() {
  throw ParserFault{};
}
}  // namespace
}  // namespace azoo
#undef TOML_ASSERT
#undef TOML_ASSERT_ASSUME
#undef TOML_UNREACHABLE
#define TOML_ASSERT(condition) ((condition) ? void() : azoo::parser_fault())
#define TOML_ASSERT_ASSUME(condition) TOML_ASSERT(condition)
#define TOML_UNREACHABLE azoo::parser_fault()
#include <toml++/toml.h>

#include <utility>

#include "core/files.hpp"
#include "core/toml_scan.hpp"
#include "core/toml_value.hpp"

namespace azoo {

namespace {

Place place_of(const toml::source_region& region, const std::string& file) {
  return {file, static_cast<int>(region.begin.line), static_cast<int>(region.begin.column)};
}

TomlValue convert(const toml::node& node, const std::string& file, Problems& problems);

TomlMap convert_table(const toml::table& table, const std::string& file, Problems& problems) {
  TomlMap map;
  for (const auto& [key, node] : table) {
    map.insert(std::string(key.str()), convert(node, file, problems));
  }
  // toml++ sorts by key; people wrote the file in an order of their own.
  map.entries.sort([](const auto& a, const auto& b) {
    return std::pair(a.second.place.line, a.second.place.column) <
           std::pair(b.second.place.line, b.second.place.column);
  });
  return map;
}

TomlValue convert(const toml::node& node, const std::string& file, Problems& problems) {
  TomlValue value{false, place_of(node.source(), file)};
  if (const auto* flag = node.as_boolean()) {
    value.data = flag->get();
  } else if (const auto* whole = node.as_integer()) {
    value.data = static_cast<std::int64_t>(whole->get());
  } else if (const auto* number = node.as_floating_point()) {
    value.data = number->get();
  } else if (const auto* text = node.as_string()) {
    value.data = text->get();
  } else if (const auto* array = node.as_array()) {
    TomlArray items;
    for (const toml::node& item : *array) items.push_back(convert(item, file, problems));
    value.data = std::move(items);
  } else if (const auto* table = node.as_table()) {
    value.data = convert_table(*table, file, problems);
  } else {
    problems.add(value.place, "", "a date or time",
                 "a number, a text, a list or a table (write dates as text)");
  }
  return value;
}

}  // namespace

TomlValue parse_toml(std::string_view text, const std::string& file, Problems& problems) {
  TomlValue root{TomlMap{}, {file, 0, 0}};
  if (!is_text(text)) {
    problems.add({file, 0, 0}, "", "a file that is not UTF-8 text", "a TOML text file");
    return root;
  }
  if (auto problem = scan_toml(text, file)) {
    problems.add(std::move(*problem));
    return root;
  }
  try {
    const toml::parse_result result = toml::parse(text, file);
    if (result) {
      root.data = convert_table(result.table(), file, problems);
    } else {
      const toml::parse_error& error = result.error();
      problems.add(place_of(error.source(), file), "", "broken TOML: " + std::string(error.description()),
                   "valid TOML 1.0");
    }
  } catch (const ParserFault&) {
    problems.add({file, 0, 0}, "", "broken TOML: brackets or braces that do not match", "valid TOML 1.0");
  }
  return root;
}

TomlValue read_toml(const std::filesystem::path& path, Problems& problems) {
  const std::optional<std::string> text = read_file(path, problems);
  if (!text) return {TomlMap{}, {path.string(), 0, 0}};
  return parse_toml(*text, path.string(), problems);
}

}  // namespace azoo
