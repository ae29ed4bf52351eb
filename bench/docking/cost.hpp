// What work costs: CPU seconds of the whole process, wall seconds, and the most memory that was in use.
#pragma once

#include <chrono>  // for steady_clock
#include <ctime>   // for clock

namespace azoo::bench {

// All threads of the process together.
template <class Work>
double cpu_seconds(Work work) {
  const std::clock_t begin = std::clock();
  work();
  return static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
}

template <class Work>
double wall_seconds(Work work) {
  const auto begin = std::chrono::steady_clock::now();
  work();
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

// Gives freed memory back and sets the kernel's peak to what is in use now. False where the system does not
// allow it: then the peak is that of the process so far.
bool forget_peak_memory();
[[nodiscard]] double peak_memory_MB();  // 1 MB = 1e6 bytes

}  // namespace azoo::bench
