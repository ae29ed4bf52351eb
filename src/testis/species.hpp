// The numbers of one species' seminiferous epithelium, read from data/species/*.toml and checked. Two stem
// schemes: man's A-dark reserve and A-pale (Clermont 1966), and the syncytia of rodents and rabbits
// (As, Apr, Aal; Hara 2014, Kitadate 2019). Uses ParameterSet of core.
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

inline constexpr std::size_t max_stem_types = 6;
// Undifferentiated spermatogonia by type, in the order of Species::stem_types; unused places are 0.
using StemCounts = std::array<double, max_stem_types>;

enum class StemScheme { a_dark_a_pale, syncytia };
// How stages lie along a tubule at the start: patches (man) or waves (rodents).
enum class StagePattern { patches, waves };

// A type of undifferentiated spermatogonium, given by the scheme.
// a_dark_a_pale: a_dark, a_pale. syncytia: gfra1_single, gfra1_paired, gfra1_aligned and the same of ngn3.
struct StemType {
  std::string name;
  std::string label;
};

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
  // Cells of one cohort that a Sertoli cell can hold on their arrival; 0: no limit.
  double capacity_cells_per_sertoli = 0.0;
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

// Syncytia of undifferentiated spermatogonia. Rates are means over a cycle; division happens only while the
// site is between the two stages. See syncytia_kinetics.hpp for the laws.
struct SyncytiaParameters {
  double gfra1_at_balance = 0.0;           // GFRa1+ cells per Sertoli cell at which gain and loss balance
  double gfra1_division_per_d = 0.0;       // of a syncytium, at balance
  double ngn3_division_per_d = 0.0;        // of a syncytium
  double gfra1_fragmentation_per_d = 0.0;  // of each bridge
  double ngn3_fragmentation_per_d = 0.0;   // of each bridge
  double reversion_per_d = 0.0;            // of an NGN3+ single or pair, at balance
  double gfra1_death_per_d = 0.0;          // of a syncytium
  double ngn3_death_per_d = 0.0;           // of a syncytium
  double gfra1_migration_per_d = 0.0;      // hops to a neighbouring Sertoli cell
  double ngn3_migration_per_d = 0.0;
  double mitogen_clearance_share = 0.0;  // of the mitogen at balance that no spermatogonium takes up
  double mitogen_half_division = 1.0;    // mitogen, relative to balance, at half the greatest rate
  double mitogen_differentiation_steepness = 1.0;  // differentiation falls with this power of the mitogen
  double niche_length_um = 0.0;                    // along the tubule, over which mitogen is shared
  int proliferation_first_stage = 0;               // index in Species::stages
  int proliferation_last_stage = 0;
  double commit_single = 0.0;  // chances of an NGN3+ syncytium at the pulse
  double commit_paired = 1.0;
  double commit_aligned = 1.0;
  int largest_cells = 16;  // a syncytium of this size divides no more
};

struct GermLineParameters {
  double overdispersion = 0.0;
  double spread_fraction = 0.0;  // of daughters of a spermatogonial division that leave their Sertoli cell
  int spread_hops = 1;           // steps on the lattice that a leaving daughter takes
  double spread_age_gap_d = 0.0;
  double capacity_steepness = 1.0;
  double spermiation_window_d = 0.0;
  double spermiation_wait_d = 0.0;
  double gate_spermiation_share = 0.0;
};

// Of one testis. Sertoli cells lie on a hexagonal lattice over the walls of all tubules.
struct TestisGeometry {
  double tubule_diameter_um = 0.0;  // basement membrane to basement membrane
  double tubule_length_m = 0.0;
  int tubules = 1;
  [[nodiscard]] int sites_around(double sertoli_cells) const;
  // Sertoli cells along one mm of tubule, one behind the other.
  [[nodiscard]] double rows_per_mm(double sertoli_cells) const;
};

struct Species {
  std::string name;
  double cycle_d = 0.0;
  double entry_phase = 0.0;  // of the cycle (0 = start of the first stage) at which cohorts enter
  double cycle_jitter_d = 0.0;
  double phase_coupling_per_d = 0.0;
  StagePattern pattern = StagePattern::patches;
  double patch_sertoli_cells = 1.0;  // patches
  double wave_length_mm = 0.0;       // waves: mean and SD of the length that spans one cycle
  double wave_length_sd_mm = 0.0;
  double common_phase_pull_per_d = 0.0;  // waves: of a site towards the common phase of its stretch of tubule
  std::vector<Stage> stages;
  std::vector<GermCell> germ_cells;  // in order of development, at most max_germ_cell_types
  StemScheme stem_scheme = StemScheme::a_dark_a_pale;
  std::vector<StemType> stem_types;
  StemParameters stem;          // a_dark_a_pale
  SyncytiaParameters syncytia;  // syncytia
  GermLineParameters germ_line;
  TestisGeometry geometry;
  double sertoli_cells_per_testis = 0.0;
  double testis_volume_mL = 0.0;
  double testis_density_g_per_mL = 1.0;

  // Reads "<prefix>.cycle.duration_d" and so on. Throws std::logic_error when a parameter is missing, has
  // another unit, or the table contradicts itself (stem scheme not built, cohorts that outlive their slots).
  [[nodiscard]] static Species from(const ParameterSet& parameters, const std::string& prefix);

  // Index of a germ-cell type by name; -1 when the species has none of that name.
  [[nodiscard]] int germ_cell_index(std::string_view germ_cell) const;
  [[nodiscard]] int stem_index(std::string_view stem_type) const;
  [[nodiscard]] int stage_index(std::string_view stage) const;
  // Stage at a phase of the cycle, 0 <= phase < 1 from the start of the first stage.
  [[nodiscard]] int stage_at(double phase) const;
  // Days from commitment to spermiation.
  [[nodiscard]] double development_d() const;
  // Cells of one compartment.
  [[nodiscard]] double sum(const GermCellCounts& cells, Compartment compartment) const;
  [[nodiscard]] double spermatogonia(const GermCellCounts& cells) const;
  [[nodiscard]] double spermatocytes(const GermCellCounts& cells) const;
  [[nodiscard]] double spermatids(const GermCellCounts& cells) const;
};

}  // namespace azoo::testis
