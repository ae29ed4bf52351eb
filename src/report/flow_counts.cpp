#include "report/flow_counts.hpp"

#include <algorithm>  // for find_if, stable_sort
#include <cmath>      // for isfinite
#include <map>        // for map

namespace azoo::report {

namespace {

// Rounding of a prepared dose is no shortfall: a tenth of a percent.
constexpr double as_planned_share = 0.999;

double planned_micrograms(const ArmView& arm) {
  if (arm.arm == nullptr || !arm.arm->product || arm.arm->product->dose_unit != "ug") return 0.0;
  double sum = 0.0;
  for (const trial::ProductSite& site : arm.arm->product->sites) {
    sum += site.dose * (site.route == "intravenous" ? 1.0 : static_cast<double>(arm.arm->product->testes));
  }
  return sum;
}

std::vector<std::string> split(const std::string& joined) {
  std::vector<std::string> out;
  std::string part;
  for (const char c : joined + ";") {
    if (c != ';') {
      part += c;
    } else {
      if (!part.empty()) out.push_back(part);
      part.clear();
    }
  }
  return out;
}

std::string reason_text(const trial::Design& design, const std::string& id) {
  for (const trial::Criterion& criterion : design.eligibility) {
    if (criterion.id == id && !criterion.text.empty()) {
      return criterion.role == "include" ? "not met: " + criterion.text : criterion.text;
    }
  }
  return spaced(id);
}

ArmFlow count_arm(const trial::Design& design, const TrialView& view, const ArmView& arm) {
  ArmFlow flow;
  flow.label = arm.label;
  flow.allocated = static_cast<int>(arm.men.size());
  for (const trial::ParticipantRow* man : arm.men) {
    const Delivery delivery = delivery_of(*man, arm);
    flow.product_planned = flow.product_planned || delivery.planned;
    if (delivery.planned) {
      flow.product_none += static_cast<int>(delivery.share <= 0.0);
      flow.product_as_planned += static_cast<int>(delivery.share >= as_planned_share);
      flow.product_short += static_cast<int>(delivery.share > 0.0 && delivery.share < as_planned_share);
    }
    flow.withdrawn += static_cast<int>(man->status == "withdrawn");
    const bool analysed = std::any_of(design.endpoints.begin(), design.endpoints.end(), [&](const auto& e) {
      return view.measured(man->participant, e.baseline_visit, e.analyte) != nullptr &&
             view.measured(man->participant, e.final_visit, e.analyte) != nullptr;
    });
    flow.analysed += static_cast<int>(analysed);
  }
  if (arm.arm != nullptr && arm.arm->product) flow.product_planned = true;
  return flow;
}

}  // namespace

Delivery delivery_of(const trial::ParticipantRow& man, const ArmView& arm) {
  if (std::isfinite(man.product_cells_planned) && man.product_cells_planned > 0.0) {
    const double given = std::isfinite(man.product_cells_given) ? man.product_cells_given : 0.0;
    return {true, given / man.product_cells_planned};
  }
  if (const double planned_ug = planned_micrograms(arm); planned_ug > 0.0) {
    const double given = std::isfinite(man.product_exosome_ug_given) ? man.product_exosome_ug_given : 0.0;
    return {true, given / planned_ug};
  }
  return {};
}

FlowCounts count_flow(const trial::Design& design, const TrialView& view) {
  FlowCounts counts;
  std::map<std::string, int> reasons;
  for (const trial::ParticipantRow* man : view.screened()) {
    ++counts.screened;
    if (man->status != "screen_failure") continue;
    ++counts.excluded;
    const std::vector<std::string> ids = split(man->failed_criteria);
    if (ids.empty()) ++reasons["reason not recorded"];
    for (const std::string& id : ids) ++reasons[reason_text(design, id)];
  }
  for (const auto& [text, men] : reasons) counts.reasons.push_back({text, men});
  std::stable_sort(counts.reasons.begin(), counts.reasons.end(),
                   [](const auto& a, const auto& b) { return a.men > b.men; });
  for (const ArmView& arm : view.arms()) {
    counts.arms.push_back(count_arm(design, view, arm));
    counts.allocated += counts.arms.back().allocated;
  }
  return counts;
}

}  // namespace azoo::report
