// When a man is seen: the visits of the protocol that apply to him, on their actual days.
#pragma once

#include <cstdint>  // for uint64_t
#include <vector>   // for vector

#include "trial/design.hpp"  // for Design, Arm

namespace azoo::trial {

struct PlannedVisit {
  int index = 0;     // in Design::visits
  double day = 0.0;  // actual day, whole days within the window
};

class VisitPlan {
 public:
  VisitPlan(const Design& design, std::uint64_t seed);

  // Last planned day of a baseline visit: what is known by then decides on eligibility.
  [[nodiscard]] double decision_day() const { return decision_day_; }
  // Visits up to the decision, the same for every man.
  [[nodiscard]] std::vector<PlannedVisit> screening(int replicate, std::uint64_t man) const;
  // Visits after it that apply to the arm, in order of their actual day.
  [[nodiscard]] std::vector<PlannedVisit> follow_up(const Arm& arm, int replicate, std::uint64_t man) const;

 private:
  [[nodiscard]] double planned_day(const Visit& visit) const;
  [[nodiscard]] std::vector<PlannedVisit> on_actual_days(const std::vector<int>& indices, int replicate,
                                                         std::uint64_t man) const;

  const Design* design_;
  std::uint64_t seed_;
  double decision_day_;
};

}  // namespace azoo::trial
