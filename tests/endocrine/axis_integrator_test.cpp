#include "endocrine/axis_integrator.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <stdexcept>

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
    AxisIntegrator(upset.constants, upset.input, upset.drugs, {.relative = 1e-8, .absolute = 1e-10})
        .integrate(fast, 0.0, days, step);
    const AxisVector exact =
        reference_solution(healthy(), 0.0, days, upset.constants, upset.input, upset.drugs, strict);
    EXPECT_LT(largest_difference(fast, exact), 1e-6) << days << " d";  // CVODE: some 100 times its tolerance
  }
}

// Largest deviation from CVODE at 0.1, 0.25, 0.5 and 1 d after each of `days` tablets, hCG twice a week, in
// tissue that changes daily as the other modules change it. Each of the four hours is a run of its own, so
// that looking does not shorten the steps of the day.
double deviation_over(int days, const AxisTolerances& tolerances) {
  const Upset upset;
  AxisInput input = upset.input;
  DrugCourse drugs{.at_start = {}, .rates = upset.drugs.rates};
  AxisIntegrator integrator(upset.constants, input, drugs, tolerances);
  AxisVector y = healthy(), exact = healthy();
  double step = 0.02, largest = 0.0;
  for (int day = 0; day < days; ++day) {
    input.tissue.spermatids = 0.5 + 0.4 * day / days;
    drugs.at_start = levels_with_dose(drugs.on(day), drugs.rates, {Drug::clomiphene, day + 0.0, 50.0});
    if (day % 7 == 0 || day % 7 == 3)
      drugs.at_start = levels_with_dose(drugs.at_start, drugs.rates, {Drug::hcg, day + 0.0, 1000.0});
    drugs.start_day = day;
    const AxisVector morning = y;
    double from = day;
    for (const double after : {0.1, 0.25, 0.5, 1.0}) {
      y = morning;
      step = 0.02;
      integrator.integrate(y, day, day + after, step);
      exact = reference_solution(exact, from, day + after, upset.constants, input, drugs,
                                 {.relative = 1e-9, .absolute = 1e-11});
      from = day + after;
      largest = std::max(largest, largest_difference(y, exact));
    }
  }
  return largest;
}

TEST(AxisIntegrator, default_tolerances_keep_states_within_3e_4_of_cvode_over_60_tablets) {
  const double deviation = deviation_over(60, {});
  EXPECT_LT(deviation, 3e-4);  // an assay sees no less than 2e-2
  EXPECT_GT(deviation, 1e-6) << "the comparison sees the solver's error";
}

TEST(AxisIntegrator, a_hundredth_of_the_tolerance_leaves_a_tenth_of_the_deviation) {
  // Order 3 with an error estimate of order 2: the error falls at least as the tolerance does, down to what
  // CVODE itself leaves.
  EXPECT_LT(deviation_over(10, {.relative = 1e-6, .absolute = 1e-8}), 0.1 * deviation_over(10, {}));
}

TEST(AxisIntegrator, passes_nothing_on_but_state_and_step) {
  const Upset upset;
  AxisIntegrator kept(upset.constants, upset.input, upset.drugs, {});
  AxisVector by_kept = healthy(), by_fresh = healthy();
  double step_of_kept = 0.02, step_of_fresh = 0.02;
  for (int n = 0; n < 40; ++n) {
    const double from = 0.3 * n, to = 0.3 * (n + 1);
    kept.integrate(by_kept, from, to, step_of_kept);
    AxisIntegrator(upset.constants, upset.input, upset.drugs, {})
        .integrate(by_fresh, from, to, step_of_fresh);
    ASSERT_EQ(by_kept, by_fresh) << to << " d";  // to the byte
    ASSERT_EQ(step_of_kept, step_of_fresh);
  }
}

TEST(AxisIntegrator, crosses_the_shortest_interval_there_is) {
  const Upset upset;
  AxisIntegrator integrator(upset.constants, upset.input, upset.drugs, {});
  AxisVector y = healthy();
  double step = 0.02;
  integrator.integrate(y, 100.0, std::nextafter(100.0, 101.0), step);
  EXPECT_LT(largest_difference(y, healthy()), 1e-9);
  EXPECT_EQ(step, 0.02);
}

TEST(AxisIntegrator, says_when_the_equations_have_no_finite_rates) {
  Upset upset;
  upset.input.man.gnrh_drive = std::numeric_limits<double>::quiet_NaN();
  AxisIntegrator integrator(upset.constants, upset.input, upset.drugs, {});
  AxisVector y = healthy();
  double step = 0.02;
  EXPECT_THROW(integrator.integrate(y, 0.0, 1.0, step), std::runtime_error);
}

}  // namespace
}  // namespace azoo::endocrine
