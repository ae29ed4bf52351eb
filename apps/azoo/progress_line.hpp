// How far a run is, in one line on the terminal of a person who waits.
#pragma once

#include <chrono>  // for steady_clock
#include <mutex>   // for mutex
#include <string>  // for string

#include "docking/dock.hpp"       // for DockProgress
#include "study/run_request.hpp"  // for Progress

namespace azoo::app {

// On standard error, redrawn at most ten times a second, wiped at the end.
class ProgressLine {
 public:
  explicit ProgressLine(bool shown) : shown_(shown) {}
  ~ProgressLine() { wipe(); }
  ProgressLine(const ProgressLine&) = delete;
  ProgressLine& operator=(const ProgressLine&) = delete;

  void update(const study::Progress& progress);
  void update(const docking::DockProgress& progress);
  void wipe();

 private:
  // "35 %, about 40 s left: " and the rest; unless drawn a moment ago, when there is no news. Under the lock.
  void draw(double share, double kept, const std::string& rest, bool news);

  bool shown_;
  bool drawn_ = false;
  bool tells_work_ = false;  // has told of the work on a piece
  std::string stage_;        // of docking, last told
  std::mutex mutex_;
  std::chrono::steady_clock::time_point begin_ = std::chrono::steady_clock::now();
  std::chrono::steady_clock::time_point last_ = begin_;
};

}  // namespace azoo::app
