// Ripe spermatids leave when the site's phase is near spermiation; too long a wait ends in phagocytosis. How
// long a cohort has waited stands in its `next`, in equal parts of the longest wait.
#include <algorithm>
#include <cmath>

#include "testis/sheet.hpp"

namespace azoo::testis {

// Phase of a site so long before the end of the step, at the pace of the cycle.
double Sheet::phase_ago(std::size_t place, double ticks) const {
  const double cycle_ticks = species_.cycle_d * ticks_per_d;
  if (has_pulsed(place) && since_pulse(place) < ticks)
    return 1.0 - (ticks - since_pulse(place)) / cycle_ticks;
  return static_cast<double>(new_phase_[place]) - ticks / cycle_ticks;
}

// Looks after a ripe cohort that is due, until it leaves or has to wait beyond this step. It looks again when
// the phase should be there, and when a pulse has shifted it.
void Sheet::wait_for_spermiation(Block& block, std::size_t place, Cohort& cohort) {
  const double cycle_ticks = species_.cycle_d * ticks_per_d;
  constexpr int rounding_ticks = 1;
  while (true) {
    const int late = ticks_between(cohort.due, now_);
    if (late < 0) return;
    const double ahead = phase_ago(place, late) - spermiation_phase_;
    const double ahead_ticks = (ahead - std::round(ahead)) * cycle_ticks;
    if (std::abs(ahead_ticks) <= window_ticks_ + rounding_ticks) return leave(block, cohort, true);
    const int waited = cohort.next - static_cast<int>(chain_.size());
    const int left = wait_ticks_ - waited * wait_ticks_ / wait_parts;
    if (left <= 0) return leave(block, cohort, false);
    const double until_near = (ahead_ticks < 0.0 ? 0.0 : cycle_ticks) - ahead_ticks - window_ticks_;
    int delay = std::clamp(static_cast<int>(std::ceil(until_near)), 1, left);
    const int pulse = late - since_pulse(place);  // ticks until it
    if (pulse > 0 && has_pulsed(place)) delay = std::min(delay, pulse);
    const int parts =
        delay == left ? wait_parts - waited : (delay * wait_parts + wait_ticks_ / 2) / wait_ticks_;
    cohort.next = static_cast<std::uint8_t>(cohort.next + std::min(parts, wait_parts - waited));
    cohort.due = static_cast<Tick>(cohort.due + delay);
  }
}

void Sheet::leave(Block& block, Cohort& cohort, bool released) {
  const int cells = cohort.cells;
  block.cells[static_cast<std::size_t>(chain_.transitions().back().type)] -= cells;
  if (released) {
    block.step.sperm_released += cells;
  } else {
    block.step.died[static_cast<std::size_t>(Compartment::spermatid)] += cells;
  }
  rest(cohort);
}

// Nothing lives here: look again after a while, since times are kept modulo 128 d.
void Sheet::rest(Cohort& cohort) const {
  cohort.cells = 0;
  cohort.next = static_cast<std::uint8_t>(done());
  cohort.due = static_cast<Tick>(cohort.due + 32 * ticks_per_d);
}

}  // namespace azoo::testis
