// Ctrl-C and the signal to end: long work is asked to stop in good order.
#pragma once

#include "core/parallel.hpp"  // for StopFlag

namespace azoo::app {

// From now on the first SIGINT or SIGTERM sets the flag, which is given back, and says `told` on a terminal;
// a second Ctrl-C ends the program at once. The text must live as long as the program.
[[nodiscard]] const StopFlag* stop_on_signals(const char* told);

}  // namespace azoo::app
