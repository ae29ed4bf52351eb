#include "trial/allocation.hpp"

#include <numeric>
#include <utility>

#include "core/random.hpp"

namespace azoo::trial {

namespace {

void shuffle(std::vector<int>& items, std::size_t begin, std::size_t end, Draws& draws) {
  for (std::size_t i = end; i > begin + 1; --i) {
    const std::size_t j = begin + draws.below(static_cast<std::uint32_t>(i - begin));
    std::swap(items[i - 1], items[j]);
  }
}

// One copy of every arm in the smallest whole-number ratio of the arm sizes.
std::vector<int> smallest_block(const std::vector<Arm>& arms) {
  int divisor = 0;
  for (const Arm& arm : arms) divisor = std::gcd(divisor, arm.size);
  std::vector<int> block;
  for (std::size_t a = 0; a < arms.size(); ++a) {
    block.insert(block.end(), static_cast<std::size_t>(arms[a].size / divisor), static_cast<int>(a));
  }
  return block;
}

}  // namespace

std::vector<int> allocate(const Design& design, std::uint64_t seed, std::uint64_t replicate) {
  std::vector<int> places;
  if (design.allocation.method != "random") {
    for (std::size_t a = 0; a < design.arms.size(); ++a) {
      places.insert(places.end(), static_cast<std::size_t>(design.arms[a].size), static_cast<int>(a));
    }
    return places;
  }
  const std::vector<int> unit = smallest_block(design.arms);
  std::size_t total = 0;
  for (const Arm& arm : design.arms) total += static_cast<std::size_t>(arm.size);
  while (places.size() < total) places.insert(places.end(), unit.begin(), unit.end());
  const RandomStream stream({seed, replicate, 0, Stream::allocation});
  Draws draws(stream, 0, 0);
  const std::size_t wanted = static_cast<std::size_t>(design.allocation.block_size);
  const std::size_t block = wanted == 0 ? total : (wanted + unit.size() - 1) / unit.size() * unit.size();
  for (std::size_t begin = 0; begin < total; begin += block) {
    shuffle(places, begin, std::min(begin + block, total), draws);
  }
  return places;
}

}  // namespace azoo::trial
