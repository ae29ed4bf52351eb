// The numbers of the flow diagram, counted from the records alone.
#pragma once

#include <string>  // for string
#include <vector>  // for vector

#include "report/trial_view.hpp"  // for TrialView
#include "trial/design.hpp"       // for Design

namespace azoo::report {

struct ExclusionReason {
  std::string text;  // as the protocol words it, else the criterion's id
  int men = 0;
};

struct ArmFlow {
  std::string label;
  int allocated = 0;
  bool product_planned = false;
  int product_as_planned = 0;
  int product_short = 0;  // some, less than planned
  int product_none = 0;   // planned, nothing given
  int withdrawn = 0;
  int analysed = 0;  // at least one endpoint measured both before and at its final visit
};

struct FlowCounts {
  int screened = 0;
  int excluded = 0;
  std::vector<ExclusionReason> reasons;  // a man may have several; most frequent first
  int allocated = 0;
  std::vector<ArmFlow> arms;
};

// True when the man was meant to get cells or exosomes; `share` is given / planned (1 = as planned).
struct Delivery {
  bool planned = false;
  double share = 0.0;
};
[[nodiscard]] Delivery delivery_of(const trial::ParticipantRow& man, const ArmView& arm);

[[nodiscard]] FlowCounts count_flow(const trial::Design& design, const TrialView& view);

}  // namespace azoo::report
