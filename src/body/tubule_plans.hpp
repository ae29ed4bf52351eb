// From a man's constitution to the segments that stand for one of his testes: their plan in the sheet and
// the constitution of their environment. Sampled tubules come first, foci of spermatogenesis after them.
#pragma once

#include <vector>  // for vector

#include "body/constitution.hpp"    // for Constitution
#include "body/model.hpp"           // for Model
#include "testis/environment.hpp"   // for testis::Constitution
#include "testis/segment_plan.hpp"  // for SegmentPlan

namespace azoo::body {

struct TubulePlans {
  std::vector<testis::SegmentPlan> segments;
  std::vector<testis::Constitution> environments;
};

// `sites_per_segment` sets how many Sertoli cells each simulated site stands for.
[[nodiscard]] TubulePlans plan_tubules(const Model& model, const Constitution& man, std::size_t side,
                                       int sites_per_segment);

}  // namespace azoo::body
