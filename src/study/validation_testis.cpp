#include <algorithm>
#include <cmath>
#include <map>
#include <vector>

#include "core/files.hpp"
#include "endocrine/hormone_targets.hpp"
#include "study/validation.hpp"
#include "testis/epididymis.hpp"
#include "testis/sheet.hpp"

namespace azoo::study {

namespace {

constexpr int segments = 40;
constexpr int observed_days = 96;  // six cycles of man
constexpr std::uint64_t seed = 1;

struct Observed {
  double mean = 0.0;
  double low = 0.0;  // 95 % over segments
  double high = 0.0;
};

Observed over_segments(const std::vector<double>& values) {
  double mean = 0.0;
  double square = 0.0;
  for (const double value : values) mean += value / static_cast<double>(values.size());
  for (const double value : values) square += (value - mean) * (value - mean);
  const double n = static_cast<double>(values.size());
  constexpr double two_sided_95_percent = 1.96;
  const double half = two_sided_95_percent * std::sqrt(square / (n - 1.0) / n);
  return {mean, mean - half, mean + half};
}

ScoreRow beside(const endocrine::HormoneTarget& target, const Observed& model) {
  ScoreRow row;
  row.id = target.id;
  row.observable = target.observable;
  row.condition = target.condition;
  row.published = target.value;
  row.low = target.low;
  row.high = target.high;
  row.model = model.mean;
  row.model_low = model.low;
  row.model_high = model.high;
  row.unit = target.unit;
  row.role = endocrine::to_text(target.role);
  row.pass = model.mean >= target.low && model.mean <= target.high;
  row.note = target.source + "; " + target.note;
  return row;
}

// Mean content of each segment over the observed days, per Sertoli cell.
std::vector<testis::GermCellCounts> mean_content(testis::Sheet& sheet) {
  std::vector<testis::GermCellCounts> means(segments);
  const std::vector<testis::SegmentConditions> healthy(segments);
  for (int day = 0; day < observed_days; ++day) {
    sheet.step(healthy);
    for (int s = 0; s < segments; ++s) {
      const testis::SegmentCounts counts = sheet.counts(s);
      for (std::size_t t = 0; t < means.size() && t < counts.cells.size(); ++t) {
        means[static_cast<std::size_t>(s)][t] += counts.cells[t] / counts.sertoli_cells / observed_days;
      }
    }
  }
  return means;
}

// Day on which the first sperm reach the cauda after every committed germ cell has been lost.
double first_sperm_after_loss(const ParameterSet& parameters, const testis::Species& species) {
  testis::Sheet sheet(species, {}, std::vector<testis::SegmentPlan>(segments), seed, 0, 0, 1);
  const std::vector<testis::SegmentConditions> healthy(segments);
  sheet.settle(healthy);
  testis::AcuteInjury loss;
  loss.survival.fill(0.0);
  for (int s = 0; s < segments; ++s) sheet.injure(s, loss);
  testis::Epididymis epididymis(testis::EpididymisParameters::from(parameters, "human"), sheet.step_d());
  epididymis.settle(0.0, 0.0);
  constexpr int longest = 200;
  while (sheet.day() < longest) {
    sheet.step(healthy);
    epididymis.step(sheet.sperm_released_last_step());
    if (epididymis.arrived_last_step() > 0.0) return sheet.day();
  }
  return std::nan("");
}

}  // namespace

std::vector<ScoreRow> validate_testis(const ParameterSet& parameters) {
  const testis::Species species = testis::Species::from(parameters, "human");
  testis::Sheet sheet(species, {}, std::vector<testis::SegmentPlan>(segments), seed, 0, 0, 0);
  sheet.settle(std::vector<testis::SegmentConditions>(segments));
  const auto round = static_cast<std::size_t>(species.germ_cell_index("sa_spermatid"));
  const auto pachytene = static_cast<std::size_t>(species.germ_cell_index("pachytene"));
  const double grams = species.testis_volume_mL * species.testis_density_g_per_mL;
  const double sertoli_per_g = species.sertoli_cells_per_testis / grams;
  std::vector<double> production;
  std::vector<double> loss;
  constexpr double per_million = 1e-6;
  constexpr double percent = 100.0;
  constexpr double spermatids_of_a_spermatocyte = 4.0;
  for (const testis::GermCellCounts& cells : mean_content(sheet)) {
    const double spermatids_per_d = cells[round] / species.germ_cells[round].duration_d;
    const double potential =
        spermatids_of_a_spermatocyte * cells[pachytene] / species.germ_cells[pachytene].duration_d;
    production.push_back(spermatids_per_d * sertoli_per_g * per_million);
    loss.push_back(percent * (1.0 - spermatids_per_d / potential));
  }
  double to_ejaculate = testis::EpididymisParameters::from(parameters, "human").transit_d;
  for (std::size_t t = static_cast<std::size_t>(species.germ_cell_index("preleptotene"));
       t < species.germ_cells.size(); ++t) {
    to_ejaculate += species.germ_cells[t].duration_d;
  }
  const double first = first_sperm_after_loss(parameters, species);
  const std::map<std::string, Observed> model = {
      {"daily_sperm_production_per_g", over_segments(production)},
      {"loss_after_prophase", over_segments(loss)},
      {"label_to_ejaculate", {to_ejaculate, to_ejaculate, to_ejaculate}},
      {"first_sperm_in_cauda_after_loss", {first, first, first}},
  };
  Problems problems;
  const auto targets = endocrine::read_hormone_targets(data_folder() / "targets" / "testis.csv", problems);
  problems.throw_if_any();
  std::vector<ScoreRow> rows;
  for (const endocrine::HormoneTarget& target : targets)
    rows.push_back(beside(target, model.at(target.observable)));
  return rows;
}

}  // namespace azoo::study
