#include "body/biopsy.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "testis/compartment.hpp"
#include "testis/sheet_readings.hpp"

namespace azoo::body {

namespace {

void add(const Model& model, const testis::GermCellCounts& cells, GermCellContent& content) {
  const testis::Species& species = model.species;
  for (std::size_t t = 0; t < species.germ_cells.size(); ++t) {
    switch (species.germ_cells[t].compartment) {
      case testis::Compartment::spermatogonium:
        content.spermatogonia += cells[t];
        break;
      case testis::Compartment::spermatocyte:
        content.spermatocytes += cells[t];
        break;
      case testis::Compartment::spermatid:
        (static_cast<int>(t) >= model.johnsen.first_late_spermatid ? content.late_spermatids
                                                                   : content.early_spermatids) += cells[t];
        break;
    }
  }
}

GermCellContent content_of(const Model& model, const testis::CrossSection& ring) {
  GermCellContent content;
  for (const testis::SectionSite& site : ring.sites) {
    content.spermatogonia += std::accumulate(site.stem.begin(), site.stem.end(), 0);
    testis::GermCellCounts cells{};
    std::copy(site.cells.begin(), site.cells.end(), cells.begin());
    add(model, cells, content);
  }
  return content;
}

// Every focus of both testes is met with the same probability.
bool search_finds_sperm(const Patient& patient, Draws& draws) {
  const double missed = 1.0 - patient.model().pathology.retrieval_per_focus;
  int foci = 0;
  for (const int side : patient.constitution().foci) foci += side;
  return draws.bernoulli(1.0 - std::pow(missed, foci));
}

}  // namespace

GermCellContent germ_cells_per_sertoli(const Patient& patient) {
  const Model& model = patient.model();
  GermCellContent content;
  for (const std::size_t side : {std::size_t{0}, std::size_t{1}}) {
    const testis::Totals totals = patient.sheet(side).totals();
    testis::GermCellCounts share = totals.cells;
    for (double& cells : share) cells /= 2.0 * model.species.sertoli_cells_per_testis;
    add(model, share, content);
    content.spermatogonia += totals.stem_cells() / (2.0 * model.species.sertoli_cells_per_testis);
  }
  return content;
}

BiopsyReading read_biopsy(const Patient& patient, Draws& draws) {
  constexpr std::size_t left = 0;
  constexpr int middle_row = 0;
  const testis::Sheet& sheet = patient.sheet(left);
  const int tubules = patient.sampled_segments(left);
  BiopsyReading reading;
  for (int s = 0; s < tubules; ++s) {
    const testis::CrossSection ring = sheet.cross_section(s, middle_row);
    if (!ring.tubule) {
      reading.sclerosed_percent += 1.0;
      reading.johnsen_score += johnsen_score_sclerosed;
      continue;
    }
    const GermCellContent content = content_of(patient.model(), ring);
    (content.germ_cells() > 0.0 ? reading.with_germ_cells_percent : reading.sertoli_only_percent) += 1.0;
    reading.johnsen_score += johnsen_score(content, patient.model().johnsen);
  }
  constexpr double percent = 100.0;
  reading.johnsen_score /= tubules;
  reading.with_germ_cells_percent *= percent / tubules;
  reading.sertoli_only_percent *= percent / tubules;
  reading.sclerosed_percent *= percent / tubules;
  reading.sperm_found = search_finds_sperm(patient, draws);
  return reading;
}

}  // namespace azoo::body
