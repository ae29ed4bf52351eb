// The log of runs on the complexes that results are reported on: one row a run, no date, so that the file
// tells how often they were looked at and with which version.
#pragma once

#include <cstddef>     // for size_t
#include <filesystem>  // for path
#include <string>      // for string

namespace azoo::bench {

struct LoggedRun {
  std::string commit;
  std::string preset;
  std::string weights;
  std::string set;
  std::size_t top1_clusters = 0;  // complexes with an acceptable or better one among them
  std::size_t top10_clusters = 0;
  std::size_t top100_poses = 0;
  std::size_t top1000_poses = 0;
  double mean_cpu_s = 0.0;
  double peak_memory_MB = 0.0;
  std::string note;
};

// Throws InputError: no such log, other columns, a commit that is no hexadecimal hash of 7 to 40 digits ('+'
// behind it: with changes not yet committed). Called before the run, which takes long.
void check_log(const std::filesystem::path& log, const std::string& commit);
void append_to_log(const std::filesystem::path& log, const LoggedRun& run);

}  // namespace azoo::bench
