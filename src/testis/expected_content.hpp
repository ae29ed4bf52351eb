// Closed-form steady state of a segment: what a Sertoli cell carries on average under constant conditions,
// without simulating it. Used to find baselines quickly and as an independent check of the sheet. Mean field:
// sites see the average crowding and load of their neighbours. Measured against sheets of 15,000 sites:
// within 4 % at a mitogen supply of 0.5 to 1; spermatids 4 % too many at 2 and 6 % at 4, where chance
// crowding costs more than the mean tells; 25 % too many at 0.25, where chance empties whole neighbourhoods.
#pragma once

#include "testis/conditions.hpp"    // for SegmentConditions
#include "testis/segment_plan.hpp"  // for SegmentPlan
#include "testis/species.hpp"       // for Species, GermCellCounts

namespace azoo::testis {

// Per Sertoli cell of the segment.
struct ExpectedContent {
  double a_dark = 0.0;
  double a_pale = 0.0;
  GermCellCounts cells{};    // by germ-cell type
  double entry_per_d = 0.0;  // committed B spermatogonia
  double sperm_per_d = 0.0;  // released at spermiation
};

// A segment that is not active, or has no stem cells, holds nothing.
[[nodiscard]] ExpectedContent expected_content(const Species& species, const SegmentPlan& plan,
                                               const SegmentConditions& conditions);

struct RelativeContent {
  double spermatocytes = 0.0;
  double spermatids = 0.0;
};

// The same, relative to a healthy active segment under healthy conditions.
[[nodiscard]] RelativeContent expected_relative_content(const Species& species, const SegmentPlan& plan,
                                                        const SegmentConditions& conditions);

}  // namespace azoo::testis
