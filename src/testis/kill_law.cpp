#include "testis/kill_law.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace azoo::testis {

namespace {

constexpr std::array<std::pair<std::string_view, KillForm>, 5> forms{
    {{"none", KillForm::none},
     {"exponential", KillForm::exponential},
     {"threshold", KillForm::threshold},
     {"multi_target", KillForm::multi_target},
     {"linear_quadratic", KillForm::linear_quadratic}}};

// Each branch keeps its digits: below one D0 survival is near 1, above it near n exp(-D / D0).
double multi_target_hazard(double slopes, double n) {
  if (slopes < 1.0) return -std::log1p(-std::pow(-std::expm1(-slopes), n));
  if (slopes > 40.0) return slopes - std::log(n);
  return -std::log(-std::expm1(n * std::log1p(-std::exp(-slopes))));
}

}  // namespace

bool kill_form_from(std::string_view word, KillForm& form) {
  const auto* found =
      std::find_if(forms.begin(), forms.end(), [&](const auto& f) { return f.first == word; });
  if (found == forms.end()) return false;
  form = found->second;
  return true;
}

double kill_hazard(const KillLaw& law, double dose) {
  switch (law.form) {
    case KillForm::none:
      break;
    case KillForm::exponential:
      return dose / law.d0;
    case KillForm::threshold:
      return std::max(0.0, dose - law.threshold) / law.d0;
    case KillForm::multi_target:
      return multi_target_hazard(dose / law.d0, law.extrapolation_number);
    case KillForm::linear_quadratic:
      return law.alpha * dose + law.beta * dose * dose;
  }
  return 0.0;
}

double kill_hazard(const KillLaw& law, double dose, double residual) {
  return std::max(0.0, kill_hazard(law, residual + dose) - kill_hazard(law, residual));
}

}  // namespace azoo::testis
