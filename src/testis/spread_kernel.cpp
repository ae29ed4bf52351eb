#include "testis/spread_kernel.hpp"

#include <algorithm>
#include <cmath>
#include <stdexcept>
#include <string>
#include <utility>

#include "core/random.hpp"

namespace azoo::testis {

namespace {

constexpr int most_enumerated_hops = 4;
constexpr int pairs_of_long_paths = 1024;

std::vector<Hop> all_paths(int hops) {
  std::vector<Hop> paths(1);
  for (int step = 0; step < hops; ++step) {
    std::vector<Hop> longer;
    for (const Hop& path : paths) {
      for (const Hop& way : hex_directions)
        longer.push_back({path.around + way.around, path.along + way.along});
    }
    paths = std::move(longer);
  }
  return paths;
}

// Too many to list: a fixed sample, each path with its mirror image so that no direction is preferred.
std::vector<Hop> sampled_paths(int hops) {
  const RandomStream stream({0, 0, 0, Stream::sheet_spreading});
  std::vector<Hop> paths;
  for (std::uint32_t p = 0; p < pairs_of_long_paths; ++p) {
    Draws draws(stream, p, static_cast<std::uint32_t>(hops));
    Hop path;
    for (int step = 0; step < hops; ++step) {
      const Hop& way = hex_directions[draws.below(hex_neighbours)];
      path = {path.around + way.around, path.along + way.along};
    }
    path.around = std::clamp(path.around, -longest_spread, longest_spread);
    path.along = std::clamp(path.along, -longest_spread, longest_spread);
    paths.push_back(path);
    paths.push_back({-path.around, -path.along});
  }
  return paths;
}

}  // namespace

SpreadKernel::SpreadKernel(double fraction, int hops, int sites_around)
    : sites_around_(sites_around), leave_below_(static_cast<std::uint32_t>(std::lround(fraction * 65536.0))) {
  constexpr int most_around = 2000;  // so that a walk fits sixteen bits
  if (sites_around > most_around)
    throw std::invalid_argument("a tubule of " + std::to_string(sites_around) +
                                " sites around; expected at most " + std::to_string(most_around));
  for (const Hop& path : hops <= most_enumerated_hops ? all_paths(hops) : sampled_paths(hops)) {
    const int sites = path.along * sites_around + path.around;
    paths_.push_back({static_cast<std::int16_t>(sites), static_cast<std::int8_t>(path.around),
                      static_cast<std::int8_t>(path.along)});
    reach_ = std::max({reach_, std::abs(path.along), std::abs(path.around)});
  }
  if (leave_below_ > 0) paths_per_number_ = (static_cast<std::uint64_t>(paths_.size()) << 32) / leave_below_;
  paths_.push_back({0, 0, 0});
}

}  // namespace azoo::testis
