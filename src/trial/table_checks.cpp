#include "trial/table_checks.hpp"

#include <algorithm>  // for sort, find
#include <cmath>      // for isnan
#include <numeric>    // for iota
#include <tuple>      // for tie

#include "core/number_text.hpp"
#include "core/toml_reader.hpp"  // for nearest_word
#include "trial/tables.hpp"      // for find_observable

namespace azoo::trial {

namespace {

std::string key_of(int replicate, const std::string& participant) {
  return std::to_string(replicate) + '/' + participant;
}

std::string did_you_mean(const std::string& near) {
  return near.empty() ? "" : " (did you mean " + near + "?)";
}

bool contains(const std::vector<std::string>& words, const std::string& word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

template <class Item>
std::vector<std::string> names_of(const std::vector<Item>& items, std::string Item::*name) {
  std::vector<std::string> names;
  for (const Item& item : items) names.push_back(item.*name);
  return names;
}

// The participant is known and in the arm that the row says.
template <class Row>
const ParticipantRow* check_owner(const Row& row, int line, const ParticipantIndex* known,
                                  FileProblems& problems) {
  if (known == nullptr || row.participant.empty()) return nullptr;
  const ParticipantRow* owner = known->find(row.replicate, row.participant);
  if (owner == nullptr) {
    problems.add(line, "participant", row.participant,
                 "a participant of replicate " + std::to_string(row.replicate) + " in participants.csv" +
                     did_you_mean(known->nearest(row.replicate, row.participant)));
  }
  return owner;
}

template <class Row>
void check_arm(const Row& row, int line, const ParticipantRow* owner, FileProblems& problems) {
  if (owner == nullptr || owner->arm == row.arm) return;
  problems.add(line, "arm", row.arm.empty() ? "an empty field" : row.arm,
               owner->arm.empty() ? "an empty field: participants.csv has " + row.participant + " in no arm"
                                  : owner->arm + ", the arm of " + row.participant + " in participants.csv");
}

void check_criteria(const ParticipantRow& row, int line, const std::vector<std::string>& criteria,
                    FileProblems& problems) {
  for (std::size_t at = 0; at < row.failed_criteria.size();) {
    const std::size_t end = std::min(row.failed_criteria.find(';', at), row.failed_criteria.size());
    const std::string id = row.failed_criteria.substr(at, end - at);
    if (!contains(criteria, id)) {
      problems.add(line, "failed_criteria", id,
                   "ids of the study's criteria joined by ';'" + did_you_mean(nearest_word(id, criteria)));
    }
    at = end + 1;
  }
}

// Scales that end: a share, a score, a yes or no.
void check_scale(const VisitRow& row, int line, const Observable& observable, FileProblems& problems) {
  const double v = row.value;
  std::string expected;
  if (observable.unit == "%" && v > 100) expected = "a percentage from 0 to 100";
  if (observable.unit == "score" && (v < 1 || v > 10)) expected = "a score from 1 to 10";
  if (observable.unit == "0/1" && v != 0 && v != 1) expected = "0 or 1";
  if (!expected.empty()) problems.add(line, "value", to_text(v), expected);
}

void check_measurement(const VisitRow& row, int line, FileProblems& problems) {
  const Observable* observable = find_observable(row.analyte);
  if (observable == nullptr) {
    if (row.analyte.empty()) return;  // already told
    problems.add(line, "analyte", row.analyte,
                 "a key of `azoo observables trial`" +
                     did_you_mean(nearest_word(row.analyte, names_of(observables(), &Observable::key))));
    return;
  }
  if (row.unit != observable->unit && !row.unit.empty()) {
    problems.add(line, "unit", row.unit, observable->unit + ", the unit of " + row.analyte);
  }
  if (!std::isnan(row.value)) check_scale(row, line, *observable, problems);
}

void check_flag(const VisitRow& row, int line, FileProblems& problems) {
  const bool missing = row.flag == "missing";
  if (missing && !std::isnan(row.value)) {
    problems.add(line, "value", to_text(row.value), "an empty field, as flag is missing");
  }
  if (row.flag.empty() && std::isnan(row.value)) {
    problems.add(line, "value", "an empty field or no number", "a number, or the flag missing");
  }
  if (!missing && std::isnan(row.day)) {
    problems.add(line, "day", "an empty field", "a number: only a missing measurement has no day");
  }
}

void check_once(const LinedTable<VisitRow>& table, FileProblems& problems) {
  std::vector<std::size_t> order(table.rows.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  const auto key = [&](std::size_t i) {
    const VisitRow& row = table.rows[i];
    return std::tie(row.replicate, row.participant, row.visit, row.analyte);
  };
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return key(a) < key(b); });
  std::size_t first = 0;
  for (std::size_t i = 1; i < order.size(); ++i) {
    if (key(order[i]) != key(order[first])) {
      first = i;
      continue;
    }
    const VisitRow& row = table.rows[order[i]];
    problems.add(table.lines[order[i]], "analyte",
                 row.analyte + " of " + row.participant + " at " + row.visit +
                     " a second time, first on line " + std::to_string(table.lines[order[first]]),
                 "one measurement of an analyte at a visit");
  }
}

// "a_dark:1;pachytene:2"
bool is_cell_list(const std::string& text) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(';', at), text.size());
    const std::size_t colon = text.find(':', at);
    if (colon == std::string::npos || colon >= end || colon == at) return false;
    const auto count = parse_integer(std::string_view(text).substr(colon + 1, end - colon - 1));
    if (!count || *count < 0) return false;
    at = end + 1;
    if (at == text.size()) return false;  // a ';' with nothing after it
  }
  return true;
}

}  // namespace

