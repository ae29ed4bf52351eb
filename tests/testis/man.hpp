// A man's testis for the tests: the shipped species table, sheets of equal segments, plain averages.
#pragma once

#include <cmath>
#include <string>
#include <vector>

#include "core/parameters.hpp"
#include "testis/expected_content.hpp"
#include "testis/sheet.hpp"

namespace azoo::testis {

// Places of man's stem types.
inline constexpr std::size_t a_dark = 0;
inline constexpr std::size_t a_pale = 1;

inline const ParameterSet& shipped_parameters() {
  static const ParameterSet set = [] {
    Problems problems;
    return ParameterSet::load(std::string(AZOO_PROJECT_DIR) + "/data/species", problems);
  }();
  return set;
}

inline const Species& man() {
  static const Species species = Species::from(shipped_parameters(), "human");
  return species;
}

inline std::vector<SegmentPlan> alike(int segments, const SegmentPlan& plan = {}) {
  return std::vector<SegmentPlan>(static_cast<std::size_t>(segments), plan);
}

inline std::vector<SegmentConditions> everywhere(int segments, const SegmentConditions& conditions = {}) {
  return std::vector<SegmentConditions>(static_cast<std::size_t>(segments), conditions);
}

inline Sheet sheet_of(const std::vector<SegmentPlan>& plans, std::uint64_t seed = 1, double step_d = 1.0) {
  return Sheet(man(), SheetShape{24, 8, step_d}, plans, seed, 0, 0, 0);
}

// Per Sertoli cell, averaged over time.
struct Average {
  double a_dark = 0.0, a_pale = 0.0, spermatogonia = 0.0, spermatocytes = 0.0, spermatids = 0.0;
  double sperm_per_d = 0.0, committed_per_d = 0.0;
  GermCellCounts cells{};
};

inline Average average_over(Sheet& sheet, const std::vector<SegmentConditions>& conditions, double days) {
  Average mean;
  const int steps = static_cast<int>(std::lround(days / sheet.step_d()));
  const double sertoli = sheet.totals().sertoli_cells;
  for (int step = 0; step < steps; ++step) {
    sheet.step(conditions);
    const Totals now = sheet.totals();
    const Flows flows = sheet.flows_last_step();
    const double share = 1.0 / (sertoli * steps);
    mean.a_dark += share * now.stem[a_dark];
    mean.a_pale += share * now.stem[a_pale];
    mean.spermatogonia += share * man().spermatogonia(now.cells);
    mean.spermatocytes += share * man().spermatocytes(now.cells);
    mean.spermatids += share * man().spermatids(now.cells);
    for (std::size_t t = 0; t < now.cells.size(); ++t) mean.cells[t] += share * now.cells[t];
    mean.sperm_per_d += flows.sperm_released / (sertoli * days);
    mean.committed_per_d += flows.committed / (sertoli * days);
  }
  return mean;
}

}  // namespace azoo::testis
