// Reads an agent's table out of the registry and decides whose numbers a species gets.
#include <algorithm>
#include <array>
#include <cmath>
#include <stdexcept>
#include <utility>

#include "testis/insult.hpp"

namespace azoo::testis {

namespace {

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : ", ") + word;
  return text;
}

// "a1, a2" -> a1 and a2
std::vector<std::string> words_of(const std::string& text) {
  std::vector<std::string> words(1);
  for (const char c : text) {
    if (c == ',') {
      words.emplace_back();
    } else if (c != ' ') {
      words.back() += c;
    }
  }
  return words;
}

bool contains(const std::vector<std::string>& words, const std::string& word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// Types that a table and a species do not share, either way.
std::vector<std::string> types_not_shared(const ParameterSet& parameters, const std::string& at,
                                          const Species& species) {
  std::vector<std::string> named;
  for (const std::string& group : parameters.items(at + ".cell")) {
    for (std::string& type : words_of(parameters.text(at + ".cell." + group + ".types"))) {
      named.push_back(std::move(type));
    }
  }
  std::vector<std::string> odd;
  for (const std::string& type : named) {
    if (species.stem_index(type) < 0 && species.germ_cell_index(type) < 0) odd.push_back(type);
  }
  for (const StemType& type : species.stem_types) {
    if (!contains(named, type.name)) odd.push_back(type.name);
  }
  for (const GermCell& type : species.germ_cells) {
    if (!contains(named, type.name)) odd.push_back(type.name);
  }
  return odd;
}

constexpr std::array<std::pair<std::string_view, double SegmentConditions::*>, 3> lasting_fields{
    {{"niche_mitogen_supply", &SegmentConditions::niche_mitogen_supply},
     {"spermatogonial_gate", &SegmentConditions::spermatogonial_gate},
     {"spermatid_gate", &SegmentConditions::spermatid_gate}}};

double positive_value(const ParameterSet& parameters, const std::string& name, const std::string& unit) {
  const double value = parameters.value(name, unit);
  if (!(value > 0.0)) throw std::logic_error(name + " must be above 0");
  return value;
}

}  // namespace

std::vector<std::string> insult_agents(const ParameterSet& parameters) {
  std::vector<std::string> agents;
  for (const auto& [name, parameter] : parameters.all()) {
    const std::string agent = name.substr(0, name.find('.'));
    if (name == agent + ".kill_half_time_d") agents.push_back(agent);
  }
  return agents;
}

InsultData find_insult_data(const ParameterSet& parameters, const std::string& agent, const Species& species,
                            const std::string& borrow_from) {
  InsultData data;
  const std::vector<std::string> agents = insult_agents(parameters);
  if (!contains(agents, agent)) {
    data.found = "\"" + agent + "\"";
    data.expected = "one of " + joined(agents);
    return data;
  }
  const std::vector<std::string> measured = parameters.items(agent + ".species");
  const std::string& wanted = borrow_from.empty() ? species.name : borrow_from;
  const std::string at = agent + ".species." + wanted;
  if (!contains(measured, wanted)) {
    data.found = agent + " in " + wanted + ", for which there are no data";
    data.expected = "a species with data: " + joined(measured) +
                    "; another species may borrow theirs with borrow_from, which is flagged";
    return data;
  }
  if (const std::vector<std::string> odd = types_not_shared(parameters, at, species); !odd.empty()) {
    data.found = agent + " in " + species.name + " with data of " + wanted;
    data.expected = "data of a species with the same types of cells; these are not in both: " + joined(odd) +
                    ". There are data of " + joined(measured);
    return data;
  }
  data.species = wanted;
  data.flag = parameters.text(at + ".flag");
  if (wanted != species.name) {
    data.flag =
        "data of " + wanted + " used for " + species.name + (data.flag.empty() ? "" : "; ") + data.flag;
  }
  return data;
}

