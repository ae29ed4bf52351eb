// Tubule score count of Johnsen 1970, doi:10.1159/000178170: the most advanced germ cells of a cross-section
// decide. Used for men and animals alike.
#pragma once

#include "core/parameters.hpp"  // for ParameterSet
#include "testis/species.hpp"   // for Species

namespace azoo::body {

// Cells of a cross-section, or of a testis.
struct GermCellContent {
  double spermatogonia = 0.0;
  double spermatocytes = 0.0;
  double early_spermatids = 0.0;
  double late_spermatids = 0.0;
  [[nodiscard]] double germ_cells() const {
    return spermatogonia + spermatocytes + early_spermatids + late_spermatids;
  }
};

// Limits of the tubule score count; from data/assays/histology.toml.
struct JohnsenLimits {
  double few_spermatocytes = 0.0;
  double few_spermatids = 0.0;
  double few_late_spermatids = 0.0;
  double full_late_spermatids = 0.0;
  int first_late_spermatid = 0;  // index in Species::germ_cells of man, -1 in other species
};

[[nodiscard]] JohnsenLimits read_johnsen(const ParameterSet& parameters, const testis::Species& species);

// 2 .. 10 of one tubule that is not sclerosed.
[[nodiscard]] double johnsen_score(const GermCellContent& ring, const JohnsenLimits& limits);

inline constexpr double johnsen_score_sclerosed = 1.0;

}  // namespace azoo::body
