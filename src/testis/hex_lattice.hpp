// The basement membrane of a tubule segment, unrolled: a hexagonal lattice of sites, one Sertoli cell each,
// periodic in both directions (around, and along the segment).
#pragma once

#include <array>    // for array
#include <cstdint>  // for uint16_t
#include <vector>   // for vector

namespace azoo::testis {

inline constexpr int hex_neighbours = 6;

class HexLattice {
 public:
  // Throws std::invalid_argument unless both sides are at least 3 (six different neighbours) and the
  // sites number at most 65535.
  HexLattice(int sites_around, int sites_along);

  [[nodiscard]] int sites() const { return static_cast<int>(neighbours_.size()); }
  [[nodiscard]] int sites_around() const { return sites_around_; }
  [[nodiscard]] int sites_along() const { return sites_along_; }
  [[nodiscard]] int site(int around, int along) const { return along * sites_around_ + around; }
  [[nodiscard]] const std::array<std::uint16_t, hex_neighbours>& neighbours(int site) const {
    return neighbours_[static_cast<std::size_t>(site)];
  }

 private:
  int sites_around_;
  int sites_along_;
  std::vector<std::array<std::uint16_t, hex_neighbours>> neighbours_;
};

}  // namespace azoo::testis
