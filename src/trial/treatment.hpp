// What a man is given: his batch of cells or exosomes with what falls short, where it goes, and the doses
// of hormone drugs.
#pragma once

#include <array>    // for array
#include <cstdint>  // for uint64_t
#include <map>      // for map
#include <string>   // for string
#include <vector>   // for vector

#include "body/patient.hpp"             // for ProductTreatment
#include "core/parameters.hpp"          // for ParameterSet
#include "endocrine/hormone_state.hpp"  // for Dose
#include "product/exosomes.hpp"         // for ExosomeParameters
#include "product/hypotheses.hpp"       // for Hypotheses
#include "product/manufacture.hpp"      // for ManufactureParameters
#include "product/product.hpp"          // for Product
#include "trial/design.hpp"             // for Design, Arm
#include "trial/records.hpp"            // for ParticipantRow, EventRow

namespace azoo::trial {

class Treatments {
 public:
  Treatments(const Design& design, const ParameterSet& parameters, std::uint64_t seed);

  struct Prepared {
    body::ProductTreatment treatment;  // also for a vehicle without product
    std::vector<EventRow> deviations;  // shortfall, batch not released
  };
  // `segments`: simulated segments of each testis. Writes the product fields of the participant's row.
  [[nodiscard]] Prepared prepare(const Arm& arm, const body::Patient& patient, int replicate,
                                 std::uint64_t man, ParticipantRow& row) const;
  // All doses of the arm's courses up to `last_day`, in order of time.
  [[nodiscard]] static std::vector<endocrine::Dose> drug_doses(const Arm& arm, double last_day);

 private:
  // Share of the plan that was made, and the number of product units (cells, particles) in one planned dose
  // unit.
  struct Batch {
    double share_of_plan = 0.0;
    double units_per_dose_unit = 1.0;
  };
  Batch make_batch(const ProductPlan& plan, double age_y, Draws& draws, ParticipantRow& row,
                   std::vector<EventRow>& deviations) const;
  [[nodiscard]] product::Potency potency(const product::Product& product, int replicate) const;

  std::uint64_t seed_;
  product::Hypotheses hypotheses_;
  product::ManufactureParameters manufacture_;
  product::ExosomeParameters exosomes_;
  std::map<std::string, product::Product> products_;
  ProductPlan vehicle_;  // injected like the first product of the trial, without it
};

// Total dose of a plan in its unit, over sites and testes.
[[nodiscard]] double planned_dose(const ProductPlan& plan);

}  // namespace azoo::trial
