#include "dev_log.hpp"

#include <fmt/format.h>

#include <algorithm>  // for all_of
#include <vector>     // for vector

#include "arguments.hpp"   // for refuse
#include "core/csv.hpp"    // for csv_line, read_csv
#include "core/files.hpp"  // for read_file, write_file

namespace azoo::bench {
namespace {

const std::vector<std::string>& columns() {
  static const std::vector<std::string> names{
      "commit",        "preset",         "weights",      "set",
      "top1_clusters", "top10_clusters", "top100_poses", "top1000_poses",
      "mean_cpu_s",    "peak_memory_MB", "note"};
  return names;
}

bool is_hash(std::string text) {
  if (text.ends_with('+')) text.pop_back();
  return text.size() >= 7 && text.size() <= 40 && std::all_of(text.begin(), text.end(), [](char c) {
           return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
         });
}

}  // namespace

void check_log(const std::filesystem::path& log, const std::string& commit) {
  if (!is_hash(commit))
    refuse("--commit", commit, "7 to 40 hexadecimal digits, '+' behind them with open changes");
  Problems problems;
  const CsvTable table = read_csv(log, problems);
  problems.throw_if_any();
  std::string line = csv_line(columns());
  line.pop_back();
  if (table.header != columns()) refuse("--log", log.string(), "a table with the columns " + line);
}

void append_to_log(const std::filesystem::path& log, const LoggedRun& run) {
  Problems problems;
  auto text = read_file(log, problems);
  problems.throw_if_any();
  if (!text->ends_with('\n')) *text += '\n';
  *text += csv_line({run.commit, run.preset, run.weights, run.set, std::to_string(run.top1_clusters),
                     std::to_string(run.top10_clusters), std::to_string(run.top100_poses),
                     std::to_string(run.top1000_poses), fmt::format("{:.1f}", run.mean_cpu_s),
                     fmt::format("{:.0f}", run.peak_memory_MB), run.note});
  write_file(log, *text);
}

}  // namespace azoo::bench
