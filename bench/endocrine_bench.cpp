// Questions: what does one patient's hormone axis cost over 300 days with daily coupling to the tissue -
// without drugs, and under hCG twice weekly with daily clomiphene - and what does a steady state cost?
// Measured (2.4 GHz, two cores shared with other work, g++ 12 -O2, CPU time): 3.9 ms without drugs, 35 ms on
// both drugs, 11 us a steady state, all with ARKODE. CVODE took 13 ms and 63 ms, RODAS of our own 1.0 ms and
// 12 ms; docs/decisions/0008 rests on this.
#include <benchmark/benchmark.h>

#include <vector>

#include "core/files.hpp"
#include "endocrine/axis.hpp"

namespace {

using namespace azoo::endocrine;

AxisParameters shipped() {
  azoo::Problems problems;
  const auto parameters = azoo::ParameterSet::load(azoo::data_folder(), problems);
  problems.throw_if_any();
  return axis_parameters(parameters);
}

// Tissue that recovers a little every day, so that the axis never rests.
TissueState tissue_on(int day) {
  const double grown = static_cast<double>(day) / 300.0;
  return {0.4, 0.1 + 0.3 * grown, 0.2 * grown, 0.8};
}

void three_hundred_days(benchmark::State& timing, bool drugs) {
  const AxisParameters parameters = shipped();
  for (auto _ : timing) {
    Axis axis(parameters, SetPoints{});
    axis.settle(tissue_on(0));
    for (int day = 0; day < 300; ++day) {
      std::vector<Dose> doses;
      if (drugs) {
        if (day % 7 == 0 || day % 7 == 3) doses.push_back({Drug::hcg, day + 0.0, 1000.0});
        doses.push_back({Drug::clomiphene, day + 0.0, 50.0});
      }
      axis.advance(day + 1.0, tissue_on(day), doses);
    }
    benchmark::DoNotOptimize(axis.state().fsh_IU_per_L);
  }
}

void without_drugs(benchmark::State& timing) {
  three_hundred_days(timing, false);
}
void on_hcg_and_clomiphene(benchmark::State& timing) {
  three_hundred_days(timing, true);
}
void settle(benchmark::State& timing) {
  Axis axis(shipped(), SetPoints{});
  for (auto _ : timing) axis.settle(tissue_on(0));
}

BENCHMARK(without_drugs)->Unit(benchmark::kMillisecond);
BENCHMARK(on_hcg_and_clomiphene)->Unit(benchmark::kMillisecond);
BENCHMARK(settle)->Unit(benchmark::kMicrosecond);

}  // namespace

BENCHMARK_MAIN();
