// The classes of germ cells that a histologist tells apart in a section, whatever the species calls its
// types: volume of the cell, diameter of its nucleus. Which class a type belongs to is data
// (data/assays/animal-histology.toml, or `histology` of the type in the species' own file); a type that is
// named nowhere goes by its compartment. Uses ParameterSet of core.
#pragma once

#include <array>        // for array
#include <string>       // for string
#include <string_view>  // for string_view

#include "core/parameters.hpp"  // for ParameterSet
#include "testis/species.hpp"   // for Species

namespace azoo::body {

enum class CellClass {
  undifferentiated,  // stem cells and their syncytia
  differentiating_a,
  b_spermatogonium,
  preleptotene,
  leptotene,
  zygotene,
  pachytene,
  diplotene,
  secondary_spermatocyte,
  round_spermatid,
  elongating_spermatid,
  elongated_spermatid,
};
inline constexpr std::size_t cell_classes = 12;
template <typename Value>
using ByClass = std::array<Value, cell_classes>;

[[nodiscard]] constexpr std::size_t index_of(CellClass c) {
  return static_cast<std::size_t>(c);
}
// "round_spermatid"
[[nodiscard]] const ByClass<std::string>& cell_class_names();

// Classes of the committed germ-cell types of a species.
class CellClasses {
 public:
  [[nodiscard]] static CellClasses from(const ParameterSet& parameters, const testis::Species& species);

  [[nodiscard]] CellClass of(int germ_cell) const { return of_[static_cast<std::size_t>(germ_cell)]; }
  // Cells by class: those of the types, and all stem cells as undifferentiated.
  [[nodiscard]] ByClass<double> sum(const testis::GermCellCounts& cells, double stem_cells) const;
  // Days that a cell spends in a class; 0 for undifferentiated.
  [[nodiscard]] const ByClass<double>& duration_d() const { return duration_d_; }

 private:
  std::size_t types_ = 0;
  std::array<CellClass, testis::max_germ_cell_types> of_{};
  ByClass<double> duration_d_{};
};

// Sums over classes from one to another, both included.
[[nodiscard]] double sum(const ByClass<double>& cells, CellClass first, CellClass last);

}  // namespace azoo::body
