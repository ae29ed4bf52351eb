#include "study/trial_study_checks.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>
#include <string>

#include "core/number_text.hpp"
#include "core/toml_reader.hpp"

namespace azoo::study {

using trial::Arm;
using trial::Design;
using trial::Visit;

namespace {

std::string item(const std::string& list, std::size_t index, const std::string& key) {
  return list + "." + std::to_string(index) + "." + key;
}

template <typename Item, typename NameOf>
void check_unique(const std::vector<Item>& items, const std::string& list, const std::string& key,
                  NameOf name_of, StudyFaults& faults) {
  std::map<std::string, std::size_t> first;
  for (std::size_t i = 0; i < items.size(); ++i) {
    const std::string name = name_of(items[i]);
    if (name.empty()) continue;
    const auto [at, is_new] = first.emplace(name, i);
    if (!is_new)
      faults.add(item(list, i, key), "a name that " + item(list, at->second, key) + " has not taken");
  }
}

template <typename Item>
std::vector<std::string> names_of(const std::vector<Item>& items) {
  std::vector<std::string> names;
  for (const Item& one : items) names.push_back(one.name);
  return names;
}

std::string one_of(const std::string& what, const std::string& found, const std::vector<std::string>& names) {
  std::string text = what + ": ";
  for (std::size_t i = 0; i < names.size(); ++i) text += (i > 0 ? ", " : "") + names[i];
  const std::string near = nearest_word(found, names);
  return near.empty() ? text : text + " (did you mean " + near + "?)";
}

bool contains(const std::vector<std::string>& names, const std::string& name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

void check_numbers_of_men(const Design& design, const SoundSections& sound, StudyFaults& faults) {
  if (!sound.arms) return;
  long long total = 0;
  long long divisor = 0;
  for (const Arm& arm : design.arms) {
    total += arm.size;
    divisor = std::gcd(divisor, static_cast<long long>(arm.size));
  }
  if (sound.screening && design.screening.enrolled != total)
    faults.add("screening.enrolled", std::to_string(total) + ", the sum of the arm sizes");
  if (sound.screening && design.screening.screened < design.screening.enrolled)
    faults.add("screening.screened", "at least enrolled (" + std::to_string(design.screening.enrolled) + ")");
  const long long block = design.allocation.block_size;
  const long long ratio = divisor > 0 ? total / divisor : 1;
  if (block > 0 && (block % ratio != 0 || block > total)) {
    faults.add("allocation.block_size", "a multiple of " + std::to_string(ratio) +
                                            " (the sum of the allocation ratio), at most " +
                                            std::to_string(total));
  }
}

void check_days_of_arms(const Design& design, StudyFaults& faults) {
  for (std::size_t i = 0; i < design.arms.size(); ++i) {
    const Arm& arm = design.arms[i];
    for (std::size_t k = 0; k < arm.drugs.size(); ++k) {
      const std::string course = item("arm", i, "drug." + std::to_string(k));
      if (arm.drugs[k].last_day > design.last_day)
        faults.add(course + ".last_day", "at most last_day (" + to_text(design.last_day) + ")");
      if (arm.drugs[k].first_day < design.screening.first_day)
        faults.add(course + ".first_day",
                   "at least screening.first_day (" + to_text(design.screening.first_day) + ")");
    }
    if (!arm.product) continue;
    const std::string product = item("arm", i, "product");
    if (arm.product->day > design.last_day)
      faults.add(product + ".day", "at most last_day (" + to_text(design.last_day) + ")");
    if (arm.surgery && arm.product->day < 0.0) faults.add(product + ".day", "at least 0, the day of surgery");
    const double days_for_culture = arm.product->day - design.aspiration_day;
    if (arm.aspiration && days_for_culture >= 0.0 && arm.product->culture_days_high > days_for_culture) {
      faults.add(product + ".culture_days_high",
                 "at most " + to_text(days_for_culture) + ", the days between aspiration and the product");
    }
  }
}

bool any_arm(const Design& design, bool Arm::*has) {
  return std::any_of(design.arms.begin(), design.arms.end(), [&](const Arm& arm) { return arm.*has; });
}

void check_analytes(const Design& design, std::size_t index, StudyFaults& faults) {
  const Visit& visit = design.visits[index];
  for (const std::string& analyte : visit.analytes) {
    const std::string kind = observable_kind(analyte);
    const bool has_assay = std::any_of(design.assays.begin(), design.assays.end(),
                                       [&](const trial::Assay& assay) { return assay.analyte == analyte; });
    if (kind == "hormone" && !has_assay)
      faults.add(item("visit", index, "analytes"), "an [[assay]] for " + analyte);
    const bool at_surgery = visit.anchor == "surgery" && visit.day == 0.0 && visit.window_d == 0.0;
    if (kind == "biopsy" && (!at_surgery || !any_arm(design, &Arm::surgery)))
      faults.add(item("visit", index, "analytes"),
                 "no " + analyte + ": biopsies are taken on day 0, window 0, in an arm with surgery");
  }
}

void check_visits(const Design& design, StudyFaults& faults) {
  for (std::size_t i = 0; i < design.visits.size(); ++i) {
    const Visit& visit = design.visits[i];
    const double day = planned_day(design, visit);
    if (day + visit.window_d > design.last_day) {
      faults.add(item("visit", i, "day"), "a visit whose window ends by last_day (" +
                                              to_text(design.last_day) + "); it ends on day " +
                                              to_text(day + visit.window_d));
    }
    if (day - visit.window_d < design.screening.first_day) {
      faults.add(item("visit", i, "day"), "a visit whose window begins at or after screening.first_day (" +
                                              to_text(design.screening.first_day) + "); it begins on day " +
                                              to_text(day - visit.window_d));
    }
    if (visit.anchor == "aspiration" && !design.arms.empty() && !any_arm(design, &Arm::aspiration))
      faults.add(item("visit", i, "anchor"), "surgery: no arm has an aspiration");
    check_analytes(design, i, faults);
  }
}

void check_screening_days(const Design& design, StudyFaults& faults) {
  const trial::Screening& screening = design.screening;
  const double last_analysis =
      screening.first_day + (screening.semen_analyses - 1) * screening.semen_interval_d;
  if (last_analysis > 0.0) {
    faults.add("screening.semen_interval_d",
               "semen analyses that fit between first_day and day 0; the last one falls on day " +
                   to_text(last_analysis));
  }
  if (any_arm(design, &Arm::aspiration) && design.aspiration_day < screening.first_day)
    faults.add("aspiration_day", "at least screening.first_day (" + to_text(screening.first_day) + ")");
}

// The visit of that name if it carries the analyte; else a fault.
const Visit* visit_with(const Design& design, const std::string& name, const std::string& analyte,
                        const std::string& field, StudyFaults& faults) {
  if (name.empty()) return nullptr;
  const auto found = std::find_if(design.visits.begin(), design.visits.end(),
                                  [&](const Visit& visit) { return visit.name == name; });
  if (found == design.visits.end()) {
    faults.add(field, one_of("the name of a visit", name, names_of(design.visits)));
    return nullptr;
  }
  if (!contains(found->analytes, analyte)) {
    faults.add(field, "a visit that measures " + analyte);
    return nullptr;
  }
  return &*found;
}

void check_endpoints(const Design& design, StudyFaults& faults) {
  int primaries = 0;
  for (std::size_t i = 0; i < design.endpoints.size(); ++i) {
    const trial::Endpoint& endpoint = design.endpoints[i];
    primaries += endpoint.primary_efficacy ? 1 : 0;
    const Visit* first = visit_with(design, endpoint.baseline_visit, endpoint.analyte,
                                    item("endpoint", i, "baseline_visit"), faults);
    const Visit* last = visit_with(design, endpoint.final_visit, endpoint.analyte,
                                   item("endpoint", i, "final_visit"), faults);
    if (first != nullptr && last != nullptr && planned_day(design, *first) >= planned_day(design, *last))
      faults.add(item("endpoint", i, "final_visit"), "a visit after " + endpoint.baseline_visit);
  }
  if (!design.endpoints.empty() && primaries != 1) {
    faults.add("endpoint", std::to_string(primaries) + " with primary_efficacy = true",
               "exactly one primary efficacy endpoint");
  }
}

void check_analysis(const Design& design, StudyFaults& faults) {
  const trial::AnalysisPlan& analysis = design.analysis;
  const std::vector<std::string> arms = names_of(design.arms);
  if (arms.empty() || contains(arms, "")) return;
  if (!analysis.reference_arm.empty() && !contains(arms, analysis.reference_arm))
    faults.add("analysis.reference_arm", one_of("the name of an arm", analysis.reference_arm, arms));
  if (!analysis.primary_contrast_arm.empty() && !contains(arms, analysis.primary_contrast_arm)) {
    faults.add("analysis.primary_contrast_arm",
               one_of("the name of an arm", analysis.primary_contrast_arm, arms));
  } else if (arms.size() > 1 && analysis.primary_contrast_arm == analysis.reference_arm) {
    faults.add("analysis.primary_contrast_arm", "another arm than reference_arm");
  }
  const bool is_endpoint = std::any_of(
      design.endpoints.begin(), design.endpoints.end(),
      [&](const trial::Endpoint& endpoint) { return endpoint.analyte == analysis.responder_analyte; });
  if (!analysis.responder_analyte.empty() && !is_endpoint)
    faults.add("analysis.responder_analyte", "the analyte of an endpoint");
}

}  // namespace

double planned_day(const Design& design, const Visit& visit) {
  return visit.anchor == "aspiration" ? design.aspiration_day + visit.day : visit.day;
}

void check_agreement(const Design& design, const StudyNames& names, const SoundSections& sound,
                     StudyFaults& faults) {
  check_unique(
      design.arms, "arm", "name", [](const Arm& arm) { return arm.name; }, faults);
  check_unique(
      design.visits, "visit", "name", [](const Visit& visit) { return visit.name; }, faults);
  check_unique(
      design.assays, "assay", "analyte", [](const auto& assay) { return assay.analyte; }, faults);
  check_unique(
      design.endpoints, "endpoint", "analyte", [](const auto& one) { return one.analyte; }, faults);
  check_unique(
      design.eligibility, "eligibility.criterion", "id", [](const auto& one) { return one.id; }, faults);
  check_unique(
      design.adverse_events, "adverse_event", "term",
      [](const auto& event) { return event.term.empty() ? "" : event.cause + ": " + event.term; }, faults);
  check_numbers_of_men(design, sound, faults);
  check_days_of_arms(design, faults);
  check_screening_days(design, faults);
  check_visits(design, faults);
  if (!contains(names_of(design.visits), "")) check_endpoints(design, faults);
  check_analysis(design, faults);
  const bool known_evidence = design.evidence.empty() || contains(names.published_studies, design.evidence);
  if (!known_evidence) {
    faults.add("evidence", one_of("the id of a study in data/evidence/outcomes", design.evidence,
                                  names.published_studies));
  }
}

}  // namespace azoo::study
