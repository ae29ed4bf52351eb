#include "core/parameters.hpp"

#include <algorithm>
#include <cmath>
#include <set>
#include <stdexcept>

#include "core/number_text.hpp"
#include "core/toml_reader.hpp"

namespace azoo {

namespace {

namespace fs = std::filesystem;

std::optional<std::vector<double>> numbers_of(const TomlValue& value) {
  const auto one = [](const TomlValue& item) -> std::optional<double> {
    if (const auto* whole = std::get_if<std::int64_t>(&item.data)) return static_cast<double>(*whole);
    if (const auto* real = std::get_if<double>(&item.data); real != nullptr && std::isfinite(*real))
      return *real;
    return std::nullopt;
  };
  std::vector<double> numbers;
  if (const TomlArray* items = value.array()) {
    for (const TomlValue& item : *items) {
      const auto number = one(item);
      if (!number) return std::nullopt;
      numbers.push_back(*number);
    }
    if (!numbers.empty()) return numbers;
    return std::nullopt;
  }
  if (const auto number = one(value)) return std::vector<double>{*number};
  return std::nullopt;
}

Known known_from(const std::string& word) {
  if (word == "measured") return Known::measured;
  if (word == "derived") return Known::derived;
  if (word == "fitted") return Known::fitted;
  return Known::assumed;
}

Parameter read_parameter(TomlValue& table, const std::string& name, Problems& problems) {
  Parameter parameter;
  parameter.name = name;
  parameter.place = table.place;
  TomlReader reader(table, name, problems);
  const TomlValue* value = reader.raw("value");
  const auto numbers = numbers_of(*value);
  if (!numbers)
    problems.add(value->place, name + ".value", describe(*value), "a finite number or a list of them");
  parameter.values = numbers.value_or(std::vector<double>{0.0});
  const double none = std::nan("");
  parameter.low = reader.has("low") ? reader.number("low", any_number) : none;
  parameter.high = reader.has("high") ? reader.number("high", any_number) : none;
  parameter.unit = reader.text("unit");
  parameter.how = known_from(reader.word("how", {"measured", "derived", "fitted", "assumed"}));
  parameter.source = reader.text("source");
  if (reader.has("note")) parameter.note = reader.text("note");
  reader.finish();
  if (parameter.low > parameter.high) {
    problems.add(reader.place("low"), name + ".low", to_text(parameter.low),
                 "at most high = " + to_text(parameter.high));
    return parameter;
  }
  for (const double number : parameter.values) {
    if (number < parameter.low || number > parameter.high) {
      problems.add(
          value->place, name + ".value", to_text(number),
          "a value inside its own range " + to_text(parameter.low) + " to " + to_text(parameter.high));
    }
  }
  return parameter;
}

std::string joined(std::string_view prefix, std::string_view key) {
  return prefix.empty() ? std::string(key) : std::string(prefix) + "." + std::string(key);
}

}  // namespace

std::string to_text(Known known) {
  switch (known) {
    case Known::measured:
      return "measured";
    case Known::derived:
      return "derived";
    case Known::fitted:
      return "fitted";
    case Known::assumed:
      break;
  }
  return "assumed";
}

ParameterSet ParameterSet::load(const fs::path& folder, Problems& problems) {
  ParameterSet set;
  std::error_code error;
  std::vector<fs::path> files;
  for (fs::recursive_directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
    // The published record is tables and their schemas, no parameters.
    if (at->is_directory() && at.depth() == 0 && at->path().filename() == "evidence") {
      at.disable_recursion_pending();
      continue;
    }
    if (at->is_regular_file() && at->path().extension() == ".toml") files.push_back(at->path());
  }
  if (error || files.empty()) {
    problems.add({folder.string(), 0, 0}, "", "no parameter files", "a data folder with *.toml files");
  }
  std::sort(files.begin(), files.end());
  for (const fs::path& file : files) {
    std::string prefix = file.stem().string();
    std::replace(prefix.begin(), prefix.end(), '-', '_');
    TomlValue document = read_toml(file, problems);
    set.add(document, prefix, problems);
  }
  return set;
}

void ParameterSet::add(TomlValue& node, const std::string& prefix, Problems& problems) {
  TomlMap* map = node.map();
  if (map == nullptr) return;
  if (map->find("value") != nullptr) {
    if (parameters_.contains(prefix))
      problems.add(node.place, prefix, "a name given twice", "each parameter once");
    parameters_[prefix] = read_parameter(node, prefix, problems);
    return;
  }
  for (auto& [key, value] : map->entries) {
    const std::string name = joined(prefix, key);
    if (value.map() != nullptr) {
      add(value, name, problems);
    } else if (const auto* text = std::get_if<std::string>(&value.data)) {
      texts_[name] = *text;
    } else if (TomlArray* list = value.array();
               list != nullptr && !list->empty() && list->front().map() != nullptr) {
      for (TomlValue& item : *list) {
        const TomlValue* item_name = item.map() == nullptr ? nullptr : item.map()->find("name");
        const auto* label = item_name == nullptr ? nullptr : std::get_if<std::string>(&item_name->data);
        if (label == nullptr) {
          problems.add(item.place, name, "an item without a name", "name = \"...\" in every [[" + key + "]]");
          continue;
        }
        items_[name].push_back(*label);
        add(item, joined(name, *label), problems);
      }
    } else {
      problems.add(
          value.place, name, describe(value),
          "{ value = ..., unit = ..., how = ..., source = ... }: a number needs its unit and source");
    }
  }
}

const Parameter& ParameterSet::at(std::string_view name) const {
  const auto found = parameters_.find(name);
  if (found == parameters_.end()) throw std::logic_error("no parameter " + std::string(name) + " in data/");
  return found->second;
}

std::vector<double> ParameterSet::values(std::string_view name, std::string_view unit) const {
  const Parameter& parameter = at(name);
  if (parameter.unit != unit) {
    throw std::logic_error("parameter " + std::string(name) + " is in " + parameter.unit + ", asked for in " +
                           std::string(unit));
  }
  return parameter.values;
}

double ParameterSet::value(std::string_view name, std::string_view unit) const {
  const std::vector<double> numbers = values(name, unit);
  if (numbers.size() != 1) throw std::logic_error("parameter " + std::string(name) + " is a list");
  return numbers.front();
}

bool ParameterSet::has(std::string_view name) const {
  return parameters_.contains(name);
}

std::string ParameterSet::text(std::string_view name) const {
  const auto found = texts_.find(name);
  return found == texts_.end() ? std::string{} : found->second;
}

std::vector<std::string> ParameterSet::items(std::string_view list) const {
  const auto found = items_.find(list);
  return found == items_.end() ? std::vector<std::string>{} : found->second;
}

namespace {

// One override as the study states it: the bare value, or a table { value, unit, source, note }.
struct Wanted {
  std::string name;
  const TomlValue* given;
  const TomlValue* value;
};

void flatten(const TomlValue& given, const std::string& name, std::vector<Wanted>& out) {
  const TomlMap* map = given.map();
  if (map == nullptr) {
    out.push_back({name, &given, &given});
  } else if (const TomlValue* inner = map->find("value")) {
    out.push_back({name, &given, inner});
  } else {
    for (const auto& [key, child] : map->entries) {
      const bool remark =
          (key == "source" || key == "note") && std::holds_alternative<std::string>(child.data);
      if (!remark) flatten(child, joined(name, key), out);
    }
  }
}

// A unit that is stated must be the parameter's own: numbers are not converted.
void check_wrapping(const TomlValue& given, const Parameter& parameter, Problems& problems) {
  if (given.map() == nullptr) return;
  const std::string field = "parameters." + parameter.name;
  for (const auto& [key, item] : given.map()->entries) {
    if (key == "value" || key == "source" || key == "note") continue;
    if (key != "unit") {
      problems.add(item.place, field + "." + key, describe(item), "only value, unit, source and note here");
    } else if (const auto* unit = std::get_if<std::string>(&item.data);
               unit == nullptr || *unit != parameter.unit) {
      problems.add(item.place, field + ".unit", describe(item), "\"" + parameter.unit + "\"");
    }
  }
}

// Why these numbers cannot be; empty when they can.
std::string impossible(const Parameter& parameter, const std::optional<std::vector<double>>& numbers) {
  if (!numbers || numbers->size() != parameter.values.size()) {
    return parameter.values.size() == 1
               ? "a finite number in " + parameter.unit
               : "a list of " + std::to_string(parameter.values.size()) + " numbers in " + parameter.unit;
  }
  const bool never_negative = parameter.low >= 0.0;
  const bool is_fraction = never_negative && parameter.high <= 1.0 && parameter.unit == "fraction";
  for (const double number : *numbers) {
    if (is_fraction && (number < 0.0 || number > 1.0)) return "a fraction from 0 to 1";
    if (never_negative && number < 0.0) return "a finite number >= 0 in " + parameter.unit;
  }
  return {};
}

}  // namespace

void ParameterSet::override_from(const TomlValue& table, Problems& problems) {
  std::vector<Wanted> wanted;
  flatten(table, "", wanted);
  std::vector<std::string> names;
  for (const auto& [name, parameter] : parameters_) names.push_back(name);
  std::set<std::string> seen;
  for (const auto& [name, given, value] : wanted) {
    const std::string field = "parameters." + name;
    const auto found = parameters_.find(name);
    if (found == parameters_.end()) {
      const std::string near = nearest_word(name, names);
      problems.add(value->place, field, "unknown parameter",
                   near.empty() ? "a name listed in data/" : "perhaps parameters." + near);
      continue;
    }
    if (!seen.insert(name).second) {
      problems.add(value->place, field, "given twice", "each parameter once");
      continue;
    }
    Parameter& parameter = found->second;
    check_wrapping(*given, parameter, problems);
    const auto numbers = numbers_of(*value);
    if (const std::string expected = impossible(parameter, numbers); !expected.empty()) {
      problems.add(value->place, field, describe(*value), expected);
      continue;
    }
    if (!parameter.shipped) parameter.shipped = parameter.values;
    parameter.values = *numbers;
  }
}

}  // namespace azoo
