#include "trial/analysis_data.hpp"

#include <fmt/format.h>

#include <algorithm>  // for sort, find_if
#include <cmath>      // for isnan, isfinite
#include <limits>     // for quiet_NaN
#include <set>        // for set
#include <stdexcept>  // for invalid_argument
#include <unordered_map>

#include "statistics/test_result.hpp"  // for add_note

namespace azoo::trial {

namespace {

constexpr double missing = std::numeric_limits<double>::quiet_NaN();

// The value by the rules of analysis.hpp.
Measured measured(const VisitRow& row, const Assay* assay) {
  if (row.flag == "missing") return {.value = missing};
  if (row.flag == "below_lloq") {
    const double limit = assay != nullptr && assay->lloq > 0.0 ? assay->lloq : row.value;
    return {.value = limit / 2.0, .below_limit = true};
  }
  if (row.flag == "above_uloq") {
    const bool stated = assay != nullptr && std::isfinite(assay->uloq) && assay->uloq > 0.0;
    return {.value = stated ? assay->uloq : row.value, .above_limit = true};
  }
  return {.value = row.value};
}

void add_measurements(const Design& design, const ReplicateRecords& records,
                      const std::unordered_map<std::string, Man*>& men) {
  std::set<std::string> analytes;
  std::map<std::string, const Assay*> assays;
  for (const Endpoint& endpoint : design.endpoints) analytes.insert(endpoint.analyte);
  analytes.insert(design.analysis.responder_analyte);
  for (const std::string& analyte : analytes) assays[analyte] = assay_of(design, analyte);
  for (const VisitRow* row : records.visits) {
    const auto man = men.find(row->participant);
    const auto assay = assays.find(row->analyte);
    if (man == men.end() || assay == assays.end()) continue;  // screen failure, or no endpoint
    const bool added = man->second->by_visit_and_analyte
                           .emplace(std::pair(row->visit, row->analyte), measured(*row, assay->second))
                           .second;
    if (!added) {
      throw std::invalid_argument(fmt::format("visits.csv: {} of {} at {} occurs twice in replicate {}",
                                              row->analyte, row->participant, row->visit, row->replicate));
    }
  }
}

}  // namespace

Measured Man::at(const std::string& visit, const std::string& analyte) const {
  const auto found = by_visit_and_analyte.find({visit, analyte});
  return found == by_visit_and_analyte.end() ? Measured{.value = missing} : found->second;
}

std::vector<ReplicateRecords> by_replicate(const TrialRecords& records) {
  std::map<int, ReplicateRecords> parts;
  for (const ParticipantRow& row : records.participants) parts[row.replicate].participants.push_back(&row);
  if (parts.empty()) parts[0];
  const auto part_of = [&](int replicate) -> ReplicateRecords& {
    const auto part = parts.find(replicate);
    if (part == parts.end()) {
      throw std::invalid_argument(fmt::format("replicate {} has no participants", replicate));
    }
    return part->second;
  };
  for (const VisitRow& row : records.visits) part_of(row.replicate).visits.push_back(&row);
  for (const EventRow& row : records.events) part_of(row.replicate).events.push_back(&row);
  std::vector<ReplicateRecords> list;
  for (auto& [replicate, part] : parts) {
    part.replicate = replicate;
    list.push_back(std::move(part));
  }
  return list;
}

MenByArm men_by_arm(const Design& design, const ReplicateRecords& records) {
  std::vector<const ParticipantRow*> sorted = records.participants;
  std::sort(sorted.begin(), sorted.end(),
            [](const ParticipantRow* a, const ParticipantRow* b) { return a->participant < b->participant; });
  MenByArm arms(design.arms.size());
  for (std::size_t i = 0; i < sorted.size(); ++i) {
    if (i > 0 && sorted[i]->participant == sorted[i - 1]->participant) {
      throw std::invalid_argument(fmt::format("participants.csv: {} occurs twice in replicate {}",
                                              sorted[i]->participant, records.replicate));
    }
    if (sorted[i]->arm.empty()) continue;  // screen failure
    const auto arm = std::find_if(design.arms.begin(), design.arms.end(),
                                  [&](const Arm& a) { return a.name == sorted[i]->arm; });
    if (arm == design.arms.end()) {
      throw std::invalid_argument(fmt::format("participants.csv: {} is in arm '{}', which the study lacks",
                                              sorted[i]->participant, sorted[i]->arm));
    }
    arms[static_cast<std::size_t>(arm - design.arms.begin())].push_back({.row = sorted[i]});
  }
  std::unordered_map<std::string, Man*> men;
  for (std::vector<Man>& arm : arms) {
    for (Man& man : arm) men.emplace(man.row->participant, &man);
  }
  add_measurements(design, records, men);
  for (const EventRow* event : records.events) {
    const auto man = men.find(event->participant);
    if (man != men.end() && event->kind == "adverse_event") man->second->adverse_events.push_back(event);
  }
  return arms;
}

const Assay* assay_of(const Design& design, const std::string& analyte) {
  const auto found = std::find_if(design.assays.begin(), design.assays.end(),
                                  [&](const Assay& assay) { return assay.analyte == analyte; });
  return found == design.assays.end() ? nullptr : &*found;
}

Sample sample_at(std::span<const Man> men, const std::string& visit, const std::string& analyte) {
  Sample sample{.men = men.size()};
  for (const Man& man : men) {
    const Measured value = man.at(visit, analyte);
    if (std::isnan(value.value)) continue;
    sample.values.push_back(value.value);
    sample.below += value.below_limit ? 1 : 0;
    sample.above += value.above_limit ? 1 : 0;
  }
  return sample;
}

PairedSample paired_sample(std::span<const Man> men, const Endpoint& endpoint) {
  PairedSample sample{.men = men.size()};
  for (const Man& man : men) {
    const Measured before = man.at(endpoint.baseline_visit, endpoint.analyte);
    const Measured after = man.at(endpoint.final_visit, endpoint.analyte);
    if (std::isnan(before.value) || std::isnan(after.value)) continue;
    sample.baseline.push_back(before.value);
    sample.final.push_back(after.value);
    sample.below += (before.below_limit ? 1U : 0U) + (after.below_limit ? 1U : 0U);
    sample.above += (before.above_limit ? 1U : 0U) + (after.above_limit ? 1U : 0U);
  }
  return sample;
}

std::string data_note(std::size_t men, std::size_t used, std::size_t below, std::size_t above) {
  std::string note;
  if (used < men)
    statistics::add_note(note, fmt::format("{} of {} men left out: value missing", men - used, men));
  if (below > 0) {
    statistics::add_note(
        note, fmt::format("{} value(s) below the limit of quantification set to half of it", below));
  }
  if (above > 0) {
    statistics::add_note(note, fmt::format("{} value(s) above the limit of quantification set to it", above));
  }
  return note;
}

std::string data_note(const Sample& sample) {
  return data_note(sample.men, sample.values.size(), sample.below, sample.above);
}

std::string data_note(const PairedSample& sample) {
  return data_note(sample.men, sample.baseline.size(), sample.below, sample.above);
}

}  // namespace azoo::trial
