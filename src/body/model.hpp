// All numbers that every man of a study shares, bound once from the registry.
#pragma once

#include <string>  // for string

#include "body/johnsen.hpp"               // for JohnsenLimits
#include "core/parameters.hpp"            // for ParameterSet
#include "endocrine/axis_parameters.hpp"  // for AxisParameters
#include "testis/environment.hpp"         // for EnvironmentParameters
#include "testis/epididymis.hpp"          // for EpididymisParameters
#include "testis/species.hpp"             // for Species

namespace azoo::body {

// How far a man's environment is from a healthy one when it arrests his germ line or is inflamed, and what
// foci of spermatogenesis are. From data/populations.
struct Pathology {
  double arrest_extra_ros_production = 0.0;
  double arrest_mitogen_capacity_factor = 1.0;
  double inflamed_drive = 0.0;
  double focus_sites = 0.0;
  int modelled_foci = 0;
  double focus_survival_factor = 1.0;
  double focus_transit_survival = 1.0;
  double retrieval_per_focus = 0.0;
};

struct Model {
  Model(const ParameterSet& parameters, const std::string& population);

  testis::Species species;
  endocrine::AxisParameters axis;
  testis::EnvironmentParameters environment;
  testis::EpididymisParameters epididymis;
  double ejaculation_interval_d = 0.0;  // the abstinence before a semen analysis
  Pathology pathology;
  JohnsenLimits johnsen;
};

}  // namespace azoo::body
