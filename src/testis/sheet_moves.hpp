// What the parts of a step of the sheet hand to each other.
#pragma once

#include <cstddef>  // for size_t
#include <cstdint>  // for uint32_t

#include "testis/cohort_slots.hpp"  // for Tick

namespace azoo::testis {

struct Pulse {
  std::uint32_t site;   // of the segment
  int overshoot_ticks;  // from the pulse to the end of the step
};

struct PhaseMove {
  double step_d;
  double own_pace_per_d;
};

// Transitions of the cohorts in one slot that are due.
struct SlotUntil {
  std::size_t slot;
  Tick until;
};

struct CohortPlace {
  std::uint32_t site;
  std::size_t slot;
};

struct Division {
  std::uint32_t site;
  std::size_t slot;
  std::size_t at;  // of its random words in the batch
};

// A cell that looks for a cohort: its next transition, when that is due, and when the one before was.
struct Joining {
  int next;
  Tick due_before;
  Tick due;
};

}  // namespace azoo::testis
