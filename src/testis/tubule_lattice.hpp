// The basement membrane of a tubule, unrolled: a hexagonal lattice of sites, one Sertoli cell each. Rows run
// around the tubule and close on themselves; along it the lattice is a ring (a representative piece) or has
// open ends (a tubule, which opens into the rete).
#pragma once

#include <array>    // for array
#include <cstddef>  // for size_t
#include <cstdint>  // for uint32_t

namespace azoo::testis {

inline constexpr int hex_neighbours = 6;

// Axial coordinates: steps around and along.
struct Hop {
  int around = 0;
  int along = 0;
};
inline constexpr std::array<Hop, hex_neighbours> hex_directions = {
    {{1, 0}, {-1, 0}, {0, 1}, {0, -1}, {1, -1}, {-1, 1}}};

struct TubuleLattice {
  int around = 0;  // sites of a row
  int rows = 0;
  bool open_ends = false;

  // Throws std::invalid_argument unless both sides are at least 3 (six different neighbours).
  static TubuleLattice checked(int around, int rows, bool open_ends);

  [[nodiscard]] std::size_t sites() const noexcept {
    return static_cast<std::size_t>(around) * static_cast<std::size_t>(rows);
  }
  [[nodiscard]] std::uint32_t site(int x, int row) const noexcept {
    return static_cast<std::uint32_t>(row * around + x);
  }
  // The site reached by a hop; at an open end it is reflected.
  [[nodiscard]] std::uint32_t hop(std::uint32_t from, Hop hop) const noexcept {
    const int row = static_cast<int>(from) / around;
    return hop_from(static_cast<int>(from) - row * around, row, hop);
  }
  [[nodiscard]] std::uint32_t hop_from(int x, int row, Hop hop) const noexcept {
    x += hop.around;
    x = x < 0 ? x + around : x >= around ? x - around : x;
    return site(x, bounded(row + hop.along));
  }

 private:
  [[nodiscard]] int bounded(int row) const noexcept {
    if (row >= 0 && row < rows) return row;
    if (open_ends) return row < 0 ? -row : 2 * (rows - 1) - row;
    return row < 0 ? row + rows : row - rows;
  }
};

}  // namespace azoo::testis
