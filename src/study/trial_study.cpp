#include "study/trial_study.hpp"

#include <algorithm>
#include <utility>

#include "core/number_text.hpp"
#include "core/toml_reader.hpp"
#include "study/evidence_ids.hpp"
#include "study/follow_arm_sizes.hpp"
#include "study/study_document.hpp"
#include "study/trial_study_checks.hpp"
#include "study/trial_study_faults.hpp"
#include "study/trial_study_names.hpp"
#include "study/trial_study_sections.hpp"

namespace azoo::study {

namespace fs = std::filesystem;

using trial::Design;

namespace {

// The key of the published study, or a list of it and of ids of the record.
void read_evidence(TomlReader& root, const fs::path& data, Design& design) {
  const bool is_list = root.has("evidence") && root.raw("evidence")->array() != nullptr;
  if (!is_list) {
    design.evidence = root.text_or("evidence", "");
    return;
  }
  const std::vector<std::string> texts = root.texts("evidence");
  for (const std::string& text : texts) {
    if (is_record_id(text))
      design.evidence_rows.push_back(text);
    else if (design.evidence.empty())
      design.evidence = text;
    else
      root.fault("evidence", "one published study and ids of data/evidence, not " + text + " too");
  }
  check_record_ids(root, texts, data);
}

void read_head(TomlReader& root, const fs::path& data, Design& design) {
  design.name = read_identifier(root, "name");
  design.title = root.text("title");
  design.question = root.text("question");
  read_evidence(root, data, design);
  design.seed = static_cast<std::uint64_t>(root.integer("seed", 0, largest_seed));
  design.replicates = static_cast<int>(root.integer_or("replicates", 1, 1, most_replicates));
  design.last_day = root.number("last_day", day_after);
  design.aspiration_day = root.number_or("aspiration_day", 0.0, day_before);
  design.histology_participants =
      static_cast<int>(root.integer_or("histology_participants", 1, 0, most_men_per_arm));
  read_hypotheses(root, design.hypotheses);
}

template <typename Item, typename Read>
void read_list(TomlReader& root, const char* key, bool required, std::vector<Item>& items, Read read) {
  for (TomlReader& table : root.tables(key, required)) read(table, items.emplace_back());
}

// Each section is read to its end before the next is asked for: asking may add a table to the tree.
SoundSections read_sections(TomlReader& root, const StudyNames& names, Design& design,
                            const Problems& problems) {
  SoundSections sound;
  const auto without_fault = [&problems](auto read) {
    const std::size_t before = problems.list().size();
    read();
    return problems.list().size() == before;
  };
  sound.screening = without_fault([&] { read_screening(root.table("screening"), design.screening); });
  read_eligibility(root.table_or_empty("eligibility"), design.eligibility);
  read_population(root.table("population"), names, design.population);
  sound.arms = without_fault([&] {
    read_list(root, "arm", true, design.arms,
              [&names](TomlReader table, trial::Arm& arm) { read_arm(table, names, arm); });
  });
  read_allocation(root.table("allocation"), design.allocation);
  read_list(root, "visit", true, design.visits, read_visit);
  read_list(root, "assay", false, design.assays, read_assay);
  read_semen(root.table("semen"), design.semen);
  read_list(root, "endpoint", true, design.endpoints, read_endpoint);
  read_analysis(root.table("analysis"), design.analysis);
  read_list(root, "adverse_event", false, design.adverse_events, read_adverse_event);
  read_withdrawal(root.table_or_empty("withdrawal"), design.withdrawal);
  read_list(root, "insult", false, design.insults, [&names](TomlReader table, trial::InsultPlan& insult) {
    read_insult(table, names.germ_cells, insult);
  });
  read_sample(root.table("sample"), design.sample);
  return sound;
}

// The probability that product cells become germ cells is 0; a study that sets another one and believes in it
// would wait in vain, since the sheet does not take such cells in yet.
void check_transdifferentiation(const Design& design, const ParameterSet& parameters, Problems& problems) {
  const bool believed = std::any_of(
      design.hypotheses.begin(), design.hypotheses.end(),
      [](const std::string& name) { return name == "transdifferentiation" || name == "regenerative"; });
  if (!believed) return;
  for (const auto& [name, parameter] : parameters.all()) {
    if (!name.ends_with(".transdifferentiation.fraction") || parameter.values.front() <= 0.0) continue;
    problems.add({"[parameters]", 0, 0}, "parameters." + name, to_text(parameter.values.front()),
                 "0: germ cells out of product cells are not simulated yet");
  }
}

}  // namespace

std::optional<TrialStudy> read_trial_study(const fs::path& file, const std::vector<std::string>& overrides,
                                           std::optional<std::uint64_t> seed, const fs::path& data,
                                           Problems& problems) {
  Problems found;
  const auto give_up = [&]() -> std::optional<TrialStudy> {
    for (const Problem& problem : found.list()) problems.add(problem);
    return std::nullopt;
  };
  std::optional<StudyDocument> document = read_study_document(file, overrides, seed, found);
  if (!document) return give_up();
  TrialStudy study;
  study.resolved = std::move(document->root);
  study.sha256 = std::move(document->sha256);

  follow_arm_sizes(study.resolved, overrides);
  TomlReader root(study.resolved, "", found);
  if (!check_kind(root, "trial")) return give_up();
  study.parameters = ParameterSet::load(data, found);
  const StudyNames names = find_study_names(data, study.parameters, found);
  read_head(root, data, study.design);
  const SoundSections sound = read_sections(root, names, study.design, found);
  override_parameters(root, study.parameters, found);
  check_transdifferentiation(study.design, study.parameters, found);
  root.finish();
  StudyFaults faults(study.resolved, found);
  check_agreement(study.design, names, sound, faults);
  check_every_value(study.resolved, found);
  if (found.any()) return give_up();
  return study;
}

}  // namespace azoo::study
