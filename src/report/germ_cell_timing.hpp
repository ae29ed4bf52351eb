// How far a germ cell is through its type when its Sertoli cell is in a given stage. sections.csv tells type
// and stage; the species' table of durations tells the rest, since entry to the line is bound to a phase.
#pragma once

#include <string>       // for string
#include <string_view>  // for string_view
#include <vector>       // for vector

#include "testis/species.hpp"  // for Species

namespace azoo::report {

struct GermCellTiming {
  struct Span {
    std::string name;
    double from = 0.0;
    double to = 0.0;
  };
  double cycle_d = 1.0;
  double entry_phase = 0.0;      // of the cycle
  std::vector<Span> stages;      // phases of the cycle
  std::vector<Span> germ_cells;  // days after entry

  // 0 on entering the type, 1 on leaving it; `within` is the place in the stage, 0 .. 1. One half for a type
  // or a stage that the species does not have, such as stem cells.
  [[nodiscard]] double ripeness(std::string_view germ_cell, std::string_view stage,
                                double within = 0.5) const;
  // The place in a stage at a phase of the cycle; the middle when the phase is not known.
  [[nodiscard]] double within(std::string_view stage, double phase) const;
};

[[nodiscard]] GermCellTiming germ_cell_timing(const testis::Species& species);

}  // namespace azoo::report
