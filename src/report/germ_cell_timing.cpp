#include "report/germ_cell_timing.hpp"

#include <algorithm>  // for find_if, clamp, max
#include <cmath>      // for floor, isnan

namespace azoo::report {

namespace {

const GermCellTiming::Span* named(const std::vector<GermCellTiming::Span>& spans, std::string_view name) {
  const auto found =
      std::find_if(spans.begin(), spans.end(), [&](const auto& span) { return span.name == name; });
  return found == spans.end() ? nullptr : &*found;
}

}  // namespace

double GermCellTiming::ripeness(std::string_view germ_cell, std::string_view stage, double within) const {
  const Span* type = named(germ_cells, germ_cell);
  const Span* when = named(stages, stage);
  if (type == nullptr || when == nullptr || !(type->to > type->from)) return 0.5;
  const double phase = when->from + within * (when->to - when->from);
  double after_entry = phase - entry_phase;
  after_entry -= std::floor(after_entry);
  // Of the generations at this phase the one that lies in the type's span, or nearest to it.
  double best = 0.0;
  double least = 1e9;
  for (double age = after_entry * cycle_d; age <= germ_cells.back().to + cycle_d; age += cycle_d) {
    const double outside = std::max({0.0, type->from - age, age - type->to});
    if (outside < least) {
      least = outside;
      best = age;
    }
  }
  return std::clamp((best - type->from) / (type->to - type->from), 0.0, 1.0);
}

double GermCellTiming::within(std::string_view stage, double phase) const {
  const Span* when = named(stages, stage);
  if (when == nullptr || std::isnan(phase) || !(when->to > when->from)) return 0.5;
  return std::clamp((phase - when->from) / (when->to - when->from), 0.0, 1.0);
}

GermCellTiming germ_cell_timing(const testis::Species& species) {
  GermCellTiming timing;
  timing.cycle_d = species.cycle_d;
  timing.entry_phase = species.entry_phase;
  double phase = 0.0;
  for (const testis::Stage& stage : species.stages) {
    timing.stages.push_back({stage.name, phase, phase + stage.duration_d / species.cycle_d});
    phase = timing.stages.back().to;
  }
  double age = 0.0;
  for (const testis::GermCell& cell : species.germ_cells) {
    timing.germ_cells.push_back({cell.name, age, age + cell.duration_d});
    age = timing.germ_cells.back().to;
  }
  return timing;
}

}  // namespace azoo::report
