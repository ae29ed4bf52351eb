#include "animal/section_count.hpp"

#include <cmath>
#include <numeric>

#include "body/assay.hpp"

namespace azoo::animal {

using body::ByClass;
using body::CellClass;

namespace {

// Every nucleus shows the whole part of the ratio, and the rest with its probability.
double profiles(double nuclei, double per_nucleus, Draws& draws) {
  const double whole = std::floor(per_nucleus);
  return nuclei * whole +
         static_cast<double>(draws.binomial(static_cast<std::uint64_t>(nuclei), per_nucleus - whole));
}

ByClass<double> cells_of(const body::AnimalModel& model, const testis::CrossSection& ring) {
  testis::GermCellCounts cells{};
  double stem = 0.0;
  for (const testis::SectionSite& site : ring.sites) {
    for (std::size_t t = 0; t < cells.size(); ++t) cells[t] += site.cells[t];
    stem += std::accumulate(site.stem.begin(), site.stem.end(), 0.0);
  }
  return model.classes.sum(cells, stem);
}

std::vector<double> stage_shares(const body::AnimalModel& model, const testis::CrossSection& ring) {
  std::vector<double> shares(model.species.stages.size(), 0.0);
  const double share = 1.0 / static_cast<double>(ring.sites.size());
  for (const testis::SectionSite& site : ring.sites) shares[static_cast<std::size_t>(site.stage)] += share;
  return shares;
}

}  // namespace

double SectionCount::germ_cells() const {
  return std::accumulate(nuclei.begin(), nuclei.end(), 0.0);
}

body::GermCellContent SectionCount::content() const {
  return {body::sum(nuclei, CellClass::undifferentiated, CellClass::b_spermatogonium),
          body::sum(nuclei, CellClass::preleptotene, CellClass::secondary_spermatocyte),
          nuclei[index_of(CellClass::round_spermatid)],
          body::sum(nuclei, CellClass::elongating_spermatid, CellClass::elongated_spermatid)};
}

double profiles_per_nucleus(const body::HistologyRules& rules, CellClass cell_class) {
  return (rules.section_thickness_um + rules.nucleus_um[index_of(cell_class)]) / rules.row_pitch_um;
}

double abercrombie_factor(const body::HistologyRules& rules, CellClass cell_class) {
  const double thickness = rules.section_thickness_um;
  return thickness / (thickness + rules.nucleus_um[index_of(cell_class)]);
}

SectionCount count_section(const body::AnimalModel& model, const testis::CrossSection& ring,
                           double counting_error_cv, Draws& draws) {
  const ByClass<double> cells = cells_of(model, ring);
  SectionCount count;
  ByClass<double> per_sertoli = cells;
  for (std::size_t c = 0; c < body::cell_classes; ++c) {
    per_sertoli[c] /= static_cast<double>(ring.sites.size());
    const double seen =
        profiles(cells[c], profiles_per_nucleus(model.histology, static_cast<CellClass>(c)), draws);
    count.nuclei[c] = std::round(seen * body::error_factor(counting_error_cv, draws));
  }
  count.diameter_um =
      model.volumes.tubule_diameter_um(per_sertoli) * body::error_factor(model.histology.diameter_cv, draws);
  count.epithelium_um = std::max(0.0, (count.diameter_um - model.volumes.lumen_diameter_um()) / 2.0);
  if (count.germ_cells() > 0.0) count.stages = stage_shares(model, ring);
  return count;
}

}  // namespace azoo::animal
