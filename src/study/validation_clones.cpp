// Stem cells of the mouse, labelled one by one: how fast they replace each other, and whether the sizes of
// their clones keep one shape.
#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

#include "statistics/kolmogorov_smirnov.hpp"
#include "study/built_in_experiments.hpp"
#include "testis/sheet.hpp"

namespace azoo::study {

namespace {

constexpr int replicates = 4;
constexpr int segments = 4;
constexpr int rows = 600;  // of a segment
constexpr int early_d = 30;
constexpr int late_d = 90;
constexpr std::uint64_t seed = 2010;

struct OfReplicate {
  double replacement_d = 0.0;
  double collapse_p = 0.0;
};

std::vector<double> scaled_sizes(const testis::Sheet& sheet) {
  std::vector<double> sizes;
  double sum = 0.0;
  for (const testis::CloneSize& clone : sheet.clones()) {
    if (clone.undifferentiated_cells == 0) continue;
    sizes.push_back(clone.undifferentiated_cells);
    sum += clone.undifferentiated_cells;
  }
  for (double& size : sizes) size *= static_cast<double>(sizes.size()) / sum;
  return sizes;
}

double gfra1_cells(const testis::Sheet& sheet) {
  double cells = 0.0;
  const testis::Totals totals = sheet.totals();
  for (std::size_t type = 0; type < sheet.species().stem_types.size(); ++type) {
    if (sheet.species().stem_types[type].name.starts_with("gfra1")) cells += totals.stem[type];
  }
  return cells;
}

OfReplicate follow_clones(const testis::Species& species, std::uint64_t replicate, unsigned threads) {
  testis::SheetShape shape;
  shape.sites_around = species.geometry.sites_around(species.sertoli_cells_per_testis);
  shape.sites_along = rows;
  testis::Sheet sheet(species, shape, std::vector<testis::SegmentPlan>(segments), seed, replicate, 0, 0);
  const std::vector<testis::SegmentConditions> healthy(segments);
  sheet.settle(healthy, threads);
  sheet.label_stem_cells();
  const double lost_before = sheet.stem_cells_lost_since_settle();
  double cell_days = 0.0;
  std::vector<double> early;
  while (sheet.day() < late_d) {
    sheet.step(healthy, threads);
    cell_days += gfra1_cells(sheet) * sheet.step_d();
    if (sheet.day() == early_d) early = scaled_sizes(sheet);
  }
  const double lost = sheet.stem_cells_lost_since_settle() - lost_before;
  return {cell_days / lost, statistics::kolmogorov_smirnov(early, scaled_sizes(sheet)).p};
}

double error_of_mean(const std::vector<double>& values) {
  const auto n = static_cast<double>(values.size());
  double mean = 0.0;
  double squares = 0.0;
  for (const double value : values) mean += value / n;
  for (const double value : values) squares += (value - mean) * (value - mean);
  return std::sqrt(squares / (n - 1.0) / n);
}

}  // namespace

Experiment clone_experiment(const ParameterSet& parameters, unsigned threads) {
  const testis::Species species = testis::Species::from(parameters, "mouse");
  std::vector<double> replacement;
  std::vector<double> collapse;
  for (std::uint64_t replicate = 0; replicate < replicates; ++replicate) {
    const OfReplicate one = follow_clones(species, replicate, threads);
    replacement.push_back(one.replacement_d);
    collapse.push_back(one.collapse_p);
  }
  double mean = 0.0;
  for (const double value : replacement) mean += value / replicates;
  const double error_p = error_of_mean(collapse);
  std::sort(collapse.begin(), collapse.end());
  const double median = 0.5 * (collapse[(replicates - 1) / 2] + collapse[replicates / 2]);
  return {{"clones.replacement_d", {mean, error_of_mean(replacement)}},
          {"clones.collapse_p", {median, error_p}}};
}

}  // namespace azoo::study
