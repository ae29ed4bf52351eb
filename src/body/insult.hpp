// A time course of harm to a man's testes: survival of one germ-cell type and Leydig capacity, for a while.
#pragma once

#include "testis/species.hpp"  // for GermCellCounts, Species

namespace azoo::body {

struct Insult {
  double first_day = 0.0;
  double last_day = 0.0;         // the last day on which it acts
  int germ_cell = -1;            // index in Species::germ_cells; -1: none
  double survival_factor = 1.0;  // of the passage through that type
  double leydig_capacity_factor = 1.0;
};

}  // namespace azoo::body
