// The environments of the segments of one testis. Segments of one constitution that no product reaches live
// alike, so they share one state; a segment that is reached gets a state of its own.
#pragma once

#include <span>    // for span
#include <vector>  // for vector

#include "endocrine/hormone_state.hpp"  // for GermLineGates
#include "product/actions.hpp"          // for Potency, Hypotheses
#include "product/delivery.hpp"         // for SegmentExposure
#include "testis/environment.hpp"       // for EnvironmentState, Constitution, EnvironmentParameters

namespace azoo::body {

// What acts on a testis from a day on, beside its segments' exposure.
struct ActingProduct {
  double day = 0.0;
  product::Potency potency;
  product::Hypotheses hypotheses;
};

class TestisEnvironment {
 public:
  // In the steady state of the constitutions, one per segment. The parameters must outlive it.
  TestisEnvironment(std::vector<testis::Constitution> constitutions,
                    const testis::EnvironmentParameters& parameters);

  // One exposure per segment, or none at all.
  void expose(const ActingProduct& product, std::vector<product::SegmentExposure> exposures);
  // From `day` on for step_d; Leydig capacity of every segment is multiplied by the factor.
  void advance(double day, double step_d, double leydig_factor);

  // Of every segment, with the gates of the hormones.
  [[nodiscard]] std::span<const testis::SegmentConditions> conditions(const endocrine::GermLineGates& gates);
  [[nodiscard]] double mean_leydig_capacity() const;

 private:
  struct Group {
    testis::Constitution constitution;
    testis::EnvironmentState state;
    testis::EnvironmentInputs acting;
    int exposure = -1;  // index of the segment's exposure; -1: none
    int segments = 0;
  };
  [[nodiscard]] testis::EnvironmentInputs inputs(const Group& group, double day, double step_d) const;

  const testis::EnvironmentParameters* parameters_;
  ActingProduct product_;
  std::vector<product::SegmentExposure> exposures_;
  std::vector<Group> groups_;
  std::vector<std::size_t> group_of_;
  std::vector<testis::SegmentConditions> conditions_;
};

}  // namespace azoo::body
