#include "body/model.hpp"

namespace azoo::body {

namespace {

Pathology read_pathology(const ParameterSet& parameters, const std::string& population) {
  const auto number = [&](const std::string& key, const char* unit) {
    return parameters.value(population + "." + key, unit);
  };
  Pathology p;
  p.arrest_extra_ros_production = number("environment.arrest_extra_ros_production", "1");
  p.arrest_mitogen_capacity_factor = number("environment.arrest_mitogen_capacity_factor", "fraction");
  p.inflamed_drive = number("environment.inflamed_drive", "1");
  p.focus_sites = number("retrieval.focus_sites", "sertoli cells");
  p.modelled_foci = static_cast<int>(number("retrieval.modelled_foci", "segments"));
  p.focus_survival_factor = number("retrieval.focus_survival_factor", "fraction");
  p.focus_transit_survival = number("retrieval.focus_transit_survival", "fraction");
  p.retrieval_per_focus = number("retrieval.detection_per_focus", "fraction");
  return p;
}

}  // namespace

Model::Model(const ParameterSet& parameters, const std::string& population)
    : species(testis::Species::from(parameters, "human")),
      axis(endocrine::axis_parameters(parameters)),
      environment(testis::read_environment(parameters)),
      epididymis(testis::EpididymisParameters::from(parameters, "human")),
      ejaculation_interval_d(parameters.value("sampling.ejaculate.abstinence_d", "d")),
      pathology(read_pathology(parameters, population)),
      johnsen(read_johnsen(parameters, species)) {}

}  // namespace azoo::body
