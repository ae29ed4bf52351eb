#include "study/animal_study_sections.hpp"

#include <algorithm>
#include <cmath>

#include "animal/observables.hpp"
#include "study/trial_study_sections.hpp"
#include "testis/spread_kernel.hpp"

namespace azoo::study {

namespace {

constexpr NumberRule day_rule{0.0, last_study_day, false, "a number of days from 0 to 3660"};

// The value behind a key, also inside { value = ... }.
const std::string* text_at(TomlReader& table, std::string_view key) {
  if (!table.has(key)) return nullptr;
  const TomlValue* value = table.raw(key);
  if (value->map() != nullptr) value = value->map()->find("value");
  return value == nullptr ? nullptr : std::get_if<std::string>(&value->data);
}

// Of a piece: three, and more than the daughters of one division spread.
int least_rows(const testis::Species& species, int around) {
  const testis::SpreadKernel kernel(species.germ_line.spread_fraction, species.germ_line.spread_hops, around);
  return std::max(3, kernel.reach() + 1);
}

void read_sample(TomlReader& table, const testis::Species& species, animal::TestisPlan& testis) {
  const double cells = species.sertoli_cells_per_testis;
  const int around = species.geometry.sites_around(cells);
  const std::string whole_number = "\"whole\" or a whole number of sites, at most the " +
                                   std::to_string(std::llround(cells)) + " of a testis";
  if (const std::string* word = text_at(table, "sample")) {
    testis.whole = *word == "whole";
    if (!testis.whole) table.fault("sample", whole_number);
    if (table.has("segments"))
      table.fault("segments", "no such key with sample = \"whole\": its tubules are the pieces");
    return;
  }
  testis.segments = static_cast<int>(table.integer_or("segments", 8, 1, 10'000));
  const int rows = least_rows(species, around);
  const std::int64_t least = std::int64_t{rows} * around * testis.segments;
  constexpr std::int64_t usual = 20'000;
  const auto most = std::min<std::int64_t>(std::llround(cells), 2'000'000'000);
  testis.sample = static_cast<int>(table.integer_or("sample", std::max(usual, least), 1, most));
  if (testis.sample > 1 && testis.sample < least)
    table.fault("sample", "at least " + std::to_string(least) + ": " + std::to_string(rows) + " rows of " +
                              std::to_string(around) + " Sertoli cells in each of the " +
                              std::to_string(testis.segments) + " segments, or fewer segments");
}

// The voxels of a known skeleton are data; of another one the study must say how large they are.
void read_skeleton_keys(TomlReader& table, const testis::Species& species, const ParameterSet& parameters,
                        animal::TestisPlan& testis) {
  testis.skeleton = table.text_or("skeleton", "");
  if (testis.skeleton.empty()) {
    if (table.has("voxel_um")) table.fault("voxel_um", "no such key without skeleton");
    return;
  }
  if (!testis.whole) table.fault("skeleton", "sample = \"whole\" beside it");
  const std::string known = "tubule_skeleton." + species.name + ".voxel_um";
  testis.voxel_um = parameters.has(known)
                        ? table.number_or("voxel_um", parameters.value(known, "um"), positive)
                        : table.number("voxel_um", positive);
}

double read_step(TomlReader& table) {
  constexpr NumberRule rule{0.0, 1.0, true, "a number of days > 0 and at most 1"};
  constexpr double ticks_per_d = 512.0;
  const double step_d = table.number_or("step_d", 1.0, rule);
  if (std::floor(step_d * ticks_per_d) != step_d * ticks_per_d)
    table.fault("step_d", "a whole number of 1/512 days, such as 0.5 or 0.25");
  return step_d;
}

void read_insult(TomlReader table, const std::vector<std::string>& agents, animal::InsultPlan& insult) {
  insult.agent = read_name(table, "agent", agents, "data/insults");
  insult.day = table.number_or("day", 0.0, day_rule);
  insult.dose = table.number("dose", not_negative);
  insult.doses = static_cast<int>(table.integer_or("doses", 1, 1, 1000));
  insult.interval_d = table.number_or("interval_d", 0.0, day_rule);
  insult.borrow_from = table.text_or("borrow_from", "");
  if (insult.doses > 1 && !(insult.interval_d > 0.0))
    table.fault("interval_d", "a number of days > 0 between the " + std::to_string(insult.doses) + " doses");
  table.finish();
}

}  // namespace

void read_testis(TomlReader table, const testis::Species& species, const ParameterSet& parameters,
                 animal::TestisPlan& testis) {
  read_sample(table, species, testis);
  testis.testes = table.word_or("testes", "both", {"both", "left"});
  testis.step_d = read_step(table);
  testis.settling_d = table.number_or("settling_d", std::ceil(species.cycle_d), day_rule);
  testis.start = table.word_or("start", "settled", {"settled", "random_phases", "uniform_phases"});
  read_skeleton_keys(table, species, parameters, testis);
  table.finish();
}

void read_group(TomlReader table, const std::vector<std::string>& agents, animal::Group& group) {
  group.name = table.text("name");
  constexpr std::size_t longest = 64;
  if (group.name.size() > longest) table.fault("name", "a name of at most 64 characters");
  group.animals = static_cast<int>(table.integer("animals", 1, most_animals));
  group.sacrifice_d = table.numbers("sacrifice_d", day_rule);
  if (table.has("sacrifice_d")) {
    if (group.sacrifice_d.empty()) table.fault("sacrifice_d", "at least one day");
    if (std::adjacent_find(group.sacrifice_d.begin(), group.sacrifice_d.end(), std::greater_equal<>()) !=
        group.sacrifice_d.end())
      table.fault("sacrifice_d", "days in ascending order, each once");
  }
  for (TomlReader& insult : table.tables("insult", false))
    read_insult(insult, agents, group.insults.emplace_back());
  table.finish();
}

void read_histology(TomlReader table, animal::HistologyPlan& histology) {
  constexpr NumberRule cv{0.0, 1.0, false, "a coefficient of variation from 0 to 1"};
  histology.cross_sections = static_cast<int>(table.integer_or("cross_sections", 30, 1, 100'000));
  histology.counting_error_cv = table.number_or("counting_error_cv", 0.1, cv);
  histology.correction = table.word_or("correction", "none", {"none", "abercrombie"});
  histology.keep_sections = static_cast<int>(table.integer_or("keep_sections", 1, 0, most_animals));
  table.finish();
}

void read_readouts(TomlReader table, const testis::Species& species, std::vector<std::string>& words) {
  const std::vector<std::string> known = animal::readout_words(species);
  if (table.has("list")) {
    words = read_words(table, "list", known);
    if (words.empty()) table.fault("list", "at least one read-out (azoo observables animal)");
  } else {
    words = table.texts_or("list", animal::all_words(species));
  }
  table.finish();
}

}  // namespace azoo::study
