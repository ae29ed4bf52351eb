// Blocks of a random stream for many addresses at once: the same numbers as RandomStream::block gives one by
// one, as many at a time as a vector register holds. Uses RandomStream.
#pragma once

#include <array>    // for array
#include <cstddef>  // for size_t
#include <cstdint>  // for uint32_t

#include "core/random.hpp"  // for RandomStream

namespace azoo {

class RandomBatch {
 public:
  static constexpr std::size_t capacity = 256;

  void clear() noexcept { size_ = 0; }
  [[nodiscard]] std::size_t size() const noexcept { return size_; }
  [[nodiscard]] bool full() const noexcept { return size_ == capacity; }
  // Adds an address; the batch must not be full.
  void add(std::uint32_t agent, std::uint32_t step, std::uint32_t draw) noexcept {
    words_[0][size_] = agent;
    words_[1][size_] = step;
    words_[2][size_] = draw;
    ++size_;
  }
  // Whether the address that was added last is this one.
  [[nodiscard]] bool last_is(std::uint32_t agent, std::uint32_t step, std::uint32_t draw) const noexcept {
    const std::size_t last = size_ - 1;
    return size_ > 0 && words_[0][last] == agent && words_[1][last] == step && words_[2][last] == draw;
  }
  // Turns the addresses into blocks.
  void draw(const RandomStream& stream) noexcept;
  // Word 0 .. 3 of the i-th block, after draw().
  [[nodiscard]] std::uint32_t word(std::size_t which, std::size_t i) const noexcept {
    return words_[which][i];
  }

 private:
  using Lane = std::array<std::uint32_t, capacity>;
  alignas(64) std::array<Lane, 4> words_{};
  std::size_t size_ = 0;
};

}  // namespace azoo
