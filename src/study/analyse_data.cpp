#include "study/analyse_data.hpp"

#include "core/files.hpp"
#include "core/problem.hpp"
#include "core/version.hpp"
#include "evidence/published.hpp"
#include "report/trial_report.hpp"
#include "study/results_folder.hpp"
#include "study/trial_study.hpp"
#include "trial/analysis.hpp"
#include "trial/tables.hpp"

namespace azoo::study {

namespace fs = std::filesystem;

namespace {

fs::path data_root(const fs::path& data) {
  std::error_code error;
  if (fs::is_directory(data, error)) return data;
  if (data.filename() == "visits.csv" && fs::is_regular_file(data, error)) {
    return data.has_parent_path() ? data.parent_path() : fs::path(".");
  }
  const std::string found = fs::exists(data, error) ? "a file of another name" : "no such file or folder";
  throw InputError({{{data.string(), 0, 0},
                     "DATA",
                     found,
                     "a folder with participants.csv, visits.csv and events.csv, or its visits.csv"}});
}

fs::path write_report(const AnalyseRequest& request, const TrialStudy& study,
                      const trial::TrialRecords& records, const std::vector<trial::AnalysisRow>& analysis,
                      const std::string& analysis_csv) {
  Problems problems;
  const evidence::Record record = evidence::load_record(data_folder() / "evidence", problems);
  const auto published = evidence::read_outcomes(record, problems);
  const auto contradictions = evidence::read_contradictions(record, problems);
  problems.throw_if_any();
  // Only a run of this program leaves a run.json beside its tables.
  const bool simulated = std::filesystem::exists(data_root(request.data) / "run.json");
  const report::TrialReportInput input{study.design, records,        analysis,    study.parameters,
                                       published,    contradictions, version(),   study.design.seed,
                                       study.sha256, simulated,      "study.toml"};
  FolderRequest wanted{request.out, request.force, false, "analyse " + study.sha256};
  wanted.resumable = false;
  wanted.inputs = {data_root(request.data), request.study};
  if (request.study.empty()) wanted.inputs.pop_back();
  ResultsFolder folder(wanted);
  const auto figures = report::trial_figures(input);
  for (const report::Figure& figure : figures) folder.append("figures/" + figure.name + ".svg", figure.svg);
  folder.append("analysis.csv", analysis_csv);
  folder.append("report.html", report::trial_report_html(input, figures));
  folder.commit();
  return request.out / "report.html";
}

}  // namespace

AnalyseResult analyse_data(const AnalyseRequest& request) {
  const fs::path root = data_root(request.data);
  const fs::path protocol = request.study.empty() ? root / "study.toml" : request.study;
  Problems problems;
  const auto study = read_trial_study(protocol, {}, std::nullopt, data_folder(), problems);
  const trial::TrialRecords records = trial::read_records(root, study ? &study->design : nullptr, problems);
  problems.throw_if_any();
  const std::vector<trial::AnalysisRow> analysis = trial::analyse(study->design, records);
  AnalyseResult result{trial::to_csv(analysis), {}};
  if (!request.out.empty())
    result.report = write_report(request, *study, records, analysis, result.analysis_csv);
  return result;
}

}  // namespace azoo::study
