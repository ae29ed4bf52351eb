// The men from whom a trial is drawn: mixes of aetiology and histology, and what each histology means
// for one man's tissue. Values from data/populations, choices from the study.
#pragma once

#include <cstdint>  // for uint64_t
#include <string>   // for string
#include <vector>   // for vector

#include "body/constitution.hpp"  // for Constitution
#include "core/parameters.hpp"    // for ParameterSet
#include "trial/design.hpp"       // for Design

namespace azoo::trial {

struct WeightedName {
  std::string name;
  double weight = 0.0;
};

struct HistologyClass {
  std::string name;
  std::string arrest_type;
  double active_fraction = 0.0;
  double active_concentration = 0.0;
  double sertoli_only_share = 0.0;
  double arrest_share = 0.0;
  double constitutional_share = 0.0;
  double survival_factor = 0.0;
  double stem_density_factor = 0.0;
  double foci_mean = 0.0;
  double foci_dispersion = 0.0;
  double testis_volume_median_mL = 0.0;
  double testis_volume_sigma_log = 0.0;
  double leydig_median = 0.0;
  double inflamed_share = 0.0;
};

class PopulationModel {
 public:
  // The parameters must outlive the model.
  PopulationModel(const ParameterSet& parameters, const Design& design);

  // The man behind a candidate number; a pure function of its arguments.
  [[nodiscard]] body::Constitution draw(std::uint64_t seed, std::uint64_t replicate,
                                        std::uint64_t candidate) const;

 private:
  [[nodiscard]] double drawn_age_y(Draws& draws) const;
  void draw_tissue(const HistologyClass& histology, const RandomStream& stream,
                   body::Constitution& man) const;

  const ParameterSet* parameters_;
  Population population_;
  int segments_per_testis_ = 0;
  std::vector<WeightedName> aetiologies_;
  std::vector<HistologyClass> histologies_;
  std::vector<double> histology_weights_;
  double sertoli_cv_ = 0.0;
  double leydig_cv_ = 0.0;
  double leydig_reserve_exponent_ = 0.0;
};

}  // namespace azoo::trial