Insult Insult::from(const ParameterSet& parameters, const std::string& agent, const Species& species,
                    const std::string& borrow_from) {
  const InsultData data = find_insult_data(parameters, agent, species, borrow_from);
  if (data.species.empty()) throw std::invalid_argument(data.found + "; expected " + data.expected);
  Insult insult;
  insult.agent_ = agent;
  insult.label_ = parameters.text(agent + ".label");
  insult.dose_unit_ = parameters.text(agent + ".dose_unit");
  insult.flag_ = data.flag;
  insult.kill_half_time_d_ = parameters.value(agent + ".kill_half_time_d", "d");
  if (insult.kill_half_time_d_ < 0.0) throw std::logic_error(agent + ".kill_half_time_d must be 0 or above");
  if (parameters.has(agent + ".repair_half_time_h")) {
    insult.repair_half_time_d_ = positive_value(parameters, agent + ".repair_half_time_h", "h") / 24.0;
  }
  const std::string at = agent + ".species." + data.species;
  const auto dose = [&](const char* key) { return positive_value(parameters, at + key, insult.dose_unit_); };
  Limits& limits = insult.limits_;
  limits.acute_window_d = positive_value(parameters, agent + ".acute_window_d", "d");
  limits.lowest = dose(".lowest_dose");
  limits.highest = dose(".highest_dose");
  limits.refused_above = dose(".refused_above");
  limits.highest_total = parameters.has(at + ".highest_total") ? dose(".highest_total") : limits.highest;
  if (limits.lowest > limits.highest || limits.highest > limits.refused_above) {
    throw std::logic_error(at + ": lowest_dose, highest_dose and refused_above must not fall");
  }
  insult.read_cells(parameters, at, species);
  insult.read_lasting(parameters, at, species);
  return insult;
}

KillLaw Insult::read_law(const ParameterSet& parameters, const std::string& at) const {
  KillLaw law;
  if (!kill_form_from(parameters.text(at + ".law"), law.form)) {
    throw std::logic_error(at + ".law is \"" + parameters.text(at + ".law") +
                           "\"; expected none, exponential, threshold, multi_target or linear_quadratic");
  }
  if (law.form == KillForm::none) return law;
  if (law.form == KillForm::linear_quadratic) {
    law.alpha = parameters.value(at + ".alpha", "1/" + dose_unit_);
    law.beta = parameters.value(at + ".beta", "1/" + dose_unit_ + "2");
    if (law.alpha < 0.0 || law.beta < 0.0) throw std::logic_error(at + ": alpha and beta must be 0 or above");
    return law;
  }
  law.d0 = positive_value(parameters, at + ".d0", dose_unit_);
  if (law.form == KillForm::threshold) {
    law.threshold = positive_value(parameters, at + ".threshold", dose_unit_);
  }
  if (law.form == KillForm::multi_target) {
    law.extrapolation_number = parameters.value(at + ".extrapolation_number", "1");
    if (law.extrapolation_number < 1.0) {
      throw std::logic_error(at + ".extrapolation_number must be 1 or above");
    }
  }
  return law;
}

void Insult::read_cells(const ParameterSet& parameters, const std::string& at, const Species& species) {
  std::vector<std::string> seen;
  for (const std::string& group : parameters.items(at + ".cell")) {
    const std::string cell = at + ".cell." + group;
    const KillLaw law = read_law(parameters, cell);
    for (const std::string& type : words_of(parameters.text(cell + ".types"))) {
      if (contains(seen, type)) throw std::logic_error(cell + ": " + type + " is named twice");
      seen.push_back(type);
      const int stem = species.stem_index(type);
      const int germ = species.germ_cell_index(type);
      if (law.form == KillForm::none) continue;
      laws_.push_back({stem >= 0, static_cast<std::size_t>(stem >= 0 ? stem : germ), law});
    }
  }
}

void Insult::read_lasting(const ParameterSet& parameters, const std::string& at, const Species& species) {
  for (const std::string& name : parameters.items(at + ".lasting")) {
    const std::string here = at + ".lasting." + name;
    const std::string acts_on = parameters.text(here + ".acts_on");
    LastingEffect effect;
    const auto* field = std::find_if(lasting_fields.begin(), lasting_fields.end(),
                                     [&](const auto& known) { return known.first == acts_on; });
    if (field != lasting_fields.end()) {
      effect.field = field->second;
    } else if (acts_on != "survival") {
      throw std::logic_error(
          here + ".acts_on is \"" + acts_on +
          "\"; expected survival, niche_mitogen_supply, spermatogonial_gate or spermatid_gate");
    } else {
      for (const std::string& type : words_of(parameters.text(here + ".types"))) {
        const int germ = species.germ_cell_index(type);
        if (germ < 0) throw std::logic_error(here + ".types: " + species.name + " has no " + type);
        effect.types.push_back(static_cast<std::size_t>(germ));
      }
    }
    effect.d0 = positive_value(parameters, here + ".d0", dose_unit_);
    if (parameters.has(here + ".recovery_half_time_d")) {
      effect.recovery_half_time_d = positive_value(parameters, here + ".recovery_half_time_d", "d");
    }
    lasting_.push_back(effect);
  }
}

}  // namespace azoo::testis
