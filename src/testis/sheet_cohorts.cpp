// Cohorts of committed germ cells pass their transitions when these are due: most in batches, since each
// needs random words of its own.
#include <algorithm>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

#include "testis/sheet.hpp"
#include "testis/sheet_scratch.hpp"

namespace azoo::testis {

namespace {

constexpr Tick long_while = 32 * ticks_per_d;

// Sites whose time has come, in order; `first_site` is that of due[0]. Returns how many.
std::size_t collect_due(const Tick* due, std::uint32_t sites, Tick now, std::uint32_t first_site,
                        std::uint32_t* found) {
  std::size_t count = 0;
  std::uint32_t i = 0;
#if defined(__SSE2__)
  const __m128i time = _mm_set1_epi16(static_cast<short>(now));
  for (; i + 16 <= sites; i += 16) {
    const auto late = [&](std::uint32_t at) {
      const __m128i when = _mm_loadu_si128(reinterpret_cast<const __m128i*>(due + at));
      return _mm_sub_epi16(time, when);  // negative: not yet
    };
    const __m128i signs = _mm_packs_epi16(late(i), late(i + 8));
    auto here = static_cast<std::uint32_t>(~_mm_movemask_epi8(signs)) & 0xFFFFU;
    while (here != 0) {
      found[count++] = first_site + i + static_cast<std::uint32_t>(__builtin_ctz(here));
      here &= here - 1;
    }
  }
#endif
  for (; i < sites; ++i) {
    if (ticks_between(due[i], now) >= 0) found[count++] = first_site + i;
  }
  return count;
}

}  // namespace

// In parts of the step so short that daughters find their cohort before it divides once more.
void Sheet::run_due_transitions(Block& block, SheetScratch& scratch) {
  const int step = static_cast<int>(step_ticks_);
  const int parts = (step + longest_part_ticks_ - 1) / longest_part_ticks_;
  for (int left = parts - 1; left >= 0; --left) {
    run_transitions_until(block, scratch, static_cast<Tick>(now_ - step * left / parts));
  }
}

void Sheet::run_transitions_until(Block& block, SheetScratch& scratch, Tick until) {
  const std::size_t first = segments_[block.segment].first;
  for (int slot = 0; slot < cohort_slots; ++slot) {
    const auto k = static_cast<std::size_t>(slot);
    std::size_t count =
        collect_due(due_[k].data() + block.first, block.sites, until, block.first_site, scratch.due.data());
    while (count > 0) {
      run_list(block, scratch, {slot, until}, count);
      std::size_t again = 0;
      for (std::size_t i = 0; i < count; ++i) {
        const std::uint32_t site = scratch.due[i];
        if (ticks_between(due_[k][first + site], until) >= 0) scratch.due[again++] = site;
      }
      count = again;
    }
  }
}

void Sheet::run_list(Block& block, SheetScratch& scratch, SlotUntil of, std::size_t count) {
  const int slot = of.slot;
  const auto k = static_cast<std::size_t>(slot);
  Segment& segment = segments_[block.segment];
  const int last = static_cast<int>(chain_.size()) - 1;
  scratch.batch.clear();
  for (std::size_t i = 0; i < count; ++i) {
    const std::uint32_t site = scratch.due[i];
    const std::size_t place = segment.first + site;
    // A first cell may have given an empty cohort its own, later time.
    if (ticks_between(due_[k][place], of.until) < 0) continue;
    const std::uint8_t next = next_[k][place];
    if (next > last) {
      if (next < done()) leave(block, place, slot, next == last + 1);
      // Nothing lives here: look again after a while (ages are kept modulo 128 d).
      due_[k][place] = static_cast<Tick>(due_[k][place] + long_while);
      continue;
    }
    const int cells = cells_[k][place];
    if (cells == 0) {
      pass_empty(block, site, slot);
    } else if (segment.table.certain(next) && !chain_[next].spreads) {
      pass(block, site, slot, cells, nullptr, 0);
    } else {
      scratch.batch_site[scratch.batch.size()] = site;
      scratch.batch.add(segment.agent + site, entry_number(place, slot), next);
      if (scratch.batch.full()) draw_batch(block, scratch, slot);
    }
  }
  draw_batch(block, scratch, slot);
}

void Sheet::draw_batch(Block& block, SheetScratch& scratch, int slot) {
  const auto k = static_cast<std::size_t>(slot);
  Segment& segment = segments_[block.segment];
  scratch.batch.draw(survival_stream_);
  for (std::size_t i = 0; i < scratch.batch.size(); ++i) {
    const std::uint32_t site = scratch.batch_site[i];
    const std::size_t place = segment.first + site;
    const std::uint8_t next = next_[k][place];
    const int cells = cells_[k][place];
    int alive = cells;
    if (cells < SurvivalTable::most_in_table) {
      if (!segment.table.certain(next))
        alive = segment.table.survivors(next, cells, scratch.batch.word(0, i));
    } else {
      AddressedWords words(survival_stream_, segment.agent + site, entry_number(place, slot), 1U + next);
      alive = segment.table.law().draw(cells, segment.table.chance(next, cells), words);
    }
    pass(block, site, slot, alive, &scratch, i);
  }
  scratch.batch.clear();
}

// A cohort without cells here. Daughters of neighbours may wait for it or still come; after the last division
// that spreads it stays empty.
void Sheet::pass_empty(Block& block, std::uint32_t site, int slot) {
  const auto k = static_cast<std::size_t>(slot);
  const std::size_t place = segments_[block.segment].first + site;
  const std::size_t next = next_[k][place];
  const Transition& transition = chain_[next];
  if (transition.spreads && inbox_[place] > 0) {
    cells_[k][place] = inbox_[place];
    inbox_[place] = 0;
  } else if (static_cast<int>(next) > chain_.last_spreading()) {
    next_[k][place] = static_cast<std::uint8_t>(done());
    due_[k][place] = static_cast<Tick>(due_[k][place] + long_while);
    return;
  }
  next_[k][place] = static_cast<std::uint8_t>(next + 1);
  due_[k][place] = static_cast<Tick>(due_[k][place] + age_of_next_[next + 1] - age_of_next_[next]);
}

void Sheet::pass(Block& block, std::uint32_t site, int slot, int alive, const SheetScratch* words,
                 std::size_t at) {
  const auto k = static_cast<std::size_t>(slot);
  const std::size_t place = segments_[block.segment].first + site;
  const std::size_t next = next_[k][place];
  const Transition& transition = chain_[next];
  const int cells = cells_[k][place];
  const bool ripe = next + 1 == chain_.size();
  const int after = transition.divides ? 2 * alive : alive;
  block.step.died[static_cast<std::size_t>(transition.compartment)] += cells - alive;
  block.step.divided += after - alive;
  block.cells[static_cast<std::size_t>(transition.type)] -= cells;
  cells_[k][place] = 0;
  const auto type_after = static_cast<std::size_t>(ripe ? transition.type : transition.type_after);
  const int stay = transition.spreads ? spread(block, site, slot, after, words, at) : after;
  const int waiting = transition.spreads ? inbox_[place] : 0;
  if (transition.spreads) inbox_[place] = 0;
  block.cells[type_after] += store(block, cells_[k][place], stay + waiting) - waiting;
  if (ripe) {
    ripen(block, site, slot, ticks_between(due_[k][place], now_));
    return;
  }
  next_[k][place] = static_cast<std::uint8_t>(next + 1);
  due_[k][place] = static_cast<Tick>(due_[k][place] + age_of_next_[next + 1] - age_of_next_[next]);
}

// Number of the entry that filled a slot: with the site and the transition it addresses every draw.
std::uint32_t Sheet::entry_number(std::size_t place, int slot) const {
  const int back = (entry_[place] % cohort_slots - slot + cohort_slots) % cohort_slots;
  return static_cast<std::uint32_t>(entry_[place] - back);
}

}  // namespace azoo::testis
