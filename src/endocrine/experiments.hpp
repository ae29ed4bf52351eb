// The published hormone observations, run on the model: each gives one number per observable, named as in
// data/targets/hormones.csv. Who the men were and what they were given stands in data/hormones.
#pragma once

#include <map>          // for map
#include <string>       // for string
#include <string_view>  // for string_view

#include "core/parameters.hpp"          // for ParameterSet
#include "endocrine/hormone_state.hpp"  // for TissueState
#include "endocrine/set_points.hpp"     // for SetPoints

namespace azoo::endocrine {

using Observables = std::map<std::string, double, std::less<>>;

// The experiments whose rows may be fitted (T052, T054, T057, T058, with the FSH of the same histologies).
// Throws as Axis does when the parameters cannot be used.
[[nodiscard]] Observables run_calibration_experiments(const ParameterSet& parameters);

// All observables: those and the ones kept for validation.
[[nodiscard]] Observables run_hormone_experiments(const ParameterSet& parameters);

// The hormone regimen of the control arm of source 003 (D046) on a man with this tissue, end against start:
// "trial_control.delta_fsh", "...delta_lh" (IU/L), "...delta_testosterone" (nmol/L). No published row stands
// behind it.
[[nodiscard]] Observables run_trial_control(const ParameterSet& parameters, const TissueState& tissue);

// Tissue of a histological diagnosis: "maturation_arrest", "hypospermatogenesis", "focal_sertoli_cell_only",
// "sertoli_cell_only", "klinefelter".
[[nodiscard]] TissueState histology_tissue(const ParameterSet& parameters, std::string_view histology);

// The hypogonadal men of the trials behind T057.
[[nodiscard]] SetPoints serm_trial_men(const ParameterSet& parameters);

}  // namespace azoo::endocrine
