// The slow reference of the axis: the same equations integrated by CVODE (SUNDIALS; Hindmarsh et al. 2005,
// doi:10.1145/1089014.1089020), BDF with dense Newton and a Jacobian by differences, anew for every call.
// Tests hold the integrator of the axis to it.
#pragma once

#include <cvode/cvode.h>
#include <nvector/nvector_serial.h>
#include <sundials/sundials_context.h>
#include <sunlinsol/sunlinsol_dense.h>
#include <sunmatrix/sunmatrix_dense.h>

#include <algorithm>
#include <cmath>
#include <stdexcept>
#include <string>

#include "endocrine/axis_integrator.hpp"  // for DrugCourse, AxisTolerances
#include "endocrine/axis_rates.hpp"       // for AxisVector, AxisConstants, AxisInput

namespace azoo::endocrine {

namespace reference {

inline void fine(int flag, const char* what) {
  if (flag < 0)
    throw std::runtime_error("hormone axis: " + std::string(what) + " failed (CVODE " + std::to_string(flag) +
                             ")");
}

struct Equations {
  const AxisConstants& constants;
  const AxisInput& input;
  const DrugCourse& drugs;
};

inline int rates(realtype day, N_Vector y, N_Vector rate, void* data) {
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

}  // namespace reference

// The state on `to_day`, to_day > day. Throws std::runtime_error when CVODE fails.
[[nodiscard]] inline AxisVector reference_solution(const AxisVector& state, double day, double to_day,
                                                   const AxisConstants& constants, const AxisInput& input,
                                                   const DrugCourse& drugs,
                                                   const AxisTolerances& tolerances) {
  constexpr auto size = static_cast<sunindextype>(axis_size);
  reference::Equations equations{constants, input, drugs};
  reference::Memory m;
  reference::fine(SUNContext_Create(nullptr, &m.context), "context");
  m.y = N_VNew_Serial(size, m.context);
  m.matrix = SUNDenseMatrix(size, size, m.context);
  if (m.y == nullptr || m.matrix == nullptr) throw std::runtime_error("hormone axis: no memory");
  std::copy(state.begin(), state.end(), N_VGetArrayPointer(m.y));
  m.linear = SUNLinSol_Dense(m.y, m.matrix, m.context);
  m.cvode = CVodeCreate(CV_BDF, m.context);
  if (m.linear == nullptr || m.cvode == nullptr) throw std::runtime_error("hormone axis: no memory");
  reference::fine(CVodeInit(m.cvode, &reference::rates, day, m.y), "start");
  reference::fine(CVodeSStolerances(m.cvode, tolerances.relative, tolerances.absolute), "tolerances");
  reference::fine(CVodeSetLinearSolver(m.cvode, m.linear, m.matrix), "linear solver");
  reference::fine(CVodeSetUserData(m.cvode, &equations), "user data");
  reference::fine(CVodeSetErrFile(m.cvode, nullptr), "error file");
  reference::fine(CVodeSetMaxNumSteps(m.cvode, 1000000), "step limit");
  reference::fine(CVodeSetStopTime(m.cvode, to_day), "stop time");
  realtype reached = day;
  reference::fine(CVode(m.cvode, to_day, m.y, &reached, CV_NORMAL), "integration");
  AxisVector result;
  std::copy_n(N_VGetArrayPointer(m.y), axis_size, result.begin());
  return result;
}

}  // namespace azoo::endocrine
