#include "endocrine/axis_integrator.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "endocrine/reference_solution.hpp"
#include "endocrine/shipped.hpp"

namespace azoo::endocrine {
namespace {

using testing::shipped;

double largest_difference(const AxisVector& a, const AxisVector& b) {
  double largest = 0.0;
  for (std::size_t i = 0; i < axis_size; ++i) largest = std::max(largest, std::fabs(a[i] - b[i]));
  return largest;
}

AxisVector healthy() {
  AxisVector y;
  y.fill(1.0);
  return y;
}

// hCG and clomiphene at once into a man who has just lost half of his germ cells and a third of his Leydig
// cells.
struct Upset {
  AxisConstants constants{shipped()};
  AxisInput input{.man = {}, .tissue = {1.0, 0.5, 0.5, 0.67}};
  DrugCourse drugs{.at_start = {.hcg_depot_IU = 400.0, .clomiphene_gut_mg = 50.0},
                   .rates = drug_rates(shipped(), SetPoints{})};
};

TEST(AxisIntegrator, agrees_with_cvode) {
  const Upset upset;
  const AxisTolerances strict{.relative = 1e-10, .absolute = 1e-12};
  for (const double days : {0.05, 0.5, 3.0, 20.0}) {
    AxisVector fast = healthy();
    double step = 0.01;
    integrate_axis(fast, 0.0, days, step, upset.constants, upset.input, upset.drugs,
                   {.relative = 1e-8, .absolute = 1e-10});
    const AxisVector exact =
        reference_solution(healthy(), 0.0, days, upset.constants, upset.input, upset.drugs, strict);
    EXPECT_LT(largest_difference(fast, exact), 1e-6) << days << " d";  // CVODE: some 100 times its tolerance
  }
}

TEST(AxisIntegrator, default_tolerances_keep_states_within_2e_4_of_cvode) {
  const Upset upset;
  AxisVector fast = healthy();
  double step = 0.01;
  integrate_axis(fast, 0.0, 5.0, step, upset.constants, upset.input, upset.drugs, {});
  const AxisVector exact = reference_solution(healthy(), 0.0, 5.0, upset.constants, upset.input, upset.drugs,
                                              {.relative = 1e-9, .absolute = 1e-11});
  EXPECT_LT(largest_difference(fast, exact), 2e-4);  // an assay sees no less than 2e-2
}

// Fixed steps, by a tolerance that accepts anything and a step that the end of the interval cuts.
double error_with_steps(int steps) {
  const Upset upset;
  const AxisTolerances strict{.relative = 1e-11, .absolute = 1e-13};
  const AxisTolerances any{.relative = 1e6, .absolute = 1e6};
  const double days = 0.4;
  AxisVector y = healthy();
  for (int n = 0; n < steps; ++n) {
    double step = days;
    integrate_axis(y, days * n / steps, days * (n + 1) / steps, step, upset.constants, upset.input,
                   upset.drugs, any);
  }
  return largest_difference(
      y, reference_solution(healthy(), 0.0, days, upset.constants, upset.input, upset.drugs, strict));
}

TEST(AxisIntegrator, is_of_fourth_order) {
  // Without a right coefficient of RODAS the order falls to three or less.
  EXPECT_GT(std::log2(error_with_steps(40) / error_with_steps(80)), 3.6);
}

}  // namespace
}  // namespace azoo::endocrine
