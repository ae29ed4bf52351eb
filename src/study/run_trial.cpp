#include "study/run_trial.hpp"

#include <atomic>
#include <map>
#include <numeric>

#include "core/files.hpp"
#include "core/problem.hpp"
#include "core/version.hpp"
#include "evidence/record.hpp"
#include "report/trial_report.hpp"
#include "study/journal.hpp"
#include "study/place_record.hpp"
#include "study/results_folder.hpp"
#include "study/run_record.hpp"
#include "study/run_summary.hpp"
#include "study/trial_study.hpp"
#include "trial/analysis.hpp"
#include "trial/conduct.hpp"
#include "trial/tables.hpp"

namespace azoo::study {

namespace {

TrialStudy read_checked(const RunRequest& request) {
  Problems problems;
  auto study = read_trial_study(request.study, request.overrides, request.seed, data_folder(), problems);
  problems.throw_if_any();
  return std::move(*study);
}

// The published record that stands beside the result; read before the work so that a fault is told in time.
struct Published {
  std::vector<evidence::PublishedOutcome> outcomes;
  std::vector<evidence::Contradiction> contradictions;
};

Published read_published() {
  Problems problems;
  const auto folder = data_folder() / "evidence";
  Published published{evidence::read_outcomes(folder / "outcomes.csv", problems),
                      evidence::read_contradictions(folder / "contradictions.csv", problems)};
  problems.throw_if_any();
  return published;
}

FolderRequest folder_request(const RunRequest& request, std::string identity) {
  FolderRequest folder{request.out, request.force, request.resume, std::move(identity)};
  // The study.toml of an earlier result is written again, any other study file would be lost.
  std::error_code error;
  if (!std::filesystem::equivalent(request.study, request.out / "study.toml", error))
    folder.inputs.push_back(request.study);
  return folder;
}

// One run on its way: what is being computed and where it goes. The folder comes last of what may refuse the
// input: then nothing is written for it.
class TrialRun {
 public:
  TrialRun(const RunRequest& request, TrialStudy study)
      : request_(request),
        study_(std::move(study)),
        published_(read_published()),
        data_sha256_(folder_sha256(data_folder())),
        conduct_(study_.design, study_.parameters, study_.design.seed),
        folder_(folder_request(request, run_identity(study_, data_sha256_))),
        journal_(folder_.journal_file()) {}

  RunSummary run() {
    const auto replicates = static_cast<std::size_t>(study_.design.replicates);
    total_ = replicates * static_cast<std::size_t>(conduct_.places());
    done_ = journal_.size_below(conduct_.places());
    if (request_.progress) request_.progress(done_, total_);
    try {
      for (int replicate = 0; replicate < study_.design.replicates; ++replicate) finish_replicate(replicate);
    } catch (const InputError& error) {
      folder_.discard();  // no resume could mend the study
      std::vector<Problem> problems = error.problems();
      for (Problem& problem : problems) problem.place.file = request_.study.string();
      throw InputError(std::move(problems));
    }
    return finish();
  }

 private:
  trial::TrialRecords place_records(int replicate, int place) {
    const Journal::Key key{replicate, place};
    if (const auto payload = journal_.read(key)) {
      ++from_checkpoint_;
      return from_payload(*payload);
    }
    trial::TrialRecords records = place < conduct_.places()
                                      ? conduct_.fill_place(replicate, place)
                                      : conduct_.one_screen_failure(replicate, place - conduct_.places());
    journal_.append(key, to_payload(records));
    ++computed_;
    if (request_.progress && place < conduct_.places()) request_.progress(++done_, total_);
    return records;
  }

  [[nodiscard]] int failures_in(const std::vector<trial::TrialRecords>& places) const {
    int failures = 0;
    for (const trial::TrialRecords& place : places) {
      for (const trial::ParticipantRow& man : place.participants)
        failures += man.status == "screen_failure" ? 1 : 0;
    }
    return failures;
  }

  [[noreturn]] static void stop() { throw Interrupted("stopped by a signal"); }

  void finish_replicate(int replicate) {
    std::vector<trial::TrialRecords> places(static_cast<std::size_t>(conduct_.places()));
    const bool whole = parallel_for(
        places.size(), request_.threads,
        [&](std::size_t place) { places[place] = place_records(replicate, static_cast<int>(place)); },
        request_.stop);
    if (!whole) stop();
    const trial::Screening& screening = study_.design.screening;
    const int wanted = screening.rule == "condition" ? screening.screened - screening.enrolled : 0;
    while (failures_in(places) < wanted) {
      if (request_.stop != nullptr && *request_.stop) stop();
      places.push_back(place_records(replicate, static_cast<int>(places.size())));
    }
    trial::TrialRecords records = trial::assemble(study_.design, study_.design.seed, replicate, places);
    std::vector<trial::AnalysisRow> analysis = trial::analyse(study_.design, records);
    append_table("participants.csv", trial::to_csv(records.participants), replicate);
    append_table("visits.csv", trial::to_csv(records.visits), replicate);
    append_table("events.csv", trial::to_csv(records.events), replicate);
    append_table("sections.csv", trial::to_csv(records.sections), replicate);
    append_table("analysis.csv", trial::to_csv(analysis), replicate);
    if (replicate == 0) shown_ = std::move(records);
    analysis_.insert(analysis_.end(), analysis.begin(), analysis.end());
  }

  // Only the first replicate brings the header line.
  void append_table(const std::string& name, const std::string& csv, int replicate) {
    folder_.append(name, replicate == 0 ? csv : csv.substr(csv.find('\n') + 1));
  }

  RunSummary finish() {
    const report::TrialReportInput input{study_.design,       shown_,
                                         analysis_,           study_.parameters,
                                         published_.outcomes, published_.contradictions,
                                         version(),           study_.design.seed,
                                         study_.sha256,       true,
                                         "study.toml"};
    const std::vector<report::Figure> figures = report::trial_figures(input);
    for (const report::Figure& figure : figures)
      folder_.append("figures/" + figure.name + ".svg", figure.svg);
    folder_.append("report.html", report::trial_report_html(input, figures));
    folder_.append("parameters.csv", parameters_csv(study_.parameters));
    folder_.append("study.toml", write_toml(study_.resolved));
    const Execution execution = request_.execution ? request_.execution() : Execution{};
    folder_.append("run.json", run_json(study_, data_sha256_, execution, request_.threads,
                                        {computed_, from_checkpoint_}));
    folder_.commit();
    return {request_.out / "report.html", summary_lines(study_.design, shown_, analysis_)};
  }

  const RunRequest& request_;
  TrialStudy study_;
  Published published_;
  std::string data_sha256_;
  trial::Conduct conduct_;
  ResultsFolder folder_;
  Journal journal_;
  std::atomic<std::size_t> computed_ = 0;
  std::atomic<std::size_t> from_checkpoint_ = 0;
  std::atomic<std::size_t> done_ = 0;
  std::size_t total_ = 0;
  trial::TrialRecords shown_;
  std::vector<trial::AnalysisRow> analysis_;
};

}  // namespace

void check_study(const RunRequest& request) {
  (void)read_checked(request);
  (void)read_published();
}

RunSummary run_study(const RunRequest& request) {
  return TrialRun(request, read_checked(request)).run();
}

}  // namespace azoo::study
