// What was given of what was planned: each man's share of the planned product, arm by arm.
#pragma once

#include <string>  // for string
#include <vector>  // for vector

#include "report/flow_counts.hpp"  // for delivery_of
#include "report/trial_view.hpp"   // for TrialView

namespace azoo::report {

struct ArmDelivery {
  std::size_t arm = 0;  // number in the view
  std::string label;
  std::vector<double> percent_of_plan;  // one a man
  std::vector<double> cells_planned;    // empty when the product is no cell product
  std::vector<double> cells_given;
  std::vector<double> viability_percent;
};

// Arms for which a product was planned.
[[nodiscard]] std::vector<ArmDelivery> deliveries(const TrialView& view);
[[nodiscard]] std::string draw_delivery(const std::vector<ArmDelivery>& arms);

}  // namespace azoo::report
