// Where a daughter of a spermatogonial division goes: it stays at its Sertoli cell, or takes a few random
// steps on the lattice. Sixteen random bits decide.
#pragma once

#include <cstdint>  // for uint16_t
#include <vector>   // for vector

#include "testis/tubule_lattice.hpp"  // for Hop

namespace azoo::testis {

inline constexpr int longest_spread = 16;

class SpreadKernel {
 public:
  // `fraction` of the daughters leaves, 0 .. 1, by `hops` steps in random directions (1 .. 64), at most
  // longest_spread sites far.
  SpreadKernel(double fraction, int hops);

  [[nodiscard]] bool leaves(std::uint16_t bits) const noexcept { return bits < leave_below_; }
  // Where a daughter that leaves goes.
  [[nodiscard]] Hop destination(std::uint16_t bits) const noexcept {
    const ShortHop& path = paths_[(bits * paths_per_number_) >> 32];
    return {path.around, path.along};
  }
  // The same for any daughter; one that stays does not move.
  [[nodiscard]] Hop walk(std::uint16_t bits) const noexcept {
    const ShortHop& path = paths_[leaves(bits) ? (bits * paths_per_number_) >> 32 : paths_.size() - 1];
    return {path.around, path.along};
  }
  // The farthest a daughter gets, around or along the tubule.
  [[nodiscard]] int reach() const noexcept { return reach_; }

 private:
  // Small, so that all paths stay in the nearest cache.
  struct ShortHop {
    std::int8_t around;
    std::int8_t along;
  };

  int reach_ = 0;
  std::uint32_t leave_below_;
  std::uint64_t paths_per_number_ = 0;  // times 2^32, rounded down
  std::vector<ShortHop> paths_;  // sequences of steps, each as its sum; equally likely; then none at all
};

}  // namespace azoo::testis
