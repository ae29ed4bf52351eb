// How well are known complexes found, at what cost? Docks every complex of a folder (NAME/receptor.pdb,
// ligand.pdb, reference.pdb, packed or not) and prints the tables by which the docking is judged:
//   docking_quality FOLDER [--preset default] [--weights balanced] [--threads 0] [--only 1AVX,1AY7]
//                   [--log bench/docking/dev-log.csv --commit HASH --note TEXT]
// CPU seconds are those of dock() alone, all threads together. Threads 0: all cores.
#include <fmt/format.h>

#include <algorithm>  // for find
#include <cstdio>     // for stderr
#include <string>     // for string

#include "arguments.hpp"            // for Arguments, refuse
#include "complex_result.hpp"       // for ComplexResult
#include "core/files.hpp"           // for data_folder
#include "core/parameters.hpp"      // for ParameterSet
#include "cost.hpp"                 // for cpu_seconds, peak_memory_MB
#include "dev_log.hpp"              // for append_to_log
#include "docking/dock.hpp"         // for dock
#include "docking/presets.hpp"      // for load_preset
#include "docking/score_model.hpp"  // for load_score_model
#include "quality_tables.hpp"       // for row_of, totals
#include "training_set.hpp"         // for complex_names, load_complex

namespace azoo::bench {
namespace {

using docking::CapriClass;

struct Run {
  std::filesystem::path folder;
  std::vector<std::string> names;
  std::string set;  // "dev", or "dev 2 of 12: 1AVX 1AY7"
  docking::DockOptions options;
};

Run run_of(const Arguments& arguments) {
  if (arguments.words().size() != 1)
    refuse("folder", std::to_string(arguments.words().size()) + " names", "one folder of complexes");
  Run run;
  run.folder = arguments.words()[0];
  if (!std::filesystem::is_directory(run.folder))
    refuse("folder", run.folder.string(), "a folder that is there");
  const auto all = docking::complex_names(run.folder);
  const auto only = arguments.list("only");
  for (const std::string& name : only)
    if (std::find(all.begin(), all.end(), name) == all.end())
      refuse("--only", name, "a complex of the folder");
  run.names = only.empty() ? all : only;
  if (run.names.empty()) refuse("folder", run.folder.string(), "a folder with complexes in it");
  const auto whole = std::filesystem::weakly_canonical(run.folder);
  run.set = (whole.has_filename() ? whole : whole.parent_path()).filename().string();
  if (run.names.size() < all.size()) {
    run.set += fmt::format(" {} of {}:", run.names.size(), all.size());
    for (const std::string& name : run.names) run.set += " " + name;
  }
  run.options.preset = arguments.value("preset", "default");
  run.options.weights = arguments.value("weights", "balanced");
  run.options.threads = arguments.count("threads", 0);
  return run;
}

ComplexResult measured(const Run& run, const std::string& name, const ParameterSet& parameters) {
  ComplexResult result;
  result.name = name;
  try {
    const docking::Complex complex = docking::load_complex(run.folder, name);
    (void)forget_peak_memory();
    Problems problems;
    docking::DockResult docked;
    result.cpu_s = cpu_seconds(
        [&] { docked = docking::dock(complex.receptor, complex.ligand, parameters, run.options, problems); });
    result.memory_MB = peak_memory_MB();
    problems.throw_if_any();
    result.record = docked.record;
    result.poses = quality_of_poses(docked, complex.reference);
    result.clusters = quality_of_clusters(docked, complex.reference);
  } catch (const std::exception& fault) {
    result.failure = fault.what();
  }
  return result;
}

std::vector<ComplexResult> run_all(const Run& run, const ParameterSet& parameters) {
  fmt::print("{}, preset {}, weights {}\n\n{}", run.set, run.options.preset, run.options.weights, heading());
  std::vector<ComplexResult> results;
  for (const std::string& name : run.names) {
    fmt::print(stderr, "docking {} ({} of {})\n", name, results.size() + 1, run.names.size());
    results.push_back(measured(run, name, parameters));
    fmt::print("{}", row_of(results.back()));
    std::fflush(stdout);
  }
  fmt::print("\n{}", totals(results));
  return results;
}

LoggedRun logged(const Run& run, const Arguments& arguments, std::span<const ComplexResult> results) {
  const auto failed =
      std::count_if(results.begin(), results.end(), [](const auto& r) { return !r.failure.empty(); });
  std::string note = arguments.value("note", "");
  if (failed > 0) note += fmt::format("{}{} failed", note.empty() ? "" : "; ", failed);
  return {arguments.value("commit", ""),
          run.options.preset,
          run.options.weights,
          run.set,
          with_cluster(results, 1, CapriClass::acceptable),
          with_cluster(results, 10, CapriClass::acceptable),
          with_pose(results, 100, CapriClass::acceptable),
          with_pose(results, 1000, CapriClass::acceptable),
          mean_cpu_s(results),
          peak_memory_MB(results),
          note};
}

int run_quality(int argc, const char* const* argv) {
  const Arguments arguments(argc, argv, {"preset", "weights", "threads", "only", "log", "commit", "note"});
  const Run run = run_of(arguments);
  const std::filesystem::path log = arguments.value("log", "");
  if (!log.empty()) check_log(log, arguments.value("commit", ""));
  if (log.empty() && run.set.starts_with("dev"))
    fmt::print(stderr, "Runs on dev are logged: give --log bench/docking/dev-log.csv and --commit.\n");
  Problems problems;
  const ParameterSet parameters = ParameterSet::load(data_folder(), problems);
  problems.throw_if_any();
  (void)docking::load_preset(parameters, run.options.preset, problems);
  (void)docking::load_score_model(parameters, run.options.weights, problems);
  problems.throw_if_any();
  const auto results = run_all(run, parameters);
  if (!log.empty()) append_to_log(log, logged(run, arguments, results));
  return std::all_of(results.begin(), results.end(), [](const auto& r) { return r.failure.empty(); }) ? 0 : 1;
}

}  // namespace
}  // namespace azoo::bench

int main(int argc, char** argv) {
  try {
    return azoo::bench::run_quality(argc, argv);
  } catch (const std::exception& fault) {
    fmt::print(stderr, "{}\n", fault.what());
    return 2;
  }
}
