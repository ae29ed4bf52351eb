#include "trial/safety.hpp"

#include <cmath>
#include <limits>
#include <numbers>

namespace azoo::trial {

namespace {

constexpr double never = std::numeric_limits<double>::quiet_NaN();

double day_of(const std::string& cause, const Exposure& exposure) {
  if (cause == "aspiration") return exposure.aspiration_day;
  if (cause == "surgery") return exposure.surgery_day;
  if (cause == "injection") return exposure.injection_day;
  if (cause == "hormones") return exposure.hormones_day;
  if (cause == "cells") return exposure.cells_day;
  if (cause == "exosomes") return exposure.exosomes_day;
  return never;
}

int drawn_grade(const std::vector<double>& shares, Draws& draws) {
  double remaining = draws.uniform();
  for (std::size_t i = 0; i < shares.size(); ++i) {
    remaining -= shares[i];
    if (remaining <= 0.0) return static_cast<int>(i) + 1;
  }
  return 1;
}

}  // namespace

Exposure exposure_of(const Arm& arm, const Design& design) {
  Exposure exposure{never, never, never, never, never, never};
  if (arm.aspiration) exposure.aspiration_day = design.aspiration_day;
  if (arm.surgery) exposure.surgery_day = 0.0;
  if (arm.vehicle || arm.product) exposure.injection_day = arm.product ? arm.product->day : 0.0;
  if (arm.product) {
    (arm.product->dose_unit == "cells" ? exposure.cells_day : exposure.exosomes_day) = arm.product->day;
  }
  for (const DrugCourse& course : arm.drugs) {
    if (std::isnan(exposure.hormones_day) || course.first_day < exposure.hormones_day) {
      exposure.hormones_day = course.first_day;
    }
  }
  return exposure;
}

std::vector<EventRow> adverse_events(const Design& design, const Exposure& exposure, double last_day,
                                     Draws& draws) {
  std::vector<EventRow> events;
  for (const AdverseEventRate& rate : design.adverse_events) {
    // Every rate takes its draws whether it applies or not, so that arms share their random numbers.
    const bool happens = draws.bernoulli(rate.probability);
    const double delay = draws.exponential() * rate.onset_day_median / std::numbers::ln2;
    const int grade = drawn_grade(rate.grade_shares, draws);
    const double day = day_of(rate.cause, exposure) + delay;
    if (!happens || std::isnan(day) || day > last_day) continue;
    EventRow event;
    event.day = std::round(day);
    event.kind = "adverse_event";
    event.term = rate.term;
    event.grade = grade;
    event.serious = grade >= 3 ? "yes" : "no";
    event.related_to = rate.cause;
    events.push_back(event);
  }
  return events;
}

std::optional<double> withdrawal_day(const Design& design, Draws& draws) {
  const bool leaves = draws.bernoulli(design.withdrawal.probability);
  const double day = std::round(draws.uniform(0.0, design.last_day));
  if (!leaves) return std::nullopt;
  return day;
}

}  // namespace azoo::trial
