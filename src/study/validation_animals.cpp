#include "study/validation_animals.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>

#include "animal/conduct.hpp"
#include "animal/observables.hpp"
#include "study/animal_study.hpp"
#include "study/built_in_experiments.hpp"
#include "study/target_statistics.hpp"

namespace azoo::study {

namespace {

const double undefined = std::numeric_limits<double>::quiet_NaN();
const std::set<std::string, std::less<>> clone_readouts = {"clones.replacement_d", "clones.collapse_p"};

std::optional<AnimalStudy> read_study(const std::string& file, const AnimalValidationRequest& request,
                                      Problems& problems) {
  return read_animal_study(request.studies / file, {}, std::nullopt, request.data, problems);
}

ObservedStudy observe(const AnimalStudy& study, const AnimalValidationRequest& request) {
  const animal::Conduct conduct(study.design, study.parameters, study.shipped);
  std::vector<animal::AnimalRecords> parts(conduct.animals());
  const bool finished = parallel_for(
      parts.size(), request.threads, [&](std::size_t i) { parts[i] = conduct.follow(i, 1, request.stop); },
      request.stop);
  if (!finished) throw Interrupted("stopped while animals of the scoreboard were followed");
  ObservedStudy observed;
  for (const animal::ReadoutRow& row : animal::assemble(std::move(parts)).readouts) {
    const bool later = row.flag == "not_reached";
    observed.observations.push_back(
        {row.group, row.day, row.readout, later ? std::numeric_limits<double>::infinity() : row.value});
  }
  for (const animal::Group& group : study.design.groups) {
    double& dose = observed.dose[group.name];
    for (const animal::InsultPlan& insult : group.insults) dose += insult.dose * insult.doses;
  }
  return observed;
}

// Everything that the rows are read from, each made once, when first asked for.
class Sources {
 public:
  Sources(const ParameterSet& parameters, const AnimalValidationRequest& request)
      : parameters_(parameters), request_(request) {}

  Estimate of(const AnimalTarget& target) {
    if (target.statistic == TargetStatistic::parameter)
      return {parameters_.value(target.readout, target.unit), 0.0};
    if (target.statistic != TargetStatistic::built_in) return estimate(target, study(target.study));
    const Experiment& experiment = clone_readouts.contains(target.readout) ? clones() : waves();
    const auto found = experiment.find(target.readout);
    return found == experiment.end() ? Estimate{undefined, undefined} : found->second;
  }

 private:
  const ObservedStudy& study(const std::string& file) {
    const auto known = studies_.find(file);
    if (known != studies_.end()) return known->second;
    tell(file);
    Problems problems;
    const std::optional<AnimalStudy> study = read_study(file, request_, problems);
    problems.throw_if_any();
    return studies_.emplace(file, observe(*study, request_)).first->second;
  }
  const Experiment& clones() {
    if (!clones_) {
      tell("clones");
      clones_ = clone_experiment(parameters_, request_.threads);
    }
    return *clones_;
  }
  const Experiment& waves() {
    if (!waves_) {
      tell("waves");
      waves_ = wave_experiment(parameters_, measured_tubules(parameters_));
    }
    return *waves_;
  }
  void tell(const std::string& what) const {
    if (request_.stop != nullptr && *request_.stop)
      throw Interrupted("stopped between two studies of the scoreboard");
    if (request_.progress) request_.progress(what);
  }

