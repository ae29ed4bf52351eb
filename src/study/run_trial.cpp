#include "study/run_trial.hpp"

#include <string>
#include <vector>

#include "core/files.hpp"
#include "core/problem.hpp"
#include "core/version.hpp"
#include "evidence/published.hpp"
#include "report/trial_report.hpp"
#include "study/checkpointed_run.hpp"
#include "study/place_record.hpp"
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
  const evidence::Record record = evidence::load_record(data_folder() / "evidence", problems);
  Published published{evidence::read_outcomes(record, problems),
                      evidence::read_contradictions(record, problems)};
  problems.throw_if_any();
  return published;
}

StudyIdentity identity_of(const TrialStudy& study) {
  return {"trial",
          study.design.name,
          study.design.seed,
          study.design.replicates,
          study.sha256,
          sha256(write_toml(study.resolved)),
          folder_sha256(data_folder()),
          "places"};
}

// One run on its way: what is being computed and where it goes. The folder comes last of what may refuse the
// input: then nothing is written for it.
class TrialRun {
 public:
  TrialRun(const RunRequest& request, TrialStudy study)
      : request_(request),
        study_(std::move(study)),
        published_(read_published()),
        identity_(identity_of(study_)),
        conduct_(study_.design, study_.parameters, study_.design.seed),
        run_(request, identity_, "men followed to the end") {}

  RunSummary run() {
    const auto replicates = static_cast<std::size_t>(study_.design.replicates);
    run_.count_pieces(replicates * static_cast<std::size_t>(conduct_.places()), conduct_.places());
    run_.with_study_faults([this] {
      for (int replicate = 0; replicate < study_.design.replicates; ++replicate) finish_replicate(replicate);
    });
    return finish();
  }

 private:
  trial::TrialRecords place_records(int replicate, int place) {
    const Journal::Key key{replicate, place};
    if (const auto payload = run_.kept(key)) return from_payload(*payload);
    trial::TrialRecords records = place < conduct_.places()
                                      ? conduct_.fill_place(replicate, place)
                                      : conduct_.one_screen_failure(replicate, place - conduct_.places());
    run_.keep(key, to_payload(records));
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

  void finish_replicate(int replicate) {
    std::vector<trial::TrialRecords> places(static_cast<std::size_t>(conduct_.places()));
    run_.for_each(places.size(), [&](std::size_t place) {
      places[place] = place_records(replicate, static_cast<int>(place));
    });
    const trial::Screening& screening = study_.design.screening;
    const int wanted = screening.rule == "condition" ? screening.screened - screening.enrolled : 0;
    while (failures_in(places) < wanted) {
      run_.stop_if_asked();
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
    run_.folder().append(name, replicate == 0 ? csv : csv.substr(csv.find('\n') + 1));
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
      run_.folder().append("figures/" + figure.name + ".svg", figure.svg);
    run_.folder().append("report.html", report::trial_report_html(input, figures));
    run_.finish(parameters_csv(study_.parameters), write_toml(study_.resolved));
    return {request_.out / "report.html", summary_lines(study_.design, shown_, analysis_)};
  }

  const RunRequest& request_;
  TrialStudy study_;
  Published published_;
  StudyIdentity identity_;
  trial::Conduct conduct_;
  CheckpointedRun run_;
  trial::TrialRecords shown_;
  std::vector<trial::AnalysisRow> analysis_;
};

}  // namespace

void check_trial(const RunRequest& request) {
  (void)read_checked(request);
  (void)read_published();
}

RunSummary run_trial(const RunRequest& request) {
  return TrialRun(request, read_checked(request)).run();
}

}  // namespace azoo::study
