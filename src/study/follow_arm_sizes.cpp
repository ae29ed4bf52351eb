#include "study/follow_arm_sizes.hpp"

#include <algorithm>
#include <optional>

#include "core/problem.hpp"
#include "study/trial_study_sections.hpp"

namespace azoo::study {

namespace {

bool sets_an_arm_size(const std::string& assignment) {
  const std::string key = assignment.substr(0, assignment.find('='));
  return key.starts_with("arm.") && key.ends_with(".size");
}

bool sets(const std::vector<std::string>& overrides, const std::string& key) {
  return std::any_of(overrides.begin(), overrides.end(),
                     [&](const std::string& assignment) { return assignment.starts_with(key + "="); });
}

// A whole number, bare or as { value = ... }.
std::optional<std::int64_t> whole(const TomlMap& table, const std::string& key) {
  const TomlValue* value = table.find(key);
  if (value != nullptr && value->map() != nullptr) value = value->map()->find("value");
  const auto* number = value == nullptr ? nullptr : std::get_if<std::int64_t>(&value->data);
  if (number == nullptr) return std::nullopt;
  return *number;
}

std::optional<std::int64_t> men_in_arms(const TomlMap& root) {
  const TomlValue* arms = root.find("arm");
  if (arms == nullptr || arms->array() == nullptr) return std::nullopt;
  std::int64_t men = 0;
  for (const TomlValue& arm : *arms->array()) {
    const auto size = arm.map() == nullptr ? std::nullopt : whole(*arm.map(), "size");
    if (!size || *size < 1 || *size > most_men_per_arm) return std::nullopt;
    men += *size;
  }
  return men;
}

void put(TomlValue& root, const std::string& key, std::int64_t value) {
  Problems ignored;
  override_value(root, key + "=" + std::to_string(value), ignored);
}

}  // namespace

void follow_arm_sizes(TomlValue& root, const std::vector<std::string>& overrides) {
  if (!std::any_of(overrides.begin(), overrides.end(), sets_an_arm_size)) return;
  const std::optional<std::int64_t> men = men_in_arms(*root.map());
  const TomlValue* screening = root.map()->find("screening");
  if (!men || screening == nullptr || screening->map() == nullptr) return;
  const auto screened = whole(*screening->map(), "screened");
  const auto enrolled = whole(*screening->map(), "enrolled");
  if (!screened || !enrolled) return;
  if (!sets(overrides, "screening.enrolled")) {
    put(root, "screening.enrolled", *men);
    if (!sets(overrides, "screening.screened")) put(root, "screening.screened", *men + *screened - *enrolled);
  }
  const TomlValue* allocation = root.map()->find("allocation");
  const bool blocks =
      allocation != nullptr && allocation->map() != nullptr && whole(*allocation->map(), "block_size");
  if (blocks && !sets(overrides, "allocation.block_size")) put(root, "allocation.block_size", 0);
}

}  // namespace azoo::study
