#include <sys/resource.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <cstdio>
#include <ctime>
#include <filesystem>
#include <string_view>

#include "azoo/commands.hpp"
#include "azoo/progress_line.hpp"
#include "core/problem.hpp"
#include "study/results_folder.hpp"
#include "study/run_study.hpp"

namespace azoo::app {

namespace {

StopFlag stop_requested{false};

void request_stop(int) {
  stop_requested = true;
  // A second Ctrl-C ends at once; the journal stays whole whatever happens.
  std::signal(SIGINT, SIG_DFL);
  if (isatty(STDERR_FILENO) == 0) return;
  constexpr std::string_view text = "\r\033[Kstopping and keeping what is done; Ctrl-C again ends at once\n";
  if (write(STDERR_FILENO, text.data(), text.size()) < 0) return;  // nobody to tell
}

std::string utc_now() {
  const std::time_t now = std::time(nullptr);
  std::tm parts{};
  gmtime_r(&now, &parts);
  char text[32];
  std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &parts);
  return text;
}

double seconds(const timeval& time) {
  return static_cast<double>(time.tv_sec) + 1e-6 * static_cast<double>(time.tv_usec);
}

// Measures what the run costs from its construction on.
class Meter {
 public:
  Meter() : started_(utc_now()), begin_(std::chrono::steady_clock::now()) {}

  study::Execution read() const {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    study::Execution execution;
    execution.started = started_;
    execution.finished = utc_now();
    execution.wall_s = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin_).count();
    execution.cpu_s = seconds(usage.ru_utime) + seconds(usage.ru_stime);
    constexpr double kilobytes_per_megabyte = 1000.0;
    execution.peak_memory_MB = static_cast<double>(usage.ru_maxrss) * 1.024 / kilobytes_per_megabyte;
    return execution;
  }

 private:
  std::string started_;
  std::chrono::steady_clock::time_point begin_;
};

}  // namespace

int run_command(const Arguments& arguments) {
  study::RunRequest request;
  request.study = arguments.input;
  request.out = arguments.out.empty()
                    ? std::filesystem::path("results") / std::filesystem::path(arguments.input).stem()
                    : std::filesystem::path(arguments.out);
  request.overrides = arguments.overrides;
  request.seed = arguments.seed;
  request.force = arguments.force;
  request.resume = arguments.resume;
  request.threads = arguments.threads;
  if (arguments.check) {
    study::check_study(request);
    if (!arguments.quiet) std::printf("%s: no faults found\n", arguments.input.c_str());
    return 0;
  }
  const Meter meter;
  request.execution = [&meter] { return meter.read(); };
  request.stop = &stop_requested;
  std::signal(SIGINT, request_stop);
  std::signal(SIGTERM, request_stop);
  ProgressLine progress(!arguments.quiet && isatty(STDERR_FILENO) != 0);
  request.progress = [&progress](const study::Progress& at) { progress.update(at); };
  try {
    const study::RunSummary summary = study::run_study(request);
    progress.wipe();
    if (!arguments.quiet) {
      for (const std::string& line : summary.lines) std::printf("%s\n", line.c_str());
      const bool page = summary.report.extension() == ".html";
      std::printf("%s: %s\n", page ? "Report" : "Results", summary.report.c_str());
    }
  } catch (const Interrupted& error) {
    throw Interrupted(std::string(error.what()) + "; what is done is kept in " +
                      study::partial_path(request.out).string() +
                      ": go on with the same command and --resume");
  }
  return 0;
}

}  // namespace azoo::app
