// A sudden loss of germ cells: the chance that each kind of cell survives it. What an insult does on one day
// is such a loss; see insult.hpp for how doses become losses.
#pragma once

#include <algorithm>  // for all_of

#include "testis/species.hpp"  // for GermCellCounts, StemCounts

namespace azoo::testis {

struct AcuteInjury {
  StemCounts stem_survival;  // by stem type; a syncytium lives or dies whole
  GermCellCounts survival;   // by germ-cell type, cell by cell
  AcuteInjury() {
    stem_survival.fill(1.0);
    survival.fill(1.0);
  }
  // Every chance from 0 to 1.
  [[nodiscard]] bool valid() const {
    const auto fraction = [](double p) { return p >= 0.0 && p <= 1.0; };
    return std::all_of(stem_survival.begin(), stem_survival.end(), fraction) &&
           std::all_of(survival.begin(), survival.end(), fraction);
  }
};

}  // namespace azoo::testis
