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
  // longest_spread sites far, on a tubule of so many sites around.
  SpreadKernel(double fraction, int hops, int sites_around);

  [[nodiscard]] bool leaves(std::uint16_t bits) const noexcept { return bits < leave_below_; }
  // Where a daughter goes; one that stays does not move.
  [[nodiscard]] Hop walk(std::uint16_t bits) const noexcept {
    const Path& path = path_of(bits);
    return {path.around, path.along};
  }
  // The site where a walk ends that begins at a site, the x-th of its row, farther than reach() from the
  // ends.
  [[nodiscard]] std::uint32_t end_of_walk(std::uint16_t bits, std::uint32_t site, int x) const noexcept {
    const Path& path = path_of(bits);
    const int end = x + path.around;
    const int turn = end < 0 ? sites_around_ : end >= sites_around_ ? -sites_around_ : 0;
    return site + static_cast<std::uint32_t>(path.sites + turn);
  }
  // The farthest a daughter gets, around or along the tubule.
  [[nodiscard]] int reach() const noexcept { return reach_; }

 private:
  // Small, so that all paths stay in the nearest cache.
  struct Path {
    std::int16_t sites;  // ahead, where rows follow each other
    std::int8_t around;
    std::int8_t along;
  };
  [[nodiscard]] const Path& path_of(std::uint16_t bits) const noexcept {
    return paths_[leaves(bits) ? (bits * paths_per_number_) >> 32 : paths_.size() - 1];
  }

  int reach_ = 0;
  int sites_around_;
  std::uint32_t leave_below_;
  std::uint64_t paths_per_number_ = 0;  // times 2^32, rounded down
  std::vector<Path> paths_;  // sequences of steps, each as its sum; equally likely; then none at all
};

}  // namespace azoo::testis
