#include "endocrine/germ_line_gates.hpp"

#include <algorithm>
#include <cmath>

namespace azoo::endocrine {

namespace {

// A share of the drive that needs the signal, the rest goes on without it.
double partly(double share, double signal) noexcept {
  return 1.0 - share + share * signal;
}

// The tissue takes gates up to here (testis/conditions.hpp).
constexpr double widest_gate = 1.2;

}  // namespace

GermLineGates germ_line_gates(double itt, double fsh, const AxisParameters& p) noexcept {
  const double f = std::max(fsh, 0.0);
  const double half = p.gate_fsh_half_IU_per_L / p.fsh_reference_IU_per_L;
  const double by_fsh = (1.0 + half) * f / (half + f);
  const double a = std::pow(std::max(itt, 0.0), p.gate_androgen_exponent);
  const double half_androgen = std::pow(p.gate_androgen_half, p.gate_androgen_exponent);
  const double by_androgen = (1.0 + half_androgen) * a / (half_androgen + a);
  GermLineGates gates;
  gates.spermatogonial = std::min(widest_gate, partly(p.spermatogonial_fsh_share, by_fsh) *
                                                   partly(p.spermatogonial_androgen_share, by_androgen));
  gates.spermatid = std::min(widest_gate, partly(p.spermatid_fsh_share, by_fsh) * by_androgen);
  return gates;
}

}  // namespace azoo::endocrine
