// All numbers that every animal of a study shares, bound once from the registry.
#pragma once

#include <string>  // for string

#include "body/cell_class.hpp"      // for CellClasses, ByClass
#include "body/johnsen.hpp"         // for JohnsenLimits
#include "body/semen_course.hpp"    // for SemenRules
#include "body/tissue_volumes.hpp"  // for TissueVolumes
#include "core/parameters.hpp"      // for ParameterSet
#include "testis/epididymis.hpp"    // for EpididymisParameters
#include "testis/species.hpp"       // for Species

namespace azoo::body {

// How a laboratory looks at a testis; from data/assays/animal-histology.toml.
struct HistologyRules {
  double section_thickness_um = 0.0;
  double row_pitch_um = 0.0;     // of Sertoli cells along a tubule
  ByClass<double> nucleus_um{};  // diameter along the tubule
  double diameter_cv = 0.0;
  double weighing_cv = 0.0;
  double differentiated_cells = 0.0;
  double active_spermatogonia = 0.0;
  double released_spermatids = 0.0;
  double late_spermatids = 0.0;
  JohnsenLimits johnsen;
  double homogenate_divisor_d = 0.0;
  double counted_heads = 0.0;
  double largest_share = 0.0;
};

struct AnimalModel {
  // `shipped` are the parameters before the study changed any: what is normal, to which weight and diameter
  // refer, comes from them. Throws std::logic_error as Species::from.
  AnimalModel(const ParameterSet& parameters, const ParameterSet& shipped, const std::string& species_name);

  testis::Species species;
  testis::EpididymisParameters epididymis;
  CellClasses classes;
  HistologyRules histology;
  TissueVolumes volumes;
  SemenRules semen;
  double sertoli_number_cv = 0.0;    // between animals
  double side_cv = 0.0;              // between the testes of one
  double meiotic_survival_sd = 0.0;  // between animals: cells that survive both divisions of meiosis
  double stem_density_cv = 0.0;      // between animals: stem cells a Sertoli cell
};

// Germ cells by class per Sertoli cell of a normal testis: the mean over one cycle of a settled piece of
// tissue with a seed of its own.
[[nodiscard]] ByClass<double> normal_content(const testis::Species& species, const CellClasses& classes);

}  // namespace azoo::body
