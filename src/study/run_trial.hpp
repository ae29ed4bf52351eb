// Runs a trial study from its file to a finished results folder: read, check, simulate place by place with
// checkpoints, assemble, analyse, report.
#pragma once

#include <cstdint>     // for uint64_t
#include <filesystem>  // for path
#include <functional>  // for function
#include <optional>    // for optional
#include <string>      // for string
#include <vector>      // for vector

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

struct RunRequest {
  std::filesystem::path study;
  std::filesystem::path out;
  std::vector<std::string> overrides;  // --set
  std::optional<std::uint64_t> seed;
  bool force = false;
  bool resume = false;
  unsigned threads = 0;  // 0: all cores
  const StopFlag* stop = nullptr;
  std::function<void(std::size_t done, std::size_t total)> progress;  // may be called from any thread
  std::function<Execution()> execution;
};

struct RunSummary {
  std::filesystem::path report;
  std::vector<std::string> lines;  // what a person wants to know first
};

// Reads and checks only; throws InputError with every fault.
void check_study(const RunRequest& request);

// Throws InputError before work starts, Interrupted when stopped or when the disk is full: then OUT.partial
// holds the checkpoint.
[[nodiscard]] RunSummary run_study(const RunRequest& request);

}  // namespace azoo::study
