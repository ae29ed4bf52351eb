// What does one man of the phase I trial cost, from screening to day 180? CPU time of one thread.
#include <benchmark/benchmark.h>

#include <filesystem>

#include "core/files.hpp"
#include "core/problem.hpp"
#include "study/trial_study.hpp"
#include "trial/conduct.hpp"

namespace {

void one_man(benchmark::State& state, const char* file) {
  azoo::Problems problems;
  const auto data = azoo::data_folder();
  const auto study =
      azoo::study::read_trial_study(data.parent_path() / "studies" / file, {}, std::nullopt, data, problems);
  problems.throw_if_any();
  const azoo::trial::Conduct conduct(study->design, study->parameters, study->design.seed);
  int place = 0;
  for (auto _ : state) {
    benchmark::DoNotOptimize(conduct.fill_place(0, place++ % conduct.places()));
  }
  state.counters["CPU_s_per_man"] =
      benchmark::Counter(1.0, benchmark::Counter::kIsIterationInvariantRate | benchmark::Counter::kInvert);
}

BENCHMARK_CAPTURE(one_man, phase1_2024, "phase1-2024.toml")->Unit(benchmark::kMillisecond)->Iterations(160);
BENCHMARK_CAPTURE(one_man, phase1_2024_separated, "phase1-2024-separated.toml")
    ->Unit(benchmark::kMillisecond)
    ->Iterations(280);

}  // namespace

BENCHMARK_MAIN();
