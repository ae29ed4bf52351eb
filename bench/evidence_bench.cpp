// Questions: what does it cost to load the published record, to ask a table, to build the database for SQL,
// to check everything, to draw the map? Goals: start-up below 100 ms, a query below 50 ms, 50 MB. Measured
// figures and the decision stand in bench/README.md and docs/decisions/0013.
#include <benchmark/benchmark.h>
#include <sys/resource.h>

#include "core/files.hpp"
#include "evidence/check.hpp"
#include "evidence/database.hpp"
#include "evidence/query.hpp"
#include "evidence/show.hpp"
#include "report/evidence_map.hpp"

namespace {

using namespace azoo::evidence;

Record shipped() {
  azoo::Problems problems;
  Record record = load_record(azoo::data_folder() / "evidence", problems);
  problems.throw_if_any();
  return record;
}

void load(benchmark::State& timing) {
  for (auto _ : timing) benchmark::DoNotOptimize(shipped().tables().size());
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  timing.counters["peak_MB"] = static_cast<double>(usage.ru_maxrss) * 1024.0 / 1e6;
}
BENCHMARK(load)->Unit(benchmark::kMillisecond);

void ask_a_table(benchmark::State& timing, const char* table, const char* condition) {
  const Record record = shipped();
  for (auto _ : timing) {
    azoo::Problems problems;
    auto sheet = make_sheet(record, Citations(record), table);
    filter(*sheet, {parse_condition(condition, problems)}, record.words(), problems);
    benchmark::DoNotOptimize(sheet->rows.size());
  }
}
BENCHMARK_CAPTURE(ask_a_table, claims_by_other_name, "claims", "target=VASA")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(ask_a_table, experiments_by_marker, "experiments", "markers_up=VASA")
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(ask_a_table, conflicts, "conflicts", "statements~=FSH")->Unit(benchmark::kMillisecond);

void show(benchmark::State& timing) {
  const Record record = shipped();
  for (auto _ : timing) {
    azoo::Problems problems;
    benchmark::DoNotOptimize(show_row(record, "E000-T2-21", problems));
  }
}
BENCHMARK(show)->Unit(benchmark::kMillisecond);

void build_database(benchmark::State& timing) {
  const Record record = shipped();
  for (auto _ : timing) Database database(record);
}
BENCHMARK(build_database)->Unit(benchmark::kMillisecond);

void ask_in_sql(benchmark::State& timing) {
  const Record record = shipped();
  Database database(record);
  for (auto _ : timing) {
    azoo::Problems problems;
    benchmark::DoNotOptimize(
        database.query("select c.target, count(*) from claims c join experiments e on e.id = c.experiment "
                       "group by 1 order by 2",
                       problems));
  }
}
BENCHMARK(ask_in_sql)->Unit(benchmark::kMillisecond);

void check(benchmark::State& timing) {
  const Record record = shipped();
  for (auto _ : timing) {
    azoo::Problems problems;
    check_record(record, problems);
  }
}
BENCHMARK(check)->Unit(benchmark::kMillisecond);

void map(benchmark::State& timing) {
  const Record record = shipped();
  for (auto _ : timing)
    benchmark::DoNotOptimize(
        azoo::report::evidence_map_html(record, azoo::report::evidence_map(record), "0").size());
}
BENCHMARK(map)->Unit(benchmark::kMillisecond);

}  // namespace

BENCHMARK_MAIN();
