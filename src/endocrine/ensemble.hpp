// The published targets do not identify the axis: many parameter vectors fit alike.
// data/hormones/ensemble.csv keeps some of them, found by tools/fit_axis from scattered starts; results are
// reported across them.
#pragma once

#include <filesystem>  // for path
#include <string>      // for string
#include <vector>      // for vector

#include "core/parameters.hpp"  // for ParameterSet
#include "core/problem.hpp"     // for Problems

namespace azoo::endocrine {

struct EnsembleMember {
  int number = 0;
  double loss = 0.0;           // sum of squared residuals in standard errors over the fitted rows
  std::vector<double> values;  // in the order of Ensemble::names
};

struct Ensemble {
  std::vector<std::string> names;  // "axis.feedback.oestrogen_share"
  std::vector<EnsembleMember> members;
};

// Columns: member, loss, then one per parameter. Problems: a column or a value that is no number.
[[nodiscard]] Ensemble read_ensemble(const std::filesystem::path& file, Problems& problems);

// The parameter set with some values replaced. Throws InputError where a name is not in the set or a value is
// impossible for it.
[[nodiscard]] ParameterSet with_values(const ParameterSet& parameters, const std::vector<std::string>& names,
                                       const std::vector<double>& values);

}  // namespace azoo::endocrine
