#include "trial/course.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

#include "trial/eligibility.hpp"
#include "trial/safety.hpp"
#include "trial/section_rows.hpp"

namespace azoo::trial {

namespace {

std::vector<body::Insult> insults_of(const Setting& setting) {
  std::vector<body::Insult> insults;
  for (const InsultPlan& plan : setting.design.insults) {
    insults.push_back({plan.first_day, plan.last_day, setting.model.species.germ_cell_index(plan.germ_cell),
                       plan.survival_factor, plan.leydig_capacity_factor});
  }
  return insults;
}

}  // namespace

ParticipantRow participant_row(const body::Constitution& constitution, std::string name) {
  const double none = std::numeric_limits<double>::quiet_NaN();
  ParticipantRow row;
  row.participant = std::move(name);
  row.aetiology = constitution.aetiology;
  row.histology = constitution.histology;
  row.age_y = constitution.age_y;
  row.testis_volume_mL = constitution.testis_volume_mL;
  row.active_tubule_fraction = body::active_tubule_fraction(constitution);
  row.secondary_infertility = constitution.secondary_infertility ? "yes" : "no";
  row.product_cells_planned = row.product_cells_given = none;
  row.product_viability_percent = row.product_exosome_ug_given = none;
  return row;
}

Course::Course(const Setting& setting, int replicate, std::uint64_t man,
               const body::Constitution& constitution, std::string name)
    : setting_(setting),
      replicate_(replicate),
      man_(man),
      patient_(setting.model, constitution,
               {setting.design.sample.sites_around, setting.design.sample.sites_along,
                setting.design.sample.step_d},
               {setting.seed, static_cast<std::uint64_t>(replicate), man},
               setting.design.screening.first_day),
      row_(participant_row(constitution, std::move(name))) {}

RandomStream Course::stream(Stream purpose) const {
  return RandomStream({setting_.seed, static_cast<std::uint64_t>(replicate_), man_, purpose});
}

void Course::attend(const PlannedVisit& planned, bool biopsied) {
  const Visit& visit = setting_.design.visits[static_cast<std::size_t>(planned.index)];
  for (VisitRow& row :
       setting_.laboratory.examine(patient_, visit, planned.index, biopsied, replicate_, man_)) {
    row.participant = row_.participant;
    row.arm = row_.arm;
    row.visit = visit.name;
    row.day = planned.day;
    rows_.visits.push_back(std::move(row));
  }
}

std::vector<std::string> Course::screen() {
  for (const PlannedVisit& planned : setting_.visits.screening(replicate_, man_)) {
    patient_.advance_to(planned.day);
    attend(planned, false);
  }
  // Of repeated measurements the largest counts: one sperm in one pellet is enough to rule out azoospermia.
  std::map<std::string, double> largest{{"age", row_.age_y}};
  for (const VisitRow& row : rows_.visits) {
    const auto [at, inserted] = largest.emplace(row.analyte, row.value);
    if (!inserted) at->second = std::max(at->second, row.value);
  }
  return measured_reasons(setting_.design.eligibility, [&](const std::string& key) -> std::optional<double> {
    const auto found = largest.find(key);
    if (found == largest.end()) return std::nullopt;
    return found->second;
  });
}

void Course::keep_sections(double day) {
  for (SectionRow row : section_rows(patient_, 0)) {
    row.participant = row_.participant;
    row.day = day;
    rows_.sections.push_back(std::move(row));
  }
}

void Course::record_events(const Arm& arm, double last_day) {
  const RandomStream events = stream(Stream::adverse_events);
  Draws draws(events, 0, 0);
  for (EventRow& event :
       adverse_events(setting_.design, exposure_of(arm, setting_.design), last_day, draws)) {
    rows_.events.push_back(std::move(event));
  }
  if (withdrawn_) {
    EventRow event;
    event.day = last_day;
    event.kind = "withdrawal";
    event.term = "withdrew from follow-up";
    event.serious = "no";
    event.related_to = "none";
    rows_.events.push_back(std::move(event));
  }
  std::stable_sort(rows_.events.begin(), rows_.events.end(),
                   [](const EventRow& a, const EventRow& b) { return a.day < b.day; });
  for (EventRow& event : rows_.events) {
    event.participant = row_.participant;
    event.arm = row_.arm;
  }
}

void Course::treat_and_follow(const Arm& arm, bool keep_sections_of_this_man) {
  row_.arm = arm.name;
  for (VisitRow& row : rows_.visits) row.arm = arm.name;
  const RandomStream leaving = stream(Stream::withdrawal);
  Draws leaving_draws(leaving, 0, 0);
  const std::optional<double> leaves = withdrawal_day(setting_.design, leaving_draws);
  withdrawn_ = leaves.has_value();
  const double last_day = leaves.value_or(setting_.design.last_day);
  Treatments::Prepared prepared = setting_.treatments.prepare(arm, patient_, replicate_, man_, row_);
  rows_.events = std::move(prepared.deviations);
  patient_.give(prepared.treatment);
  patient_.take(Treatments::drug_doses(arm, last_day));
  patient_.suffer(insults_of(setting_));
  // The section before treatment is taken on day 0, when nothing has acted yet.
  bool section_due = keep_sections_of_this_man;
  const auto live_to = [&](double day) {
    if (section_due && day >= 0.0) {
      patient_.advance_to(0.0);
      keep_sections(0.0);
      section_due = false;
    }
    patient_.advance_to(day);
  };
  for (const PlannedVisit& planned : setting_.visits.follow_up(arm, replicate_, man_)) {
    if (leaves && planned.day > last_day) break;
    live_to(planned.day);
    const Visit& visit = setting_.design.visits[static_cast<std::size_t>(planned.index)];
    attend(planned, arm.surgery && visit.anchor == "surgery" && visit.day == 0.0);
  }
  if (keep_sections_of_this_man) {
    live_to(std::max(patient_.day(), last_day));
    keep_sections(patient_.day());
  }
  record_events(arm, last_day);
}

void Course::finish(const std::string& status, const std::vector<std::string>& failed_criteria,
                    TrialRecords& records) {
  row_.status = status;
  row_.failed_criteria = joined(failed_criteria);
  records.participants.push_back(row_);
  const auto append = [](auto& to, auto& from) { to.insert(to.end(), from.begin(), from.end()); };
  append(records.visits, rows_.visits);
  append(records.events, rows_.events);
  append(records.sections, rows_.sections);
}

}  // namespace azoo::trial
