#include "endocrine/axis.hpp"

#include <cvode/cvode.h>
#include <nvector/nvector_serial.h>
#include <sundials/sundials_context.h>
#include <sunlinsol/sunlinsol_dense.h>
#include <sunmatrix/sunmatrix_dense.h>

#include <algorithm>
#include <cmath>
#include <stdexcept>
#include <string>

#include "endocrine/axis_rates.hpp"
#include "endocrine/drug_levels.hpp"
#include "endocrine/germ_line_gates.hpp"
#include "endocrine/steady_state.hpp"

namespace azoo::endocrine {

namespace {

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

void solver_step(int flag, const char* what) {
  if (flag < 0)
    throw std::runtime_error("hormone axis: " + std::string(what) + " failed (CVODE " + std::to_string(flag) +
                             ")");
}

}  // namespace

// CVODE (Hindmarsh et al. 2005, doi:10.1145/1089014.1089020): BDF with dense Newton, since half-lives span
// minutes to weeks.
struct Axis::Solver {
  AxisConstants constants;
  AxisInput input;
  AxisTolerances tolerances;
  DrugRates drug;
  DrugLevels levels_at_base;  // drug levels on day `base_day`
  double base_day = 0.0;
  double day = 0.0;
  bool fresh = true;  // the solver's history does not belong to the present state

  SUNContext context = nullptr;
  N_Vector y = nullptr;
  SUNMatrix matrix = nullptr;
  SUNLinearSolver linear = nullptr;
  void* cvode = nullptr;

  Solver(const AxisParameters& parameters, const SetPoints& man, const AxisTolerances& wanted)
      : constants(parameters), input{man, {}, 1.0}, tolerances(wanted), drug(drug_rates(parameters, man)) {
    try {
      create();
    } catch (...) {
      release();
      throw;
    }
  }
  ~Solver() { release(); }
  Solver(const Solver&) = delete;
  Solver& operator=(const Solver&) = delete;

  void create();
  void release();
  void settle(const TissueState& tissue, double at_day);
  void integrate(double to_day);
  void give(const Dose& dose);

  [[nodiscard]] double* values() { return N_VGetArrayPointer(y); }
  [[nodiscard]] const double* values() const { return N_VGetArrayPointer(y); }
  [[nodiscard]] DrugLevels levels(double at_day) const {
    return levels_at_base.none() ? DrugLevels{} : levels_after(levels_at_base, drug, at_day - base_day);
  }
  static int rates(realtype t, N_Vector y, N_Vector rate, void* self);
};

int Axis::Solver::rates(realtype t, N_Vector y, N_Vector rate, void* self) {
  const auto& solver = *static_cast<const Solver*>(self);
  AxisVector state;
  std::copy_n(N_VGetArrayPointer(y), axis_size, state.begin());
  const AxisVector result = axis_rates(state, solver.constants, solver.input, solver.levels(t));
  std::copy_n(result.begin(), axis_size, N_VGetArrayPointer(rate));
  // A positive return asks CVODE for a shorter step.
  return std::all_of(result.begin(), result.end(), [](double value) { return std::isfinite(value); }) ? 0 : 1;
}

void Axis::Solver::create() {
  solver_step(SUNContext_Create(nullptr, &context), "context");
  y = N_VNew_Serial(static_cast<sunindextype>(axis_size), context);
  matrix =
      SUNDenseMatrix(static_cast<sunindextype>(axis_size), static_cast<sunindextype>(axis_size), context);
  if (y == nullptr || matrix == nullptr) throw std::runtime_error("hormone axis: no memory");
  std::fill_n(values(), axis_size, 1.0);
  linear = SUNLinSol_Dense(y, matrix, context);
  cvode = CVodeCreate(CV_BDF, context);
  if (linear == nullptr || cvode == nullptr) throw std::runtime_error("hormone axis: no memory");
  solver_step(CVodeInit(cvode, &Solver::rates, 0.0, y), "start");
  solver_step(CVodeSStolerances(cvode, tolerances.relative, tolerances.absolute), "tolerances");
  solver_step(CVodeSetLinearSolver(cvode, linear, matrix), "linear solver");
  solver_step(CVodeSetUserData(cvode, this), "user data");
  solver_step(CVodeSetErrFile(cvode, nullptr), "error file");
  solver_step(CVodeSetMaxNumSteps(cvode, 100000), "step limit");
}

void Axis::Solver::release() {
  if (cvode != nullptr) CVodeFree(&cvode);
  if (linear != nullptr) SUNLinSolFree(linear);
  if (matrix != nullptr) SUNMatDestroy(matrix);
  if (y != nullptr) N_VDestroy(y);
  if (context != nullptr) SUNContext_Free(&context);
}

void Axis::Solver::settle(const TissueState& tissue, double at_day) {
  input.tissue = tissue;
  AxisVector ones;
  ones.fill(1.0);
  const AxisVector settled = steady_state(ones, constants, input);
  std::copy(settled.begin(), settled.end(), values());
  levels_at_base = {};
  base_day = day = at_day;
  fresh = true;
}

// To a day, through a stretch without doses. The history of the solver is kept across stretches: a dose
// enters through its depot, so rates bend but do not jump, and the error test finds the bend.
void Axis::Solver::integrate(double to_day) {
  if (!(to_day > day)) return;
  if (fresh) {
    solver_step(CVodeReInit(cvode, day, y), "restart");
    fresh = false;
  }
  solver_step(CVodeSetStopTime(cvode, to_day), "stop time");
  realtype reached = day;
  solver_step(CVode(cvode, to_day, y, &reached, CV_NORMAL), "integration");
  day = to_day;
}

void Axis::Solver::give(const Dose& dose) {
  levels_at_base = levels_with_dose(levels(dose.day), drug, dose);
  base_day = dose.day;
}

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
  solver_->fresh = true;
}

HormoneState Axis::state() const {
  const AxisParameters& p = solver_->constants.p;
  // The solver's error may leave a hormone that is gone a hair below zero.
  const auto ratio = [&](AxisPlace place) { return std::max(solver_->values()[place], 0.0); };
  const DrugLevels drugs = solver_->levels(solver_->day);
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
  const double* y = solver_->values();
  return germ_line_gates(y[place_itt], y[place_fsh], solver_->constants.p);
}

double Axis::day() const {
  return solver_->day;
}

double Axis::fsh_ceiling_IU_per_L() const {
  return solver_->constants.p.fsh_ceiling_IU_per_L;
}

}  // namespace azoo::endocrine
