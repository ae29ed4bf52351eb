#include "study/run_screen.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/files.hpp"
#include "core/problem.hpp"
#include "screen/pair_scores.hpp"
#include "study/checkpointed_run.hpp"
#include "study/dock_payload.hpp"
#include "study/run_summary.hpp"
#include "study/screen_results.hpp"
#include "study/screen_study.hpp"

namespace azoo::study {

namespace fs = std::filesystem;

namespace {

ScreenStudy read_checked(const RunRequest& request, bool network) {
  Problems problems;
  auto study =
      read_screen_study({request.study, request.overrides, request.seed, data_folder(), network}, problems);
  problems.throw_if_any();
  return std::move(*study);
}

StudyIdentity identity_of(const ScreenStudy& study) {
  StudyIdentity identity;
  identity.kind = "screen";
  identity.name = study.design.name;
  identity.study_sha256 = study.sha256;
  identity.resolved_sha256 = sha256(write_toml(study.resolved));
  identity.pieces = "pairs";
  std::string all = folder_sha256(data_folder()) + study.printed_sha256;
  const auto add = [&](const char* role, const std::vector<LoadedMolecule>& molecules) {
    for (const LoadedMolecule& each : molecules) {
      const docking::Structure& structure = each.structure;
      identity.inputs.push_back({std::string(role) + " " + structure.name,
                                 fs::path(structure.file).filename().string(), structure.sha256});
      all += structure.sha256;
    }
  };
  add("ligand", study.ligands);
  add("receptor", study.receptors);
  identity.data_sha256 = sha256(all);
  return identity;
}

std::string words_of(const Problems& problems) {
  std::string words;
  for (const Problem& problem : problems.list()) {
    words += (words.empty() ? "" : "; ") + (problem.field.empty() ? "" : problem.field + " = ") +
             problem.found + "; expected " + problem.expected;
  }
  return words;
}

class ScreenRun {
 public:
  ScreenRun(const RunRequest& request, ScreenStudy study, const ScreenTools& tools)
      : request_(request),
        tools_(tools),
        study_(std::move(study)),
        identity_(identity_of(study_)),
        chance_(calibration()),
        run_(request, identity_, "pairs docked") {}

  RunSummary run() {
    const std::size_t pairs = screen::pair_count(study_.design);
    run_.weigh_pieces(expected_work(pairs));
    ScreenOutcome outcome;
    for (std::size_t i = 0; i < pairs; ++i) {
      run_.stop_if_asked();
      add_pair(i, outcome);
    }
    refuse_when_nothing_docked(outcome);
    ResultsFolder& folder = run_.folder();
    outcome.calibrated = static_cast<bool>(chance_);
    const ScreenReporting reporting(study_, outcome, chance_);
    for (const auto& [name, content] : reporting.files()) folder.append(name, content);
    run_.finish(parameters_csv(study_.parameters), write_toml(study_.resolved));
    return {request_.out / "report.html", reporting.summary()};
  }

 private:
  // A calibration is of the shipped numbers; with others it would tell nothing.
  screen::ChanceFunction calibration() const {
    for (const auto& [name, parameter] : study_.parameters.all()) {
      if (parameter.shipped && name.starts_with("docking")) return {};
    }
    Problems problems;
    screen::ChanceFunction chance = tools_.chance(study_.design.preset, study_.design.weights, problems);
    problems.throw_if_any();
    return chance;
  }

  // The space that is searched grows with both partners.
  std::vector<double> expected_work(std::size_t pairs) const {
    std::vector<double> work(pairs);
    for (std::size_t i = 0; i < pairs; ++i) {
      const screen::Pair pair = screen::pair_at(study_.design, i);
      work[i] = static_cast<double>(study_.ligands[pair.ligand].structure.atoms.size() +
                                    study_.receptors[pair.receptor].structure.atoms.size());
    }
    return work;
  }

  void add_pair(std::size_t index, ScreenOutcome& outcome) {
    const screen::Pair pair = screen::pair_at(study_.design, index);
    const docking::Structure& ligand = study_.ligands[pair.ligand].structure;
    const docking::Structure& receptor = study_.receptors[pair.receptor].structure;
    const DockedPair docked = docked_pair(index, pair);
    screen::PairScores scores = screen::scores_of(docked.result, receptor, ligand);
    if (!docked.fault.empty()) scores.note = docked.fault;
    outcome.scores.push_back(std::move(scores));
    outcome.searches.push_back(docked.result.record);
    if (docked.result.poses.empty()) return;
    const fs::path folder = run_.folder().unfinished() / "pairs" / screen::pair_name(study_.design, pair);
    std::error_code error;
    fs::create_directories(folder, error);
    if (error) throw Interrupted(folder.string() + ": cannot create: " + error.message());
    tools_.write_pair(folder, receptor, ligand, docked.result, study_.design.models);
  }

  DockedPair docked_pair(std::size_t index, screen::Pair pair) {
    const Journal::Key key{0, static_cast<int>(index)};
    if (const auto payload = run_.kept(key)) return docked_from_payload(*payload);
    const std::string name =
        study_.design.ligands[pair.ligand].name + " on " + study_.design.receptors[pair.receptor].name;
    run_.tell(index, 0.0, name);
    docking::DockOptions options = screen::options_of(study_.design, pair);
    options.threads = request_.threads;
    Problems problems;
    DockedPair docked;
    docked.result = tools_.dock(
        study_.receptors[pair.receptor].structure, study_.ligands[pair.ligand].structure, study_.parameters,
        options, problems,
        [&](const docking::DockProgress& at) {
          run_.tell(index, at.share, name + ": " + std::string(at.stage));
        },
        request_.stop);
    // One pair that cannot be docked does not undo the others.
    docked.fault = words_of(problems);
    if (problems.any()) {
      docked.result = {};
      if (!first_fault_) first_fault_ = problems;
    }
    run_.keep(key, docked_payload(docked));
    return docked;
  }

  void refuse_when_nothing_docked(const ScreenOutcome& outcome) {
    const bool any = std::any_of(outcome.scores.begin(), outcome.scores.end(),
                                 [](const screen::PairScores& pair) { return !std::isnan(pair.score); });
    if (any || !first_fault_) return;
    run_.with_study_faults([&] { first_fault_->throw_if_any(); });
  }

  const RunRequest& request_;
  const ScreenTools& tools_;
  ScreenStudy study_;
  StudyIdentity identity_;
  screen::ChanceFunction chance_;
  CheckpointedRun run_;
  std::optional<Problems> first_fault_;
};

}  // namespace

void check_screen(const RunRequest& request) {
  (void)read_checked(request, false);
}

RunSummary run_screen(const RunRequest& request, const ScreenTools& tools) {
  return ScreenRun(request, read_checked(request, true), tools).run();
}

RunSummary run_screen(const RunRequest& request) {
  return run_screen(request, screen_tools());
}

}  // namespace azoo::study
