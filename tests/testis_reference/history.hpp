// A history that both implementations live through: a species, a sheet, conditions, an injury, days at which
// they are read.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/parameters.hpp"
#include "testis_reference/comparison.hpp"

namespace azoo::testis::reference {

inline Species shipped(const std::string& name) {
  static const ParameterSet set = [] {
    Problems problems;
    return ParameterSet::load(std::string(AZOO_PROJECT_DIR) + "/data/species", problems);
  }();
  return Species::from(set, name);
}

struct History {
  Species species;
  int around = 24;
  int rows = 8;
  double step_d = 1.0;
  double reference_step_d = 1.0;
  StartPhases start = StartPhases::pattern;
  SegmentPlan plan = {};
  SegmentConditions settled = {};
  SegmentConditions then = {};
  std::optional<AcuteInjury> injury = {};  // after settling
  std::vector<int> days = {0, 28};         // read on
  bool clones = false;                     // labelled after settling
  int first_row = 0;                       // of those that are read
  int rows_read = 0;                       // 0: all
};

// Reads both kinds of sheet on the days of the history. `Live` settles, injures, labels and steps.
template <class Live>
Record lived(const History& h, Live& live, int steps_per_d) {
  Record into;
  live.settle();
  if (h.injury) live.injure();
  if (h.clones) live.label();
  const double labelled = h.clones ? static_cast<double>(live.picture().clones.size()) : 0.0;
  int day = 0;
  for (const int read_on : h.days) {
    for (; day < read_on; ++day) {
      for (int i = 0; i < steps_per_d; ++i) live.step();
    }
    const std::string when = "day " + std::to_string(read_on) + ": ";
    Picture picture = live.picture();
    if (h.rows_read > 0) {
      const auto first = picture.sites.begin() + static_cast<std::ptrdiff_t>(h.first_row) * h.around;
      const auto behind = first + static_cast<std::ptrdiff_t>(h.rows_read) * h.around;
      picture.sites = std::vector<SectionSite>(first, behind);
    }
    record(into, when, h.species, picture);
    if (h.clones && labelled > 0.0) record_clones(into, when, picture, labelled);
  }
  return into;
}

inline Record engine_record(const History& h, std::uint64_t seed) {
  struct Live {
    const History& h;
    Sheet sheet;
    const std::vector<SegmentConditions> before{h.settled};
    const std::vector<SegmentConditions> after{h.then};
    void settle() { sheet.settle(before); }
    void step() { sheet.step(after); }
    void injure() { sheet.injure(0, *h.injury); }
    void label() { sheet.label_stem_cells(); }
    Picture picture() const { return picture_of(sheet); }
  };
  SheetShape shape;
  shape.sites_around = h.around;
  shape.sites_along = h.rows;
  shape.step_d = h.step_d;
  shape.start = h.start;
  Live live{h, Sheet(h.species, shape, {h.plan}, seed, 0, 0, 0)};
  return lived(h, live, static_cast<int>(std::lround(1.0 / h.step_d)));
}

inline Record reference_record(const History& h, std::uint64_t seed) {
  struct Live {
    const History& h;
    Epithelium sheet;
    void settle() { sheet.settle(h.settled); }
    void step() { sheet.step(h.then); }
    void injure() { sheet.injure(*h.injury); }
    void label() { sheet.label(); }
    Picture picture() const { return picture_of(sheet, h.around); }
  };
  const Start start = h.start == StartPhases::pattern  ? Start::pattern
                      : h.start == StartPhases::random ? Start::random
                                                       : Start::uniform;
  Live live{h, Epithelium(h.species, {h.around, h.rows, h.reference_step_d, start}, h.plan, seed)};
  return lived(h, live, static_cast<int>(std::lround(1.0 / h.reference_step_d)));
}

inline std::vector<Difference> compare(const History& h, int seeds) {
  Comparison comparison;
  for (int seed = 1; seed <= seeds; ++seed) {
    const auto number = static_cast<std::uint64_t>(seed);
    comparison.add(engine_record(h, number), reference_record(h, number));
  }
  return comparison.differences();
}

}  // namespace azoo::testis::reference
