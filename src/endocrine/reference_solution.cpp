#include "endocrine/reference_solution.hpp"

#include <cvode/cvode.h>
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

void fine(int flag, const char* what) {
  if (flag < 0)
    throw std::runtime_error("hormone axis: " + std::string(what) + " failed (CVODE " + std::to_string(flag) +
                             ")");
}

struct Equations {
  const AxisConstants& constants;
  const AxisInput& input;
  const DrugCourse& drugs;
};

int rates(realtype day, N_Vector y, N_Vector rate, void* data) {
  const auto& equations = *static_cast<const Equations*>(data);
  AxisVector state;
  std::copy_n(N_VGetArrayPointer(y), axis_size, state.begin());
  const AxisVector result = axis_rates(state, equations.constants, equations.input, equations.drugs.on(day));
  std::copy_n(result.begin(), axis_size, N_VGetArrayPointer(rate));
  // A positive return asks CVODE for a shorter step.
  return std::all_of(result.begin(), result.end(), [](double value) { return std::isfinite(value); }) ? 0 : 1;
}

// What SUNDIALS allocates, freed in the order it asks for.
struct Memory {
  SUNContext context = nullptr;
  N_Vector y = nullptr;
  SUNMatrix matrix = nullptr;
  SUNLinearSolver linear = nullptr;
  void* cvode = nullptr;

  Memory() = default;
  Memory(const Memory&) = delete;
  Memory& operator=(const Memory&) = delete;
  ~Memory() {
    if (cvode != nullptr) CVodeFree(&cvode);
    if (linear != nullptr) SUNLinSolFree(linear);
    if (matrix != nullptr) SUNMatDestroy(matrix);
    if (y != nullptr) N_VDestroy(y);
    if (context != nullptr) SUNContext_Free(&context);
  }
};

}  // namespace

AxisVector reference_solution(const AxisVector& state, double day, double to_day,
                              const AxisConstants& constants, const AxisInput& input, const DrugCourse& drugs,
                              const AxisTolerances& tolerances) {
  constexpr auto size = static_cast<sunindextype>(axis_size);
  Equations equations{constants, input, drugs};
  Memory m;
  fine(SUNContext_Create(nullptr, &m.context), "context");
  m.y = N_VNew_Serial(size, m.context);
  m.matrix = SUNDenseMatrix(size, size, m.context);
  if (m.y == nullptr || m.matrix == nullptr) throw std::runtime_error("hormone axis: no memory");
  std::copy(state.begin(), state.end(), N_VGetArrayPointer(m.y));
  m.linear = SUNLinSol_Dense(m.y, m.matrix, m.context);
  m.cvode = CVodeCreate(CV_BDF, m.context);
  if (m.linear == nullptr || m.cvode == nullptr) throw std::runtime_error("hormone axis: no memory");
  fine(CVodeInit(m.cvode, &rates, day, m.y), "start");
  fine(CVodeSStolerances(m.cvode, tolerances.relative, tolerances.absolute), "tolerances");
  fine(CVodeSetLinearSolver(m.cvode, m.linear, m.matrix), "linear solver");
  fine(CVodeSetUserData(m.cvode, &equations), "user data");
  fine(CVodeSetErrFile(m.cvode, nullptr), "error file");
  fine(CVodeSetMaxNumSteps(m.cvode, 1000000), "step limit");
  fine(CVodeSetStopTime(m.cvode, to_day), "stop time");
  realtype reached = day;
  fine(CVode(m.cvode, to_day, m.y, &reached, CV_NORMAL), "integration");
  AxisVector result;
  std::copy_n(N_VGetArrayPointer(m.y), axis_size, result.begin());
  return result;
}

}  // namespace azoo::endocrine
