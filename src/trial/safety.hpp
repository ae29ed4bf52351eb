// What goes wrong in a trial: adverse events by their cause, withdrawals, deviations from protocol.
#pragma once

#include <optional>  // for optional
#include <string>    // for string
#include <vector>    // for vector

#include "core/random.hpp"    // for Draws
#include "trial/design.hpp"   // for Design, Arm
#include "trial/records.hpp"  // for EventRow

namespace azoo::trial {

// What one man was exposed to, and from which day (NaN: not exposed).
struct Exposure {
  double aspiration_day = 0.0;
  double surgery_day = 0.0;
  double injection_day = 0.0;
  double hormones_day = 0.0;
  double cells_day = 0.0;
  double exosomes_day = 0.0;
};
[[nodiscard]] Exposure exposure_of(const Arm& arm, const Design& design);

// Draws for every rate of the design whose cause the man was exposed to; onset exponential with the stated
// median, events after `last_day` are not seen. Grade 3 and above counts as serious, as a hospital stay
// would.
[[nodiscard]] std::vector<EventRow> adverse_events(const Design& design, const Exposure& exposure,
                                                   double last_day, Draws& draws);

// The day on which the man leaves, uniform over the follow-up; nothing when he stays.
[[nodiscard]] std::optional<double> withdrawal_day(const Design& design, Draws& draws);

}  // namespace azoo::trial
