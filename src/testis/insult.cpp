#include "testis/insult.hpp"

#include <algorithm>
#include <cmath>

#include "core/number_text.hpp"

namespace azoo::testis {

namespace {

// The last millionth of a time course is not waited for.
constexpr double half_times_of_a_course = 20.0;

std::string amount_text(double amount, const std::string& unit) {
  return to_text(amount) + " " + unit;
}

}  // namespace

double Insult::share_done(double days_after) const {
  if (!(days_after > 0.0)) return 0.0;
  if (days_after >= half_times_of_a_course * kill_half_time_d_) return 1.0;
  return -std::expm1(-std::log(2.0) * days_after / kill_half_time_d_);
}

std::vector<Insult::Exposure> Insult::exposures(std::span<const Dose> doses) const {
  std::vector<Exposure> list;
  list.reserve(doses.size());
  for (const Dose& dose : doses) {
    if (dose.amount > 0.0) list.push_back({dose, 0.0});
  }
  std::stable_sort(list.begin(), list.end(),
                   [](const Exposure& a, const Exposure& b) { return a.dose.day < b.dose.day; });
  if (!(repair_half_time_d_ > 0.0)) return list;
  for (std::size_t i = 1; i < list.size(); ++i) {
    const double days = list[i].dose.day - list[i - 1].dose.day;
    const double kept = std::exp2(-days / repair_half_time_d_);
    list[i].residual = kept * (list[i - 1].residual + list[i - 1].dose.amount);
  }
  return list;
}

AcuteInjury Insult::losses(std::span<const Dose> doses, double from_d, double to_d) const {
  AcuteInjury injury;
  for (const Exposure& exposure : exposures(doses)) {
    const double share = share_done(to_d - exposure.dose.day) - share_done(from_d - exposure.dose.day);
    if (!(share > 0.0)) continue;
    for (const CellLaw& cell : laws_) {
      const double hazard = share * kill_hazard(cell.law, exposure.dose.amount, exposure.residual);
      (cell.stem ? injury.stem_survival[cell.type] : injury.survival[cell.type]) *= std::exp(-hazard);
    }
  }
  return injury;
}

bool Insult::kills_between(std::span<const Dose> doses, double from_d, double to_d) const {
  if (laws_.empty()) return false;
  return std::any_of(doses.begin(), doses.end(), [&](const Dose& dose) {
    return dose.amount > 0.0 && share_done(to_d - dose.day) > share_done(from_d - dose.day);
  });
}

AcuteInjury Insult::single_dose(double amount) const {
  const Dose dose{0.0, amount};
  return losses({&dose, 1}, 0.0, 1.0 + half_times_of_a_course * kill_half_time_d_);
}

void Insult::apply_lasting(std::span<const Dose> doses, double day, SegmentConditions& conditions,
                           GermCellCounts& survival_factors) const {
  for (const LastingEffect& effect : lasting_) {
    double log_factor = 0.0;
    for (const Dose& dose : doses) {
      const double days = day - dose.day;
      if (!(days > 0.0)) continue;
      const double left =
          effect.recovery_half_time_d > 0.0 ? std::exp2(-days / effect.recovery_half_time_d) : 1.0;
      log_factor -= share_done(days) * left * dose.amount / effect.d0;
    }
    const double factor = std::exp(log_factor);
    if (effect.field != nullptr) conditions.*effect.field *= factor;
    for (const std::size_t type : effect.types) survival_factors[type] *= factor;
  }
}

DoseCheck Insult::check(std::span<const Dose> doses) const {
  DoseCheck check;
  const auto settle = [&](DoseRange range, std::string found, std::string expected) {
    if (range <= check.range) return;
    check = {range, label_ + " " + std::move(found), std::move(expected)};
  };
  double total = 0.0;
  for (const Dose& dose : doses) {
    const std::string when = " on day " + to_text(dose.day);
    const std::string found = amount_text(dose.amount, dose_unit_) + when;
    if (!std::isfinite(dose.amount) || dose.amount < 0.0 || !std::isfinite(dose.day)) {
      settle(DoseRange::refused, found, "a finite amount >= 0 on a finite day");
      continue;
    }
    if (dose.amount == 0.0) continue;
    total += dose.amount;
    // Doses of one acute window ahead of and including this one.
    double together = 0.0;
    for (const Dose& other : doses) {
      const double before = dose.day - other.day;
      if (before >= 0.0 && before < limits_.acute_window_d) together += other.amount;
    }
    if (together > limits_.refused_above) {
      settle(DoseRange::refused,
             amount_text(together, dose_unit_) + " within " + to_text(limits_.acute_window_d) +
                 " d up to day " + to_text(dose.day),
             "at most " + amount_text(limits_.refused_above, dose_unit_) + " within that time");
    }
    if (dose.amount < limits_.lowest || dose.amount > limits_.highest) {
      settle(DoseRange::extrapolated, found,
             "data are from " + to_text(limits_.lowest) + " to " + amount_text(limits_.highest, dose_unit_) +
                 " a dose");
    }
  }
  if (total > limits_.highest_total) {
    settle(DoseRange::extrapolated, amount_text(total, dose_unit_) + " in all",
           "data reach a total of " + amount_text(limits_.highest_total, dose_unit_));
  }
  return check;
}

}  // namespace azoo::testis
