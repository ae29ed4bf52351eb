// A whole testis as a sheet: every tubule in its length, every Sertoli cell a site. Tubules are those of the
// species' table, or of a measured skeleton.
#pragma once

#include <vector>  // for vector

#include "core/parameters.hpp"      // for ParameterSet
#include "testis/segment_plan.hpp"  // for SegmentPlan
#include "testis/sheet.hpp"         // for SheetShape
#include "testis/skeleton.hpp"      // for Skeleton
#include "testis/species.hpp"       // for Species

namespace azoo::testis {

struct WholeTestis {
  SheetShape shape;
  std::vector<SegmentPlan> plans;  // one a tubule, or a branch of one
};

// Tubules of equal length, as many as the species has. `parameters` hold the wave kinetics of a species with
// waves.
[[nodiscard]] WholeTestis whole_testis(const Species& species, const ParameterSet& parameters);
// The branches of a skeleton; its length sets the number of sites. A branch shorter than `fewest_rows` rows
// of sites is lengthened to that.
[[nodiscard]] WholeTestis whole_testis(const Species& species, const ParameterSet& parameters,
                                       const Skeleton& skeleton);
inline constexpr int fewest_rows = 24;

}  // namespace azoo::testis
