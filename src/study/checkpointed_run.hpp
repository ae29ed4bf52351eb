// What the runs of all kinds of study share: the results folder and its journal, which pieces of work are
// done, how far the run is, and the record of the run.
#pragma once

#include <atomic>       // for atomic
#include <functional>   // for function
#include <mutex>        // for mutex
#include <optional>     // for optional
#include <string>       // for string
#include <string_view>  // for string_view
#include <vector>       // for vector

#include "study/journal.hpp"         // for Journal
#include "study/results_folder.hpp"  // for ResultsFolder
#include "study/run_record.hpp"      // for StudyIdentity
#include "study/run_request.hpp"     // for RunRequest

namespace azoo::study {

class CheckpointedRun {
 public:
  // Opens the folder; see ResultsFolder for what it throws. `pieces` as in Progress. Request and identity
  // must outlive the run.
  CheckpointedRun(const RunRequest& request, const StudyIdentity& identity, std::string_view pieces);

  // The pieces that progress is counted in: of each replicate, those below this place.
  void count_pieces(std::size_t total, int places);
  // The same where one piece is long: the work that each costs, in any unit.
  void weigh_pieces(std::vector<double> work);
  // How much of a weighed piece is done, 0 to 1, and what is being done. May be called from several threads.
  void tell(std::size_t piece, double share, std::string_view now);
  // This much of it was found kept.
  void tell_kept(std::size_t piece, double share);
  // The payload of a piece that an earlier run has finished.
  [[nodiscard]] std::optional<std::string> kept(Journal::Key key);
  // May be called from several threads. Throws Interrupted when the disk is full.
  void keep(Journal::Key key, std::string_view payload);

  // work(piece) once for each piece, on the request's threads; throws Interrupted when it was stopped.
  void for_each(std::size_t pieces, const std::function<void(std::size_t)>& work) const;
  void stop_if_asked() const;
  // What `work` throws as InputError concerns the study file; no resume could mend it.
  void with_study_faults(const std::function<void()>& work);

  [[nodiscard]] ResultsFolder& folder() { return folder_; }
  // Adds parameters.csv, study.toml and run.json and gives the folder its name.
  void finish(const std::string& parameters_csv, const std::string& study_toml);

 private:
  void show(std::size_t done, std::string_view now = {});

  const RunRequest& request_;
  const StudyIdentity& identity_;
  std::string_view pieces_;
  ResultsFolder folder_;
  Journal journal_;
  std::atomic<std::size_t> computed_ = 0;
  std::atomic<std::size_t> from_checkpoint_ = 0;
  std::atomic<std::size_t> done_ = 0;
  std::size_t total_ = 0;
  int places_ = 0;
  std::mutex mutex_;               // of what follows
  std::vector<double> work_;       // of each piece, all together 1; empty: all alike
  std::vector<double> part_done_;  // of each piece, 0 to 1
  double kept_share_ = 0.0;
};

}  // namespace azoo::study
