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
  const int division = next_[k][place];
  const Tick committed = committed_at(place, k);
  DaughterBits bits(*words, at, spreading_stream_, segment.agent + site, entry_number(place, slot),
                    static_cast<std::uint32_t>(division));
  int stay = 0;
  for (int cell = 0; cell < daughters; ++cell) {
    const Hop* way = kernel_.destination(bits.next());
    if (way == nullptr) {
      ++stay;
      continue;
    }
    const std::uint32_t there = segment.lattice.hop(site, *way);
    if (there == site || !join(block, there, committed, division + 1)) ++stay;
  }
  return stay;
}

// One cell, whose next transition is `next_of_joining`, joins the cohort of its age at a site: one that has
// made the same divisions, or one that is about to make the last of them.
bool Sheet::join(Block& block, std::uint32_t site, Tick committed, int next_of_joining) {
  const std::size_t place = segments_[block.segment].first + site;
  // The newest cohort, or the one before where the pulse of the next has come already.
  for (unsigned back = 0; back < 2; ++back) {
    const std::size_t slot = (entry_[place] + cohort_slots - back) % cohort_slots;
    const int next = next_[slot][place];
    if (next != next_of_joining && next != next_of_joining - 1) continue;
    const int gap = ticks_between(committed, committed_at(place, slot));
    if (gap > spread_gap_ticks_ || gap < -spread_gap_ticks_) continue;
    std::uint8_t& count = next == next_of_joining ? cells_[slot][place] : inbox_[place];
    const int type = type_of_next_[static_cast<std::size_t>(next_of_joining)];
    block.cells[static_cast<std::size_t>(type)] += store(block, count, 1);
    return true;
  }
  return false;
}

}  // namespace azoo::testis
