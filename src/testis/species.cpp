#include "testis/species.hpp"

#include <cmath>
#include <numbers>
#include <stdexcept>

#include "testis/cohort_slots.hpp"
#include "testis/stem_kinetics.hpp"

namespace azoo::testis {

namespace {

Compartment compartment_from(const std::string& word, const std::string& name) {
  if (word == "spermatogonium") return Compartment::spermatogonium;
  if (word == "spermatocyte") return Compartment::spermatocyte;
  if (word == "spermatid") return Compartment::spermatid;
  throw std::logic_error(name + ".compartment is \"" + word +
                         "\"; expected spermatogonium, spermatocyte or spermatid");
}

GermCell read_germ_cell(const ParameterSet& parameters, const std::string& list, const std::string& name) {
  const std::string at = list + "." + name;
  GermCell cell;
  cell.name = name;
  cell.label = parameters.text(at + ".label");
  cell.compartment = compartment_from(parameters.text(at + ".compartment"), at);
  cell.duration_d = parameters.value(at + ".duration_d", "d");
  cell.survival = parameters.value(at + ".survival", "fraction");
  cell.division_survival = parameters.value(at + ".division_survival", "fraction");
  const double daughters = parameters.value(at + ".daughters", "cells");
  if (daughters != 1.0 && daughters != 2.0) throw std::logic_error(at + ".daughters must be 1 or 2");
  cell.divides = daughters == 2.0;
  cell.check_points = static_cast<int>(parameters.value(at + ".check_points", "1"));
  if (cell.check_points < 1 || cell.check_points > 16) {
    throw std::logic_error(at + ".check_points must be 1 to 16");
  }
  if (!(cell.duration_d > 0.0)) throw std::logic_error(at + ".duration_d must be above 0");
  if (parameters.has(at + ".capacity_cells_per_sertoli")) {
    cell.capacity_cells_per_sertoli =
        parameters.value(at + ".capacity_cells_per_sertoli", "cells/sertoli cell");
  }
  return cell;
}

StemParameters read_stem(const ParameterSet& parameters, const std::string& at) {
  StemParameters stem;
  stem.a_pale_at_balance = parameters.value(at + ".a_pale_at_balance", "cells/sertoli cell");
  stem.renewal_steepness = parameters.value(at + ".renewal_steepness", "1");
  stem.daughter_survival = parameters.value(at + ".daughter_survival", "fraction");
  stem.pulse_participation = parameters.value(at + ".pulse_participation", "fraction");
  stem.migration_fraction = parameters.value(at + ".migration_fraction", "fraction");
  stem.a_dark_activation_max = parameters.value(at + ".a_dark_activation_max", "fraction");
  stem.a_dark_activation_threshold = parameters.value(at + ".a_dark_activation_threshold", "1");
  stem.a_dark_activation_steepness = parameters.value(at + ".a_dark_activation_steepness", "1");
  stem.gate_entry_share = parameters.value(at + ".gate_entry_share", "fraction");
  if (!(stem.a_pale_at_balance > 0.0) || !(stem.pulse_participation > 0.0)) {
    throw std::logic_error(at + ": a_pale_at_balance and pulse_participation must be above 0");
  }
  const double ratio = parameters.value(at + ".a_dark_per_a_pale", "ratio");
  stem.refill_fraction = refill_fraction_for_ratio(stem, ratio);
  return stem;
}

SyncytiaParameters read_syncytia(const ParameterSet& parameters, const std::string& at,
                                 const Species& species) {
  const auto per_day = [&](const char* key) { return parameters.value(at + key, "1/d"); };
  const auto pure = [&](const char* key) { return parameters.value(at + key, "1"); };
  const auto share = [&](const char* key) { return parameters.value(at + key, "fraction"); };
  SyncytiaParameters p;
  p.gfra1_at_balance = parameters.value(at + ".gfra1_at_balance", "cells/sertoli cell");
  p.gfra1_division_per_d = per_day(".gfra1_division_per_d");
  p.ngn3_division_per_d = per_day(".ngn3_division_per_d");
  p.gfra1_fragmentation_per_d = per_day(".gfra1_fragmentation_per_d");
  p.ngn3_fragmentation_per_d = per_day(".ngn3_fragmentation_per_d");
  p.reversion_per_d = per_day(".reversion_per_d");
  p.gfra1_death_per_d = per_day(".gfra1_death_per_d");
  p.ngn3_death_per_d = per_day(".ngn3_death_per_d");
  p.gfra1_migration_per_d = per_day(".gfra1_migration_per_d");
  p.ngn3_migration_per_d = per_day(".ngn3_migration_per_d");
  p.mitogen_clearance_share = share(".mitogen_clearance_share");
  p.mitogen_half_division = pure(".mitogen_half_division");
  p.mitogen_differentiation_steepness = pure(".mitogen_differentiation_steepness");
  p.niche_length_um = parameters.value(at + ".niche_length_um", "um");
  p.proliferation_first_stage = species.stage_index(parameters.text(at + ".proliferation_first_stage"));
  p.proliferation_last_stage = species.stage_index(parameters.text(at + ".proliferation_last_stage"));
  p.commit_single = share(".commit_single");
  p.commit_paired = share(".commit_paired");
  p.commit_aligned = share(".commit_aligned");
  p.largest_cells = static_cast<int>(parameters.value(at + ".largest_cells", "cells"));
  if (p.proliferation_first_stage < 0 || p.proliferation_last_stage < 0) {
    throw std::logic_error(at + ".proliferation_first_stage and .proliferation_last_stage must name stages");
  }
  if (!(p.gfra1_at_balance > 0.0) || !(p.gfra1_division_per_d > p.gfra1_death_per_d)) {
    throw std::logic_error(at + ": gfra1_at_balance must be above 0, division faster than death");
  }
  return p;
}

StemScheme stem_scheme_from(const std::string& word, const std::string& name) {
  if (word == "a_dark_a_pale") return StemScheme::a_dark_a_pale;
  if (word == "syncytia") return StemScheme::syncytia;
  throw std::logic_error(name + " is \"" + word + "\"; expected a_dark_a_pale or syncytia");
}

void read_stem_scheme(const ParameterSet& parameters, const std::string& prefix, Species& species) {
  const std::string at = prefix + ".stem";
  if (species.stem_scheme == StemScheme::a_dark_a_pale) {
    species.stem_types = {{"a_dark", "A dark spermatogonia"}, {"a_pale", "A pale spermatogonia"}};
    species.stem = read_stem(parameters, at);
  } else {
    species.stem_types = {
        {"gfra1_single", "As spermatogonia, GFRa1+"},   {"gfra1_paired", "Apr spermatogonia, GFRa1+"},
        {"gfra1_aligned", "Aal spermatogonia, GFRa1+"}, {"ngn3_single", "As spermatogonia, NGN3+"},
        {"ngn3_paired", "Apr spermatogonia, NGN3+"},    {"ngn3_aligned", "Aal spermatogonia, NGN3+"}};
    species.syncytia = read_syncytia(parameters, at, species);
  }
}

void read_pattern(const ParameterSet& parameters, const std::string& at, Species& species) {
  const std::string pattern = parameters.text(at + ".pattern");
  if (pattern == "patches") {
    species.pattern = StagePattern::patches;
    species.patch_sertoli_cells = parameters.value(at + ".patch_sertoli_cells", "sertoli cells");
  } else if (pattern == "waves") {
    species.pattern = StagePattern::waves;
    species.wave_length_mm = parameters.value(at + ".wave_length_mm", "mm");
    species.wave_length_sd_mm = parameters.value(at + ".wave_length_sd_mm", "mm");
    species.common_phase_pull_per_d = parameters.value(at + ".common_phase_pull_per_d", "1/d");
    if (!(species.wave_length_mm > 0.0)) throw std::logic_error(at + ".wave_length_mm must be above 0");
  } else {
    throw std::logic_error(at + ".pattern is \"" + pattern + "\"; expected patches or waves");
  }
}

void read_testis(const ParameterSet& parameters, const std::string& at, Species& species) {
  species.sertoli_cells_per_testis = parameters.value(at + ".sertoli_cells", "cells");
  species.testis_volume_mL = parameters.value(at + ".volume_mL", "mL");
  species.testis_density_g_per_mL = parameters.value(at + ".density_g_per_mL", "g/mL");
  species.geometry.tubule_diameter_um = parameters.value(at + ".tubule_diameter_um", "um");
  species.geometry.tubule_length_m = parameters.value(at + ".tubule_length_m", "m");
  species.geometry.tubules = static_cast<int>(parameters.value(at + ".tubules", "tubules"));
  if (!(species.geometry.tubule_diameter_um > 0.0) || !(species.geometry.tubule_length_m > 0.0) ||
      species.geometry.tubules < 1) {
    throw std::logic_error(at + ": tubule_diameter_um, tubule_length_m and tubules must be above 0");
  }
}

GermLineParameters read_germ_line(const ParameterSet& parameters, const std::string& at) {
  GermLineParameters line;
  line.overdispersion = parameters.value(at + ".overdispersion", "1");
  line.spread_fraction = parameters.value(at + ".spread_fraction", "fraction");
  line.spread_age_gap_d = parameters.value(at + ".spread_age_gap_d", "d");
  line.spread_hops = static_cast<int>(parameters.value(at + ".spread_hops", "1"));
  if (line.spread_hops < 1 || line.spread_hops > 64)
    throw std::logic_error(at + ".spread_hops must be 1 to 64");
  line.capacity_steepness = parameters.value(at + ".capacity_steepness", "1");
  line.spermiation_window_d = parameters.value(at + ".spermiation_window_d", "d");
  line.spermiation_wait_d = parameters.value(at + ".spermiation_wait_d", "d");
  line.gate_spermiation_share = parameters.value(at + ".gate_spermiation_share", "fraction");
  return line;
}

void read_stages(const ParameterSet& parameters, const std::string& list, Species& species) {
  double sum_d = 0.0;
  for (const std::string& name : parameters.items(list)) {
    species.stages.push_back({name, parameters.value(list + "." + name + ".duration_d", "d")});
    sum_d += species.stages.back().duration_d;
  }
  if (species.stages.empty() || !(sum_d > 0.0)) throw std::logic_error(list + ": no stages");
  for (Stage& stage : species.stages) stage.duration_d *= species.cycle_d / sum_d;
}

// A cohort must be gone before its slot is needed again.
void check_slots(const Species& species) {
  const double longest_d = species.development_d() + species.germ_line.spermiation_wait_d;
  if (!(longest_d < static_cast<double>(cohort_slots) * species.cycle_d)) {
    throw std::logic_error(species.name + ": development and the wait for spermiation take " +
                           std::to_string(longest_d) + " d, longer than " + std::to_string(cohort_slots) +
                           " cycles");
  }
}

}  // namespace

Species Species::from(const ParameterSet& parameters, const std::string& prefix) {
  Species species;
  species.name = prefix;
  species.stem_scheme = stem_scheme_from(parameters.text(prefix + ".stem_scheme"), prefix + ".stem_scheme");
  species.cycle_d = parameters.value(prefix + ".cycle.duration_d", "d");
  if (!(species.cycle_d > 0.0)) throw std::logic_error(prefix + ".cycle.duration_d must be above 0");
  const double offset = parameters.value(prefix + ".cycle.entry_after_stage_one_d", "d") / species.cycle_d;
  species.entry_phase = offset - std::floor(offset);
  species.cycle_jitter_d = parameters.value(prefix + ".cycle.jitter_d", "d");
  species.phase_coupling_per_d = parameters.value(prefix + ".cycle.coupling_per_d", "1/d");
  read_pattern(parameters, prefix + ".cycle", species);
  read_stages(parameters, prefix + ".stage", species);
  const std::string list = prefix + ".germ_cell";
  for (const std::string& name : parameters.items(list)) {
    species.germ_cells.push_back(read_germ_cell(parameters, list, name));
  }
  if (species.germ_cells.empty() || species.germ_cells.size() > max_germ_cell_types) {
    throw std::logic_error(list + ": expected 1 to " + std::to_string(max_germ_cell_types) + " types");
  }
  read_stem_scheme(parameters, prefix, species);
  species.germ_line = read_germ_line(parameters, prefix + ".germ_line");
  read_testis(parameters, prefix + ".testis", species);
  check_slots(species);
  return species;
}

// Hexagonal lattice of spacing a: a site takes sqrt(3)/2 a^2, a row runs around the tubule.
int TestisGeometry::sites_around(double sertoli_cells) const {
  const double round_um = std::numbers::pi * tubule_diameter_um;
  const double area_um2 = round_um * tubule_length_m * 1e6 / sertoli_cells;
  return static_cast<int>(std::lround(round_um / std::sqrt(2.0 * area_um2 / std::sqrt(3.0))));
}

double TestisGeometry::rows_per_mm(double sertoli_cells) const {
  return sertoli_cells / (sites_around(sertoli_cells) * tubule_length_m * 1e3);
}

int Species::stem_index(std::string_view stem_type) const {
  for (std::size_t t = 0; t < stem_types.size(); ++t) {
    if (stem_types[t].name == stem_type) return static_cast<int>(t);
  }
  return -1;
}

int Species::stage_index(std::string_view stage) const {
  for (std::size_t s = 0; s < stages.size(); ++s) {
    if (stages[s].name == stage) return static_cast<int>(s);
  }
  return -1;
}

int Species::stage_at(double phase) const {
  double left_d = phase * cycle_d;
  int stage = 0;
  const int last = static_cast<int>(stages.size()) - 1;
  while (stage < last && left_d >= stages[static_cast<std::size_t>(stage)].duration_d) {
    left_d -= stages[static_cast<std::size_t>(stage++)].duration_d;
  }
  return stage;
}

int Species::germ_cell_index(std::string_view germ_cell) const {
  for (std::size_t t = 0; t < germ_cells.size(); ++t) {
    if (germ_cells[t].name == germ_cell) return static_cast<int>(t);
  }
  return -1;
}

double Species::development_d() const {
  double sum_d = 0.0;
  for (const GermCell& cell : germ_cells) sum_d += cell.duration_d;
  return sum_d;
}

double Species::sum(const GermCellCounts& cells, Compartment compartment) const {
  double total = 0.0;
  for (std::size_t t = 0; t < germ_cells.size(); ++t) {
    if (germ_cells[t].compartment == compartment) total += cells[t];
  }
  return total;
}

double Species::spermatogonia(const GermCellCounts& cells) const {
  return sum(cells, Compartment::spermatogonium);
}

double Species::spermatocytes(const GermCellCounts& cells) const {
  return sum(cells, Compartment::spermatocyte);
}

double Species::spermatids(const GermCellCounts& cells) const {
  return sum(cells, Compartment::spermatid);
}

}  // namespace azoo::testis
