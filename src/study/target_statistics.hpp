// One number out of the animals of a study, with its Monte Carlo error: what the scoreboard puts beside a
// published observation. The error is the jackknife's over animals: each is left out once, group by group.
// That of a median is half the distance between the order statistics one standard error apart from it.
#pragma once

#include <map>     // for map
#include <string>  // for string
#include <vector>  // for vector

#include "study/animal_targets.hpp"  // for AnimalTarget

namespace azoo::study {

// One animal's value of one read-out; NaN where there is none, infinite for a day that is still to come.
struct Observation {
  std::string group;
  double day = 0.0;
  std::string readout;
  double value = 0.0;
};

struct ObservedStudy {
  std::vector<Observation> observations;
  std::map<std::string, double> dose;  // by group: sum of its doses
};

struct Estimate {
  double value = 0.0;  // NaN: cannot be computed
  double error = 0.0;  // Monte Carlo standard error; NaN with one animal in a group
};

// Of a target whose statistic is made of animals.
[[nodiscard]] Estimate estimate(const AnimalTarget& target, const ObservedStudy& study);

}  // namespace azoo::study
