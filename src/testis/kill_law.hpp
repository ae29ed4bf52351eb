// How many cells of one type a dose kills: dose-survival laws of radiobiology, used for drugs too. All are
// written as a hazard H, so that survival is exp(-H) and doses add up. Pure functions.
#pragma once

#include <string_view>  // for string_view

namespace azoo::testis {

enum class KillForm {
  none,              // H = 0
  exponential,       // H = D / D0
  threshold,         // H = max(0, D - threshold) / D0
  multi_target,      // exp(-H) = 1 - (1 - exp(-D / D0))^n: a shoulder, then the slope D0
  linear_quadratic,  // H = alpha D + beta D^2
};

// In the dose unit of the agent.
struct KillLaw {
  KillForm form = KillForm::none;
  double d0 = 1.0;
  double threshold = 0.0;
  double extrapolation_number = 1.0;  // n
  double alpha = 0.0;
  double beta = 0.0;
};

// "exponential" and so on; false when there is no such law.
[[nodiscard]] bool kill_form_from(std::string_view word, KillForm& form);

// -log survival of one dose >= 0.
[[nodiscard]] double kill_hazard(const KillLaw& law, double dose);

// The same of a dose that meets damage not yet repaired, equal to that of a dose `residual`:
// H(residual + dose) - H(residual). For the linear-quadratic law and residual damage that fades with the time
// between doses this is the usual formula of incomplete repair.
[[nodiscard]] double kill_hazard(const KillLaw& law, double dose, double residual);

}  // namespace azoo::testis
