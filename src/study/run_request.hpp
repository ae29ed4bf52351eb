// What is asked of a run of any kind of study, and what comes back.
#pragma once

#include <cstdint>      // for uint64_t
#include <filesystem>   // for path
#include <functional>   // for function
#include <optional>     // for optional
#include <string>       // for string
#include <string_view>  // for string_view
#include <vector>       // for vector

#include "core/parallel.hpp"  // for StopFlag

namespace azoo::study {

// What a run cost; measured by the program, since the library reads no clock.
struct Execution {
  std::string started;  // UTC, ISO 8601
  std::string finished;
  double wall_s = 0.0;
  double cpu_s = 0.0;
  double peak_memory_MB = 0.0;
};

// How far a run is: pieces of work, and what they are ("men followed to the end").
struct Progress {
  std::size_t done = 0;
  std::size_t total = 0;
  std::string_view pieces;
  double share = 0.0;    // of all work, with what is done of the pieces on their way; 0 to 1
  double kept = 0.0;     // of the share, what an interrupted run had done: it took no time
  std::string_view now;  // what is being done ("A001: day 31 of 120"); may be empty
};

struct RunRequest {
  std::filesystem::path study;
  std::filesystem::path out;
  std::vector<std::string> overrides;  // --set
  std::optional<std::uint64_t> seed;
  bool force = false;
  bool resume = false;
  unsigned threads = 0;  // 0: all cores
  const StopFlag* stop = nullptr;
  std::function<void(const Progress&)> progress;  // may be called from any thread
  std::function<Execution()> execution;
};

struct RunSummary {
  std::filesystem::path report;    // report.html, or the folder when there is no report
  std::vector<std::string> lines;  // what a person wants to know first
};

}  // namespace azoo::study
