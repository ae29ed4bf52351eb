// The constitution of a tubule segment, or of a whole tubule: what it is made of, before any treatment.
// Constitutional causes of azoospermia are properties of the sites, not of their environment.
#pragma once

namespace azoo::testis {

enum class SegmentState {
  active,        // Sertoli cells with a germ line (which may lack stem cells or be arrested)
  sertoli_only,  // Sertoli cells alone
  sclerosed,     // neither
};

struct SegmentPlan {
  SegmentState state = SegmentState::active;
  // Index (Species::germ_cell_index) of the type that no cell passes; -1: no arrest. Cells live through that
  // type and die at its end.
  int arrest_type = -1;
  // Multiplies the survival of the passage through every germ-cell type (hypospermatogenesis). 0 .. 1
  double survival_factor = 1.0;
  // Niche mitogen made per Sertoli cell by constitution, relative to a healthy one: the density of A-pale,
  // and with it entry, settles in proportion. >= 0
  double stem_density_factor = 1.0;
  bool stem_cells = true;
  // Sertoli cells of the testis that each simulated site stands for. > 0
  double weight = 1.0;
  // Rows of sites along this segment; 0: as many as the sheet's shape says.
  int rows = 0;
};

}  // namespace azoo::testis
