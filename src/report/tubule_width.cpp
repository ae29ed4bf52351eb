#include "report/tubule_width.hpp"

#include <algorithm>

#include "body/animal_model.hpp"

namespace azoo::report {

namespace {

body::TissueVolumes volumes_of(const ParameterSet& parameters, const ParameterSet& shipped,
                               const std::string& name) {
  const testis::Species normal = testis::Species::from(shipped, name);
  return {parameters, testis::Species::from(parameters, name),
          body::normal_content(normal, body::CellClasses::from(shipped, normal))};
}

}  // namespace

TubuleWidth::TubuleWidth(const ParameterSet& parameters, const ParameterSet& shipped,
                         const std::string& species)
    : volumes_(volumes_of(parameters, shipped, species)) {
  const testis::Species of = testis::Species::from(parameters, species);
  const body::CellClasses classes = body::CellClasses::from(parameters, of);
  for (const testis::StemType& type : of.stem_types) class_of_[type.name] = body::CellClass::undifferentiated;
  for (std::size_t t = 0; t < of.germ_cells.size(); ++t)
    class_of_[of.germ_cells[t].name] = classes.of(static_cast<int>(t));
}

double TubuleWidth::diameter_um(const CrossSection& section) const {
  body::ByClass<double> per_sertoli{};
  const double sites = std::max(1, section.sites_around);
  for (const SiteCells& site : section.sites) {
    for (const auto& [type, count] : site.counts) {
      const auto known = class_of_.find(type);
      if (known != class_of_.end()) per_sertoli[body::index_of(known->second)] += count / sites;
    }
  }
  return volumes_.tubule_diameter_um(per_sertoli);
}

}  // namespace azoo::report
