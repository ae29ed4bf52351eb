// The course of one man through a trial, from the first screening visit to the last day, and the rows it
// leaves.
#pragma once

#include <cstdint>  // for uint64_t
#include <memory>   // for unique_ptr
#include <string>   // for string
#include <vector>   // for vector

#include "body/constitution.hpp"  // for Constitution
#include "body/model.hpp"         // for Model
#include "body/patient.hpp"       // for Patient
#include "trial/design.hpp"       // for Design, Arm
#include "trial/measurement.hpp"  // for Laboratory
#include "trial/records.hpp"      // for TrialRecords
#include "trial/treatment.hpp"    // for Treatments
#include "trial/visit_plan.hpp"   // for VisitPlan

namespace azoo::trial {

// Everything that the men of a trial share.
struct Setting {
  const Design& design;
  std::uint64_t seed;
  body::Model model;
  Laboratory laboratory;
  Treatments treatments;
  VisitPlan visits;
};

// The row of a man as far as he is known before anything is done.
[[nodiscard]] ParticipantRow participant_row(const body::Constitution& constitution, std::string name);

class Course {
 public:
  // `name` is the provisional name under which rows are written.
  Course(const Setting& setting, int replicate, std::uint64_t man, const body::Constitution& constitution,
         std::string name);

  // Lives the man through the screening visits; returns the ids of the criteria that he fails.
  [[nodiscard]] std::vector<std::string> screen();
  // From the decision to the last day.
  void treat_and_follow(const Arm& arm, bool keep_sections);
  // Adds the participant's row with its final status and hands over all rows.
  void finish(const std::string& status, const std::vector<std::string>& failed_criteria,
              TrialRecords& records);

  [[nodiscard]] bool withdrawn() const { return withdrawn_; }

 private:
  void attend(const PlannedVisit& planned, bool biopsied);
  void keep_sections(double day);
  void record_events(const Arm& arm, double last_day);
  [[nodiscard]] RandomStream stream(Stream purpose) const;

  const Setting& setting_;
  int replicate_;
  std::uint64_t man_;
  body::Patient patient_;
  ParticipantRow row_;
  TrialRecords rows_;
  bool withdrawn_ = false;
};

}  // namespace azoo::trial
