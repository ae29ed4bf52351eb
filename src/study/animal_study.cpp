#include "study/animal_study.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <stdexcept>
#include <utility>

#include "animal/conduct.hpp"
#include "core/files.hpp"
#include "core/number_text.hpp"
#include "core/toml_reader.hpp"
#include "study/animal_study_sections.hpp"
#include "study/evidence_ids.hpp"
#include "study/study_document.hpp"
#include "study/trial_study_faults.hpp"
#include "study/trial_study_names.hpp"
#include "testis/insult.hpp"

namespace azoo::study {

namespace fs = std::filesystem;

namespace {

std::string at_group(std::size_t group, const std::string& key) {
  return "group." + std::to_string(group) + "." + key;
}

void read_head(TomlReader& root, animal::Design& design) {
  design.name = read_identifier(root, "name");
  design.title = root.text("title");
  design.question = root.text_or("question", "");
  design.evidence = root.texts_or("evidence", {});
  design.seed = static_cast<std::uint64_t>(root.integer("seed", 0, largest_seed));
}

// Nothing when the study's own parameters contradict themselves.
std::optional<testis::Species> read_species(TomlReader table, const ParameterSet& parameters,
                                            animal::Design& design, Problems& problems) {
  design.species = read_name(table, "species", species_names(parameters), "data/species");
  design.ejaculation_interval_d = table.number_or("ejaculation_interval_d", 0.0, not_negative);
  table.finish();
  const auto names = species_names(parameters);
  if (std::find(names.begin(), names.end(), design.species) == names.end()) return std::nullopt;
  try {
    return testis::Species::from(parameters, design.species);
  } catch (const std::logic_error& error) {
    problems.add({"[parameters]", 0, 0}, design.species, error.what(), "parameters that agree");
    return std::nullopt;
  }
}

void check_ejaculation(const animal::Design& design, StudyFaults& faults) {
  const double interval_d = design.ejaculation_interval_d;
  if (interval_d > 0.0 && interval_d < design.testis.step_d)
    faults.add("animal.ejaculation_interval_d",
               "0 (never), or at least testis.step_d (" + to_text(design.testis.step_d) + ")");
}

void check_groups(const animal::Design& design, StudyFaults& faults) {
  std::map<std::string, std::size_t> names;
  long long animals = 0;
  for (std::size_t g = 0; g < design.groups.size(); ++g) {
    const animal::Group& group = design.groups[g];
    const auto [at, is_new] = names.emplace(group.name, g);
    if (!is_new && !group.name.empty())
      faults.add(at_group(g, "name"), "a name that " + at_group(at->second, "name") + " has not taken");
    animals += static_cast<long long>(group.animals) * static_cast<long long>(group.sacrifice_d.size());
    for (const double day : group.sacrifice_d) {
      const double steps = day / design.testis.step_d;
      if (steps == std::floor(steps)) continue;
      faults.add(at_group(g, "sacrifice_d"), "days that are multiples of testis.step_d (" +
                                                 to_text(design.testis.step_d) + "), not " + to_text(day));
    }
  }
  if (animals > most_animals)
    faults.add("group", std::to_string(animals) + " animals in all",
               "at most " + std::to_string(most_animals));
}

void check_insults(const animal::Design& design, const ParameterSet& parameters,
                   const testis::Species& species, StudyFaults& faults) {
  for (std::size_t g = 0; g < design.groups.size(); ++g) {
    const animal::Group& group = design.groups[g];
    for (std::size_t i = 0; i < group.insults.size() && !group.sacrifice_d.empty(); ++i) {
      if (group.insults[i].day < group.sacrifice_d.back()) continue;
      faults.add(at_group(g, "insult." + std::to_string(i) + ".day"),
                 "a day before the group's last sacrifice (" + to_text(group.sacrifice_d.back()) + ")");
    }
    std::vector<animal::ExposureProblem> problems;
    (void)animal::exposure_of(design.groups[g], parameters, species, problems);
    for (const animal::ExposureProblem& problem : problems) {
      faults.add(at_group(g, "insult." + std::to_string(problem.insult) + "." + problem.key), problem.found,
                 problem.expected);
    }
  }
}

// The group that gets nothing, when it is named nowhere.
std::string default_control(const animal::Design& design) {
  for (const animal::Group& group : design.groups) {
    if (std::all_of(group.insults.begin(), group.insults.end(),
                    [](const animal::InsultPlan& insult) { return insult.dose == 0.0; }))
      return group.name;
  }
  return "";
}

void read_control(TomlReader table, animal::Design& design) {
  design.control = table.text_or("control", default_control(design));
  table.finish();
}

void check_control(const animal::Design& design, StudyFaults& faults) {
  if (design.control.empty()) return;
  std::string names;
  for (const animal::Group& group : design.groups) {
    if (group.name == design.control) return;
    names += (names.empty() ? "" : ", ") + group.name;
  }
  faults.add("analysis.control", "the name of a group: " + names);
}

// The file stands beside the study, or where the program was started: the study as resolved lies elsewhere.
void read_measured_tubules(const fs::path& folder, AnimalStudy& study, StudyFaults& faults, Problems& found) {
  const animal::TestisPlan& plan = study.design.testis;
  if (plan.skeleton.empty()) return;
  std::error_code error;
  fs::path file = folder / plan.skeleton;
  if (!fs::exists(file, error)) file = plan.skeleton;
  if (!fs::exists(file, error)) {
    faults.add("testis.skeleton", "a file beside the study, or in the folder where azoo was started");
    return;
  }
  const auto text = read_file(file, found);
  if (!text) return;
  study.skeleton = testis::parse_skeleton(*text, file.string(), plan.voxel_um, found);
  study.skeleton_sha256 = sha256(*text);
}

// Every section is read even when an earlier one has faults; what two sections must agree on is asked only
// when each is sound.
void read_design(TomlReader& root, const fs::path& folder, AnimalStudy& study, Problems& found) {
  animal::Design& design = study.design;
  read_head(root, design);
  override_parameters(root, study.parameters, found);
  const auto species = read_species(root.table("animal"), study.parameters, design, found);
  const auto agents = testis::insult_agents(study.parameters);
  for (TomlReader& group : root.tables("group", true))
    read_group(group, agents, design.groups.emplace_back());
  read_histology(root.table_or_empty("histology"), design.histology);
  read_control(root.table_or_empty("analysis"), design);
  TomlReader checkpoint = root.table_or_empty("checkpoint");
  design.checkpoint_every_d = checkpoint.number_or("every_d", 0.0, not_negative);
  checkpoint.finish();
  if (!species) {
    // What these sections may hold depends on the species.
    for (const char* key : {"testis", "readouts"}) (void)root.raw(key);
    return;
  }
  read_testis(root.table_or_empty("testis"), *species, study.parameters, design.testis);
  read_readouts(root.table_or_empty("readouts"), *species, design.readouts);
  StudyFaults faults(study.resolved, found);
  check_control(design, faults);
  check_ejaculation(design, faults);
  if (found.any()) return;
  read_measured_tubules(folder, study, faults, found);
  check_groups(design, faults);
  check_insults(design, study.parameters, *species, faults);
}

}  // namespace

std::vector<std::string> species_names(const ParameterSet& parameters) {
  std::vector<std::string> names;
  for (const auto& [name, parameter] : parameters.all()) {
    const std::string species = name.substr(0, name.find('.'));
    if (name == species + ".cycle.duration_d") names.push_back(species);
  }
  return names;
}

std::optional<AnimalStudy> read_animal_study(const fs::path& file, const std::vector<std::string>& overrides,
                                             std::optional<std::uint64_t> seed, const fs::path& data,
                                             Problems& problems) {
  Problems found;
  std::optional<AnimalStudy> study;
  if (auto document = read_study_document(file, overrides, seed, found)) {
    study.emplace();
    study->resolved = std::move(document->root);
    study->sha256 = std::move(document->sha256);
    TomlReader root(study->resolved, "", found);
    if (check_kind(root, "animal")) {
      study->shipped = ParameterSet::load(data, found);
      study->parameters = study->shipped;
      read_design(root, file.parent_path(), *study, found);
      check_record_ids(root, study->design.evidence, data);
      root.finish();
      check_every_value(study->resolved, found);
    }
  }
  if (!found.any()) return study;
  for (const Problem& problem : found.list()) problems.add(problem);
  return std::nullopt;
}

}  // namespace azoo::study
