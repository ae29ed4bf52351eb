// Sizes by which the histology picture is drawn, read from data/histology-picture.toml. They shape the
// drawing only; no number here enters a simulation.
#pragma once

#include <optional>     // for optional
#include <string>       // for string
#include <string_view>  // for string_view
#include <vector>       // for vector

#include "core/parameters.hpp"  // for ParameterSet

namespace azoo::report {

struct CellStyle {
  std::string name;
  std::string label;
  std::string look;  // flat dark | round dark | pale | thread | head
  double nucleus_um = 0.0;
  double height = 0.0;  // 0 basement membrane, 1 lumen
};

struct HistologyStyle {
  double tubule_diameter_um = 0.0;
  double sertoli_only_diameter_um = 0.0;
  double sclerosed_diameter_um = 0.0;
  double epithelium_height_um = 0.0;
  double sertoli_only_height_um = 0.0;
  double lamina_propria_um = 0.0;
  double hyaline_wall_um = 0.0;
  double sertoli_nucleus_um = 0.0;
  double leydig_nucleus_um = 0.0;
  double leydig_cell_um = 0.0;
  double myoid_nucleus_length_um = 0.0;
  double red_cell_um = 0.0;
  std::vector<CellStyle> cells;

  // The style of a germ-cell type: by name, else by the longest style name it contains or that contains it;
  // cells.size() when none fits.
  [[nodiscard]] std::size_t find(std::string_view type) const;
};

// Nothing when the data do not hold the sizes.
[[nodiscard]] std::optional<HistologyStyle> histology_style(const ParameterSet& parameters);

}  // namespace azoo::report
