// The prediction that separates two hypotheses: a paracrine product cannot make sperm where no stem cell is
// left; where stem cells are left behind a bad environment, a strong enough one can.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "body/patient.hpp"
#include "core/files.hpp"
#include "core/parameters.hpp"
#include "coupling/program_runs.hpp"
#include "study/validation.hpp"
#include "trial/population.hpp"

namespace azoo::coupling {
namespace {

struct Man {
  static constexpr double first_day = -60.0;
  static constexpr double last_day = 240.0;

  Man() {
    Problems problems;
    parameters = ParameterSet::load(std::filesystem::path(AZOO_PROJECT_DIR) / "data", problems);
    problems.throw_if_any();
  }

  // Tubules that the environment arrests; stem cells are there or not.
  body::Constitution arrested(bool stem_cells) const {
    body::Constitution man = body::healthy_man(4);
    man.arrest = body::Arrest::environmental;
    man.arrest_type = "secondary_spermatocyte";
    if (!stem_cells) man.stem_density_factor = 0.0;
    return man;
  }

  // A product that is everywhere and strong; potency 0 is the vehicle.
  body::ProductTreatment everywhere(double strength) const {
    body::ProductTreatment treatment;
    treatment.hypotheses = {true, true, true, true, false, false};
    treatment.potency.antioxidant = {8.0 * strength, 0.01, true};
    treatment.potency.antioxidant_induction = 8.0 * strength;
    treatment.potency.anti_apoptotic = {1.0 * strength, 0.01, true};
    treatment.potency.immune = {5.0 * strength, 0.01, true};
    treatment.potency.niche_mitogen = {2.0 * strength, 0.01, true};
    for (auto& side : treatment.segments) {
      side.resize(4);
      for (product::SegmentExposure& segment : side) segment.add(1.0, 365.0);
    }
    return treatment;
  }

  double sperm_at_the_end(bool stem_cells, double strength) const {
    const body::Model model(parameters, "noa");
    body::Patient patient(model, arrested(stem_cells), {24, 8, 1.0}, {7, 0, 1}, first_day);
    patient.give(everywhere(strength));
    patient.advance_to(last_day);
    return patient.sperm_per_ejaculate();
  }

  ParameterSet parameters;
};

TEST(DecisivePrediction, without_stem_cells_a_paracrine_product_makes_no_sperm) {
  EXPECT_EQ(Man().sperm_at_the_end(false, 1.0), 0.0);
}

TEST(DecisivePrediction, with_stem_cells_a_planted_effect_releases_an_environmental_arrest) {
  const Man man;
  const double untreated = man.sperm_at_the_end(true, 0.0);
  const double treated = man.sperm_at_the_end(true, 1.0);
  EXPECT_GT(treated, 100.0 * (untreated + 1.0)) << untreated;
}

TEST(DecisivePrediction, a_constitutional_arrest_is_not_released) {
  const Man man;
  const body::Model model(man.parameters, "noa");
  body::Constitution constitution = man.arrested(true);
  constitution.arrest = body::Arrest::constitutional;
  body::Patient patient(model, constitution, {24, 8, 1.0}, {7, 0, 1}, Man::first_day);
  patient.give(man.everywhere(1.0));
  patient.advance_to(Man::last_day);
  EXPECT_EQ(patient.sperm_per_ejaculate(), 0.0);
}

}  // namespace
}  // namespace azoo::coupling
