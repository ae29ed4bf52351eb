#include <cmath>

#include "animal/readings.hpp"
#include "testis/waves.hpp"

namespace azoo::animal {

namespace {

testis::PhaseLine line_of(const testis::Sheet& sheet, int segment) {
  const testis::Species& species = sheet.species();
  testis::PhaseLine line{1.0 / species.geometry.rows_per_mm(species.sertoli_cells_per_testis), {}};
  for (int row = 0; row < sheet.rows(segment); ++row)
    line.phases.push_back(sheet.row_phase(segment, row).phase);
  return line;
}

}  // namespace

void read_waves(const body::Animal& animal, Readings& readings) {
  if (animal.model().species.pattern != testis::StagePattern::waves) return;
  std::vector<testis::Wave> waves;
  double length_mm = 0.0;
  for (std::size_t side = 0; side < animal.testes(); ++side) {
    const testis::Sheet& sheet = animal.sheet(side);
    for (int segment = 0; segment < sheet.segments(); ++segment) {
      const testis::PhaseLine line = line_of(sheet, segment);
      length_mm += line.spacing_mm * static_cast<double>(line.phases.size());
      const std::vector<testis::Wave> here = testis::count_waves(line);
      waves.insert(waves.end(), here.begin(), here.end());
    }
  }
  const testis::WaveSummary summary = testis::summarise(waves, length_mm);
  const auto defined = [](double value) { return Reading{value, std::isnan(value) ? "undefined" : ""}; };
  readings["waves_counted"].value = static_cast<double>(summary.waves) / static_cast<double>(animal.testes());
  readings["wave_length"] = defined(summary.mean_mm);
  readings["wave_length_sd"] = defined(summary.sd_mm);
}

}  // namespace azoo::animal
