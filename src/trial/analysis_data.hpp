// The records of one replicate, laid out for analysis: men by arm in order of their code, their measurements
// by visit and analyte with the rules for values outside the assay's limits applied. Used by the parts of
// analysis.hpp.
#pragma once

#include <cstddef>  // for size_t
#include <map>      // for map
#include <span>     // for span
#include <string>   // for string
#include <utility>  // for pair
#include <vector>   // for vector

#include "trial/design.hpp"   // for Design
#include "trial/records.hpp"  // for the rows

namespace azoo::trial {

// A measured value as the analysis uses it.
struct Measured {
  double value = 0.0;  // NaN when missing
  bool below_limit = false;
  bool above_limit = false;
};

struct Man {
  const ParticipantRow* row = nullptr;
  std::map<std::pair<std::string, std::string>, Measured> by_visit_and_analyte = {};
  std::vector<const EventRow*> adverse_events = {};
  // Missing when there is none.
  [[nodiscard]] Measured at(const std::string& visit, const std::string& analyte) const;
};

// Rows of one replicate; pointers stay valid as long as the records do.
struct ReplicateRecords {
  int replicate = 0;
  std::vector<const ParticipantRow*> participants;
  std::vector<const VisitRow*> visits;
  std::vector<const EventRow*> events;
};

// By ascending replicate; one empty replicate 0 when there is no participant.
[[nodiscard]] std::vector<ReplicateRecords> by_replicate(const TrialRecords& records);

// Treated men by arm of the design, each arm in order of the participants' codes.
using MenByArm = std::vector<std::vector<Man>>;
[[nodiscard]] MenByArm men_by_arm(const Design& design, const ReplicateRecords& records);

// The assay of the analyte, nullptr when the design has none.
[[nodiscard]] const Assay* assay_of(const Design& design, const std::string& analyte);

// Values at one visit; how many men had none and how many lay outside the limits.
struct Sample {
  std::vector<double> values = {};
  std::size_t men = 0;
  std::size_t below = 0;
  std::size_t above = 0;
};
[[nodiscard]] Sample sample_at(std::span<const Man> men, const std::string& visit,
                               const std::string& analyte);

// Baseline and final value of the men who have both.
struct PairedSample {
  std::vector<double> baseline = {};
  std::vector<double> final = {};
  std::size_t men = 0;
  std::size_t below = 0;  // values, not men
  std::size_t above = 0;
};
[[nodiscard]] PairedSample paired_sample(std::span<const Man> men, const Endpoint& endpoint);

// "2 of 40 men without a value; 3 values below the limit of quantification set to half of it"
[[nodiscard]] std::string data_note(std::size_t men, std::size_t used, std::size_t below, std::size_t above);
[[nodiscard]] std::string data_note(const Sample& sample);
[[nodiscard]] std::string data_note(const PairedSample& sample);

}  // namespace azoo::trial
