#include <algorithm>
#include <cstdio>
#include <map>
#include <numeric>
#include <string>

#include "core/random.hpp"
#include "trial/conduct.hpp"

namespace azoo::trial {

namespace {

std::string screening_name(std::size_t number) {
  char text[32];
  std::snprintf(text, sizeof text, "P%04zu", number);
  return text;
}

// All men of the replicate who stay in the tables, in the order in which they were met.
std::vector<const ParticipantRow*> kept_men(const Design& design, const std::vector<TrialRecords>& places) {
  const int failures_wanted = design.screening.screened - design.screening.enrolled;
  const bool all = design.screening.rule == "rate";
  int failures = 0;
  std::vector<const ParticipantRow*> men;
  for (const TrialRecords& place : places) {
    for (const ParticipantRow& man : place.participants) {
      if (man.status == "screen_failure" && !all && failures++ >= failures_wanted) continue;
      men.push_back(&man);
    }
  }
  return men;
}

std::vector<std::size_t> shuffled(std::size_t count, std::uint64_t seed, int replicate) {
  std::vector<std::size_t> order(count);
  std::iota(order.begin(), order.end(), std::size_t{0});
  const RandomStream stream({seed, static_cast<std::uint64_t>(replicate), 0, Stream::screening_order});
  Draws draws(stream, 0, 0);
  for (std::size_t i = count; i > 1; --i)
    std::swap(order[i - 1], order[draws.below(static_cast<std::uint32_t>(i))]);
  return order;
}

template <typename Row>
void move_rows(const std::vector<TrialRecords>& places, std::vector<Row> TrialRecords::*table, int replicate,
               const std::map<std::string, std::string>& names, std::vector<Row>& out) {
  for (const TrialRecords& place : places) {
    for (const Row& row : place.*table) {
      const auto name = names.find(row.participant);
      if (name == names.end()) continue;
      out.push_back(row);
      out.back().participant = name->second;
      out.back().replicate = replicate;
    }
  }
  std::stable_sort(out.begin(), out.end(),
                   [](const Row& a, const Row& b) { return a.participant < b.participant; });
}

}  // namespace

TrialRecords assemble(const Design& design, std::uint64_t seed, int replicate,
                      const std::vector<TrialRecords>& places) {
  const std::vector<const ParticipantRow*> men = kept_men(design, places);
  // Enrolled men keep their order of enrolment, which decides the arm when allocation is not random; only the
  // failures fall at random among them.
  std::vector<std::size_t> slots = shuffled(men.size(), seed, replicate);
  const auto failed = [&men](std::size_t i) { return men[i]->status == "screen_failure"; };
  std::vector<std::size_t> failure_slots;
  for (std::size_t i = 0; i < men.size(); ++i) {
    if (failed(i)) failure_slots.push_back(slots[i]);
  }
  std::vector<const ParticipantRow*> screened(men.size(), nullptr);
  std::size_t next_failure = 0;
  for (std::size_t i = 0; i < men.size(); ++i) {
    if (failed(i)) screened[failure_slots[next_failure++]] = men[i];
  }
  std::size_t slot = 0;
  for (std::size_t i = 0; i < men.size(); ++i) {
    if (failed(i)) continue;
    while (screened[slot] != nullptr) ++slot;
    screened[slot] = men[i];
  }
  TrialRecords records;
  std::map<std::string, std::string> names;
  for (std::size_t i = 0; i < screened.size(); ++i) {
    names[screened[i]->participant] = screening_name(i + 1);
    records.participants.push_back(*screened[i]);
    records.participants.back().participant = screening_name(i + 1);
    records.participants.back().replicate = replicate;
  }
  move_rows(places, &TrialRecords::visits, replicate, names, records.visits);
  move_rows(places, &TrialRecords::events, replicate, names, records.events);
  move_rows(places, &TrialRecords::sections, replicate, names, records.sections);
  return records;
}

}  // namespace azoo::trial