  const ParameterSet& parameters_;
  const AnimalValidationRequest& request_;
  std::map<std::string, ObservedStudy> studies_;
  std::optional<Experiment> clones_;
  std::optional<Experiment> waves_;
};

ScoreRow beside(const AnimalTarget& target, const Estimate& model) {
  constexpr double two_sided_95_percent = 1.96;
  ScoreRow row;
  row.id = target.id;
  row.observable = target.observable;
  row.condition = target.species + ", " + target.condition + (target.time.empty() ? "" : ", ") + target.time;
  row.published = target.value;
  row.low = target.low;
  row.high = target.high;
  row.model = model.value;
  row.error = model.error;
  row.model_low = model.value - two_sided_95_percent * model.error;
  row.model_high = model.value + two_sided_95_percent * model.error;
  row.unit = target.unit;
  row.role = endocrine::to_text(target.role);
  row.pass = !std::isnan(model.value) && !(model.value < target.low) && !(model.value > target.high);
  row.note = (target.study.empty() ? target.readout : target.study) + "; " + target.source +
             (target.note.empty() ? "" : "; " + target.note);
  // Measured tubules are not shipped; their absence is no failure of the model.
  row.ran = !(target.statistic == TargetStatistic::built_in && std::isnan(model.value));
  if (!row.ran) row.note = "not run: the measured tubules are not beside the project; " + row.note;
  return row;
}

void check_of_animals(const AnimalTarget& target, const animal::Design& design,
                      const testis::Species& species, Problems& problems) {
  for (const std::string& name : target.groups) {
    const auto group = std::find_if(design.groups.begin(), design.groups.end(),
                                    [&name](const animal::Group& one) { return one.name == name; });
    if (group == design.groups.end()) {
      problems.add(target.place, "group", name, "a group of " + target.study);
      continue;
    }
    for (const double day : target.days) {
      const auto& days = group->sacrifice_d;
      if (std::find(days.begin(), days.end(), day) == days.end())
        problems.add(target.place, "day", std::to_string(day), "a day of sacrifice of group " + name);
    }
  }
  const std::vector<animal::Readout> readouts = animal::readouts_of(species);
  const auto readout = std::find_if(readouts.begin(), readouts.end(), [&target](const animal::Readout& one) {
    return one.key == target.readout;
  });
  if (readout == readouts.end()) {
    problems.add(target.place, "readout", target.readout, "a read-out of " + design.species);
    return;
  }
  const bool asked =
      std::any_of(design.readouts.begin(), design.readouts.end(), [&](const std::string& word) {
        const auto named = animal::readouts_named(species, word);
        return std::any_of(named.begin(), named.end(),
                           [&](const animal::Readout& one) { return one.key == target.readout; });
      });
  if (!asked) problems.add(target.place, "readout", target.readout, "one that " + target.study + " asks for");
  if (design.species != target.species)
    problems.add(target.place, "species", target.species, design.species + ", as in " + target.study);
}

}  // namespace

void check_animal_targets(const std::vector<AnimalTarget>& targets, const ParameterSet& parameters,
                          const AnimalValidationRequest& request, Problems& problems) {
  std::map<std::string, std::optional<AnimalStudy>> studies;
  for (const AnimalTarget& target : targets) {
    if (target.statistic == TargetStatistic::parameter && !parameters.has(target.readout))
      problems.add(target.place, "readout", target.readout, "the name of a parameter");
    const bool of_tissue = clone_readouts.contains(target.readout) || target.readout.starts_with("waves.");
    if (target.statistic == TargetStatistic::built_in && !of_tissue)
      problems.add(target.place, "readout", target.readout, "a read-out of the clones or of the waves");
    if (target.study.empty()) continue;
    if (!studies.contains(target.study)) studies[target.study] = read_study(target.study, request, problems);
    const std::optional<AnimalStudy>& study = studies[target.study];
    if (!study) continue;
    const testis::Species species = testis::Species::from(study->parameters, study->design.species);
    check_of_animals(target, study->design, species, problems);
  }
}

std::vector<ScoreRow> validate_animals(const ParameterSet& parameters,
                                       const AnimalValidationRequest& request) {
  Problems problems;
  const std::vector<AnimalTarget> targets =
      read_animal_targets(request.data / "targets" / "animals.csv", problems);
  check_animal_targets(targets, parameters, request, problems);
  problems.throw_if_any();
  Sources sources(parameters, request);
  std::vector<ScoreRow> rows;
  for (const AnimalTarget& target : targets) rows.push_back(beside(target, sources.of(target)));
  return rows;
}

}  // namespace azoo::study
