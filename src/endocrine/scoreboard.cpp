#include "endocrine/scoreboard.hpp"

#include <algorithm>
#include <cmath>
#include <stdexcept>

#include "core/files.hpp"
#include "endocrine/experiments.hpp"

namespace azoo::endocrine {

namespace {

double observed(const Observables& found, const HormoneTarget& target) {
  const auto place = found.find(target.observable);
  if (place == found.end()) throw std::logic_error("no hormone experiment gives " + target.observable);
  return place->second;
}

bool lies_inside(double value, const HormoneTarget& target) {
  return target.low <= value && value <= target.high;
}

}  // namespace

std::vector<TargetRow> hormone_scoreboard(const ParameterSet& parameters,
                                          const std::vector<HormoneTarget>& targets,
                                          const Ensemble& ensemble) {
  const Observables model = run_hormone_experiments(parameters);
  std::vector<Observables> members;
  for (const EnsembleMember& member : ensemble.members)
    members.push_back(run_hormone_experiments(with_values(parameters, ensemble.names, member.values)));

  std::vector<TargetRow> rows;
  for (const HormoneTarget& target : targets) {
    TargetRow row;
    row.target = target;
    row.model = observed(model, target);
    row.inside = lies_inside(row.model, target);
    row.ensemble_size = static_cast<int>(members.size());
    row.ensemble_low = row.ensemble_high = std::nan("");
    for (const Observables& found : members) {
      const double value = observed(found, target);
      row.ensemble_low = std::fmin(row.ensemble_low, value);  // fmin and fmax pass over NaN
      row.ensemble_high = std::fmax(row.ensemble_high, value);
      if (lies_inside(value, target)) ++row.ensemble_inside;
    }
    rows.push_back(row);
  }
  return rows;
}

std::vector<TargetRow> hormone_scoreboard(const ParameterSet& parameters) {
  Problems problems;
  const auto data = data_folder();
  const auto targets = read_hormone_targets(data / "targets" / "hormones.csv", problems);
  const Ensemble ensemble = read_ensemble(data / "hormones" / "ensemble.csv", problems);
  problems.throw_if_any();
  return hormone_scoreboard(parameters, targets, ensemble);
}

}  // namespace azoo::endocrine
