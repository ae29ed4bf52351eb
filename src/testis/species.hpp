// The numbers of one species' seminiferous epithelium, read from data/species/*.toml and checked. Only the
// stem scheme of man (A-dark reserve and A-pale, Clermont 1966) is built; another scheme is an error.
// Uses ParameterSet of core.
#pragma once

#include <array>        // for array
#include <cstddef>      // for size_t
#include <string>       // for string
#include <string_view>  // for string_view
#include <vector>       // for vector

#include "core/parameters.hpp"     // for ParameterSet
#include "testis/compartment.hpp"  // for Compartment

namespace azoo::testis {

inline constexpr std::size_t max_germ_cell_types = 24;
// Cells by germ-cell type, in the order of Species::germ_cells; unused places are 0.
using GermCellCounts = std::array<double, max_germ_cell_types>;

// A type of committed germ cell.
struct GermCell {
  std::string name;   // "pachytene"
  std::string label;  // for tables and pictures
  Compartment compartment = Compartment::spermatogonium;
  double duration_d = 0.0;
  double survival = 1.0;           // over the passage through the type
  double division_survival = 1.0;  // of the division that ends it
  bool divides = false;
  int check_points = 1;  // equal intervals over which `survival` is spread
};

struct Stage {
  std::string name;         // "IV"
  double duration_d = 0.0;  // scaled so that all stages fill the cycle
};

// A-dark / A-pale spermatogonia; see stem_kinetics.hpp for the laws.
struct StemParameters {
  double a_pale_at_balance = 0.0;  // per Sertoli cell
  double renewal_steepness = 1.0;
  double daughter_survival = 1.0;
  double pulse_participation = 1.0;
  double migration_fraction = 0.0;
  double a_dark_activation_max = 0.0;
  double a_dark_activation_threshold = 1.0;
  double a_dark_activation_steepness = 1.0;
  double refill_fraction = 0.0;  // of renewed daughters that become A-dark; derived from the healthy ratio
  double gate_entry_share = 0.0;
};

struct GermLineParameters {
  double overdispersion = 0.0;
  double spread_fraction = 0.0;
  double spread_age_gap_d = 0.0;
  double capacity_cells_per_sertoli = 0.0;
  double capacity_steepness = 1.0;
  double spermiation_window_d = 0.0;
  double spermiation_wait_d = 0.0;
  double gate_spermiation_share = 0.0;
};

struct Species {
  std::string name;
  double cycle_d = 0.0;
  double entry_phase = 0.0;  // of the cycle (0 = start of the first stage) at which cohorts enter
  double cycle_jitter_d = 0.0;
  double phase_coupling_per_d = 0.0;
  double patch_sertoli_cells = 1.0;
  std::vector<Stage> stages;
  std::vector<GermCell> germ_cells;  // in order of development, at most max_germ_cell_types
  StemParameters stem;
  GermLineParameters germ_line;
  double sertoli_cells_per_testis = 0.0;
  double testis_volume_mL = 0.0;
  double testis_density_g_per_mL = 1.0;

  // Reads "<prefix>.cycle.duration_d" and so on. Throws std::logic_error when a parameter is missing, has
  // another unit, or the table contradicts itself (stem scheme not built, cohorts that outlive their slots).
  [[nodiscard]] static Species from(const ParameterSet& parameters, const std::string& prefix);

  // Index of a germ-cell type by name; -1 when the species has none of that name.
  [[nodiscard]] int germ_cell_index(std::string_view germ_cell) const;
  // Days from commitment to spermiation.
  [[nodiscard]] double development_d() const;
  // Cells of one compartment.
  [[nodiscard]] double sum(const GermCellCounts& cells, Compartment compartment) const;
  [[nodiscard]] double spermatogonia(const GermCellCounts& cells) const;
  [[nodiscard]] double spermatocytes(const GermCellCounts& cells) const;
  [[nodiscard]] double spermatids(const GermCellCounts& cells) const;
};

}  // namespace azoo::testis
