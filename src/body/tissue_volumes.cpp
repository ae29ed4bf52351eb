#include "body/tissue_volumes.hpp"

#include <cmath>
#include <string>

namespace azoo::body {

TissueVolumes::TissueVolumes(const ParameterSet& parameters, const testis::Species& species,
                             const ByClass<double>& normal) {
  const std::string table = "animal_histology.";
  for (std::size_t c = 0; c < cell_classes; ++c) {
    volume_[c] = parameters.value(table + "class." + cell_class_names()[c] + ".volume_um3", "um3");
  }
  sertoli_volume_ = parameters.value(table + "tissue.sertoli_volume_um3", "um3");
  lumen_share_ = parameters.value(table + "tissue.lumen_share", "fraction");
  const std::string own = table + "interstitium." + species.name + ".share";
  interstitium_share_ =
      parameters.value(parameters.has(own) ? own : table + "tissue.interstitium_share", "fraction");
  normal_content_ = sertoli_volume_;
  for (std::size_t c = 0; c < cell_classes; ++c) normal_content_ += normal[c] * volume_[c];
  normal_weight_g_ = species.testis_volume_mL * species.testis_density_g_per_mL;
  normal_diameter_um_ = species.geometry.tubule_diameter_um;
  lumen_diameter_um_ = normal_diameter_um_ * std::sqrt(lumen_share_);
}

double TissueVolumes::relative_tubule(const ByClass<double>& per_sertoli) const {
  double content = sertoli_volume_;
  for (std::size_t c = 0; c < cell_classes; ++c) content += per_sertoli[c] * volume_[c];
  return lumen_share_ + (1.0 - lumen_share_) * content / normal_content_;
}

double TissueVolumes::testis_weight_g(const ByClass<double>& per_sertoli, double size) const {
  const double tubules = (1.0 - interstitium_share_) * relative_tubule(per_sertoli);
  return normal_weight_g_ * size * (interstitium_share_ + tubules);
}

// The length of the tubules does not change.
double TissueVolumes::tubule_diameter_um(const ByClass<double>& per_sertoli) const {
  return normal_diameter_um_ * std::sqrt(relative_tubule(per_sertoli));
}

}  // namespace azoo::body
