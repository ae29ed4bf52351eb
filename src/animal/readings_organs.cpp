#include <cmath>

#include "animal/readings.hpp"
#include "body/assay.hpp"

namespace azoo::animal {

using body::CellClass;

namespace {

// What the chamber shows of so many heads. A dense suspension is diluted; of a thin one all of the chamber is
// searched, and none seen is a value of 0 that says so.
Reading count_in_chamber(double heads, double counted_heads, double largest_share, Draws& draws) {
  const double share = std::min(largest_share, counted_heads / std::max(heads, 1.0));
  const auto seen = static_cast<double>(draws.poisson(heads * share));
  return {seen / share, seen > 0.0 ? "" : "below_detection"};
}

body::ByClass<double> per_sertoli(const body::Animal& animal, const testis::Totals& totals) {
  body::ByClass<double> cells = animal.model().classes.sum(totals.cells, totals.stem_cells());
  for (double& count : cells) count /= totals.sertoli_cells;
  return cells;
}

void add_mean(Readings& readings, const std::string& key, double value, std::size_t testes) {
  readings[key].value += value / static_cast<double>(testes);
}

double a_singles(const testis::Species& species, const testis::StemCounts& stem) {
  double cells = 0.0;
  for (std::size_t t = 0; t < species.stem_types.size(); ++t) {
    if (species.stem_types[t].name.ends_with("_single")) cells += stem[t];
  }
  return cells;
}

void read_tissue(const body::AnimalModel& model, const testis::Totals& totals, std::size_t testes,
                 Readings& readings) {
  const testis::Species& species = model.species;
  double germ_cells = totals.stem_cells();
  for (std::size_t t = 0; t < species.germ_cells.size(); ++t) {
    add_mean(readings, "cells_per_testis_" + species.germ_cells[t].name, totals.cells[t], testes);
    germ_cells += totals.cells[t];
  }
  for (std::size_t t = 0; t < species.stem_types.size(); ++t) {
    add_mean(readings, "cells_per_testis_" + species.stem_types[t].name, totals.stem[t], testes);
  }
  add_mean(readings, "germ_cells_per_testis", germ_cells, testes);
  add_mean(readings, "sertoli_cells_per_testis", totals.sertoli_cells, testes);
  add_mean(readings, "undifferentiated_per_testis", totals.stem_cells(), testes);
  add_mean(readings, "a_single_per_testis", a_singles(species, totals.stem), testes);
  // Cells of one generation: they stay for a part of the cycle only.
  const auto elongated = index_of(CellClass::elongated_spermatid);
  const double cells = model.classes.sum(totals.cells, totals.stem_cells())[elongated];
  add_mean(readings, "elongated_spermatids_per_sertoli",
           cells * species.cycle_d / model.classes.duration_d()[elongated] / totals.sertoli_cells, testes);
}

}  // namespace

void read_organs(const body::Animal& animal, const RandomStream& stream, Readings& readings) {
  const body::AnimalModel& model = animal.model();
  for (std::size_t side = 0; side < animal.testes(); ++side) {
    Draws draws(stream, static_cast<std::uint32_t>(side), 0);
    const testis::Totals totals = animal.sheet(side).totals();
    const double weight = model.volumes.testis_weight_g(per_sertoli(animal, totals), animal.size(side)) *
                          body::error_factor(model.histology.weighing_cv, draws);
    add_mean(readings, "testis_weight", weight, animal.testes());
    read_tissue(model, totals, animal.testes(), readings);
    readings["saturated_counts"].value += static_cast<double>(animal.sheet(side).saturated());
  }
}

double homogenate_heads(const body::AnimalModel& model, const testis::GermCellCounts& cells) {
  const auto& types = model.species.germ_cells;
  double left_d = model.histology.homogenate_divisor_d;
  double heads = 0.0;
  for (std::size_t t = types.size(); t > 0 && left_d > 0.0; --t) {
    const testis::GermCell& type = types[t - 1];
    if (type.compartment != testis::Compartment::spermatid) break;
    heads += cells[t - 1] * std::min(1.0, left_d / type.duration_d);
    left_d -= type.duration_d;
  }
  return heads;
}

void read_sperm(const body::Animal& animal, const RandomStream& stream, Readings& readings) {
  const body::AnimalModel& model = animal.model();
  const std::size_t testes = animal.testes();
  constexpr double million = 1e6;
  struct Count {
    const char* key;
    double heads = 0.0;
  };
  for (std::size_t side = 0; side < testes; ++side) {
    Draws draws(stream, static_cast<std::uint32_t>(side), 0);
    const testis::Epididymis& epididymis = animal.epididymis(side);
    const Count counts[] = {
        {"sperm_heads_per_testis", homogenate_heads(model, animal.sheet(side).totals().cells)},
        {"sperm_per_epididymis", epididymis.in_transit() + epididymis.reserve()},
        {"cauda_sperm", epididymis.reserve()}};
    for (const Count& count : counts) {
      const Reading seen =
          count_in_chamber(count.heads, model.histology.counted_heads, model.histology.largest_share, draws);
      add_mean(readings, count.key, seen.value, testes);
      if (side == 0 || seen.flag.empty()) readings[count.key].flag = seen.flag;
    }
    add_mean(readings, "sperm_release", animal.sperm_released_per_d(side) / million, testes);
  }
  readings["sperm_per_ejaculate"] = {std::nan(""), "undefined"};
  if (const auto sperm = animal.sperm_per_ejaculate()) {
    Draws draws(stream, static_cast<std::uint32_t>(testes), 0);
    readings["sperm_per_ejaculate"] =
        count_in_chamber(*sperm, model.histology.counted_heads, model.semen.examined_share, draws);
  }
  const Reading heads = readings.at("sperm_heads_per_testis");
  const double production = heads.value / model.histology.homogenate_divisor_d / million;
  readings["daily_sperm_production"] = {production, heads.flag};
  readings["daily_sperm_production_per_g"] = {production / readings.at("testis_weight").value, heads.flag};
}

void read_course(const body::Animal& animal, Readings& readings) {
  const auto& arrival = animal.sperm_arrival();
  const Reading none{std::nan(""), "undefined"};
  Reading first = none;
  if (arrival && arrival->again_d) first = {*arrival->again_d, ""};
  if (arrival && arrival->ceased && !arrival->again_d) first.flag = "not_reached";
  readings["first_sperm_day"] = first;
  readings["days_without_sperm"] = arrival ? Reading{arrival->days_without, ""} : none;
  const auto& semen = animal.semen_course();
  const Reading not_yet{std::nan(""), "not_reached"};
  const auto day_of = [](const std::optional<double>& day, const Reading& missing) {
    return day ? Reading{*day, ""} : missing;
  };
  readings["azoospermia_day"] = semen ? day_of(semen->azoospermia_d(), not_yet) : none;
  readings["semen_recovery_day"] =
      semen ? day_of(semen->recovered_d(), semen->fell() ? not_yet : none) : none;
}

}  // namespace azoo::animal
