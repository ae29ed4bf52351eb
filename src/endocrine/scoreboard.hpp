// Every published hormone observation beside what the model gives, for `azoo validate`: whether the row was
// fitted, where the model stands, how far the ensemble of fits spreads, and whether it lies in the interval.
#pragma once

#include <vector>  // for vector

#include "core/parameters.hpp"            // for ParameterSet
#include "endocrine/ensemble.hpp"         // for Ensemble
#include "endocrine/hormone_targets.hpp"  // for HormoneTarget

namespace azoo::endocrine {

struct TargetRow {
  HormoneTarget target;
  double model = 0.0;         // with the given parameters
  double ensemble_low = 0.0;  // smallest and largest over the ensemble; NaN when it is empty
  double ensemble_high = 0.0;
  int ensemble_inside = 0;  // members inside the interval
  int ensemble_size = 0;
  bool inside = false;  // low <= model <= high
};

// Rows in the order of the table. An identity row that is inside is no evidence.
// Throws std::logic_error when the table names an observable that the experiments do not give.
[[nodiscard]] std::vector<TargetRow> hormone_scoreboard(const ParameterSet& parameters,
                                                        const std::vector<HormoneTarget>& targets,
                                                        const Ensemble& ensemble);

// With the shipped table and ensemble of data_folder(). Throws InputError when they cannot be read.
[[nodiscard]] std::vector<TargetRow> hormone_scoreboard(const ParameterSet& parameters);

}  // namespace azoo::endocrine
