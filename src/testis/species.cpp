#include "testis/species.hpp"

#include <cmath>
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

GermLineParameters read_germ_line(const ParameterSet& parameters, const std::string& at) {
  GermLineParameters line;
  line.overdispersion = parameters.value(at + ".overdispersion", "1");
  line.spread_fraction = parameters.value(at + ".spread_fraction", "fraction");
  line.spread_age_gap_d = parameters.value(at + ".spread_age_gap_d", "d");
  line.capacity_cells_per_sertoli =
      parameters.value(at + ".capacity_cells_per_sertoli", "cells/sertoli cell");
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
  const std::string scheme = parameters.text(prefix + ".stem_scheme");
  if (scheme != "a_dark_a_pale") {
    throw std::logic_error(prefix + ".stem_scheme is \"" + scheme +
                           "\"; only \"a_dark_a_pale\" (man) is built");
  }
  Species species;
  species.name = prefix;
  species.cycle_d = parameters.value(prefix + ".cycle.duration_d", "d");
  if (!(species.cycle_d > 0.0)) throw std::logic_error(prefix + ".cycle.duration_d must be above 0");
  const double offset = parameters.value(prefix + ".cycle.entry_after_stage_one_d", "d") / species.cycle_d;
  species.entry_phase = offset - std::floor(offset);
  species.cycle_jitter_d = parameters.value(prefix + ".cycle.jitter_d", "d");
  species.phase_coupling_per_d = parameters.value(prefix + ".cycle.coupling_per_d", "1/d");
  species.patch_sertoli_cells = parameters.value(prefix + ".cycle.patch_sertoli_cells", "sertoli cells");
  read_stages(parameters, prefix + ".stage", species);
  const std::string list = prefix + ".germ_cell";
  for (const std::string& name : parameters.items(list)) {
    species.germ_cells.push_back(read_germ_cell(parameters, list, name));
  }
  if (species.germ_cells.empty() || species.germ_cells.size() > max_germ_cell_types) {
    throw std::logic_error(list + ": expected 1 to " + std::to_string(max_germ_cell_types) + " types");
  }
  species.stem = read_stem(parameters, prefix + ".stem");
  species.germ_line = read_germ_line(parameters, prefix + ".germ_line");
  species.sertoli_cells_per_testis = parameters.value(prefix + ".testis.sertoli_cells", "cells");
  species.testis_volume_mL = parameters.value(prefix + ".testis.volume_mL", "mL");
  species.testis_density_g_per_mL = parameters.value(prefix + ".testis.density_g_per_mL", "g/mL");
  check_slots(species);
  return species;
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
