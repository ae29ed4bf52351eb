// The pituitary-gonadal axis of one man, advanced in time: GnRH drive, LH, FSH, intratesticular and serum
// testosterone, oestradiol, inhibin B, prolactin, SHBG, Leydig memory and refractoriness, hCG and
// clomiphene. Pulses are averaged. The tissue is given from outside and held during each `advance`.
//
//   Axis axis(axis_parameters(parameters), draw_set_points(parameters, stream));
//   axis.settle(tissue);                       // steady state without drugs
//   axis.advance(1.0, tissue, doses_of_day_0);  // to day 1
//   axis.state().fsh_IU_per_L;
//
// One binary gives one result to the byte. An Axis belongs to one thread at a time; different Axis objects
// are independent. A day costs some 13 us without drugs and 120 us on daily tablets
// (bench/endocrine_bench.cpp).
#pragma once

#include <memory>  // for unique_ptr
#include <span>    // for span

#include "endocrine/axis_integrator.hpp"  // for AxisTolerances
#include "endocrine/axis_parameters.hpp"  // for AxisParameters
#include "endocrine/hormone_state.hpp"    // for TissueState, Dose, HormoneState, GermLineGates
#include "endocrine/set_points.hpp"       // for SetPoints

namespace azoo::endocrine {

class Axis {
 public:
  // Starts at the steady state of healthy tissue, on day 0. Throws std::invalid_argument when a set-point is
  // not finite or negative, or a parameter cannot be used.
  Axis(const AxisParameters& parameters, const SetPoints& man, const AxisTolerances& tolerances = {});
  ~Axis();
  Axis(Axis&&) noexcept;
  Axis& operator=(Axis&&) noexcept;

  // Steady state of this man with this tissue and no drugs; the day becomes `day`.
  void settle(const TissueState& tissue, double day = 0.0);

  // Integrates from the present day. `doses` are sorted by day and lie in [day(), to_day); a dose on to_day
  // itself belongs to the next call. Throws std::invalid_argument when time runs backwards, a dose is out of
  // place or negative, or the tissue is negative or not finite; std::runtime_error when the solver fails.
  void advance(double to_day, const TissueState& tissue, std::span<const Dose> doses = {});

  // Factor on the GnRH drive by an intervention from now on, >= 0: below 1 for suppression, above 1 for
  // support; 1 at the start.
  void set_gnrh_support(double factor);

  [[nodiscard]] HormoneState state() const;
  [[nodiscard]] GermLineGates gates() const;
  [[nodiscard]] double day() const;
  // The most FSH this pituitary can sustain.
  [[nodiscard]] double fsh_ceiling_IU_per_L() const;

 private:
  struct Solver;
  std::unique_ptr<Solver> solver_;
};

}  // namespace azoo::endocrine
