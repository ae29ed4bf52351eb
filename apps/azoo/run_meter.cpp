#include "azoo/run_meter.hpp"

#include <sys/resource.h>

#include <ctime>

namespace azoo::app {

namespace {

std::string utc_now() {
  const std::time_t now = std::time(nullptr);
  std::tm parts{};
  gmtime_r(&now, &parts);
  char text[32];
  std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &parts);
  return text;
}

double seconds(const timeval& time) {
  return static_cast<double>(time.tv_sec) + 1e-6 * static_cast<double>(time.tv_usec);
}

}  // namespace

RunMeter::RunMeter() : started_(utc_now()), begin_(std::chrono::steady_clock::now()) {}

study::Execution RunMeter::read() const {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  study::Execution execution;
  execution.started = started_;
  execution.finished = utc_now();
  execution.wall_s = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin_).count();
  execution.cpu_s = seconds(usage.ru_utime) + seconds(usage.ru_stime);
  constexpr double kilobytes_per_megabyte = 1000.0;
  execution.peak_memory_MB = static_cast<double>(usage.ru_maxrss) * 1.024 / kilobytes_per_megabyte;
  return execution;
}

}  // namespace azoo::app
