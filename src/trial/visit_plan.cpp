#include "trial/visit_plan.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "core/random.hpp"

namespace azoo::trial {

VisitPlan::VisitPlan(const Design& design, std::uint64_t seed)
    : design_(&design), seed_(seed), decision_day_(-std::numeric_limits<double>::infinity()) {
  for (const Endpoint& endpoint : design.endpoints) {
    for (const Visit& visit : design.visits) {
      if (visit.name == endpoint.baseline_visit) decision_day_ = std::max(decision_day_, planned_day(visit));
    }
  }
}

double VisitPlan::planned_day(const Visit& visit) const {
  return visit.day + (visit.anchor == "aspiration" ? design_->aspiration_day : 0.0);
}

std::vector<PlannedVisit> VisitPlan::on_actual_days(const std::vector<int>& indices, int replicate,
                                                    std::uint64_t man) const {
  const RandomStream stream({seed_, static_cast<std::uint64_t>(replicate), man, Stream::visit_timing});
  std::vector<PlannedVisit> planned;
  for (const int index : indices) {
    const Visit& visit = design_->visits[static_cast<std::size_t>(index)];
    Draws draws(stream, static_cast<std::uint32_t>(index), 0);
    const double shift = std::round(draws.uniform(-visit.window_d, visit.window_d));
    planned.push_back({index, planned_day(visit) + shift});
  }
  std::stable_sort(planned.begin(), planned.end(),
                   [](const PlannedVisit& a, const PlannedVisit& b) { return a.day < b.day; });
  return planned;
}

std::vector<PlannedVisit> VisitPlan::screening(int replicate, std::uint64_t man) const {
  std::vector<int> indices;
  for (std::size_t v = 0; v < design_->visits.size(); ++v) {
    if (planned_day(design_->visits[v]) <= decision_day_) indices.push_back(static_cast<int>(v));
  }
  return on_actual_days(indices, replicate, man);
}

std::vector<PlannedVisit> VisitPlan::follow_up(const Arm& arm, int replicate, std::uint64_t man) const {
  std::vector<int> indices;
  for (std::size_t v = 0; v < design_->visits.size(); ++v) {
    const Visit& visit = design_->visits[v];
    if (planned_day(visit) <= decision_day_) continue;
    if (visit.anchor == "aspiration" && !arm.aspiration) continue;
    // The visit on the day of surgery takes place in the operating theatre.
    if (visit.anchor == "surgery" && visit.day == 0.0 && !arm.surgery) continue;
    indices.push_back(static_cast<int>(v));
  }
  return on_actual_days(indices, replicate, man);
}

}  // namespace azoo::trial
