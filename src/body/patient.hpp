// One man: two testes, each a sample of tubule segments that stands for the whole organ, the environment
// of every segment, his hormones, and what he is given. Tissue and hormones are coupled both ways, day by
// day. He is observed through assays only (assay, semen_analysis, biopsy).
#pragma once

#include <array>    // for array
#include <cstdint>  // for uint64_t
#include <memory>   // for unique_ptr
#include <vector>   // for vector

#include "body/constitution.hpp"        // for Constitution
#include "body/insult.hpp"              // for Insult
#include "body/model.hpp"               // for Model
#include "endocrine/hormone_state.hpp"  // for HormoneState, Dose, TissueState
#include "product/actions.hpp"          // for Potency, Hypotheses
#include "product/delivery.hpp"         // for SegmentExposure
#include "testis/sheet.hpp"             // for Sheet

namespace azoo::body {

struct SampleShape {
  int sites_around = 0;
  int sites_along = 0;
  double step_d = 1.0;
};

struct PatientAddress {
  std::uint64_t seed = 0;
  std::uint64_t replicate = 0;
  std::uint64_t participant = 0;
};

// A product, or its vehicle, in the testes from `day` on. Empty sides receive nothing.
struct ProductTreatment {
  double day = 0.0;
  product::Potency potency;
  product::Hypotheses hypotheses;
  std::array<std::vector<product::SegmentExposure>, 2> segments;
};

class Patient {
 public:
  // Begins in the steady state of an untreated man on `first_day`. The model must outlive the patient.
  Patient(const Model& model, Constitution constitution, const SampleShape& shape,
          const PatientAddress& address, double first_day);
  ~Patient();

  // Before time passes over them: a product, and drug doses in order of time.
  void give(ProductTreatment treatment);
  void take(std::vector<endocrine::Dose> doses);
  void suffer(std::vector<Insult> insults);

  // Steps of the sample's step length; a day that is no multiple is reached with the last step before it.
  void advance_to(double day);

  [[nodiscard]] double day() const { return day_; }
  [[nodiscard]] const Constitution& constitution() const { return constitution_; }
  [[nodiscard]] const Model& model() const { return model_; }
  [[nodiscard]] endocrine::HormoneState hormones() const;
  [[nodiscard]] endocrine::TissueState tissue() const;
  // Mean number of sperm in an ejaculate after the usual abstinence; the latest one.
  [[nodiscard]] double sperm_per_ejaculate() const;
  [[nodiscard]] double testis_volume_mL() const { return constitution_.testis_volume_mL; }

  // The sampled tissue. The first `sampled_segments()` segments of a side are the representative ones, foci
  // follow.
  [[nodiscard]] const testis::Sheet& sheet(std::size_t side) const { return *sheets_[side]; }
  [[nodiscard]] int segments(std::size_t side) const;
  [[nodiscard]] int sampled_segments(std::size_t side) const {
    return static_cast<int>(constitution_.tubules[side].size());
  }

 private:
  struct Organs;

  void settle();
  void apply_insults();
  void ejaculate();
  void step();

  const Model& model_;
  Constitution constitution_;
  double step_d_;
  double day_;
  std::array<std::unique_ptr<testis::Sheet>, 2> sheets_;
  std::unique_ptr<Organs> organs_;
};

// Tissue of this man in steady state as the closed form expects it, without simulating it.
[[nodiscard]] endocrine::TissueState expected_tissue(const Model& model, const Constitution& constitution);

// Hormones that this man would have in steady state, from the expected content of his tubules: quick, no
// tissue is simulated. Used to match candidates to a printed baseline.
[[nodiscard]] endocrine::HormoneState expected_hormones(const Model& model, const Constitution& constitution);

}  // namespace azoo::body
