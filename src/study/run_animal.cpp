#include "study/run_animal.hpp"

#include <algorithm>
#include <map>
#include <mutex>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "animal/conduct.hpp"
#include "animal/summary.hpp"
#include "animal/tables.hpp"
#include "core/files.hpp"
#include "core/number_text.hpp"
#include "core/problem.hpp"
#include "core/version.hpp"
#include "report/animal_report.hpp"
#include "study/animal_study.hpp"
#include "study/animal_summary.hpp"
#include "study/checkpointed_run.hpp"
#include "study/payload.hpp"
#include "study/run_summary.hpp"
#include "study/state_file.hpp"

namespace azoo::study {

namespace {

AnimalStudy read_checked(const RunRequest& request) {
  Problems problems;
  auto study = read_animal_study(request.study, request.overrides, request.seed, data_folder(), problems);
  problems.throw_if_any();
  return std::move(*study);
}

// A measured skeleton is data of the study's own.
std::string data_sha256(const AnimalStudy& study) {
  const std::string shipped = folder_sha256(data_folder());
  return study.skeleton ? sha256(shipped + study.skeleton_sha256) : shipped;
}

StudyIdentity identity_of(const AnimalStudy& study) {
  return {"animal",           study.design.name, study.design.seed,
          std::nullopt,       study.sha256,      sha256(write_toml(study.resolved)),
          data_sha256(study), "animals"};
}

std::string to_payload(const animal::AnimalRecords& records) {
  std::string payload;
  put_part(payload, animal::to_csv(records.animals));
  put_part(payload, animal::to_csv(records.readouts));
  put_part(payload, animal::to_csv(records.sections));
  return payload;
}

animal::AnimalRecords from_payload(const std::string& payload) {
  std::string_view rest = payload;
  animal::RecordTexts texts;
  texts.animals = take_part(rest);
  texts.readouts = take_part(rest);
  texts.sections = take_part(rest);
  Problems problems;
  animal::AnimalRecords records = animal::parse_records(texts, "journal", problems);
  if (problems.any())
    throw std::logic_error("a journal record with faults: " + to_text(problems.list().front()));
  return records;
}

class AnimalRun {
 public:
  AnimalRun(const RunRequest& request, AnimalStudy study)
      : request_(request),
        study_(std::move(study)),
        identity_(identity_of(study_)),
        conduct_(study_.design, study_.parameters, study_.shipped,
                 study_.skeleton ? &*study_.skeleton : nullptr),
        run_(request, identity_, "animals followed to sacrifice") {}

  RunSummary run() {
    const std::size_t animals = conduct_.animals();
    std::vector<double> work(animals, conduct_.settling_cost_d());
    for (std::size_t i = 0; i < animals; ++i) work[i] += conduct_.subject(i).sacrifice_d;
    run_.weigh_pieces(std::move(work));
    std::vector<animal::AnimalRecords> parts(animals);
    run_.for_each(animals, [&](std::size_t i) { parts[i] = records_of(i); });
    const animal::AnimalRecords records = animal::assemble(std::move(parts));
    const std::vector<animal::SummaryRow> summary = animal::summarise(study_.design, records);
    ResultsFolder& folder = run_.folder();
    folder.append("animals.csv", animal::to_csv(records.animals));
    folder.append("readouts.csv", animal::to_csv(records.readouts));
    folder.append("sections.csv", animal::to_csv(records.sections));
    folder.append("analysis.csv", animal::to_csv(summary));
    append_report(records, summary);
    run_.finish(parameters_csv(study_.parameters), write_toml(study_.resolved));
    std::vector<std::string> lines = animal_summary_lines(study_.design, study_.parameters, records);
    for (std::string& line : refusals()) lines.push_back(std::move(line));
    return {request_.out / "report.html", std::move(lines)};
  }

 private:
  animal::AnimalRecords records_of(std::size_t index) {
    const Journal::Key key{0, static_cast<int>(index)};
    if (const auto payload = run_.kept(key)) return from_payload(*payload);
    const std::filesystem::path state = run_.folder().state_file(index);
    animal::AnimalRecords records =
        conduct_.follow(index, threads_inside(), request_.stop, keeper_of(index, state), telling_of(index));
    run_.keep(key, to_payload(records));
    std::error_code error;
    std::filesystem::remove(state, error);
    return records;
  }

  animal::StateKeeper keeper_of(std::size_t index, const std::filesystem::path& file) {
    // The folder is of this study, seed, data and version, or it would not be gone on with.
    const std::string owner = identity_.resolved_sha256 + " " + identity_.data_sha256 + " " +
                              conduct_.subject(index).name + " azoo " + version();
    return {
        study_.design.checkpoint_every_d, [file, owner] { return open_state(file, owner); },
        [file, owner](const std::function<void(std::ostream&)>& write) { write_state(file, owner, write); },
        [this, index](const std::string& why) {
          const std::lock_guard lock(mutex_);
          refused_states_[index] = why;
        }};
  }

  // Told on a terminal. Settling offers no look at how far it is.
  animal::DayTold telling_of(std::size_t index) {
    const animal::Subject& subject = conduct_.subject(index);
    run_.tell(index, 0.0, subject.name + " settles");
    const double settling_d = conduct_.settling_cost_d();
    const double all_d = settling_d + subject.sacrifice_d;
    return [this, index, settling_d, all_d, &subject, begun = false](double day) mutable {
      if (!begun && day > 0.0) run_.tell_kept(index, (settling_d + day) / all_d);
      begun = true;
      run_.tell(index, (settling_d + day) / all_d,
                subject.name + " at day " + to_text(day) + " of " + to_text(subject.sacrifice_d));
    };
  }

  // Oldest first: what a person should know of a state that was not used.
  [[nodiscard]] std::vector<std::string> refusals() const {
    std::vector<std::string> lines;
    for (const auto& [index, why] : refused_states_)
      lines.push_back("The kept state of " + conduct_.subject(index).name + " was not used (" + why +
                      "): the animal was begun anew, with the same result.");
    return lines;
  }

  void append_report(const animal::AnimalRecords& records, const std::vector<animal::SummaryRow>& summary) {
    const report::AnimalReportInput input{study_.design,     records,      summary,
                                          study_.parameters, version(),    study_.design.seed,
                                          study_.sha256,     "study.toml", &study_.shipped};
    const std::vector<report::Figure> figures = report::animal_figures(input);
    for (const report::Figure& figure : figures) {
      run_.folder().append("figures/" + figure.name + ".svg", figure.svg);
    }
    run_.folder().append("report.html", report::animal_report_html(input, figures));
  }

  // Threads that are left when every animal has one.
  [[nodiscard]] unsigned threads_inside() const {
    const unsigned all = request_.threads > 0 ? request_.threads : std::thread::hardware_concurrency();
    return std::max(1U, all / static_cast<unsigned>(std::max<std::size_t>(1, conduct_.animals())));
  }

  const RunRequest& request_;
  AnimalStudy study_;
  StudyIdentity identity_;
  animal::Conduct conduct_;
  CheckpointedRun run_;
  std::mutex mutex_;
  std::map<std::size_t, std::string> refused_states_;  // by animal: why
};

}  // namespace

void check_animal_study(const RunRequest& request) {
  (void)read_checked(request);
}

RunSummary run_animal_study(const RunRequest& request) {
  return AnimalRun(request, read_checked(request)).run();
}

}  // namespace azoo::study
