// What a pathologist reads from a biopsy, and whether sperm are found at surgery.
#pragma once

#include "body/johnsen.hpp"  // for GermCellContent
#include "body/patient.hpp"  // for Patient
#include "core/random.hpp"   // for Draws

namespace azoo::body {

struct BiopsyReading {
  double johnsen_score = 0.0;            // mean over tubules, 1 .. 10 (Johnsen 1970, doi:10.1159/000178170)
  double with_germ_cells_percent = 0.0;  // of tubules
  double sertoli_only_percent = 0.0;
  double sclerosed_percent = 0.0;
  bool sperm_found = false;  // by the search at surgery
};

// Of both testes, per Sertoli cell of a typical healthy man.
[[nodiscard]] GermCellContent germ_cells_per_sertoli(const Patient& patient);

[[nodiscard]] BiopsyReading read_biopsy(const Patient& patient, Draws& draws);

}  // namespace azoo::body
