// What the groups show: mean and spread of each read-out by group and day, and how it stands to the control
// group. Uses the tests of statistics.
#pragma once

#include <string>  // for string
#include <vector>  // for vector

#include "animal/design.hpp"   // for Design
#include "animal/records.hpp"  // for AnimalRecords, SummaryRow

namespace azoo::animal {

// Groups, days and read-outs in the order of the study. Animals of the control group that were killed on the
// same day; when there are none and the control group has a single day, those of that day, which the note
// says.
[[nodiscard]] std::vector<SummaryRow> summarise(const Design& design, const AnimalRecords& records);

// Ratio of two means with an interval on the log scale: variance of a log mean by the delta method,
// (sd / mean)^2 / n, degrees of freedom after Satterthwaite. Interval NaN where a mean is not positive or a
// group has one animal.
struct RatioOfMeans {
  double ratio = 0.0;
  double low = 0.0;
  double high = 0.0;
};
[[nodiscard]] RatioOfMeans ratio_of_means(const std::vector<double>& above, const std::vector<double>& below,
                                          double ci_level);

}  // namespace azoo::animal
