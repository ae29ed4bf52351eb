// Random words of one event of the sheet, in order, from the block of one address; and its binomial
// draw. Uses RandomStream of core.
#pragma once

#include <cstdint>  // for uint32_t

#include "core/random.hpp"  // for RandomStream, uniform01

namespace azoo::testis {

class AddressedWords {
 public:
  // `channel` separates events of the same agent and entry (at most 2^20); each has 2^12 blocks of its own.
  AddressedWords(const RandomStream& stream, std::uint32_t agent, std::uint32_t step,
                 std::uint32_t channel) noexcept
      : stream_(&stream), agent_(agent), step_(step), next_(channel << 12) {}

  [[nodiscard]] std::uint32_t word() noexcept {
    if (unused_ == 0) {
      block_ = stream_->block(agent_, step_, next_++);
      unused_ = 4;
    }
    return block_[4 - unused_--];
  }
  [[nodiscard]] double uniform() noexcept { return uniform01(word()); }
  [[nodiscard]] bool happens(double probability) noexcept { return uniform() < probability; }

  // Successes of `trials` with one probability: binomial. One word a trial; none when it is 0 or 1.
  [[nodiscard]] int successes(int trials, double probability) noexcept {
    if (probability >= 1.0) return trials;
    if (!(probability > 0.0)) return 0;
    int count = 0;
    for (int i = 0; i < trials; ++i) count += happens(probability) ? 1 : 0;
    return count;
  }

  // 53 bits in (0, 1).
  [[nodiscard]] double fine_uniform() noexcept {
    const std::uint64_t high = word();
    const std::uint64_t low = word();
    return (static_cast<double>(((high << 32) | low) >> 11) + 0.5) * 0x1p-53;
  }

 private:
  const RandomStream* stream_;
  std::uint32_t agent_;
  std::uint32_t step_;
  std::uint32_t next_;
  RandomBlock block_{};
  unsigned unused_ = 0;
};

}  // namespace azoo::testis
