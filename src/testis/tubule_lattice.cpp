#include "testis/tubule_lattice.hpp"

#include <stdexcept>
#include <string>

namespace azoo::testis {

TubuleLattice TubuleLattice::checked(int around, int rows, bool open_ends) {
  constexpr long long most = 1LL << 30;
  if (around < 3 || rows < 3 || static_cast<long long>(around) * rows > most) {
    throw std::invalid_argument("a segment of " + std::to_string(around) + " x " + std::to_string(rows) +
                                " sites; expected at least 3 x 3 and at most 2^30 sites");
  }
  return {around, rows, open_ends};
}

}  // namespace azoo::testis
