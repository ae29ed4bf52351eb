#include "evidence/schema.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "core/files.hpp"
#include "core/toml_reader.hpp"
#include "core/toml_value.hpp"

namespace azoo::evidence {

namespace fs = std::filesystem;

namespace {

constexpr std::array<std::pair<std::string_view, FieldType>, 18> types = {{{"id", FieldType::id},
                                                                           {"text", FieldType::text},
                                                                           {"printed", FieldType::printed},
                                                                           {"number", FieldType::number},
                                                                           {"numbers", FieldType::numbers},
                                                                           {"integer", FieldType::integer},
                                                                           {"integers", FieldType::integers},
                                                                           {"year", FieldType::year},
                                                                           {"word", FieldType::word},
                                                                           {"words", FieldType::words},
                                                                           {"term", FieldType::term},
                                                                           {"terms", FieldType::terms},
                                                                           {"name", FieldType::name},
                                                                           {"names", FieldType::names},
                                                                           {"key", FieldType::key},
                                                                           {"keys", FieldType::keys},
                                                                           {"doi", FieldType::doi},
                                                                           {"place", FieldType::place}}};

// An attribute that a type needs or has no use for.
void check_attribute(TomlReader& reader, const Field& field, const char* attribute, bool filled, bool needed,
                     bool useful) {
  const std::string type(type_word(field.type));
  if (!filled && needed)
    reader.fault(attribute, "a value, which type \"" + type + "\" needs");
  else if (filled && !useful)
    reader.fault(attribute, "nothing, as type \"" + type + "\" has no use for it");
}

void check_attributes(TomlReader& reader, const Field& field) {
  const FieldType t = field.type;
  const bool word = t == FieldType::word || t == FieldType::words;
  const bool named =
      t == FieldType::term || t == FieldType::terms || t == FieldType::name || t == FieldType::names;
  const bool key = t == FieldType::key || t == FieldType::keys;
  check_attribute(reader, field, "allowed", !field.allowed.empty(), word, word);
  check_attribute(reader, field, "kind", !field.kind.empty(), named, named);
  check_attribute(reader, field, "to", !field.to.empty(), key, key || t == FieldType::integers);
  check_attribute(reader, field, "unit_in", !field.unit_in.empty(), false, is_number(t));
}

Field read_field(TomlReader& reader) {
  Field field;
  field.place = reader.place();
  field.name = reader.text("name");
  std::vector<std::string> words;
  for (const auto& [word, type] : types) words.emplace_back(word);
  const std::string word = reader.word("type", words);
  const std::optional<FieldType> type = field_type(word);
  field.type = type.value_or(FieldType::text);
  field.required = reader.flag_or("required", false);
  field.meaning = reader.text("meaning");
  // No default is written back: what is absent stays absent.
  const auto text = [&reader](const char* key) { return reader.has(key) ? reader.text(key) : std::string(); };
  field.example = text("example");
  field.kind = text("kind");
  field.to = text("to");
  field.pattern = text("pattern");
  field.unit = text("unit");
  field.unit_in = text("unit_in");
  field.with = text("with");
  if (reader.has("allowed")) field.allowed = reader.texts("allowed");
  if (reader.has("low")) field.low = reader.number("low", any_number);
  if (reader.has("high")) field.high = reader.number("high", any_number);
  if (type) check_attributes(reader, field);
  reader.finish();
  return field;
}

// Fields that other attributes name must be there.
void check_names(const TableSchema& schema, TomlReader& reader, Problems& problems) {
  std::set<std::string> seen;
  const std::vector<std::string> names = schema.field_names();
  for (const Field& field : schema.fields) {
    if (!seen.insert(field.name).second)
      problems.add(field.place, "field." + field.name, "a field that occurs twice", "each field once");
    for (const auto& [attribute, name] :
         {std::pair{"unit_in", field.unit_in}, std::pair{"with", field.with}}) {
      if (!name.empty() && !schema.column(name))
        problems.add(field.place, "field." + field.name + "." + attribute, "\"" + name + "\"",
                     "the name of a field of this table");
    }
  }
  for (const auto& [attribute, list] : {std::pair{"key", &schema.key}, std::pair{"ordered", &schema.ordered},
                                        std::pair{"one_of", &schema.one_of}}) {
    for (const std::string& name : *list) {
      if (schema.column(name)) continue;
      const std::string near = nearest_word(name, names);
      problems.add(reader.place(attribute), attribute, "\"" + name + "\"",
                   "names of fields of this table" + (near.empty() ? "" : ", perhaps " + near));
    }
  }
}

}  // namespace

std::optional<FieldType> field_type(std::string_view word) {
  for (const auto& [name, type] : types) {
    if (name == word) return type;
  }
  return std::nullopt;
}

std::string_view type_word(FieldType type) {
  for (const auto& [name, each] : types) {
    if (each == type) return name;
  }
  return "text";
}

bool is_list(FieldType type) {
  return type == FieldType::numbers || type == FieldType::integers || type == FieldType::words ||
         type == FieldType::terms || type == FieldType::names || type == FieldType::keys;
}

bool is_number(FieldType type) {
  return type == FieldType::number || type == FieldType::numbers || type == FieldType::integer ||
         type == FieldType::integers || type == FieldType::year;
}

std::optional<std::size_t> TableSchema::column(std::string_view field) const {
  for (std::size_t i = 0; i < fields.size(); ++i) {
    if (fields[i].name == field) return i;
  }
  return std::nullopt;
}

std::vector<std::string> TableSchema::field_names() const {
  std::vector<std::string> names;
  for (const Field& field : fields) names.push_back(field.name);
  return names;
}

TableSchema parse_schema(std::string_view text, const std::string& file, Problems& problems) {
  const std::size_t before = problems.list().size();
  TomlValue root = parse_toml(text, file, problems);
  if (problems.list().size() > before) return {};
  TomlReader reader(root, "", problems);
  TableSchema schema;
  schema.table = reader.word("table", {fs::path(file).stem().string()});
  schema.title = reader.text("title");
  schema.meaning = reader.text("meaning");
  schema.key = reader.texts("key");
  if (reader.has("ordered")) schema.ordered = reader.texts("ordered");
  if (reader.has("one_of")) schema.one_of = reader.texts("one_of");
  for (TomlReader& each : reader.tables("field", true)) schema.fields.push_back(read_field(each));
  reader.finish();
  if (problems.list().size() == before) check_names(schema, reader, problems);
  return schema;
}

std::vector<TableSchema> read_schemas(const fs::path& folder, Problems& problems) {
  std::vector<fs::path> files;
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(folder, error)) {
    if (entry.path().extension() == ".toml") files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  if (files.empty())
    problems.add({folder.string(), 0, 0}, "", "no schemas", "a folder with TABLE.toml files");
  std::vector<TableSchema> schemas;
  for (const fs::path& file : files) {
    const std::optional<std::string> text = read_file(file, problems);
    if (!text) continue;
    TableSchema schema = parse_schema(*text, file.string(), problems);
    if (!schema.table.empty()) schemas.push_back(std::move(schema));
  }
  return schemas;
}

}  // namespace azoo::evidence
