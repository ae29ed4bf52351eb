#include "testis/hex_lattice.hpp"

#include <stdexcept>
#include <string>

namespace azoo::testis {

HexLattice::HexLattice(int sites_around, int sites_along)
    : sites_around_(sites_around), sites_along_(sites_along) {
  const long long sites = static_cast<long long>(sites_around) * sites_along;
  if (sites_around < 3 || sites_along < 3 || sites > 65535) {
    throw std::invalid_argument("a segment of " + std::to_string(sites_around) + " x " +
                                std::to_string(sites_along) +
                                " sites; expected at least 3 x 3 and at most 65535 sites");
  }
  neighbours_.resize(static_cast<std::size_t>(sites));
  const auto wrap = [](int value, int size) { return (value + size) % size; };
  for (int along = 0; along < sites_along; ++along) {
    for (int around = 0; around < sites_around; ++around) {
      // Axial coordinates: the sixfold directions of a hexagonal lattice.
      constexpr std::array<std::array<int, 2>, hex_neighbours> directions = {
          {{1, 0}, {-1, 0}, {0, 1}, {0, -1}, {1, -1}, {-1, 1}}};
      auto& list = neighbours_[static_cast<std::size_t>(site(around, along))];
      for (std::size_t n = 0; n < directions.size(); ++n) {
        list[n] = static_cast<std::uint16_t>(
            site(wrap(around + directions[n][0], sites_around), wrap(along + directions[n][1], sites_along)));
      }
    }
  }
}

}  // namespace azoo::testis
