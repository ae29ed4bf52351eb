// What a run costs: time, processor time, memory. Measured by the program, since the library reads no clock.
#pragma once

#include <chrono>  // for steady_clock
#include <string>  // for string

#include "study/run_request.hpp"  // for Execution

namespace azoo::app {

// Measures from its construction on.
class RunMeter {
 public:
  RunMeter();
  [[nodiscard]] study::Execution read() const;

 private:
  std::string started_;
  std::chrono::steady_clock::time_point begin_;
};

}  // namespace azoo::app
