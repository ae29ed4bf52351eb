// How far a run is, in one line on the terminal of a person who waits.
#pragma once

#include <chrono>  // for steady_clock
#include <mutex>   // for mutex

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
  void wipe();

 private:
  bool shown_;
  bool drawn_ = false;
  bool tells_work_ = false;  // has told of the work on a piece
  std::mutex mutex_;
  std::chrono::steady_clock::time_point begin_ = std::chrono::steady_clock::now();
  std::chrono::steady_clock::time_point last_ = begin_;
};

}  // namespace azoo::app
