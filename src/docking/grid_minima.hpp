// The deepest places of a grid of scores.
#pragma once

#include <cstddef>  // for size_t
#include <cstdint>  // for uint32_t, int32_t
#include <vector>   // for vector

namespace azoo::docking {

struct GridMinimum {
  std::int32_t score = 0;  // in quanta
  std::uint32_t cell = 0;  // (x * side + y) * side + z
};

// Scores are rounded to this quantum, so that the last bits of a transform decide nothing.
inline constexpr float score_quantum = 1.0e-3F;

class MinimumFinder {
 public:
  explicit MinimumFinder(std::size_t side);
  // At most `count` minima, by score and then by cell, no two within `apart` cells of one another along every
  // axis (the grid is periodic). values: lines of 2 (side / 2 + 1) floats.
  void find(const float* values, std::size_t count, std::size_t apart, std::vector<GridMinimum>& minima);

 private:
  struct Block {
    float least;
    std::uint32_t index;
  };
  [[nodiscard]] GridMinimum least_of_block(const float* values, std::uint32_t index) const;
  [[nodiscard]] bool close(std::uint32_t a, std::uint32_t b, std::size_t apart) const;

  std::size_t side_;
  std::size_t blocks_;  // along an axis
  std::vector<float> column_;
  std::vector<Block> found_;
};

}  // namespace azoo::docking
