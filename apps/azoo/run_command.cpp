#include <unistd.h>

#include <cstdio>
#include <filesystem>

#include "azoo/commands.hpp"
#include "azoo/progress_line.hpp"
#include "azoo/run_meter.hpp"
#include "azoo/stop_signal.hpp"
#include "core/problem.hpp"
#include "study/results_folder.hpp"
#include "study/run_study.hpp"

namespace azoo::app {

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
  const RunMeter meter;
  request.execution = [&meter] { return meter.read(); };
  // What is killed all the same leaves its journal whole.
  request.stop = stop_on_signals("stopping and keeping what is done");
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
