#include "endocrine/axis.hpp"

#include <algorithm>
#include <cmath>
#include <stdexcept>
#include <string>

#include "endocrine/axis_integrator.hpp"
#include "endocrine/axis_rates.hpp"
#include "endocrine/drug_levels.hpp"
#include "endocrine/germ_line_gates.hpp"
#include "endocrine/steady_state.hpp"

namespace azoo::endocrine {

namespace {

// First step to try at a start and after a dose, whose absorption bends the solution.
constexpr double first_step_d = 0.02;

void require(bool fine, const char* what) {
  if (!fine) throw std::invalid_argument(what);
}

void check(const TissueState& t) {
  for (const double part : {t.sertoli, t.spermatocytes, t.spermatids, t.leydig}) {
    require(std::isfinite(part) && part >= 0.0, "tissue of the hormone axis must be finite and not negative");
  }
}

void check(const AxisParameters& p, const SetPoints& man) {
  for (const AxisParameterField& field : axis_parameter_fields()) {
    if (!std::isfinite(p.*field.field) || p.*field.field < 0.0)
      throw std::invalid_argument(std::string(field.name) + " must be finite and not negative");
  }
  // A study may override any of these by 0, which the registry cannot know to be impossible.
  for (const double divisor : {p.lh_reference_IU_per_L,
                               p.fsh_reference_IU_per_L,
                               p.gnrh_drive_time_h,
                               p.lh_half_life_min,
                               p.fsh_half_life_h,
                               p.testosterone_half_life_min,
                               p.estradiol_half_life_min,
                               p.inhibin_b_half_life_h,
                               p.prolactin_half_life_min,
                               p.shbg_half_life_d,
                               p.intratesticular_time_min,
                               p.leydig_trophic_time_d,
                               p.desensitisation_time_d,
                               p.desensitisation_LH_IU_per_L,
                               p.inhibin_fsh_half_IU_per_L,
                               p.gate_fsh_half_IU_per_L,
                               p.gate_androgen_half,
                               p.hcg_absorption_half_life_h,
                               p.hcg_half_life_h,
                               p.hcg_volume_L,
                               p.clomiphene_absorption_half_life_h,
                               p.enclomiphene_half_life_h,
                               p.zuclomiphene_half_life_d,
                               p.enclomiphene_half_blockade_mg}) {
    require(divisor > 0.0,
            "references, times, half-lives and half-effects of axis and drugs must be above 0");
  }
  require(p.leydig_acute_maximum > 1.0 && p.leydig_trophic_maximum > 1.0,
          "axis.leydig maxima must be above 1, the healthy man");
  require(
      p.lh_ceiling_IU_per_L > p.lh_reference_IU_per_L && p.fsh_ceiling_IU_per_L > p.fsh_reference_IU_per_L,
      "axis.feedback ceilings must lie above the healthy reference");
  require(p.inhibin_sertoli_share + p.inhibin_spermatocyte_share <= 1.0,
          "axis.inhibin shares of Sertoli cells and spermatocytes must not exceed 1");
  for (const SetPointField& field : set_point_fields()) {
    require(std::isfinite(man.*field.field) && man.*field.field >= 0.0,
            "set-points of a man must be finite and not negative");
  }
}

}  // namespace

struct Axis::Solver {
  AxisConstants constants;
  AxisInput input;
  DrugCourse drugs;
  AxisIntegrator integrator;  // reads the three above
  AxisVector y{};
  double day = 0.0;
  double step_d = first_step_d;

  Solver(const AxisParameters& parameters, const SetPoints& man, const AxisTolerances& tolerances)
      : constants(parameters),
        input{.man = man, .tissue = {}, .gnrh_support = 1.0},
        drugs{.at_start = {}, .rates = drug_rates(parameters, man)},
        integrator(constants, input, drugs, tolerances) {}

  void settle(const TissueState& tissue, double at_day) {
    input.tissue = tissue;
    AxisVector ones;
    ones.fill(1.0);
    y = steady_state(ones, constants, input);
    drugs.at_start = {};
    drugs.start_day = day = at_day;
    step_d = first_step_d;
  }

