#include "body/johnsen.hpp"

#include <string>

namespace azoo::body {

JohnsenLimits read_johnsen(const ParameterSet& parameters, const testis::Species& species) {
  const auto cells = [&](const char* key) {
    return parameters.value(std::string("histology.johnsen.") + key, "cells");
  };
  return {cells("few_spermatocytes"), cells("few_spermatids"), cells("few_late_spermatids"),
          cells("full_late_spermatids"),
          species.germ_cell_index(parameters.text("histology.johnsen.first_late_spermatid"))};
}

double johnsen_score(const GermCellContent& ring, const JohnsenLimits& limits) {
  if (ring.late_spermatids >= limits.full_late_spermatids) return 10.0;
  if (ring.late_spermatids >= limits.few_late_spermatids) return 9.0;
  if (ring.late_spermatids > 0.0) return 8.0;
  if (ring.early_spermatids >= limits.few_spermatids) return 7.0;
  if (ring.early_spermatids > 0.0) return 6.0;
  if (ring.spermatocytes >= limits.few_spermatocytes) return 5.0;
  if (ring.spermatocytes > 0.0) return 4.0;
  return ring.spermatogonia > 0.0 ? 3.0 : 2.0;
}

}  // namespace azoo::body
