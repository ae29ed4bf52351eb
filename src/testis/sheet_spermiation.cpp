// Ripe spermatids leave when the site's phase is near spermiation; too long a wait ends in phagocytosis.
#include <algorithm>
#include <cmath>

#include "testis/sheet.hpp"

namespace azoo::testis {

void Sheet::ripen(Block& block, std::size_t place, Cohort& cohort) {
  const int late_ticks = ticks_between(cohort.due, now_);
  const double cycle_ticks = species_.cycle_d * ticks_per_d;
  const double ahead = new_phase_[place] - late_ticks / cycle_ticks - spermiation_phase_;
  const double ahead_ticks = (ahead - std::round(ahead)) * cycle_ticks;
  int delay = 0;
  if (ahead_ticks < -window_ticks_) delay = static_cast<int>(-ahead_ticks) - window_ticks_;
  if (ahead_ticks > window_ticks_) delay = static_cast<int>(cycle_ticks - ahead_ticks) - window_ticks_;
  const bool released = delay <= wait_ticks_;
  delay = std::min(delay, wait_ticks_);
  if (late_ticks >= delay) {
    leave(block, cohort, released);
    cohort.due = static_cast<Tick>(cohort.due + 32 * ticks_per_d);
    return;
  }
  cohort.next = static_cast<std::uint8_t>(chain_.size() + (released ? 0 : 1));
  cohort.due = static_cast<Tick>(cohort.due + delay);
}

void Sheet::leave(Block& block, Cohort& cohort, bool released) {
  const int cells = cohort.cells;
  block.cells[static_cast<std::size_t>(chain_.transitions().back().type)] -= cells;
  if (released) {
    block.step.sperm_released += cells;
  } else {
    block.step.died[static_cast<std::size_t>(Compartment::spermatid)] += cells;
  }
  cohort.cells = 0;
  cohort.next = static_cast<std::uint8_t>(done());
}

}  // namespace azoo::testis
