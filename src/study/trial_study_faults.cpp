#include "study/trial_study_faults.hpp"

#include <algorithm>
#include <cmath>

#include "core/number_text.hpp"

namespace azoo::study {

namespace {

const TomlValue* child(const TomlValue& node, const std::string& part) {
  if (const TomlMap* map = node.map()) return map->find(part);
  const TomlArray* items = node.array();
  const auto index = parse_integer(part);
  if (items == nullptr || !index || *index < 0 || static_cast<std::size_t>(*index) >= items->size())
    return nullptr;
  return &(*items)[static_cast<std::size_t>(*index)];
}

bool has_control_characters(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return (byte < 0x20 && c != '\n' && c != '\t' && c != '\r') || byte == 0x7F;
  });
}

class ValueWalk {
 public:
  explicit ValueWalk(Problems& problems) : problems_(&problems) {}

  void visit(const TomlValue& value, const std::string& field) {
    if (const auto* number = std::get_if<double>(&value.data); number != nullptr && !std::isfinite(*number))
      report(value, field, "a finite number");
    if (const auto* text = std::get_if<std::string>(&value.data);
        text != nullptr && has_control_characters(*text))
      report(value, field, "a text without control characters");
    if (const TomlArray* items = value.array()) {
      for (std::size_t i = 0; i < items->size(); ++i) visit((*items)[i], field + "." + std::to_string(i));
    }
    const TomlMap* map = value.map();
    if (map == nullptr) return;
    for (const auto& [key, inner] : map->entries) {
      const std::string name = field.empty() ? key : field + "." + key;
      const bool is_text = std::holds_alternative<std::string>(inner.data);
      if ((key == "source" || key == "note") && !is_text) report(inner, name, "a text");
      visit(inner, name);
    }
  }

 private:
  void report(const TomlValue& value, const std::string& field, std::string expected) {
    const Place& at = value.place;
    const bool told =
        std::any_of(problems_->list().begin(), problems_->list().end(), [&](const Problem& problem) {
          return problem.place.file == at.file && problem.place.line == at.line &&
                 problem.place.column == at.column;
        });
    if (!told) problems_->add(at, field, describe(value), std::move(expected));
  }

  Problems* problems_;
};

}  // namespace

void StudyFaults::add(std::string_view field, std::string expected) {
  add(field, "", std::move(expected));
}

void StudyFaults::add(std::string_view field, std::string found, std::string expected) {
  const TomlValue* node = root_;
  Place place = root_->place;
  std::size_t begin = 0;
  while (node != nullptr && begin <= field.size()) {
    const std::size_t end = std::min(field.find('.', begin), field.size());
    node = child(*node, std::string(field.substr(begin, end - begin)));
    if (node != nullptr && node->place.file != "default") place = node->place;
    begin = end + 1;
  }
  if (node != nullptr && node->map() != nullptr) {
    if (const TomlValue* inner = node->map()->find("value")) {
      node = inner;
      if (inner->place.file != "default") place = inner->place;
    }
  }
  if (found.empty()) {
    const bool is_default = node != nullptr && node->place.file == "default";
    found = node == nullptr ? "missing" : describe(*node) + (is_default ? " (the default)" : "");
  }
  problems_->add(place, std::string(field), std::move(found), std::move(expected));
}

void check_every_value(const TomlValue& root, Problems& problems) {
  ValueWalk(problems).visit(root, "");
}

}  // namespace azoo::study
