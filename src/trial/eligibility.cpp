#include "trial/eligibility.hpp"

#include <algorithm>
#include <cmath>

namespace azoo::trial {

namespace {

bool holds(const Condition& condition, double value) {
  if (!std::isnan(condition.low) && value < condition.low) return false;
  if (!std::isnan(condition.high) && value > condition.high) return false;
  return std::isnan(condition.below) || value < condition.below;
}

}  // namespace

std::vector<std::string> drawn_reasons(const std::vector<Criterion>& criteria, Draws& draws) {
  std::vector<std::string> reasons;
  for (const Criterion& criterion : criteria) {
    if (!criterion.prevalence) continue;
    if (draws.bernoulli(*criterion.prevalence)) reasons.push_back(criterion.id);
  }
  return reasons;
}

std::vector<std::string> measured_reasons(const std::vector<Criterion>& criteria, const Lookup& lookup) {
  std::vector<std::string> reasons;
  for (const Criterion& criterion : criteria) {
    if (criterion.prevalence || criterion.all_of.empty()) continue;
    bool all_known = true;
    bool all_hold = true;
    for (const Condition& condition : criterion.all_of) {
      const std::optional<double> value = lookup(condition.observable);
      all_known = all_known && value.has_value();
      all_hold = all_hold && value.has_value() && holds(condition, *value);
    }
    if (all_known && all_hold == (criterion.role == "exclude")) reasons.push_back(criterion.id);
  }
  return reasons;
}

std::string joined(const std::vector<std::string>& ids) {
  std::string text;
  for (const std::string& id : ids) text += (text.empty() ? "" : ";") + id;
  return text;
}

}  // namespace azoo::trial
