#include "product/hypotheses.hpp"

#include <algorithm>

#include "core/toml_reader.hpp"

namespace azoo::product {

namespace {

bool* switch_of(Hypotheses& hypotheses, const std::string& name) {
  if (name == "antioxidant") return &hypotheses.antioxidant;
  if (name == "anti_apoptotic") return &hypotheses.anti_apoptotic;
  if (name == "immune") return &hypotheses.immune;
  if (name == "niche_mitogen") return &hypotheses.niche_mitogen;
  if (name == "leydig_support") return &hypotheses.leydig_support;
  if (name == "transdifferentiation") return &hypotheses.transdifferentiation;
  return nullptr;
}

std::string usable_names() {
  std::string text;
  for (const ActionInfo& info : known_hypotheses()) {
    if (info.simulated) text += (text.empty() ? "" : ", ") + info.name;
  }
  return text;
}

}  // namespace

const std::vector<ActionInfo>& known_hypotheses() {
  static const std::vector<ActionInfo> list = {
      {"antioxidant", true, "clears reactive oxygen species, raises antioxidants", {}},
      {"anti_apoptotic", true, "lowers the death hazard of germ cells", {}},
      {"immune", true, "raises the anti-inflammatory signal", {}},
      {"niche_mitogen", true, "adds mitogens of the stem-cell niche", {}},
      {"leydig_support", true, "raises the capacity of Leydig cells", {}},
      {"transdifferentiation",
       true,
       "product cells become germ cells; probability 0 unless a study sets it",
       {}},
      {"barrier_repair", false, "repairs the blood-testis barrier", {}},
      {"antibody_suppression", false, "suppresses anti-sperm antibodies", {}},
      {"autophagy", false, "restores autophagy and the glycolysis of sperm", {}},
      {"mirna", false, "carries microRNA to targets", {}},
      {"paracrine",
       true,
       "group: what secreted factors do, without the immune shift",
       {"antioxidant", "anti_apoptotic", "niche_mitogen", "leydig_support"}},
      {"regenerative", true, "group: product cells replace lost ones", {"transdifferentiation"}},
  };
  return list;
}

Hypotheses read_hypotheses(std::span<const std::string> names, const Place& place, const std::string& field,
                           Problems& problems) {
  Hypotheses hypotheses;
  const auto& known = known_hypotheses();
  for (const std::string& name : names) {
    const auto found =
        std::find_if(known.begin(), known.end(), [&](const ActionInfo& info) { return info.name == name; });
    if (found == known.end()) {
      std::vector<std::string> candidates;
      for (const ActionInfo& info : known) candidates.push_back(info.name);
      const std::string near = nearest_word(name, candidates);
      problems.add(place, field, "\"" + name + "\"",
                   "one of " + usable_names() + (near.empty() ? "" : "; perhaps " + near));
    } else if (!found->simulated) {
      problems.add(place, field, "\"" + name + "\"",
                   "a hypothesis that is simulated (" + name + " is known but not simulated yet): one of " +
                       usable_names());
    } else if (found->members.empty()) {
      *switch_of(hypotheses, name) = true;
    } else {
      for (const std::string& member : found->members) *switch_of(hypotheses, member) = true;
    }
  }
  return hypotheses;
}

}  // namespace azoo::product
