#include <cmath>
#include <functional>

#include "animal/readings.hpp"

namespace azoo::animal {

using body::CellClass;

namespace {

using Sections = std::vector<SectionCount>;

double mean(const Sections& sections, const std::function<double(const SectionCount&)>& value) {
  double sum = 0.0;
  for (const SectionCount& section : sections) sum += value(section);
  return sum / static_cast<double>(sections.size());
}

double percent(const Sections& sections, const std::function<bool(const SectionCount&)>& holds) {
  return 100.0 * mean(sections, [&](const SectionCount& section) { return holds(section) ? 1.0 : 0.0; });
}

double nuclei(const SectionCount& section, CellClass first, CellClass last) {
  return body::sum(section.nuclei, first, last);
}

Reading ratio(double above, double below) {
  if (below > 0.0) return {above / below, ""};
  return {std::nan(""), "undefined"};
}

void read_indices(const body::AnimalModel& model, const Sections& sections, Readings& readings) {
  const body::HistologyRules& rules = model.histology;
  readings["tubule_differentiation_index"].value = percent(sections, [&](const SectionCount& s) {
    return nuclei(s, CellClass::b_spermatogonium, CellClass::elongated_spermatid) >=
           rules.differentiated_cells;
  });
  readings["repopulation_index"].value = percent(sections, [&](const SectionCount& s) {
    return nuclei(s, CellClass::differentiating_a, CellClass::b_spermatogonium) >= rules.active_spermatogonia;
  });
  readings["spermiation_index"].value = percent(sections, [&](const SectionCount& s) {
    return s.nuclei[index_of(CellClass::elongated_spermatid)] >= rules.released_spermatids;
  });
  readings["tubular_fertility_index"].value = percent(sections, [&](const SectionCount& s) {
    return nuclei(s, CellClass::elongating_spermatid, CellClass::elongated_spermatid) >=
           rules.late_spermatids;
  });
  readings["percent_sertoli_only"].value =
      percent(sections, [](const SectionCount& s) { return s.germ_cells() == 0.0; });
  readings["johnsen_score"].value =
      mean(sections, [&](const SectionCount& s) { return body::johnsen_score(s.content(), rules.johnsen); });
}

// Of a class, corrected for the size of its nuclei and for the time that cells spend in it: cells a day, but
// for a common factor.
double rate(const body::AnimalModel& model, const Sections& sections, CellClass cell_class) {
  const double seen = mean(sections, [&](const SectionCount& s) { return s.nuclei[index_of(cell_class)]; });
  return seen * abercrombie_factor(model.histology, cell_class);
}

void read_ratios(const body::AnimalModel& model, const Sections& sections, Readings& readings) {
  const auto seen = [&](CellClass first, CellClass last) {
    return mean(sections, [&](const SectionCount& s) { return nuclei(s, first, last); });
  };
  readings["meiotic_index"] = ratio(seen(CellClass::round_spermatid, CellClass::round_spermatid),
                                    seen(CellClass::pachytene, CellClass::diplotene));
  readings["active_to_resting_spermatogonia"] =
      ratio(seen(CellClass::differentiating_a, CellClass::b_spermatogonium),
            seen(CellClass::undifferentiated, CellClass::undifferentiated));
  const auto& duration_d = model.classes.duration_d();
  const double round =
      rate(model, sections, CellClass::round_spermatid) / duration_d[index_of(CellClass::round_spermatid)];
  const double primary =
      (rate(model, sections, CellClass::pachytene) + rate(model, sections, CellClass::diplotene)) /
      (duration_d[index_of(CellClass::pachytene)] + duration_d[index_of(CellClass::diplotene)]);
  readings["spermatids_per_spermatocyte"] = ratio(round, primary);
}

void read_stages(const testis::Species& species, const Sections& sections, Readings& readings) {
  std::vector<double> shares(species.stages.size(), 0.0);
  double staged = 0.0;
  for (const SectionCount& section : sections) {
    if (section.stages.empty()) continue;
    staged += 1.0;
    for (std::size_t s = 0; s < shares.size(); ++s) shares[s] += section.stages[s];
  }
  for (std::size_t s = 0; s < shares.size(); ++s) {
    readings["stage_frequency_" + species.stages[s].name] = ratio(shares[s], staged);
  }
}

}  // namespace

void read_histology(const body::AnimalModel& model, const HistologyPlan& plan,
                    const std::vector<SectionCount>& sections, Readings& readings) {
  readings["tubule_diameter"].value = mean(sections, [](const SectionCount& s) { return s.diameter_um; });
  readings["epithelium_height"].value = mean(sections, [](const SectionCount& s) { return s.epithelium_um; });
  read_indices(model, sections, readings);
  read_ratios(model, sections, readings);
  read_stages(model.species, sections, readings);
  const bool corrected = plan.correction == "abercrombie";
  for (std::size_t c = 0; c < body::cell_classes; ++c) {
    const double factor = corrected ? abercrombie_factor(model.histology, static_cast<CellClass>(c)) : 1.0;
    readings["cells_per_section_" + body::cell_class_names()[c]].value =
        factor * mean(sections, [c](const SectionCount& s) { return s.nuclei[c]; });
  }
}

}  // namespace azoo::animal
