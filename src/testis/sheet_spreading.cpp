// Daughters of a spermatogonial division lie over their own and the Sertoli cells around. They join a cohort
// of about the same age, which they find before or after its own division; where there is none they stay.
#include <bit>  // for bit_cast

#include "testis/sheet.hpp"
#include "testis/sheet_scratch.hpp"

namespace azoo::testis {

namespace {

// Sixteen random bits for each daughter of one division: what the survival draw left of its block, then
// blocks of their own.
void draw_daughters(const SheetScratch& scratch, std::size_t at, AddressedWords& more, int daughters,
                    std::uint16_t* bits) {
  for (int d = 0; d < daughters; d += 2) {
    const auto used = static_cast<std::size_t>(d / 2);
    const std::uint32_t word = used < 3 ? scratch.batch.word(used + 1, at) : more.word();
    bits[d] = static_cast<std::uint16_t>(word);
    bits[d + 1] = static_cast<std::uint16_t>(word >> 16);
  }
}

}  // namespace

void Sheet::spread(Block& block, SheetScratch& scratch, const Division& division, int alive) {
  const Segment& segment = segments_[block.segment];
  const std::size_t place = segment.first + division.site;
  Cohort& home = cohorts_[division.slot][place];
  const Transition& transition = chain_[home.next];
  const Joining joining{home.next + 1, home.due, static_cast<Tick>(home.due + transition.ticks_to_next)};
  const int daughters = 2 * alive;
  scratch.count(home.next, home.cells, alive);
  AddressedWords more(spreading_stream_, segment.agent + division.site, entry_number(place, division.slot),
                      home.next);
  draw_daughters(scratch, division.at, more, daughters, scratch.daughters.data());
  home.cells = 0;
  const int row = static_cast<int>(division.site) / segment.lattice.around;
  const int x = static_cast<int>(division.site) - row * segment.lattice.around;
  const bool far_from_ends = row >= kernel_.reach() && row + kernel_.reach() < segment.lattice.rows;
  // All walks first, so that the memory at their ends is on its way while the others walk.
  for (int d = 0; d < daughters; ++d) {
    const Hop walk = kernel_.walk(scratch.daughters[static_cast<std::size_t>(d)]);
    const std::uint32_t there = far_from_ends ? segment.lattice.hop_inside(division.site, x, walk)
                                              : segment.lattice.hop_from(x, row, walk);
    __builtin_prefetch(&entry_[segment.first + there]);
    __builtin_prefetch(&cohorts_[division.slot][segment.first + there]);
    scratch.there[static_cast<std::size_t>(d)] = there;
  }
  int stay = 0;
  for (int d = 0; d < daughters; ++d) {
    const std::uint32_t there = scratch.there[static_cast<std::size_t>(d)];
    if (there == division.site || !join(block, segment.first + there, joining)) ++stay;
  }
  const auto type = static_cast<std::size_t>(transition.type_after);
  put(block, home.cells, stay + inbox_[place], type);
  inbox_[place] = 0;
  home.next = static_cast<std::uint8_t>(joining.next);
  home.due = joining.due;
}

// One cell joins the cohort of its age at a place: one that has made the same divisions, or one that is about
// to make the last of them. Cohorts with the same next transition differ in age as in the time it is due. A
// cohort without cells takes the age of the first that comes, so that no cell ripens before its time.
bool Sheet::join(Block& block, std::size_t place, const Joining& joining) {
  // The newest cohort, or the one before where the pulse of the next has come already.
  const std::size_t newest = entry_[place] % cohort_slots;
  Cohort* there = &cohorts_[newest][place];
  if (!fits(*there, joining)) {
    there = &cohorts_[newest > 0 ? newest - 1 : cohort_slots - 1][place];
    if (!fits(*there, joining)) return false;
  }
  // Without branches: what is found here is as good as random.
  const auto empty = static_cast<unsigned>((there->cells | inbox_[place]) == 0);
  const auto waits = static_cast<unsigned>(there->next != joining.next) & (empty ^ 1U);
  const unsigned full = waits != 0 ? inbox_[place] : there->cells;
  if (full == most_cells) {
    lose(block, 1, static_cast<std::size_t>(type_of_next_[static_cast<std::size_t>(joining.next)]));
    return true;
  }
  const auto cells = static_cast<std::uint8_t>(there->cells + (waits ^ 1U));
  const auto kept = std::bit_cast<std::uint32_t>(Cohort{there->due, there->next, cells});
  const Cohort first{joining.due, static_cast<std::uint8_t>(joining.next), cells};
  const std::uint32_t mask = 0U - empty;
  *there = std::bit_cast<Cohort>((kept & ~mask) | (std::bit_cast<std::uint32_t>(first) & mask));
  inbox_[place] = static_cast<std::uint8_t>(inbox_[place] + waits);
  return true;
}

bool Sheet::fits(const Cohort& cohort, const Joining& joining) const {
  const auto behind = static_cast<unsigned>(joining.next - cohort.next);
  const Tick due = behind == 0 ? joining.due : joining.due_before;
  const auto gap = static_cast<unsigned>(ticks_between(due, cohort.due) + spread_gap_ticks_);
  return (behind <= 1U) & (gap <= 2U * static_cast<unsigned>(spread_gap_ticks_));
}

}  // namespace azoo::testis
