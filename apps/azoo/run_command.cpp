#include <sys/resource.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <cstdio>
#include <ctime>
#include <filesystem>
#include <mutex>
#include <optional>

#include "azoo/commands.hpp"
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

// One line on the terminal, redrawn at most ten times a second.
class ProgressLine {
 public:
  explicit ProgressLine(bool shown) : shown_(shown) {}
  ~ProgressLine() {
    if (drawn_) std::fputs("\r\033[K", stderr);
  }

  void update(const study::Progress& progress) {
    const std::size_t done = progress.done;
    const std::size_t total = progress.total;
    if (!shown_) return;
    const std::lock_guard lock(mutex_);
    const auto now = std::chrono::steady_clock::now();
    if (drawn_ && done < total && now - last_ < std::chrono::milliseconds(100)) return;
    const double elapsed = std::chrono::duration<double>(now - begin_).count();
    if (!first_done_) first_done_ = done;  // what a checkpoint brought took no time
    const std::size_t worked = done - *first_done_;
    const double left =
        worked == 0 ? 0.0 : elapsed * static_cast<double>(total - done) / static_cast<double>(worked);
    std::fprintf(stderr, "\r\033[K%zu of %zu %.*s", done, total, static_cast<int>(progress.pieces.size()),
                 progress.pieces.data());
    if (worked > 0) std::fprintf(stderr, ", about %.0f s left", left);
    last_ = now;
    drawn_ = true;
  }

 private:
  bool shown_;
  bool drawn_ = false;
  std::optional<std::size_t> first_done_;
  std::mutex mutex_;
  std::chrono::steady_clock::time_point begin_ = std::chrono::steady_clock::now();
  std::chrono::steady_clock::time_point last_ = begin_;
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
