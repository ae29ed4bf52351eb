#include "study/checkpointed_run.hpp"

#include <filesystem>
#include <numeric>
#include <utility>
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

void CheckpointedRun::show(std::size_t done, std::string_view now) {
  if (!request_.progress) return;
  const std::lock_guard lock(mutex_);
  double share = total_ > 0 ? static_cast<double>(done) / static_cast<double>(total_) : 0.0;
  if (!work_.empty()) share = std::inner_product(work_.begin(), work_.end(), part_done_.begin(), 0.0);
  request_.progress({done, total_, pieces_, share, kept_share_, now});
}

void CheckpointedRun::count_pieces(std::size_t total, int places) {
  total_ = total;
  places_ = places;
  done_ = journal_.size_below(places);
  if (total > 0) kept_share_ = static_cast<double>(done_) / static_cast<double>(total);
  show(done_);
}

void CheckpointedRun::weigh_pieces(std::vector<double> work) {
  const double all = std::accumulate(work.begin(), work.end(), 0.0);
  for (double& piece : work) piece /= all;
  total_ = work.size();
  places_ = static_cast<int>(work.size());
  work_ = std::move(work);
  part_done_.assign(total_, 0.0);
  for (std::size_t piece = 0; piece < total_; ++piece) {
    if (!journal_.has({0, static_cast<int>(piece)})) continue;
    part_done_[piece] = 1.0;
    kept_share_ += work_[piece];
  }
  done_ = journal_.size_below(places_);
  show(done_);
}

void CheckpointedRun::tell(std::size_t piece, double share, std::string_view now) {
  if (!request_.progress) return;
  {
    const std::lock_guard lock(mutex_);
    part_done_[piece] = share;
  }
  show(done_, now);
}

void CheckpointedRun::tell_kept(std::size_t piece, double share) {
  const std::lock_guard lock(mutex_);
  kept_share_ += work_[piece] * share;
}

std::optional<std::string> CheckpointedRun::kept(Journal::Key key) {
  auto payload = journal_.read(key);
  if (payload) ++from_checkpoint_;
  return payload;
}

void CheckpointedRun::keep(Journal::Key key, std::string_view payload) {
  journal_.append(key, payload);
  ++computed_;
  if (key.second >= places_) return;
  if (!work_.empty()) {
    const std::lock_guard lock(mutex_);
    part_done_[static_cast<std::size_t>(key.second)] = 1.0;
  }
  show(++done_);
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
