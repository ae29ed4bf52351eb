#include "endocrine/axis_integrator.hpp"

#include <arkode/arkode_arkstep.h>
#include <nvector/nvector_serial.h>
#include <sundials/sundials_context.h>
#include <sunlinsol/sunlinsol_dense.h>
#include <sunmatrix/sunmatrix_dense.h>

#include <algorithm>
#include <cmath>
#include <stdexcept>
#include <string>

namespace azoo::endocrine {

namespace {

constexpr auto size = static_cast<sunindextype>(axis_size);

// Chosen by measurement, docs/decisions/0008.
constexpr ARKODE_DIRKTableID method = ARKODE_ESDIRK325L2SA_5_2_3;
constexpr double newton_share_of_tolerance = 0.5;
// A dose or other tissue may ask for a much shorter step than the last one; the solver's own limits (7 and
// 10) are made for solutions without bends.
constexpr int most_failures_a_step = 50;
constexpr long most_steps_a_call = 1000000;

void fine(int flag, const char* what) {
  if (flag < 0)
    throw std::runtime_error("hormone axis: " + std::string(what) + " failed (ARKODE " +
                             std::to_string(flag) + ")");
}

struct Equations {
  const AxisConstants& constants;
  const AxisInput& input;
  const DrugCourse& drugs;
};

AxisVector values(N_Vector y) {
  AxisVector state;
  std::copy_n(N_VGetArrayPointer(y), axis_size, state.begin());
  return state;
}

int rates(realtype day, N_Vector y, N_Vector rate, void* data) {
  const auto& equations = *static_cast<const Equations*>(data);
  const AxisVector result =
      axis_rates(values(y), equations.constants, equations.input, equations.drugs.on(day));
  std::copy_n(result.begin(), axis_size, N_VGetArrayPointer(rate));
  // A positive return asks for a shorter step.
  return std::all_of(result.begin(), result.end(), [](double value) { return std::isfinite(value); }) ? 0 : 1;
}

// Newton's matrix I - gamma J, always with the Jacobian of the present state: kept Jacobians left errors of
// up to fifty times the tolerance behind, and computing one costs no more than copying it.
int newton_matrix(realtype day, N_Vector y, N_Vector, SUNMatrix matrix, SUNMatrix, booleantype,
                  booleantype* jacobian_is_new, realtype gamma, void* data, N_Vector, N_Vector, N_Vector) {
  const auto& equations = *static_cast<const Equations*>(data);
  const AxisMatrix jacobian =
      axis_jacobian(values(y), equations.constants, equations.input, equations.drugs.on(day));
  double* column = SUNDenseMatrix_Data(matrix);
  for (std::size_t j = 0; j < axis_size; ++j, column += axis_size) {
    for (std::size_t i = 0; i < axis_size; ++i) column[i] = (i == j ? 1.0 : 0.0) - gamma * jacobian[i][j];
  }
  *jacobian_is_new = SUNTRUE;
  return 0;
}

}  // namespace

// What SUNDIALS allocates, freed in the order it asks for.
struct AxisIntegrator::Solver {
  Equations equations;
  SUNContext context = nullptr;
  N_Vector y = nullptr;
  SUNMatrix matrix = nullptr;
  SUNLinearSolver linear = nullptr;
  void* arkode = nullptr;

  explicit Solver(const Equations& to_solve) : equations(to_solve) {}
  Solver(const Solver&) = delete;
  Solver& operator=(const Solver&) = delete;
  ~Solver() {
    if (arkode != nullptr) ARKStepFree(&arkode);
    if (linear != nullptr) SUNLinSolFree(linear);
    if (matrix != nullptr) SUNMatDestroy(matrix);
    if (y != nullptr) N_VDestroy(y);
    if (context != nullptr) SUNContext_Free(&context);
  }

  void allocate() {
    fine(SUNContext_Create(nullptr, &context), "context");
    y = N_VNew_Serial(size, context);
    matrix = SUNDenseMatrix(size, size, context);
    if (y == nullptr || matrix == nullptr) throw std::runtime_error("hormone axis: no memory");
    N_VConst(1.0, y);
    linear = SUNLinSol_Dense(y, matrix, context);
    arkode = ARKStepCreate(nullptr, &rates, 0.0, y, context);
    if (linear == nullptr || arkode == nullptr) throw std::runtime_error("hormone axis: no memory");
    fine(ARKStepSetErrFile(arkode, nullptr), "error file");
    fine(ARKStepSetUserData(arkode, &equations), "user data");
    fine(ARKStepSetLinearSolver(arkode, linear, matrix), "linear solver");
    fine(ARKStepSetLinSysFn(arkode, &newton_matrix), "Newton matrix");
  }

  void choose(const AxisTolerances& tolerances) {
    fine(ARKStepSStolerances(arkode, tolerances.relative, tolerances.absolute), "tolerances");
    fine(ARKStepSetTableNum(arkode, method, ARKODE_ERK_NONE), "method");
    // Step length from the last error alone, by the order of the embedded method: no history to lose at a
    // dose.
    fine(ARKStepSetAdaptivityMethod(arkode, ARK_ADAPT_I, 1, 1, nullptr), "step control");
    // Every stage starts from the last state, and no interpolant is kept: results are asked for at ends of
    // steps.
    fine(ARKStepSetPredictorMethod(arkode, 0), "predictor");
    fine(ARKStepSetInterpolantType(arkode, ARK_INTERP_LAGRANGE), "interpolant");
    fine(ARKStepSetInterpolantDegree(arkode, 0), "interpolant");
    fine(ARKStepSetDeduceImplicitRhs(arkode, SUNTRUE), "stage rates");
    fine(ARKStepSetLSetupFrequency(arkode, 1), "Newton matrix in every step");
    fine(ARKStepSetNonlinConvCoef(arkode, newton_share_of_tolerance), "Newton tolerance");
    fine(ARKStepSetMaxErrTestFails(arkode, most_failures_a_step), "limit of failures");
    fine(ARKStepSetMaxConvFails(arkode, most_failures_a_step), "limit of failures");
    fine(ARKStepSetMaxNumSteps(arkode, most_steps_a_call), "step limit");
  }
};

AxisIntegrator::AxisIntegrator(const AxisConstants& constants, const AxisInput& input,
                               const DrugCourse& drugs, const AxisTolerances& tolerances)
    : solver_(std::make_unique<Solver>(Equations{constants, input, drugs})) {
  solver_->allocate();
  solver_->choose(tolerances);
}

AxisIntegrator::~AxisIntegrator() = default;

void AxisIntegrator::integrate(AxisVector& state, double day, double to_day, double& step_d) {
  void* arkode = solver_->arkode;
  std::copy(state.begin(), state.end(), N_VGetArrayPointer(solver_->y));
  const double length_d = to_day - day;
  fine(ARKStepReInit(arkode, nullptr, &rates, day, solver_->y), "restart");
  fine(ARKStepSetInitStep(arkode, std::min(step_d, length_d)), "first step");
  fine(ARKStepSetStopTime(arkode, to_day), "stop time");
  realtype reached = day, next_step_d = 0.0;
  fine(ARKStepEvolve(arkode, to_day, solver_->y, &reached, ARK_NORMAL), "integration");
  fine(ARKStepGetCurrentStep(arkode, &next_step_d), "next step");
  // A step cut short by the end of the interval says nothing against the longer one.
  step_d = step_d >= length_d ? std::max(step_d, next_step_d) : next_step_d;
  state = values(solver_->y);
}

}  // namespace azoo::endocrine
