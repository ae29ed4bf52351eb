// Ripe spermatids leave when the site's phase is near spermiation; too long a wait ends in phagocytosis.
#include <algorithm>
#include <cmath>

#include "testis/sheet.hpp"

namespace azoo::testis {

void Sheet::ripen(Block& block, std::uint32_t site, int slot, int late_ticks) {
  const auto k = static_cast<std::size_t>(slot);
  const std::size_t place = segments_[block.segment].first + site;
  const double cycle_ticks = species_.cycle_d * ticks_per_d;
  const double ahead = new_phase_[place] - late_ticks / cycle_ticks - spermiation_phase_;
  const double ahead_ticks = (ahead - std::round(ahead)) * cycle_ticks;
  int delay = 0;
  if (ahead_ticks < -window_ticks_) delay = static_cast<int>(-ahead_ticks) - window_ticks_;
  if (ahead_ticks > window_ticks_) delay = static_cast<int>(cycle_ticks - ahead_ticks) - window_ticks_;
  const bool released = delay <= wait_ticks_;
  delay = std::min(delay, wait_ticks_);
  if (late_ticks >= delay) {
    leave(block, place, slot, released);
    due_[k][place] = static_cast<Tick>(due_[k][place] + 32 * ticks_per_d);
    return;
  }
  next_[k][place] = static_cast<std::uint8_t>(chain_.size() + (released ? 0 : 1));
  due_[k][place] = static_cast<Tick>(due_[k][place] + delay);
}

void Sheet::leave(Block& block, std::size_t place, int slot, bool released) {
  const auto k = static_cast<std::size_t>(slot);
  const int cells = cells_[k][place];
  block.cells[static_cast<std::size_t>(chain_.transitions().back().type)] -= cells;
  if (released) {
    block.step.sperm_released += cells;
  } else {
    block.step.died[static_cast<std::size_t>(Compartment::spermatid)] += cells;
  }
  cells_[k][place] = 0;
  next_[k][place] = static_cast<std::uint8_t>(done());
}

}  // namespace azoo::testis
