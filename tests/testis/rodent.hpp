// Rodent testes for the tests: shipped species tables, small sheets of open pieces of tubule.
#pragma once

#include <string>
#include <vector>

#include "testis/man.hpp"

namespace azoo::testis {

inline Species rodent(const std::string& name) {
  return Species::from(shipped_parameters(), name);
}

// `pieces` of `rows` rows each, as wide as the species' tubule; every site stands for one Sertoli cell.
inline Sheet rodent_sheet(const Species& species, int pieces, int rows, std::uint64_t seed = 1,
                          double step_d = 1.0) {
  SheetShape shape;
  shape.sites_around = species.geometry.sites_around(species.sertoli_cells_per_testis);
  shape.sites_along = rows;
  shape.step_d = step_d;
  return Sheet(species, shape, alike(pieces), seed, 0, 0, 0);
}

}  // namespace azoo::testis
