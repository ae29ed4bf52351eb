#include "core/toml_reader.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "core/number_text.hpp"

namespace azoo {

namespace {

std::string either_of(const std::vector<std::string>& words) {
  std::string text = words.size() > 1 ? "one of " : "";
  for (std::size_t i = 0; i < words.size(); ++i) text += (i > 0 ? ", " : "") + words[i];
  return text;
}

TomlArray as_array(const std::vector<double>& values, const Place& place) {
  TomlArray items;
  for (const double value : values) items.push_back({value, place});
  return items;
}

TomlArray as_array(const std::vector<std::string>& values, const Place& place) {
  TomlArray items;
  for (const std::string& value : values) items.push_back({value, place});
  return items;
}

const Place by_default{"default", 0, 0};

}  // namespace

TomlReader::TomlReader(TomlValue& table, std::string path, Problems& problems)
    : table_(&table), path_(std::move(path)), problems_(&problems) {
  if (table_->map() == nullptr) {
    problems_->add(table_->place, path_, describe(*table_), "a table");
    table_->data = TomlMap{};
  }
}

std::string TomlReader::field(std::string_view key) const {
  return path_.empty() ? std::string(key) : path_ + "." + std::string(key);
}

bool TomlReader::has(std::string_view key) const {
  return table_->map()->find(key) != nullptr;
}

Place TomlReader::place(std::string_view key) const {
  const TomlValue* value = table_->map()->find(key);
  return value != nullptr ? value->place : table_->place;
}

TomlValue* TomlReader::find(std::string_view key) {
  known_.emplace(key);
  TomlValue* value = table_->map()->find(key);
  if (value == nullptr || value->map() == nullptr) return value;
  TomlValue* inner = value->map()->find("value");
  if (inner == nullptr) return value;
  for (const auto& [name, ignored] : value->map()->entries) {
    if (name != "value" && name != "source" && name != "note" && name != "unit") {
      problems_->add(ignored.place, field(key) + "." + name, describe(ignored),
                     "only value, unit, source and note here");
    }
  }
  return inner;
}

TomlValue* TomlReader::require(std::string_view key, std::string_view expected) {
  TomlValue* value = find(key);
  if (value == nullptr) problems_->add(table_->place, field(key), "missing", std::string(expected));
  return value;
}

void TomlReader::wrong(std::string_view key, const TomlValue& value, std::string_view expected) {
  // A default stands nowhere in the file; its table does.
  const bool is_default = value.place.file == by_default.file;
  problems_->add(is_default ? table_->place : value.place, field(key),
                 describe(value) + (is_default ? " (the default)" : ""), std::string(expected));
}

void TomlReader::fault(std::string_view key, std::string expected) {
  const TomlValue* value = find(key);
  if (value == nullptr) {
    problems_->add(table_->place, field(key), "missing", std::move(expected));
  } else {
    wrong(key, *value, expected);
  }
}

double TomlReader::checked(std::string_view key, const TomlValue& value, const NumberRule& rule) {
  double number = std::nan("");
  if (const auto* whole = std::get_if<std::int64_t>(&value.data)) number = static_cast<double>(*whole);
  if (const auto* real = std::get_if<double>(&value.data)) number = *real;
  const bool inside = std::isfinite(number) && number <= rule.high &&
                      (rule.low_open ? number > rule.low : number >= rule.low);
  if (!inside) wrong(key, value, rule.text);
  return number;
}

double TomlReader::number(std::string_view key, const NumberRule& rule) {
  const TomlValue* value = require(key, rule.text);
  return value == nullptr ? std::nan("") : checked(key, *value, rule);
}

double TomlReader::number_or(std::string_view key, double fallback, const NumberRule& rule) {
  if (const TomlValue* value = find(key)) return checked(key, *value, rule);
  table_->map()->insert(std::string(key), {fallback, by_default});
  return fallback;
}

std::int64_t TomlReader::integer(std::string_view key, std::int64_t low, std::int64_t high) {
  const std::string expected = "a whole number from " + std::to_string(low) + " to " + std::to_string(high);
  const TomlValue* value = require(key, expected);
  if (value == nullptr) return low;
  const auto* whole = std::get_if<std::int64_t>(&value->data);
  if (whole != nullptr && *whole >= low && *whole <= high) return *whole;
  wrong(key, *value, expected);
  return low;
}

std::int64_t TomlReader::integer_or(std::string_view key, std::int64_t fallback, std::int64_t low,
                                    std::int64_t high) {
  if (has(key)) return integer(key, low, high);
  known_.emplace(key);
  table_->map()->insert(std::string(key), {fallback, by_default});
  return fallback;
}

bool TomlReader::flag_or(std::string_view key, bool fallback) {
  if (const TomlValue* value = find(key)) {
    if (const auto* flag = std::get_if<bool>(&value->data)) return *flag;
    wrong(key, *value, "true or false");
    return fallback;
  }
  table_->map()->insert(std::string(key), {fallback, by_default});
  return fallback;
}

std::string TomlReader::text(std::string_view key) {
  const TomlValue* value = require(key, "a text");
  if (value == nullptr) return {};
  if (const auto* text = std::get_if<std::string>(&value->data); text != nullptr && !text->empty())
    return *text;
  wrong(key, *value, "a text that is not empty");
  return {};
}

std::string TomlReader::text_or(std::string_view key, std::string_view fallback) {
  if (const TomlValue* value = find(key)) {
    if (const auto* text = std::get_if<std::string>(&value->data)) return *text;
    wrong(key, *value, "a text");
    return std::string(fallback);
  }
  table_->map()->insert(std::string(key), {std::string(fallback), by_default});
  return std::string(fallback);
}

std::string TomlReader::word(std::string_view key, const std::vector<std::string>& allowed) {
  const TomlValue* value = require(key, either_of(allowed));
  if (value == nullptr) return allowed.front();
  const auto* text = std::get_if<std::string>(&value->data);
  if (text != nullptr && std::find(allowed.begin(), allowed.end(), *text) != allowed.end()) return *text;
  const std::string near = text == nullptr || allowed.size() == 1 ? "" : nearest_word(*text, allowed);
  wrong(key, *value, either_of(allowed) + (near.empty() ? "" : " (did you mean " + near + "?)"));
  return allowed.front();
}

std::string TomlReader::word_or(std::string_view key, std::string_view fallback,
                                const std::vector<std::string>& allowed) {
  if (has(key)) return word(key, allowed);
  known_.emplace(key);
  table_->map()->insert(std::string(key), {std::string(fallback), by_default});
  return std::string(fallback);
}

std::vector<double> TomlReader::numbers(std::string_view key, const NumberRule& rule) {
  const TomlValue* value = require(key, "a list, each " + std::string(rule.text));
  std::vector<double> numbers;
  if (value == nullptr) return numbers;
  if (value->array() == nullptr) {
    wrong(key, *value, "a list, each " + std::string(rule.text));
    return numbers;
  }
  for (const TomlValue& item : *value->array()) numbers.push_back(checked(key, item, rule));
  return numbers;
}

std::vector<double> TomlReader::numbers_or(std::string_view key, std::vector<double> fallback,
                                           const NumberRule& rule) {
  if (has(key)) return numbers(key, rule);
  known_.emplace(key);
  table_->map()->insert(std::string(key), {as_array(fallback, by_default), by_default});
  return fallback;
}

std::vector<std::string> TomlReader::texts(std::string_view key) {
  const TomlValue* value = require(key, "a list of texts");
  std::vector<std::string> texts;
  if (value == nullptr) return texts;
  if (value->array() == nullptr) {
    wrong(key, *value, "a list of texts");
    return texts;
  }
  for (const TomlValue& item : *value->array()) {
    if (const auto* text = std::get_if<std::string>(&item.data)) {
      texts.push_back(*text);
    } else {
      wrong(key, item, "a text in this list");
    }
  }
  return texts;
}

std::vector<std::string> TomlReader::texts_or(std::string_view key, std::vector<std::string> fallback) {
  if (has(key)) return texts(key);
  known_.emplace(key);
  table_->map()->insert(std::string(key), {as_array(fallback, by_default), by_default});
  return fallback;
}

TomlReader TomlReader::table(std::string_view key) {
  if (!has(key)) problems_->add(table_->place, field(key), "missing", "a table [" + field(key) + "]");
  return table_or_empty(key);
}

TomlReader TomlReader::table_or_empty(std::string_view key) {
  known_.emplace(key);
  TomlValue* value = table_->map()->find(key);
  if (value == nullptr) value = &table_->map()->insert(std::string(key), {TomlMap{}, table_->place});
  return {*value, field(key), *problems_};
}

std::vector<TomlReader> TomlReader::tables(std::string_view key, bool required) {
  known_.emplace(key);
  std::vector<TomlReader> readers;
  TomlValue* value = table_->map()->find(key);
  if (value == nullptr) {
    if (required) problems_->add(table_->place, field(key), "missing", "at least one [[" + field(key) + "]]");
    return readers;
  }
  if (value->array() == nullptr) {
    wrong(key, *value, "tables written as [[" + field(key) + "]]");
    return readers;
  }
  if (required && value->array()->empty()) wrong(key, *value, "at least one [[" + field(key) + "]]");
  std::size_t index = 0;
  for (TomlValue& item : *value->array()) {
    readers.emplace_back(item, field(key) + "." + std::to_string(index++), *problems_);
  }
  return readers;
}

const TomlValue* TomlReader::raw(std::string_view key) {
  known_.emplace(key);
  return table_->map()->find(key);
}

void TomlReader::finish() {
  const std::vector<std::string> known(known_.begin(), known_.end());
  for (const auto& [key, value] : table_->map()->entries) {
    if (known_.contains(key) || key == "source" || key == "note") continue;
    const std::string near = nearest_word(key, known);
    problems_->add(value.place, field(key), "unknown key",
                   near.empty() ? "one of the known keys: " + either_of(known) : "perhaps " + near);
  }
}

// Levenshtein distance; a word counts as near within a third of its length, or two letters.
std::string nearest_word(std::string_view word, const std::vector<std::string>& candidates) {
  std::string best;
  std::size_t best_distance = std::max<std::size_t>(2, word.size() / 3) + 1;
  for (const std::string& candidate : candidates) {
    const std::size_t longer = std::max(word.size(), candidate.size());
    const std::size_t shorter = std::min(word.size(), candidate.size());
    if (longer - shorter >= best_distance) continue;
    std::vector<std::size_t> row(candidate.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 0; i < word.size(); ++i) {
      std::size_t diagonal = row[0];
      row[0] = i + 1;
      for (std::size_t j = 0; j < candidate.size(); ++j) {
        const std::size_t substituted = diagonal + (word[i] == candidate[j] ? 0 : 1);
        diagonal = row[j + 1];
        row[j + 1] = std::min({row[j] + 1, row[j + 1] + 1, substituted});
      }
    }
    if (row.back() < best_distance && row.back() < longer) {  // some letter is the same
      best_distance = row.back();
      best = candidate;
    }
  }
  return best;
}

}  // namespace azoo
