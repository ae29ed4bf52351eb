// Where a daughter of a spermatogonial division goes: it stays at its Sertoli cell, or takes a few random
// steps on the lattice. Sixteen random bits decide.
#pragma once

#include <cstdint>  // for uint16_t
#include <vector>   // for vector

#include "testis/tubule_lattice.hpp"  // for Hop

namespace azoo::testis {

class SpreadKernel {
 public:
  // `fraction` of the daughters leaves, 0 .. 1, by `hops` steps in random directions (1 .. 4).
  SpreadKernel(double fraction, int hops);

  // Null when the daughter stays.
  [[nodiscard]] const Hop* destination(std::uint16_t bits) const noexcept {
    if (bits >= leave_below_) return nullptr;
    return &paths_[static_cast<std::size_t>(bits) * paths_.size() / leave_below_];
  }
  // The farthest a daughter gets along the tubule.
  [[nodiscard]] int reach() const noexcept { return hops_; }

 private:
  int hops_;
  std::uint32_t leave_below_;
  std::vector<Hop> paths_;  // all sequences of steps, each as its sum; equally likely
};

}  // namespace azoo::testis
