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

// Sites whose time has come, in order; `first_site` is that of cohorts[0]. Returns how many.
std::size_t collect_due(const Cohort* cohorts, std::uint32_t sites, Tick now, std::uint32_t first_site,
                        std::uint32_t* found) {
  std::size_t count = 0;
  std::uint32_t i = 0;
#if defined(__SSE2__)
  // The time of a cohort is the lower half of its four bytes.
  const __m128i time = _mm_set1_epi32(static_cast<int>(static_cast<std::uint32_t>(now) << 16));
  for (; i + 16 <= sites; i += 16) {
    const auto late = [&](std::uint32_t at) {
      const __m128i four = _mm_loadu_si128(reinterpret_cast<const __m128i*>(cohorts + at));
      return _mm_sub_epi32(time, _mm_slli_epi32(four, 16));  // negative: not yet
    };
    const __m128i low = _mm_packs_epi32(late(i), late(i + 4));
    const __m128i high = _mm_packs_epi32(late(i + 8), late(i + 12));
    const __m128i signs = _mm_packs_epi16(low, high);
    auto here = static_cast<std::uint32_t>(~_mm_movemask_epi8(signs)) & 0xFFFFU;
    while (here != 0) {
      found[count++] = first_site + i + static_cast<std::uint32_t>(__builtin_ctz(here));
      here &= here - 1;
    }
  }
#endif
  for (; i < sites; ++i) {
    if (ticks_between(cohorts[i].due, now) >= 0) found[count++] = first_site + i;
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
  add_up(block, scratch);
}

void Sheet::run_transitions_until(Block& block, SheetScratch& scratch, Tick until) {
  for (std::size_t slot = 0; slot < cohort_slots; ++slot) {
    const Cohort* cohorts = cohorts_[slot].data() + segments_[block.segment].first;
    std::size_t count =
        collect_due(cohorts + block.first_site, block.sites, until, block.first_site, scratch.due.data());
    while (count > 0) {
      run_list(block, scratch, {slot, until}, count);
      std::size_t again = 0;
      for (std::size_t i = 0; i < count; ++i) {
        const std::uint32_t site = scratch.due[i];
        if (ticks_between(cohorts[site].due, until) >= 0) scratch.due[again++] = site;
      }
      count = again;
    }
  }
}

void Sheet::run_list(Block& block, SheetScratch& scratch, SlotUntil of, std::size_t count) {
  const Segment& segment = segments_[block.segment];
  Cohort* cohorts = cohorts_[of.slot].data() + segment.first;
  for (std::size_t i = 0; i < count; ++i) {
    const std::uint32_t site = scratch.due[i];
    Cohort& cohort = cohorts[site];
    // A first cell may have given an empty cohort its own, later time.
    if (ticks_between(cohort.due, of.until) < 0) continue;
    if (cohort.next >= chain_.size()) {
      if (cohort.next < done()) {
        wait_for_spermiation(block, segment.first + site, cohort);
      } else {
        rest(cohort);
      }
    } else if (cohort.cells == 0) {
      pass_empty(segment.first + site, cohort);
    } else if (chain_[cohort.next].spreads) {
      scratch.dividing.add(segment.agent, site, {entry_number(segment.first + site, of.slot), cohort.next});
      if (scratch.dividing.full()) divide_all(block, scratch, of.slot);
    } else {
      scratch.passing.add_shared(segment.agent, site,
                                 {entry_number(segment.first + site, of.slot), cohort.next});
      if (scratch.passing.full()) pass_all(block, scratch, of.slot);
    }
  }
  pass_all(block, scratch, of.slot);
  divide_all(block, scratch, of.slot);
}

// Survivors of the next transition of the cohort of a site; the first of its random words is given.
inline int Sheet::survivors(Segment& segment, const Cohort& cohort, std::uint32_t word, CohortPlace of) {
  if (segment.table.certain(cohort.next)) return cohort.cells;
  if (cohort.cells >= SurvivalTable::most_in_table) return survivors_of_many(segment, cohort, of);
  return segment.table.survivors(cohort.next, cohort.cells, word);
}

int Sheet::survivors_of_many(const Segment& segment, const Cohort& cohort, CohortPlace of) {
  AddressedWords words(survival_stream_, segment.agent + of.site,
                       entry_number(segment.first + of.site, of.slot), 1U + cohort.next);
  return segment.table.law().draw(cohort.cells, segment.table.chance(cohort.next, cohort.cells), words);
}

// Transitions that do not spread.
void Sheet::pass_all(Block& block, SheetScratch& scratch, std::size_t slot) {
  Segment& segment = segments_[block.segment];
  Cohort* cohorts = cohorts_[slot].data() + segment.first;
  CohortBatch& passing = scratch.passing;
  passing.draw(survival_stream_);
  for (std::size_t i = 0; i < passing.size(); ++i) {
    const std::uint32_t site = passing.site(i);
    Cohort& cohort = cohorts[site];
    const Transition& transition = chain_[cohort.next];
    const int alive = survivors(segment, cohort, passing.shared_word(i), {site, slot});
    scratch.count(cohort.next, cohort.cells, alive);
    ++cohort.next;
    cohort.cells = 0;
    put(block, cohort.cells, transition.divides ? 2 * alive : alive,
        static_cast<std::size_t>(type_of_next_[cohort.next]));
    if (cohort.next == chain_.size()) {
      wait_for_spermiation(block, segment.first + site, cohort);
    } else {
      cohort.due = static_cast<Tick>(cohort.due + transition.ticks_to_next);
    }
  }
  passing.clear();
}

// Divisions whose daughters spread.
void Sheet::divide_all(Block& block, SheetScratch& scratch, std::size_t slot) {
  Segment& segment = segments_[block.segment];
  CohortBatch& dividing = scratch.dividing;
  dividing.draw(survival_stream_);
  for (std::size_t i = 0; i < dividing.size(); ++i) {
    const std::uint32_t site = dividing.site(i);
    const int alive =
        survivors(segment, cohorts_[slot][segment.first + site], dividing.word(0, i), {site, slot});
    spread(block, scratch, {site, slot, i}, alive);
  }
  dividing.clear();
}

// A cohort without cells here. Daughters of neighbours may wait for it or still come; after the last division
// that spreads it stays empty.
void Sheet::pass_empty(std::size_t place, Cohort& cohort) {
  const Transition& transition = chain_[cohort.next];
  if (transition.spreads && inbox_[place] > 0) {
    cohort.cells = inbox_[place];
    inbox_[place] = 0;
  } else if (static_cast<int>(cohort.next) > chain_.last_spreading()) {
    return rest(cohort);
  }
  ++cohort.next;
  cohort.due = static_cast<Tick>(cohort.due + transition.ticks_to_next);
}

// What has passed since the last time enters the counts of the block.
void Sheet::add_up(Block& block, SheetScratch& scratch) const {
  for (std::size_t t = 0; t < chain_.size(); ++t) {
    SheetScratch::Passed& passed = scratch.passed[t];
    const Transition& transition = chain_[t];
    const std::int64_t after = transition.divides ? 2 * passed.alive : passed.alive;
    block.step.died[static_cast<std::size_t>(transition.compartment)] += passed.cells - passed.alive;
    block.step.divided += after - passed.alive;
    block.cells[static_cast<std::size_t>(transition.type)] -= passed.cells;
    block.cells[static_cast<std::size_t>(type_of_next_[t + 1])] += after;
    passed = {};
  }
}

// Number of the entry that filled a slot: with the site and the transition it addresses every draw.
std::uint32_t Sheet::entry_number(std::size_t place, std::size_t slot) const {
  const std::uint32_t entry = entry_[place];
  return entry - (entry + cohort_slots - static_cast<std::uint32_t>(slot)) % cohort_slots;
}

}  // namespace azoo::testis
