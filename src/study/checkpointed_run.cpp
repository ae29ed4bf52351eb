#include "study/checkpointed_run.hpp"

#include <filesystem>
#include <vector>

#include "core/parallel.hpp"
#include "core/problem.hpp"

namespace azoo::study {

namespace {

FolderRequest folder_request(const RunRequest& request, std::string identity) {
  FolderRequest folder{request.out, request.force, request.resume, std::move(identity)};
  // The study.toml of an earlier result is written again, any other study file would be lost.
  std::error_code error;
  if (!std::filesystem::equivalent(request.study, request.out / "study.toml", error))
    folder.inputs.push_back(request.study);
  return folder;
}

}  // namespace

CheckpointedRun::CheckpointedRun(const RunRequest& request, const StudyIdentity& identity,
                                 std::string_view pieces)
    : request_(request),
      identity_(identity),
      pieces_(pieces),
      folder_(folder_request(request, run_identity(identity))),
      journal_(folder_.journal_file()) {}

void CheckpointedRun::show(std::size_t done) const {
  if (request_.progress) request_.progress({done, total_, pieces_});
}

void CheckpointedRun::count_pieces(std::size_t total, int places) {
  total_ = total;
  places_ = places;
  done_ = journal_.size_below(places);
  show(done_);
}

std::optional<std::string> CheckpointedRun::kept(Journal::Key key) {
  auto payload = journal_.read(key);
  if (payload) ++from_checkpoint_;
  return payload;
}

void CheckpointedRun::keep(Journal::Key key, std::string_view payload) {
  journal_.append(key, payload);
  ++computed_;
  if (key.second < places_) show(++done_);
}

void CheckpointedRun::for_each(std::size_t pieces, const std::function<void(std::size_t)>& work) const {
  if (!parallel_for(pieces, request_.threads, work, request_.stop)) throw Interrupted("stopped by a signal");
}

void CheckpointedRun::stop_if_asked() const {
  if (request_.stop != nullptr && *request_.stop) throw Interrupted("stopped by a signal");
}

void CheckpointedRun::with_study_faults(const std::function<void()>& work) {
  try {
    work();
  } catch (const InputError& error) {
    folder_.discard();
    std::vector<Problem> problems = error.problems();
    for (Problem& problem : problems) problem.place.file = request_.study.string();
    throw InputError(std::move(problems));
  }
}

void CheckpointedRun::finish(const std::string& parameters_csv, const std::string& study_toml) {
  folder_.append("parameters.csv", parameters_csv);
  folder_.append("study.toml", study_toml);
  const Execution execution = request_.execution ? request_.execution() : Execution{};
  folder_.append("run.json", run_json(identity_, execution, request_.threads, {computed_, from_checkpoint_}));
  folder_.commit();
}

}  // namespace azoo::study
