// Cohorts of one slot that wait for random words together, so that their blocks are drawn many at a time.
// Uses RandomBatch.
#pragma once

#include <array>    // for array
#include <cstddef>  // for size_t
#include <cstdint>  // for uint8_t, uint16_t, uint32_t

#include "core/random_batch.hpp"  // for RandomBatch

namespace azoo::testis {

class CohortBatch {
 public:
  struct Address {
    std::uint32_t entry;
    std::uint8_t transition;
  };

  void clear() noexcept {
    cohorts_ = 0;
    blocks_.clear();
  }
  [[nodiscard]] std::size_t size() const noexcept { return cohorts_; }
  [[nodiscard]] bool full() const noexcept { return blocks_.full() || cohorts_ == most_cohorts; }

  // A cohort with a block of its own; `agent` is the address of site 0.
  void add(std::uint32_t agent, std::uint32_t site, Address of) noexcept {
    blocks_.add(agent + site, of.entry, of.transition);
    sites_[cohorts_++] = site;
  }
  // A cohort that needs one word. Four sites share a block where entry and transition are the same, as they
  // most often are: that of a quarter of their address, in which each has the word of its remainder.
  void add_shared(std::uint32_t agent, std::uint32_t site, Address of) noexcept {
    const std::uint32_t quarter = (agent + site) / 4;
    if (!blocks_.last_is(quarter, of.entry, of.transition)) blocks_.add(quarter, of.entry, of.transition);
    const std::size_t block = blocks_.size() - 1;
    words_[cohorts_] = static_cast<std::uint16_t>(4 * block + (agent + site) % 4);
    sites_[cohorts_++] = site;
  }

  void draw(const RandomStream& stream) noexcept { blocks_.draw(stream); }
  [[nodiscard]] std::uint32_t site(std::size_t i) const noexcept { return sites_[i]; }
  // After draw(): word 0 .. 3 of the i-th cohort's own block; or its word of a shared one.
  [[nodiscard]] std::uint32_t word(std::size_t which, std::size_t i) const noexcept {
    return blocks_.word(which, i);
  }
  [[nodiscard]] std::uint32_t shared_word(std::size_t i) const noexcept {
    return blocks_.word(words_[i] % 4, words_[i] / 4);
  }

 private:
  static constexpr std::size_t most_cohorts = 4 * RandomBatch::capacity;
  std::size_t cohorts_ = 0;
  std::array<std::uint32_t, most_cohorts> sites_{};
  std::array<std::uint16_t, most_cohorts> words_{};
  RandomBatch blocks_;
};

}  // namespace azoo::testis
