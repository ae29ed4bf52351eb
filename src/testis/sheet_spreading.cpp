// Daughters of a spermatogonial division lie over their own and the Sertoli cells around. They join a cohort
// of about the same age, which they find before or after its own division; where there is none they stay.
#include "testis/sheet.hpp"
#include "testis/sheet_scratch.hpp"

namespace azoo::testis {

namespace {

// Sixteen-bit numbers for the daughters of one division: what the survival draw left of its block, then
// blocks of their own.
class DaughterBits {
 public:
  DaughterBits(const SheetScratch& words, std::size_t at, const RandomStream& stream, std::uint32_t agent,
               std::uint32_t entry, std::uint32_t transition) noexcept
      : left_{words.batch.word(1, at), words.batch.word(2, at), words.batch.word(3, at)},
        more_(stream, agent, entry, transition) {}

  [[nodiscard]] std::uint16_t next() noexcept {
    if (half_) {
      half_ = false;
      return static_cast<std::uint16_t>(word_ >> 16);
    }
    word_ = used_ < left_.size() ? left_[used_++] : more_.word();
    half_ = true;
    return static_cast<std::uint16_t>(word_);
  }

 private:
  std::array<std::uint32_t, 3> left_;
  AddressedWords more_;
  std::uint32_t word_ = 0;
  std::size_t used_ = 0;
  bool half_ = false;
};

}  // namespace

// Returns the daughters that stay.
int Sheet::spread(Block& block, std::uint32_t site, int slot, int daughters, const SheetScratch* words,
                  std::size_t at) {
  const auto k = static_cast<std::size_t>(slot);
  const Segment& segment = segments_[block.segment];
  const std::size_t place = segment.first + site;
  const auto division = static_cast<std::size_t>(next_[k][place]);
  const Tick due = due_[k][place];
  const Joining joining{static_cast<int>(division) + 1, due,
                        static_cast<Tick>(due + age_of_next_[division + 1] - age_of_next_[division])};
  DaughterBits bits(*words, at, spreading_stream_, segment.agent + site, entry_number(place, slot),
                    static_cast<std::uint32_t>(division));
  const int row = static_cast<int>(site) / segment.lattice.around;
  const int x = static_cast<int>(site) - row * segment.lattice.around;
  int stay = 0;
  for (int cell = 0; cell < daughters; ++cell) {
    const std::uint16_t number = bits.next();
    if (!kernel_.leaves(number)) {
      ++stay;
      continue;
    }
    const std::uint32_t there = segment.lattice.hop_from(x, row, kernel_.destination(number));
    if (there == site || !join(block, segment.first + there, joining)) ++stay;
  }
  return stay;
}

// One cell joins the cohort of its age at a place: one that has made the same divisions, or one that is about
// to make the last of them. Cohorts with the same next transition differ in age as in the time it is due. A
// cohort without cells takes the age of the first that comes, so that no cell ripens before its time.
bool Sheet::join(Block& block, std::size_t place, const Joining& joining) {
  // The newest cohort, or the one before where the pulse of the next has come already.
  for (unsigned back = 0; back < 2; ++back) {
    const std::size_t slot = (entry_[place] + cohort_slots - back) % cohort_slots;
    const int next = next_[slot][place];
    const bool same = next == joining.next;
    if (!same && next != joining.next - 1) continue;
    const int gap = ticks_between(same ? joining.due : joining.due_before, due_[slot][place]);
    if (gap > spread_gap_ticks_ || gap < -spread_gap_ticks_) continue;
    const bool empty = cells_[slot][place] == 0 && inbox_[place] == 0;
    if (empty) {
      next_[slot][place] = static_cast<std::uint8_t>(joining.next);
      due_[slot][place] = joining.due;
    }
    std::uint8_t& count = same || empty ? cells_[slot][place] : inbox_[place];
    const int type = type_of_next_[static_cast<std::size_t>(joining.next)];
    block.cells[static_cast<std::size_t>(type)] += store(block, count, 1);
    return true;
  }
  return false;
}

}  // namespace azoo::testis