ParticipantIndex::ParticipantIndex(const LinedTable<ParticipantRow>& table, FileProblems& problems) {
  std::unordered_map<std::string, int> lines;
  for (std::size_t i = 0; i < table.rows.size(); ++i) {
    const ParticipantRow& row = table.rows[i];
    if (row.participant.empty()) continue;  // already told
    const std::string key = key_of(row.replicate, row.participant);
    if (!by_key_.emplace(key, &row).second) {
      problems.add(table.lines[i], "participant",
                   row.participant + " a second time, first on line " + std::to_string(lines.at(key)),
                   "one row a participant and replicate");
      continue;
    }
    lines.emplace(key, table.lines[i]);
    codes_[row.replicate].push_back(row.participant);
  }
}

const ParticipantRow* ParticipantIndex::find(int replicate, const std::string& participant) const {
  const auto found = by_key_.find(key_of(replicate, participant));
  return found == by_key_.end() ? nullptr : found->second;
}

std::string ParticipantIndex::nearest(int replicate, const std::string& participant) const {
  const auto found = codes_.find(replicate);
  return found == codes_.end() ? "" : nearest_word(participant, found->second);
}

void check_participants(const LinedTable<ParticipantRow>& table, const Design* design,
                        FileProblems& problems) {
  const std::vector<std::string> arms =
      design != nullptr ? names_of(design->arms, &Arm::name) : std::vector<std::string>{};
  const std::vector<std::string> criteria =
      design != nullptr ? names_of(design->eligibility, &Criterion::id) : std::vector<std::string>{};
  for (std::size_t i = 0; i < table.rows.size(); ++i) {
    const ParticipantRow& row = table.rows[i];
    const int line = table.lines[i];
    const bool failed = row.status == "screen_failure";
    if (failed && !row.arm.empty()) {
      problems.add(line, "arm", row.arm, "an empty field, as status is screen_failure");
    } else if (!failed && row.arm.empty()) {
      problems.add(line, "arm", "an empty field", "the arm of a participant who was treated");
    } else if (design != nullptr && !row.arm.empty() && !contains(arms, row.arm)) {
      problems.add(line, "arm", row.arm, "an arm of the study" + did_you_mean(nearest_word(row.arm, arms)));
    }
    if (!failed && !row.failed_criteria.empty()) {
      problems.add(line, "failed_criteria", row.failed_criteria,
                   "an empty field, as status is not screen_failure");
    } else if (design != nullptr) {
      check_criteria(row, line, criteria, problems);
    }
  }
}

void check_visits(const LinedTable<VisitRow>& table, const ParticipantIndex* known, const Design* design,
                  FileProblems& problems) {
  const std::vector<std::string> visits =
      design != nullptr ? names_of(design->visits, &Visit::name) : std::vector<std::string>{};
  for (std::size_t i = 0; i < table.rows.size() && !problems.full(); ++i) {
    const VisitRow& row = table.rows[i];
    const int line = table.lines[i];
    check_arm(row, line, check_owner(row, line, known, problems), problems);
    check_measurement(row, line, problems);
    check_flag(row, line, problems);
    if (design != nullptr && !row.visit.empty() && !contains(visits, row.visit)) {
      problems.add(line, "visit", row.visit,
                   "a visit of the study" + did_you_mean(nearest_word(row.visit, visits)));
    }
  }
  check_once(table, problems);
}

void check_events(const LinedTable<EventRow>& table, const ParticipantIndex* known, FileProblems& problems) {
  for (std::size_t i = 0; i < table.rows.size() && !problems.full(); ++i) {
    const EventRow& row = table.rows[i];
    const int line = table.lines[i];
    check_arm(row, line, check_owner(row, line, known, problems), problems);
    const bool adverse = row.kind == "adverse_event";
    if (adverse && row.grade == 0) {
      problems.add(line, "grade", "0", "a CTCAE grade 1 to 5, as kind is adverse_event");
    }
    if (!adverse && row.grade != 0) {
      problems.add(line, "grade", std::to_string(row.grade), "0, as kind is not adverse_event");
    }
    if (adverse && row.serious.empty()) {
      problems.add(line, "serious", "an empty field", "yes or no, as kind is adverse_event");
    }
  }
}

void check_sections(const LinedTable<SectionRow>& table, const ParticipantIndex* known,
                    FileProblems& problems) {
  for (std::size_t i = 0; i < table.rows.size() && !problems.full(); ++i) {
    const SectionRow& row = table.rows[i];
    const int line = table.lines[i];
    (void)check_owner(row, line, known, problems);
    if (row.sites_around > 0 && row.site >= row.sites_around) {
      problems.add(line, "site", std::to_string(row.site),
                   "a number below sites_around = " + std::to_string(row.sites_around));
    }
    if (!is_cell_list(row.cells)) {
      problems.add(line, "cells", row.cells, "counts by cell type, \"type:count;type:count\"");
    }
  }
}

}  // namespace azoo::trial
