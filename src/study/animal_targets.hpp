// The table of published observations of animals, data/targets/animals.csv: what was published, whether the
// model has seen it, and which committed study and read-out stand beside it.
#pragma once

#include <filesystem>  // for path
#include <string>      // for string
#include <vector>      // for vector

#include "core/problem.hpp"               // for Problems, Place
#include "endocrine/hormone_targets.hpp"  // for TargetRole

namespace azoo::study {

// How one number comes out of the animals of a study.
enum class TargetStatistic {
  mean,     // of the animals of a group on a day
  pair,     // twice the mean: both testes of an animal
  median,   // middle of the animals; a day that is still to come is later than all
  minimum,  // smallest of the animals
  cv,       // SD over mean of the animals
  ratio,    // "A / B": mean of group A over mean of group B
  d0,       // "A; B; C": dose by which the mean falls to 1/e, from a straight line through log mean over dose
  colony_d0,  // likewise of -log(1 - mean / 100): colonies per cross-section behind a percentage
  crossover,  // "control; A; B ..." on two days "d; e": dose at which both days' ratios to the control are
              // alike
  parameter,  // no study: the read-out is the name of a parameter (identity rows only)
  built_in,   // no animals: an experiment of validation_clones or validation_waves; the read-out names it
};
[[nodiscard]] std::string to_text(TargetStatistic statistic);

struct AnimalTarget {
  std::string id;  // "T003"
  std::string observable;
  std::string species;
  std::string condition;
  std::string time;
  double value = 0.0;  // NaN: an interval or a limit only
  double low = 0.0;    // NaN: open
  double high = 0.0;
  std::string unit;
  endocrine::TargetRole role = endocrine::TargetRole::predicted;
  std::string study;  // file in studies/validation; empty for parameter and most built-in rows
  std::string readout;
  std::vector<std::string> groups;  // in the order the statistic wants them
  std::vector<double> days;
  TargetStatistic statistic = TargetStatistic::mean;
  std::string source;
  std::string note;
  Place place;
};

// Problems: missing columns, values that are no numbers, low <= value <= high violated, unknown words, an id
// twice, groups or days that are not as many as the statistic wants, a study or a role that does not go with
// the statistic, a row without source.
[[nodiscard]] std::vector<AnimalTarget> read_animal_targets(const std::filesystem::path& file,
                                                            Problems& problems);

}  // namespace azoo::study
