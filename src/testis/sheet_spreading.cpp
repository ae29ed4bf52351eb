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
    const std::uint32_t word = used < 3 ? scratch.dividing.word(used + 1, at) : more.word();
    bits[d] = static_cast<std::uint16_t>(word);
    bits[d + 1] = static_cast<std::uint16_t>(word >> 16);
  }
}

enum class Found { nothing, place, no_room };

// One cell joins the cohort of its age at a site: one that has made the same divisions, or one that is about
// to make the last of them. Cohorts with the same next transition differ in age as in the time it is due. A
// cohort without cells takes the age of the first that comes, so that no cell ripens before its time.
inline Found try_cohort(Cohort& there, std::uint8_t& inbox, const Joining& joining, unsigned gap_ticks) {
  const auto behind = static_cast<unsigned>(joining.next - there.next);
  const Tick due = behind == 0 ? joining.due : joining.due_before;
  const auto gap = static_cast<unsigned>(ticks_between(due, there.due)) + gap_ticks;
  if ((behind > 1U) | (gap > 2U * gap_ticks)) return Found::nothing;
  // Without branches: what is found here is as good as random.
  const auto empty = static_cast<std::uint32_t>((there.cells | inbox) == 0);
  const std::uint32_t waits = behind & ~empty;
  constexpr std::uint32_t one_cell = 1U << 24;
  const auto kept = std::bit_cast<std::uint32_t>(there);
  const auto first =
      std::bit_cast<std::uint32_t>(Cohort{joining.due, static_cast<std::uint8_t>(joining.next)});
  const std::uint32_t before = empty != 0 ? first : kept;
  if ((waits != 0 ? inbox : before / one_cell) == 255U) return Found::no_room;
  there = std::bit_cast<Cohort>(before + (waits ^ 1U) * one_cell);
  inbox = static_cast<std::uint8_t>(inbox + waits);
  return Found::place;
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
  walk(segment, scratch, division, daughters);
  const std::uint32_t* there = scratch.there.data();
  const std::uint16_t* entry = entry_.data() + segment.first;
  std::uint8_t* inbox = inbox_.data() + segment.first;
  const auto gap = static_cast<unsigned>(spread_gap_ticks_);
  int stay = 0;
  for (int d = 0; d < daughters; ++d) {
    const std::uint32_t site = there[d];
    if (site == division.site) {
      ++stay;
      continue;
    }
    Cohort& newest = cohorts_[entry[site] % cohort_slots][segment.first + site];
    if (try_cohort(newest, inbox[site], joining, gap) == Found::place) continue;
    if (!join(block, segment.first + site, joining)) ++stay;
  }
  const auto type = static_cast<std::size_t>(transition.type_after);
  put(block, home.cells, stay + inbox_[place], type);
  inbox_[place] = 0;
  home.next = static_cast<std::uint8_t>(joining.next);
  home.due = joining.due;
}

// All walks first, so that the memory at their ends is on its way while the others walk.
void Sheet::walk(const Segment& segment, SheetScratch& scratch, const Division& division,
                 int daughters) const {
  const int row = static_cast<int>(division.site) / segment.lattice.around;
  const int x = static_cast<int>(division.site) - row * segment.lattice.around;
  const bool far_from_ends = row >= kernel_.reach() && row + kernel_.reach() < segment.lattice.rows;
  const Cohort* cohorts = cohorts_[division.slot].data() + segment.first;
  const std::uint16_t* entry = entry_.data() + segment.first;
  const std::uint16_t* bits = scratch.daughters.data();
  std::uint32_t* there = scratch.there.data();
  for (int d = 0; d < daughters; ++d) {
    there[d] = far_from_ends ? kernel_.end_of_walk(bits[d], division.site, x)
                             : segment.lattice.hop_from(x, row, kernel_.walk(bits[d]));
    __builtin_prefetch(entry + there[d]);
    __builtin_prefetch(cohorts + there[d]);
  }
}

bool Sheet::join(Block& block, std::size_t place, const Joining& joining) {
  // The newest cohort, or the one before where the pulse of the next has come already.
  const std::size_t newest = entry_[place] % cohort_slots;
  const auto gap = static_cast<unsigned>(spread_gap_ticks_);
  Found found = try_cohort(cohorts_[newest][place], inbox_[place], joining, gap);
  if (found == Found::nothing) {
    const std::size_t before = newest > 0 ? newest - 1 : cohort_slots - 1;
    found = try_cohort(cohorts_[before][place], inbox_[place], joining, gap);
  }
  if (found == Found::no_room)
    lose(block, 1, static_cast<std::size_t>(type_of_next_[static_cast<std::size_t>(joining.next)]));
  return found != Found::nothing;
}

}  // namespace azoo::testis
