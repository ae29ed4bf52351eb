// How a species' cross-section is drawn: sizes, depths and looks of nuclei from data/pictures, the tubule's
// diameter and the spacing of Sertoli cells from the species. They shape the drawing only; no number here
// enters a simulation.
#pragma once

#include <memory>       // for shared_ptr
#include <optional>     // for optional
#include <string>       // for string
#include <string_view>  // for string_view
#include <vector>       // for vector

#include "core/parameters.hpp"          // for ParameterSet
#include "report/germ_cell_timing.hpp"  // for GermCellTiming
#include "report/tubule_width.hpp"      // for TubuleWidth

namespace azoo::report {

// How a nucleus is drawn.
enum class Look {
  dark_oval,       // A dark
  pale_oval,       // other A spermatogonia
  flaked_oval,     // intermediate spermatogonia
  crusted,         // B spermatogonia: chromatin in crusts at the rim
  small_dark,      // preleptotene spermatocytes
  fine_thread,     // leptotene
  clumped_thread,  // zygotene
  thick_thread,    // pachytene and diplotene
  secondary,       // secondary spermatocytes
  round_spermatid,
  head,  // elongating and elongated spermatids
};

// A quantity over the passage of a cell through its type: values at equal steps from entry (0) to exit (1),
// straight lines between.
struct Course {
  std::vector<double> values;
  [[nodiscard]] double at(double ripeness) const;  // 0 without values
};

struct CellStyle {
  std::string name;
  std::string label;
  Look look = Look::small_dark;
  Course nucleus_um;  // diameter; of a head its width
  Course length_um;   // of ovals and heads
  Course height;      // 0 basement membrane, 1 lumen
  Course band;        // half the range of heights
  Course acrosome_degrees;
  Course turned;    // share with the cap towards the wall
  Course bundled;   // share of heads that lie in bundles
  Course dividing;  // share drawn as a meiotic figure
  Course residual;  // residual bodies for each cell
};

struct HistologyStyle {
  std::string species;
  double tubule_diameter_um = 0.0;
  double natural_sites = 0.0;  // Sertoli cells around a tubule of the species
  double row_um = 0.0;         // of tubule that one ring of Sertoli cells takes
  double sertoli_only_diameter_um = 0.0;
  double sclerosed_diameter_um = 0.0;
  double epithelium_height_um = 0.0;
  double sertoli_only_height_um = 0.0;
  double lamina_propria_um = 0.0;
  double hyaline_wall_um = 0.0;
  double sertoli_nucleus_um = 0.0;
  double sertoli_nucleus_depth_um = 0.0;
  double sertoli_satellites = 0.0;  // clumps of chromatin beside the nucleolus
  double leydig_nucleus_um = 0.0;
  double leydig_cell_um = 0.0;
  double myoid_nucleus_length_um = 0.0;
  double myoid_layers = 0.0;
  double stroma_fibres = 0.0;  // density, 1 for man
  double gap_um = 0.0;         // between tubules
  double red_cell_um = 0.0;
  double tail_um = 0.0;
  double head_bend = 0.0;   // of late spermatids, share of their length
  double section_um = 0.0;  // thickness of a section
  double lost_cap = 0.0;    // share of a diameter so thin at its end that nobody sees it
  std::vector<CellStyle> cells;
  GermCellTiming timing;
  // Of an animal, whose tubules are as wide as its read-outs say; without, the state of a tubule says it.
  std::shared_ptr<const TubuleWidth> width = nullptr;

  // The style of a germ-cell type: by name, else by the longest style name it contains or that contains it;
  // cells.size() when none fits.
  [[nodiscard]] std::size_t find(std::string_view type) const;
};

// Nothing when the data hold no such species or not the sizes.
[[nodiscard]] std::optional<HistologyStyle> histology_style(const ParameterSet& parameters,
                                                            const std::string& species);

}  // namespace azoo::report
