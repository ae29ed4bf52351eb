// A cohort of committed germ cells at its site in four bytes, how many can live there at once and how finely
// their age is kept.
#pragma once

#include <cstdint>  // for uint8_t, uint16_t, int16_t

namespace azoo::testis {

// Cohorts that a site can hold; development takes four cycles in man.
inline constexpr int cohort_slots = 5;

// Time is kept in ticks of 1/512 d, modulo 128 d: whole arithmetic, so that no event moves with the step.
inline constexpr int ticks_per_d = 512;
using Tick = std::uint16_t;

// Ticks from `from` to `to`; valid while they are less than 64 d apart.
[[nodiscard]] constexpr int ticks_between(Tick from, Tick to) noexcept {
  return static_cast<std::int16_t>(static_cast<std::uint16_t>(to - from));
}

// Together, so that a cell that joins finds everything in one place.
struct Cohort {
  Tick due = 0;            // time of the next transition
  std::uint8_t next = 0;   // next transition
  std::uint8_t cells = 0;  // at the site
};

}  // namespace azoo::testis
