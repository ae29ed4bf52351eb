#include "animal/observables.hpp"

#include <algorithm>

#include "body/cell_class.hpp"

namespace azoo::animal {

namespace {

bool is_family(const Observable& observable) {
  const char last = observable.key.back();
  return last >= 'A' && last <= 'Z';
}

// "stage_frequency" of "stage_frequency_STAGE".
std::string family_of(const Observable& observable) {
  return observable.key.substr(0, observable.key.rfind('_'));
}

std::vector<std::string> members(const Observable& family, const testis::Species& species) {
  std::vector<std::string> names;
  if (family.key.ends_with("STAGE")) {
    for (const testis::Stage& stage : species.stages) names.push_back(stage.name);
  } else if (family.key.ends_with("CLASS")) {
    names.assign(body::cell_class_names().begin(), body::cell_class_names().end());
  } else {
    for (const testis::StemType& type : species.stem_types) names.push_back(type.name);
    for (const testis::GermCell& type : species.germ_cells) names.push_back(type.name);
  }
  for (std::string& name : names) name = family_of(family) + "_" + name;
  return names;
}

bool applies(const Observable& observable, const testis::Species& species) {
  if (observable.key == "a_single_per_testis") return species.stem_scheme == testis::StemScheme::syncytia;
  return observable.kind != "tubule" || species.pattern == testis::StagePattern::waves;
}

void add(const Observable& observable, const testis::Species& species, std::vector<Readout>& list) {
  if (!applies(observable, species)) return;
  if (!is_family(observable)) {
    list.push_back({observable.key, observable.unit});
    return;
  }
  for (std::string& key : members(observable, species)) list.push_back({std::move(key), observable.unit});
}

}  // namespace

const std::vector<Observable>& observables() {
  static const std::vector<Observable> list = {
      {"testis_weight", "g", "organ", "weight of one testis, mean of those taken"},
      {"tubule_diameter", "um", "histology", "outer diameter of the cross-sections, mean"},
      {"epithelium_height", "um", "histology", "from the basement membrane to the lumen, mean"},
      {"johnsen_score", "score", "histology", "mean Johnsen score of the cross-sections, 2 to 10"},
      {"tubule_differentiation_index", "%", "histology",
       "cross-sections with three or more germ cells from the B spermatogonium on"},
      {"repopulation_index", "%", "histology",
       "cross-sections with active (differentiating, A1 to B) spermatogonia"},
      {"active_to_resting_spermatogonia", "ratio", "histology",
       "active (differentiating, A1 to B) per resting (undifferentiated) spermatogonium, as seen in the "
       "sections"},
      {"spermiation_index", "%", "histology", "cross-sections with elongated spermatids"},
      {"tubular_fertility_index", "%", "histology",
       "cross-sections with complete spermatogenesis (elongating or elongated spermatids)"},
      {"meiotic_index", "ratio", "histology",
       "round spermatids per pachytene and diplotene spermatocyte, as seen in the sections"},
      {"percent_sertoli_only", "%", "histology", "cross-sections in which no germ cell is seen"},
      {"cells_per_section_CLASS", "cells", "histology",
       "nuclei of a class of germ cells per cross-section of a tubule, mean"},
      {"stage_frequency_STAGE", "fraction", "histology",
       "share of the cross-sections in a stage; one that shows several counts in parts"},
      {"spermatids_per_spermatocyte", "ratio", "histology",
       "round spermatids formed per pachytene and diplotene spermatocyte: corrected counts over durations"},
      {"waves_counted", "waves", "tubule",
       "spermatogenic waves along the tubules of one testis; species with waves, whole testes"},
      {"wave_length", "mm", "tubule", "mean length of these waves"},
      {"wave_length_sd", "mm", "tubule", "standard deviation of their lengths"},
      {"germ_cells_per_testis", "cells", "tissue", "all germ cells of a testis; seen by the simulation only"},
      {"sertoli_cells_per_testis", "cells", "tissue",
       "all Sertoli cells of a testis; seen by the simulation only"},
      {"undifferentiated_per_testis", "cells", "tissue",
       "undifferentiated spermatogonia (man: A dark and A pale); seen by the simulation only"},
      {"a_single_per_testis", "cells", "tissue",
       "A single spermatogonia, rodents and rabbit; seen by the simulation only"},
      {"cells_per_testis_TYPE", "cells", "tissue",
       "each type of germ cell of the species; seen by the simulation only"},
      {"elongated_spermatids_per_sertoli", "ratio", "tissue",
       "elongated spermatids of one generation per Sertoli cell; seen by the simulation only"},
      {"saturated_counts", "counts", "tissue",
       "counts that did not fit their place in memory since the animal began; 0 in a sound run"},
      {"sperm_heads_per_testis", "cells", "sperm",
       "spermatid heads that withstand homogenisation, counted in a chamber, one testis"},
      {"daily_sperm_production", "1e6/d", "sperm",
       "heads that withstand homogenisation over the days in which they form, one testis"},
      {"daily_sperm_production_per_g", "1e6/g/d", "sperm", "daily sperm production per weight of the testis"},
      {"sperm_release", "1e6/d", "sperm",
       "sperm released by one testis, mean over the last cycle; seen by the simulation only"},
      {"sperm_per_epididymis", "cells", "sperm",
       "sperm of one epididymis, on their way and in the cauda, counted in a chamber"},
      {"cauda_sperm", "cells", "sperm", "sperm of the cauda of one epididymis, counted in a chamber"},
      {"sperm_per_ejaculate", "cells", "sperm",
       "sperm of the latest ejaculate, counted in a chamber; animals that ejaculate"},
      {"first_sperm_day", "d", "course",
       "days from the first insult until sperm reach the cauda again after none did"},
      {"days_without_sperm", "d", "course",
       "days since the first insult on which no sperm reached the cauda"},
      {"azoospermia_day", "d", "course",
       "days from the first insult to the first ejaculate without sperm; animals that ejaculate"},
      {"semen_recovery_day", "d", "course",
       "days from the first insult until ejaculates hold their usual number again; animals that ejaculate"},
  };
  return list;
}

std::vector<Readout> readouts_of(const testis::Species& species) {
  std::vector<Readout> list;
  for (const Observable& observable : observables()) add(observable, species, list);
  return list;
}

std::vector<Readout> readouts_named(const testis::Species& species, std::string_view word) {
  std::vector<Readout> list;
  for (const Observable& observable : observables()) {
    if (is_family(observable) && family_of(observable) == word) add(observable, species, list);
  }
  if (!list.empty()) return list;
  for (Readout& readout : readouts_of(species)) {
    if (readout.key == word) return {std::move(readout)};
  }
  return {};
}

std::vector<std::string> all_words(const testis::Species& species) {
  std::vector<std::string> words;
  for (const Observable& observable : observables()) {
    if (applies(observable, species))
      words.push_back(is_family(observable) ? family_of(observable) : observable.key);
  }
  return words;
}

std::vector<std::string> readout_words(const testis::Species& species) {
  std::vector<std::string> words = all_words(species);
  for (const Readout& readout : readouts_of(species)) {
    if (std::find(words.begin(), words.end(), readout.key) == words.end()) words.push_back(readout.key);
  }
  return words;
}

}  // namespace azoo::animal
