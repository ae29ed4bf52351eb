#include "body/cell_class.hpp"

#include <algorithm>
#include <numeric>
#include <stdexcept>

namespace azoo::body {

namespace {

const std::string table = "animal_histology.";

CellClass class_named(const std::string& word, const std::string& type) {
  const auto& names = cell_class_names();
  const auto found = std::find(names.begin(), names.end(), word);
  if (found == names.end())
    throw std::logic_error("germ-cell type " + type + " is of no known class of cells: \"" + word + "\"");
  return static_cast<CellClass>(found - names.begin());
}

CellClass by_compartment(testis::Compartment compartment) {
  switch (compartment) {
    case testis::Compartment::spermatogonium:
      return CellClass::differentiating_a;
    case testis::Compartment::spermatocyte:
      return CellClass::pachytene;
    case testis::Compartment::spermatid:
      break;
  }
  return CellClass::round_spermatid;
}

CellClass class_of(const ParameterSet& parameters, const testis::Species& species,
                   const testis::GermCell& type) {
  std::string word = parameters.text(species.name + ".germ_cell." + type.name + ".histology");
  if (word.empty()) word = parameters.text(table + "cell." + type.name + ".class");
  return word.empty() ? by_compartment(type.compartment) : class_named(word, type.name);
}

}  // namespace

const ByClass<std::string>& cell_class_names() {
  static const ByClass<std::string> names = {"undifferentiated",
                                             "differentiating_a",
                                             "b_spermatogonium",
                                             "preleptotene",
                                             "leptotene",
                                             "zygotene",
                                             "pachytene",
                                             "diplotene",
                                             "secondary_spermatocyte",
                                             "round_spermatid",
                                             "elongating_spermatid",
                                             "elongated_spermatid"};
  return names;
}

CellClasses CellClasses::from(const ParameterSet& parameters, const testis::Species& species) {
  CellClasses classes;
  classes.types_ = species.germ_cells.size();
  for (std::size_t t = 0; t < classes.types_; ++t) {
    const testis::GermCell& type = species.germ_cells[t];
    classes.of_[t] = class_of(parameters, species, type);
    classes.duration_d_[index_of(classes.of_[t])] += type.duration_d;
  }
  return classes;
}

ByClass<double> CellClasses::sum(const testis::GermCellCounts& cells, double stem_cells) const {
  ByClass<double> sums{};
  sums[index_of(CellClass::undifferentiated)] = stem_cells;
  for (std::size_t t = 0; t < types_; ++t) sums[index_of(of_[t])] += cells[t];
  return sums;
}

double sum(const ByClass<double>& cells, CellClass first, CellClass last) {
  return std::accumulate(cells.begin() + static_cast<std::ptrdiff_t>(index_of(first)),
                         cells.begin() + static_cast<std::ptrdiff_t>(index_of(last)) + 1, 0.0);
}

}  // namespace azoo::body
