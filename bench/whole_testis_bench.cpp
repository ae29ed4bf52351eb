// How fast is a whole testis? Questions: CPU seconds and memory of the whole mouse testis over 120 days and
// of the whole rat testis over 60; is the cost linear in sites; what do two threads gain beside a loop that
// computes only; how far from the memory's bandwidth is a step?
#include <benchmark/benchmark.h>
#include <sys/resource.h>

#include <chrono>
#include <numeric>
#include <optional>
#include <vector>

#include "core/files.hpp"
#include "core/parallel.hpp"
#include "core/parameters.hpp"
#include "core/random.hpp"
#include "testis/whole_testis.hpp"

namespace {

using namespace azoo;
using namespace azoo::testis;

const ParameterSet& shipped() {
  static const ParameterSet set = [] {
    Problems problems;
    return ParameterSet::load(data_folder() / "species", problems);
  }();
  return set;
}

double peak_MB() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_maxrss) / 1e3;
}

double germ_cells(const Sheet& sheet) {
  const Totals totals = sheet.totals();
  return std::accumulate(totals.cells.begin(), totals.cells.end(), totals.stem_cells());
}

void run_whole(benchmark::State& state, const char* name, int days) {
  const Species species = Species::from(shipped(), name);
  const WholeTestis testis = whole_testis(species, shipped());
  const std::vector<SegmentConditions> healthy(testis.plans.size());
  for (auto _ : state) {
    Sheet sheet(species, testis.shape, testis.plans, 1, 0, 0, 0);
    sheet.settle(healthy);
    for (int day = 0; day < days; ++day) sheet.step(healthy);
    state.counters["germ_cells"] = germ_cells(sheet);
    state.counters["bytes_per_site"] = sheet.bytes_per_site();
  }
  state.counters["peak_MB"] = peak_MB();
}

void whole_mouse_120_d(benchmark::State& state) {
  run_whole(state, "mouse", 120);
}
BENCHMARK(whole_mouse_120_d)->Unit(benchmark::kSecond)->Iterations(1);

void whole_rat_60_d(benchmark::State& state) {
  run_whole(state, "rat", 60);
}
BENCHMARK(whole_rat_60_d)->Unit(benchmark::kSecond)->Iterations(1);

// Pieces of tubule of the mouse, `range(0)` sites in all.
struct Pieces {
  explicit Pieces(double sites) : species(Species::from(shipped(), "mouse")), healthy(pieces) {
    SheetShape shape;
    shape.sites_around = species.geometry.sites_around(species.sertoli_cells_per_testis);
    shape.sites_along = static_cast<int>(sites / (pieces * shape.sites_around));
    sheet.emplace(species, shape, std::vector<SegmentPlan>(pieces), 1, 0, 0, 0);
    sheet->settle(healthy);
  }
  static constexpr int pieces = 4;
  Species species;
  std::vector<SegmentConditions> healthy;
  std::optional<Sheet> sheet;
};

void one_day_by_sites(benchmark::State& state) {
  Pieces mouse(static_cast<double>(state.range(0)));
  for (auto _ : state) mouse.sheet->step(mouse.healthy);
  const auto sites = static_cast<double>(state.range(0));
  const auto rate = benchmark::Counter::kIsIterationInvariantRate;
  state.counters["sites"] = benchmark::Counter(sites, rate);
  state.counters["cohort_updates"] = benchmark::Counter(sites * cohort_slots, rate);
  state.counters["state_bytes"] = benchmark::Counter(sites * mouse.sheet->bytes_per_site(), rate);
}
BENCHMARK(one_day_by_sites)
    ->Unit(benchmark::kMillisecond)
    ->Arg(10'000)
    ->Arg(100'000)
    ->Arg(1'000'000)
    ->Arg(10'000'000)
    ->Arg(40'000'000);

template <class Work>
double seconds(Work work) {
  const auto begin = std::chrono::steady_clock::now();
  work();
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

// Wall times, best of seven; the control is arithmetic on registers alone.
void two_threads(benchmark::State& state) {
  Pieces mouse(1'000'000.0);
  const RandomStream stream({1, 0, 0, Stream::known_answer_test});
  std::vector<std::uint32_t> sums(64);
  const auto control = [&](unsigned threads) {
    parallel_for(sums.size(), threads, [&](std::size_t i) {
      for (std::uint32_t n = 0; n < 200'000; ++n)
        sums[i] ^= stream.block(n, static_cast<std::uint32_t>(i), 0)[0];
    });
  };
  for (auto _ : state) {
    double best[2][2] = {{1e9, 1e9}, {1e9, 1e9}};
    for (int turn = 0; turn < 7; ++turn) {
      for (const unsigned threads : {1U, 2U}) {
        best[0][threads - 1] =
            std::min(best[0][threads - 1], seconds([&] { mouse.sheet->step(mouse.healthy, threads); }));
        best[1][threads - 1] = std::min(best[1][threads - 1], seconds([&] { control(threads); }));
      }
    }
    state.counters["speed_up"] = best[0][0] / best[0][1];
    state.counters["control"] = best[1][0] / best[1][1];
  }
  benchmark::DoNotOptimize(sums);
}
BENCHMARK(two_threads)->Unit(benchmark::kSecond)->Iterations(1);

// a = b + 3 c over arrays far larger than any cache (the triad of McCalpin's STREAM): bytes a second.
void memory_bandwidth(benchmark::State& state) {
  constexpr std::size_t count = 1U << 25;
  std::vector<double> a(count, 1.0);
  std::vector<double> b(count, 2.0);
  std::vector<double> c(count, 3.0);
  for (auto _ : state) {
    for (std::size_t i = 0; i < count; ++i) a[i] = b[i] + 3.0 * c[i];
    benchmark::ClobberMemory();
  }
  state.counters["bytes"] =
      benchmark::Counter(3.0 * sizeof(double) * count, benchmark::Counter::kIsIterationInvariantRate);
}
BENCHMARK(memory_bandwidth)->Unit(benchmark::kMillisecond);

}  // namespace

BENCHMARK_MAIN();
