#include "cost.hpp"

#include <malloc.h>        // for malloc_trim
#include <sys/resource.h>  // for getrusage

#include <fstream>  // for ifstream, ofstream
#include <string>   // for string

namespace azoo::bench {

bool forget_peak_memory() {
  malloc_trim(0);
  std::ofstream file("/proc/self/clear_refs");
  file << "5\n" << std::flush;
  return file.good();
}

double peak_memory_MB() {
  constexpr double bytes_a_kB = 1024.0;
  std::ifstream status("/proc/self/status");
  for (std::string word; status >> word;) {
    if (word != "VmHWM:") continue;
    double kB = 0.0;
    status >> kB;
    return kB * bytes_a_kB / 1e6;
  }
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_maxrss) * bytes_a_kB / 1e6;
}

}  // namespace azoo::bench
