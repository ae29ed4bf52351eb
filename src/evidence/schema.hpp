// What a table of the record holds: its fields with type, allowed words, range and meaning. Read from
// data/evidence/schema/TABLE.toml, the only place where a field is described.
#pragma once

#include <cstddef>      // for size_t
#include <filesystem>   // for path
#include <limits>       // for numeric_limits
#include <optional>     // for optional
#include <string>       // for string
#include <string_view>  // for string_view
#include <vector>       // for vector

#include "core/problem.hpp"  // for Place, Problems

namespace azoo::evidence {

// Plural types are lists, divided by "; ".
enum class FieldType {
  id,
  text,
  printed,
  number,
  numbers,
  integer,
  integers,
  year,
  word,
  words,
  term,
  terms,
  name,
  names,
  key,
  keys,
  doi,
  place
};

[[nodiscard]] std::optional<FieldType> field_type(std::string_view word);
[[nodiscard]] std::string_view type_word(FieldType type);
[[nodiscard]] bool is_list(FieldType type);
[[nodiscard]] bool is_number(FieldType type);

struct Field {
  std::string name;
  FieldType type = FieldType::text;
  bool required = false;
  std::string meaning;
  std::string example;
  std::vector<std::string> allowed;  // of word and words
  std::string kind;                  // of term, terms, name, names: kind of word
  std::string to;                    // of key, keys, integers: a table, or "any"
  std::string pattern;
  std::string unit;
  std::string unit_in;  // the field that must hold the unit when this one is filled
  std::string with;     // the field that must be filled when this one is
  double low = -std::numeric_limits<double>::infinity();
  double high = std::numeric_limits<double>::infinity();
  Place place;  // in the schema
};

struct TableSchema {
  std::string table;
  std::string title;
  std::string meaning;
  std::vector<std::string> key;      // unique together
  std::vector<std::string> ordered;  // filled ones ascend
  std::vector<std::string> one_of;   // at least one is filled
  std::vector<Field> fields;

  [[nodiscard]] std::optional<std::size_t> column(std::string_view field) const;
  [[nodiscard]] std::vector<std::string> field_names() const;
};

// One schema; problems name file, line and attribute. `file` gives the table its expected name.
[[nodiscard]] TableSchema parse_schema(std::string_view text, const std::string& file, Problems& problems);

// Every *.toml of the folder, by name of table.
[[nodiscard]] std::vector<TableSchema> read_schemas(const std::filesystem::path& folder, Problems& problems);

}  // namespace azoo::evidence