  void integrate(double to_day) {
    if (to_day > day) integrator.integrate(y, day, to_day, step_d);
    day = to_day;
  }

  void give(const Dose& dose) {
    drugs.at_start = levels_with_dose(drugs.on(dose.day), drugs.rates, dose);
    drugs.start_day = dose.day;
    step_d = std::min(step_d, first_step_d);
  }
};

Axis::Axis(const AxisParameters& parameters, const SetPoints& man, const AxisTolerances& tolerances) {
  check(parameters, man);
  solver_ = std::make_unique<Solver>(parameters, man, tolerances);
  solver_->settle(TissueState{}, 0.0);
}

Axis::~Axis() = default;
Axis::Axis(Axis&&) noexcept = default;
Axis& Axis::operator=(Axis&&) noexcept = default;

void Axis::settle(const TissueState& tissue, double day) {
  check(tissue);
  require(std::isfinite(day), "the day of the hormone axis must be finite");
  solver_->settle(tissue, day);
}

void Axis::advance(double to_day, const TissueState& tissue, std::span<const Dose> doses) {
  check(tissue);
  require(std::isfinite(to_day) && to_day >= solver_->day, "the hormone axis cannot go back in time");
  double earliest = solver_->day;
  for (const Dose& dose : doses) {
    require(dose.day >= earliest && dose.day < to_day, "doses must be sorted and lie in the interval");
    require(std::isfinite(dose.amount) && dose.amount >= 0.0, "a dose must be finite and not negative");
    earliest = dose.day;
  }
  solver_->input.tissue = tissue;
  for (const Dose& dose : doses) {
    solver_->integrate(dose.day);
    solver_->give(dose);
  }
  solver_->integrate(to_day);
}

void Axis::set_gnrh_support(double factor) {
  require(std::isfinite(factor) && factor >= 0.0,
          "the factor on the GnRH drive must be finite and not negative");
  solver_->input.gnrh_support = factor;
}

HormoneState Axis::state() const {
  const AxisParameters& p = solver_->constants.p;
  // The solver's error may leave a hormone that is gone a hair below zero.
  const auto ratio = [&](AxisPlace place) { return std::max(solver_->y[place], 0.0); };
  const DrugLevels drugs = solver_->drugs.on(solver_->day);
  HormoneState now;
  now.lh_IU_per_L = p.lh_reference_IU_per_L * ratio(place_lh);
  now.fsh_IU_per_L = p.fsh_reference_IU_per_L * ratio(place_fsh);
  now.testosterone_nmol_per_L = p.testosterone_reference_nmol_per_L * ratio(place_testosterone);
  now.intratesticular_testosterone_nmol_per_L =
      p.intratesticular_testosterone_reference_nmol_per_L * ratio(place_itt);
  now.estradiol_pmol_per_L = p.estradiol_reference_pmol_per_L * ratio(place_estradiol);
  now.inhibin_b_pg_per_mL = p.inhibin_b_reference_pg_per_mL * ratio(place_inhibin);
  now.prolactin_mIU_per_L = p.prolactin_reference_mIU_per_L * ratio(place_prolactin);
  now.shbg_nmol_per_L = p.shbg_reference_nmol_per_L * ratio(place_shbg);
  now.hcg_IU_per_L = drugs.hcg_plasma_IU / p.hcg_volume_L;
  now.enclomiphene_mg = drugs.enclomiphene_mg;
  now.zuclomiphene_mg = drugs.zuclomiphene_mg;
  now.leydig_trophic_memory = ratio(place_trophic);
  now.leydig_responsiveness = ratio(place_response);
  now.gnrh_drive = ratio(place_gnrh);
  return now;
}

GermLineGates Axis::gates() const {
  const AxisVector& y = solver_->y;
  return germ_line_gates(y[place_itt], y[place_fsh], solver_->constants.p);
}

double Axis::day() const {
  return solver_->day;
}

double Axis::fsh_ceiling_IU_per_L() const {
  return solver_->constants.p.fsh_ceiling_IU_per_L;
}

}  // namespace azoo::endocrine
