// What the sections of a trial study must agree on: names that refer to one another, days that fit into the
// study, numbers of men that add up.
#pragma once

#include "study/trial_study_faults.hpp"  // for StudyFaults
#include "study/trial_study_names.hpp"   // for StudyNames
#include "trial/design.hpp"              // for Design

namespace azoo::study {

// Sections that were read without a fault: sums over broken ones would only confuse.
struct SoundSections {
  bool screening = false;
  bool arms = false;
};

void check_agreement(const trial::Design& design, const StudyNames& names, const SoundSections& sound,
                     StudyFaults& faults);

// Day of a visit counted from surgery, without its window.
[[nodiscard]] double planned_day(const trial::Design& design, const trial::Visit& visit);

}  // namespace azoo::study
