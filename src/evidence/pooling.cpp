#include "evidence/pooling.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <set>

#include "core/number_text.hpp"
#include "evidence/citation.hpp"

namespace azoo::evidence {

namespace {

// One group of one study.
struct Group {
  std::string id;
  std::string work;
  std::string outcome;
  std::string time;
  std::string arm;
  std::string label;
  std::string unit;
  std::string spread_kind;
  std::optional<double> mean;
  std::optional<double> spread;
  std::optional<double> n;
  std::optional<double> events;
  std::string record;
};

// Names of one study that stand for each other: its work, its key in outcomes, the row that tells it.
class StudyNames {
 public:
  const std::string& first(const std::string& name) {
    const std::string& next = next_.emplace(name, name).first->second;
    return next == name ? next : first(next);
  }
  void same(const std::string& a, const std::string& b) {
    const std::string from = first(b);
    next_[from] = first(a);
  }

 private:
  std::map<std::string, std::string> next_;
};

// A row of several works is no name of one of them.
bool tells_one_study(const Record& record, const Citations& citations, const std::string& id) {
  const auto at = record.find(id);
  if (!at) return false;
  const EvidenceTable& table = record.tables()[at->table];
  return citations.works(table.cell(at->row, "source"), table.cell(at->row, "reference")).size() < 2;
}

void unite(const Record& record, std::vector<Group>& groups) {
  const Citations citations(record);
  StudyNames names;
  for (const Group& group : groups) {
    if (tells_one_study(record, citations, group.record)) names.same(group.work, group.record);
  }
  std::map<std::string, std::string> shown;  // the first name met is the one that is shown
  for (Group& group : groups) group.work = shown.emplace(names.first(group.work), group.work).first->second;
}

std::vector<Group> groups_of(const Record& record) {
  std::vector<Group> groups;
  const EvidenceTable& results = record.table("group_results");
  for (std::size_t row = 0; row < results.rows.size(); ++row) {
    const auto cell = [&](const char* field) -> const std::string& { return results.cell(row, field); };
    groups.push_back({cell("id"), cell("work"), cell("outcome"), cell("time"), cell("arm"), cell("arm_label"),
                      cell("unit"), cell("spread_kind"), parse_number(cell("mean")),
                      parse_number(cell("spread")), parse_number(cell("n")), parse_number(cell("events")),
                      cell("record")});
  }
  const EvidenceTable& outcomes = record.table("outcomes");
  for (std::size_t row = 0; row < outcomes.rows.size(); ++row) {
    const auto cell = [&](const char* field) -> const std::string& { return outcomes.cell(row, field); };
    if (cell("events").empty() || cell("out_of").empty()) continue;
    groups.push_back({cell("id"),
                      cell("study"),
                      cell("endpoint"),
                      cell("time"),
                      "single_arm",
                      cell("arm"),
                      "1",
                      "",
                      {},
                      {},
                      parse_number(cell("out_of")),
                      parse_number(cell("events")),
                      cell("record")});
  }
  unite(record, groups);
  return groups;
}

bool is_treated(const Group& group) {
  return group.arm == "treated" || group.arm == "single_arm";
}

// The group a treated one is held against: a comparator before the untreated damaged.
const Group* control_of(const std::vector<const Group*>& study, const Group& treated) {
  for (const char* arm : {"comparator", "injured"}) {
    for (const Group* group : study) {
      if (group->arm == arm && group->time == treated.time &&
          group->events.has_value() == treated.events.has_value())
        return group;
    }
  }
  return nullptr;
}

std::string refusal_of(const Group& group) {
  if (!group.n) return "the size of group " + group.id + " is not told";
  if (!group.mean || !group.spread) return "mean or spread of group " + group.id + " is not told";
  if (group.spread_kind != "sd" && group.spread_kind != "se")
    return "whether the spread of " + group.id + " is a deviation or an error is not told";
  return "";
}

statistics::GroupSummary summary_of(const Group& group) {
  const double sd = group.spread_kind == "se" ? *group.spread * std::sqrt(*group.n) : *group.spread;
  return {*group.mean, sd, *group.n};
}

statistics::EffectSize refused(std::string reason) {
  return {std::nan(""), std::nan(""), std::move(reason)};
}

StudyEffect effect_of(const std::vector<const Group*>& study, const Group& treated, EffectScale& scale) {
  StudyEffect effect{treated.work, "", treated.time, {treated.id}, {}};
  const Group* control = control_of(study, treated);
  if (control != nullptr) effect.ids.push_back(control->id);
  const auto text = [](const std::optional<double>& value) { return value ? azoo::to_text(*value) : "?"; };
  if (treated.events) {
    scale = control == nullptr ? EffectScale::proportion : EffectScale::odds_ratio;
    effect.detail = text(treated.events) + " of " + text(treated.n);
    if (control != nullptr) effect.detail += " against " + text(control->events) + " of " + text(control->n);
    if (!treated.n || (control != nullptr && !control->n))
      effect.effect = refused("the number of men or animals is not told");
    else if (control == nullptr)
      effect.effect = statistics::logit_proportion(*treated.events, *treated.n);
    else
      effect.effect = statistics::log_odds_ratio(*treated.events, *treated.n, *control->events, *control->n);
    return effect;
  }
  scale = EffectScale::mean_difference;
  effect.detail = text(treated.mean) + (control == nullptr ? "" : " against " + text(control->mean));
  const std::string why = control == nullptr            ? "no group to compare " + treated.id + " with"
                          : refusal_of(treated).empty() ? refusal_of(*control)
                                                        : refusal_of(treated);
  effect.effect =
      why.empty() ? statistics::mean_difference(summary_of(treated), summary_of(*control)) : refused(why);
  return effect;
}

// The same number of the same study in two tables, or in abstract and text, is one; its ids are kept
// together.
bool told_before(std::vector<StudyEffect>& studies, const StudyEffect& effect) {
  for (StudyEffect& each : studies) {
    if (each.work != effect.work || each.time != effect.time || each.detail != effect.detail) continue;
    each.ids.insert(each.ids.end(), effect.ids.begin(), effect.ids.end());
    return true;
  }
  return false;
}

std::string joined(const std::set<std::string>& items) {
  std::string text;
  for (const std::string& item : items) text += (text.empty() ? "" : "; ") + item;
  return text;
}

// What is compared with what. Untreated animals are one thing whatever a paper calls them; another treatment
// is the same only under the same name.
std::string comparison_of(const std::vector<const Group*>& study, const Group& treated) {
  const Group* control = control_of(study, treated);
  if (control == nullptr) return "";
  return control->arm == "injured" ? "treated against untreated"
                                   : treated.label + " against " + control->label;
}

struct Gathered {
  PooledOutcome outcome;
  std::set<std::string> units;
  std::set<EffectScale> scales;
};

// Why the studies cannot be pooled; empty when they can.
std::string reason_against(const Gathered& gathered, const std::set<std::string>& times, std::size_t effects,
                           const std::string& refusals) {
  std::set<std::string> works;
  for (const StudyEffect& study : gathered.outcome.studies) works.insert(study.work);
  if (works.size() < 2) return "one study only" + (refusals.empty() ? "" : "; " + refusals);
  if (effects < 2) return refusals;
  if (works.size() < gathered.outcome.studies.size())
    return "several groups of one study are not independent";
  if (gathered.scales.size() > 1) return "some studies compare groups, some have one group";
  if (times.size() > 1) return "read at different times: " + joined(times);
  return gathered.units.size() > 1 ? "different units: " + joined(gathered.units) : "";
}

void pool(Gathered& gathered) {
  PooledOutcome& outcome = gathered.outcome;
  std::set<std::string> times;
  std::vector<double> values;
  std::vector<double> variances;
  std::string refusals;
  for (const StudyEffect& study : outcome.studies) {
    times.insert(study.time);
    if (study.effect.computed()) {
      values.push_back(study.effect.value);
      variances.push_back(study.effect.variance);
    } else {
      refusals += (refusals.empty() ? "" : "; ") + study.effect.refusal;
    }
  }
  const bool untimed = times.erase("not stated") > 0;
  outcome.reason = reason_against(gathered, times, values.size(), refusals);
  if (!outcome.poolable()) return;
  if (untimed) outcome.caution = "not every study tells when it was read";
  if (!refusals.empty()) outcome.caution += (untimed ? "; left out: " : "left out: ") + refusals;
  outcome.pooled = statistics::random_effects(values, variances);
  if (outcome.pooled.se < outcome.pooled.sampling_se) {
    outcome.caution +=
        std::string(outcome.caution.empty() ? "" : "; ") +
        "the studies agree so well that the interval may be narrower than the errors of the studies allow "
        "(standard error " +
        azoo::to_text(outcome.pooled.se, 2) + ", from the errors alone " +
        azoo::to_text(outcome.pooled.sampling_se, 2) + ")";
  }
  outcome.reason = outcome.pooled.refusal;
}

}  // namespace

std::vector<PooledOutcome> pool_outcomes(const Record& record) {
  const std::vector<Group> groups = groups_of(record);
  std::map<std::string, std::map<std::string, std::vector<const Group*>>> by_outcome;  // then by work
  for (const Group& group : groups) by_outcome[group.outcome][group.work].push_back(&group);
  std::map<std::pair<std::string, std::string>, Gathered> gathered;  // by outcome and comparison
  for (const auto& [name, works] : by_outcome) {
    for (const auto& [work, study] : works) {
      for (const Group* group : study) {
        if (!is_treated(*group)) continue;
        EffectScale scale = EffectScale::proportion;
        StudyEffect effect = effect_of(study, *group, scale);
        Gathered& to = gathered[{name, comparison_of(study, *group)}];
        if (told_before(to.outcome.studies, effect)) continue;
        to.outcome.studies.push_back(std::move(effect));
        to.units.insert(group->unit);
        to.scales.insert(scale);
        to.outcome.scale = scale;
      }
    }
  }
  std::vector<PooledOutcome> list;
  for (auto& [key, one] : gathered) {
    one.outcome.outcome = key.first;
    one.outcome.comparison = key.second;
    one.outcome.unit = joined(one.units);
    pool(one);
    list.push_back(std::move(one.outcome));
  }
  return list;
}

}  // namespace azoo::evidence
