// The environment of one segment of seminiferous epithelium: six coupled quantities, each relative to a
// healthy man (= 1), driven by the man's constitution and by whatever acts on the segment. Kernels are pure;
// the step is a symmetric sweep of exact exponential updates, positive and bounded at any step.
#pragma once

#include "core/parameters.hpp"    // for ParameterSet
#include "testis/conditions.hpp"  // for SegmentConditions

namespace azoo::testis {

struct EnvironmentState {
  double oxidative_load = 1.0;     // reactive oxygen species and what they damage
  double antioxidant = 1.0;        // SOD, catalase, GPx, GSH
  double pro_inflammatory = 1.0;   // TNFa, IL-1b, IL-6, activin A
  double anti_inflammatory = 1.0;  // IL-10, TGFb, IL-1ra
  double niche_mitogen = 1.0;      // GDNF, FGF per Sertoli cell
  double leydig_capacity = 1.0;    // of the segment's share of interstitium

  bool operator==(const EnvironmentState&) const = default;
};

// What a man brings, constant in time; the default is a healthy man.
struct Constitution {
  double extra_ros_production = 0.0;     // relative to healthy production, >= 0
  double inflammatory_drive = 0.0;       // extra, relative to the healthy drive, >= 0
  double mitogen_capacity_factor = 1.0;  // of Sertoli and interstitial cells, >= 0
  double leydig_capacity_factor = 1.0;   // >= 0
};

// What acts on the segment during a step: values at mid-step, or averages over it. Defaults are neutral.
struct EnvironmentInputs {
  Constitution constitution;
  double ros_clearance = 0.0;          // extra, relative to the healthy clearance by antioxidants
  double antioxidant_induction = 0.0;  // extra synthesis
  double death_hazard_ratio = 1.0;     // of all germ cells, by direct protection
  double anti_inflammatory = 0.0;      // extra drive
  double niche_mitogen = 0.0;          // extra supply
  double leydig_support = 0.0;         // rise as a share of the man's own capacity
  double injury_ros_production = 0.0;  // extra production by an injury, e.g. injection pressure
};

// data/environment/segment.toml
struct EnvironmentParameters {
  double oxidative_load_per_d = 0.0, antioxidant_per_d = 0.0, pro_inflammatory_per_d = 0.0;
  double anti_inflammatory_per_d = 0.0, niche_mitogen_per_d = 0.0, leydig_per_d = 0.0;
  double ros_from_inflammation = 0.0, spontaneous_ros_loss = 0.0;
  double antioxidant_response = 0.0, antioxidant_consumption = 0.0;
  double inflammation_from_ros = 0.0, resolution_by_anti_inflammation = 0.0;
  double anti_inflammation_from_inflammation = 0.0;
  double mitogen_loss_by_inflammation = 0.0, leydig_loss_by_load = 0.0;
  double sparable_share = 0.0;
  double spermatogonial_oxidative_exponent = 0.0, spermatogonial_inflammatory_exponent = 0.0;
  double spermatocyte_oxidative_exponent = 0.0, spermatocyte_inflammatory_exponent = 0.0;
  double spermatid_oxidative_exponent = 0.0, spermatid_inflammatory_exponent = 0.0;
};
[[nodiscard]] EnvironmentParameters read_environment(const ParameterSet& parameters);

// One step of any length; inputs constant in it. Healthy state and neutral inputs stay exactly 1.
[[nodiscard]] EnvironmentState advance(const EnvironmentState& state, const EnvironmentInputs& inputs,
                                       const EnvironmentParameters& parameters, double step_d);

// The steady state that a constitution settles to from health, without anything else acting.
[[nodiscard]] EnvironmentState settle(const Constitution& constitution,
                                      const EnvironmentParameters& parameters);

// What the germ line feels. Gates stay 1: they belong to the hormones.
[[nodiscard]] SegmentConditions conditions(const EnvironmentState& state, const EnvironmentInputs& inputs,
                                           const EnvironmentParameters& parameters);

}  // namespace azoo::testis
