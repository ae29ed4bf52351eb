// One cross-section of a tubule as a laboratory sees it: nuclei counted by class, its width, its stage. A
// ring of Sertoli cells is as long along the tubule as their rows are apart; a section of some thickness
// shows a nucleus when any part of it lies within. Counting errors are the observer's.
#pragma once

#include <vector>  // for vector

#include "body/animal_model.hpp"      // for AnimalModel
#include "body/cell_class.hpp"        // for ByClass
#include "body/johnsen.hpp"           // for GermCellContent
#include "core/random.hpp"            // for Draws
#include "testis/sheet_readings.hpp"  // for CrossSection

namespace azoo::animal {

struct SectionCount {
  body::ByClass<double> nuclei{};  // profiles counted, whole numbers
  double diameter_um = 0.0;
  double epithelium_um = 0.0;
  std::vector<double> stages;  // share of the ring in each of Species::stages; empty without germ cells
  [[nodiscard]] double germ_cells() const;
  [[nodiscard]] body::GermCellContent content() const;
};

[[nodiscard]] SectionCount count_section(const body::AnimalModel& model, const testis::CrossSection& ring,
                                         double counting_error_cv, Draws& draws);

// Nuclei of a class that a section shows per nucleus of the ring: (thickness + diameter) / distance of rows,
// after Abercrombie 1946 (remembered, not verified).
[[nodiscard]] double profiles_per_nucleus(const body::HistologyRules& rules, body::CellClass cell_class);

// What turns a count of profiles into nuclei whose centre lies in the section: thickness / (thickness +
// diameter), likewise.
[[nodiscard]] double abercrombie_factor(const body::HistologyRules& rules, body::CellClass cell_class);

}  // namespace azoo::animal
