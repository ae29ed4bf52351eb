// How fast does the seminiferous epithelium run? Questions: CPU time of one man's 300 days with all tubules
// active and with 15 % active; transitions of cohorts per second; bytes a site.
#include <benchmark/benchmark.h>

#include <vector>

#include "core/files.hpp"
#include "core/parameters.hpp"
#include "testis/sheet.hpp"

namespace {

using namespace azoo;
using namespace azoo::testis;

Species read_man() {
  Problems problems;
  return Species::from(ParameterSet::load(data_folder() / "species", problems), "human");
}

void days_of_one_man(benchmark::State& state) {
  const Species man = read_man();
  const int segments = 40;
  const auto active = static_cast<int>(state.range(0));
  std::vector<SegmentPlan> plans(segments);
  for (int s = active; s < segments; ++s)
    plans[static_cast<std::size_t>(s)].state = SegmentState::sertoli_only;
  const std::vector<SegmentConditions> healthy(segments);
  constexpr int days = 300;
  double bytes = 0.0;
  for (auto _ : state) {
    Sheet sheet(man, SheetShape{24, 8, 1.0}, plans, 1, 0, 0, 0);
    sheet.settle(healthy);
    for (int day = 0; day < days; ++day) sheet.step(healthy);
    benchmark::DoNotOptimize(sheet.totals());
    bytes = sheet.bytes_per_site();
  }
  const double site_days = static_cast<double>(active) * 192 * days;
  // Every cohort slot is looked at each step; at steady state each site has `transitions / cycle` events a
  // day.
  const double transitions = static_cast<double>(TransitionChain(man).size()) / man.cycle_d;
  const auto rate = benchmark::Counter::kIsIterationInvariantRate;
  state.counters["cohort_updates"] = benchmark::Counter(site_days * cohort_slots, rate);
  state.counters["transitions"] = benchmark::Counter(site_days * transitions, rate);
  state.counters["bytes_per_site"] = bytes;
}
BENCHMARK(days_of_one_man)->Arg(40)->Arg(6)->Unit(benchmark::kMillisecond);

void settling_one_man(benchmark::State& state) {
  const Species man = read_man();
  const std::vector<SegmentConditions> healthy(40);
  Sheet sheet(man, SheetShape{24, 8, 1.0}, std::vector<SegmentPlan>(40), 1, 0, 0, 0);
  for (auto _ : state) sheet.settle(healthy);
}
BENCHMARK(settling_one_man)->Unit(benchmark::kMillisecond);

}  // namespace

BENCHMARK_MAIN();
