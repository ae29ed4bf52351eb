#include "body/animal_model.hpp"

#include <cmath>
#include <vector>

#include "testis/sheet.hpp"

namespace azoo::body {

namespace {

const std::string table = "animal_histology.";

// The divisor of the species, else the time that its elongated spermatids live.
double homogenate_divisor_d(const ParameterSet& parameters, const testis::Species& species,
                            const CellClasses& classes) {
  const std::string own = table + "homogenate." + species.name + ".divisor_d";
  if (parameters.has(own)) return parameters.value(own, "d");
  return classes.duration_d()[index_of(CellClass::elongated_spermatid)];
}

HistologyRules read_rules(const ParameterSet& parameters, const testis::Species& species,
                          const CellClasses& classes) {
  const auto number = [&](const char* key, const char* unit) { return parameters.value(table + key, unit); };
  HistologyRules rules;
  rules.section_thickness_um = number("section.thickness_um", "um");
  constexpr double um_per_mm = 1000.0;
  rules.row_pitch_um = um_per_mm / species.geometry.rows_per_mm(species.sertoli_cells_per_testis);
  for (std::size_t c = 0; c < cell_classes; ++c) {
    rules.nucleus_um[c] = parameters.value(table + "class." + cell_class_names()[c] + ".nucleus_um", "um");
  }
  rules.diameter_cv = number("section.diameter_cv", "fraction");
  rules.weighing_cv = number("tissue.weighing_cv", "fraction");
  rules.differentiated_cells = number("index.differentiated_cells", "cells");
  rules.active_spermatogonia = number("index.active_spermatogonia", "cells");
  rules.released_spermatids = number("index.released_spermatids", "cells");
  rules.late_spermatids = number("index.late_spermatids", "cells");
  rules.johnsen = read_johnsen(parameters, species);
  rules.homogenate_divisor_d = homogenate_divisor_d(parameters, species, classes);
  rules.counted_heads = number("chamber.counted_heads", "cells");
  rules.largest_share = number("chamber.largest_share", "fraction");
  return rules;
}

// The species' own number where there is one.
double variation(const ParameterSet& parameters, const std::string& species, const std::string& key) {
  const std::string own = "animal_variation.species." + species + "." + key;
  return parameters.value(parameters.has(own) ? own : "animal_variation." + key, "fraction");
}

TissueVolumes read_volumes(const ParameterSet& parameters, const ParameterSet& shipped,
                           const std::string& name) {
  const testis::Species normal = testis::Species::from(shipped, name);
  return {parameters, testis::Species::from(parameters, name),
          normal_content(normal, CellClasses::from(shipped, normal))};
}

}  // namespace

AnimalModel::AnimalModel(const ParameterSet& parameters, const ParameterSet& shipped,
                         const std::string& species_name)
    : species(testis::Species::from(parameters, species_name)),
      epididymis(testis::EpididymisParameters::from(parameters, species_name)),
      classes(CellClasses::from(parameters, species)),
      histology(read_rules(parameters, species, classes)),
      volumes(read_volumes(parameters, shipped, species_name)),
      semen{parameters.value(table + "semen.examined_share", "fraction"),
            parameters.value(table + "semen.recovered_share", "fraction")},
      sertoli_number_cv(variation(parameters, species_name, "sertoli_number_cv")),
      side_cv(variation(parameters, species_name, "side_cv")),
      meiotic_survival_sd(variation(parameters, species_name, "meiotic_survival_sd")),
      stem_density_cv(variation(parameters, species_name, "stem_density_cv")) {}

ByClass<double> normal_content(const testis::Species& species, const CellClasses& classes) {
  // Numerical choices: pieces so long that stem cells do not die out in them, enough sites for a mean good to
  // a per cent, an address no study uses.
  constexpr int segments = 2;
  constexpr int rows = 500;
  constexpr std::uint64_t seed = ~std::uint64_t{0};
  const int around = species.geometry.sites_around(species.sertoli_cells_per_testis);
  testis::Sheet sheet(species, {around, rows, 1.0}, std::vector<testis::SegmentPlan>(segments), seed, 0, 0,
                      0);
  const std::vector<testis::SegmentConditions> conditions(segments);
  sheet.settle(conditions);
  ByClass<double> mean{};
  const int days = static_cast<int>(std::ceil(species.cycle_d));
  for (int day = 0; day < days; ++day) {
    sheet.step(conditions);
    const testis::Totals totals = sheet.totals();
    const ByClass<double> cells = classes.sum(totals.cells, totals.stem_cells());
    for (std::size_t c = 0; c < cell_classes; ++c) mean[c] += cells[c] / totals.sertoli_cells / days;
  }
  return mean;
}

}  // namespace azoo::body
