#include "azoo/stop_signal.hpp"

#include <unistd.h>

#include <csignal>
#include <cstring>

namespace azoo::app {

namespace {

StopFlag stop_requested{false};
const char* text_of_stop = "";

void tell(const char* text) {
  if (write(STDERR_FILENO, text, std::strlen(text)) < 0) return;  // nobody to tell
}

void request_stop(int) {
  stop_requested = true;
  std::signal(SIGINT, SIG_DFL);
  if (isatty(STDERR_FILENO) == 0) return;
  tell("\r\033[K");
  tell(text_of_stop);
  tell("; Ctrl-C again ends at once\n");
}

}  // namespace

const StopFlag* stop_on_signals(const char* told) {
  text_of_stop = told;
  std::signal(SIGINT, request_stop);
  std::signal(SIGTERM, request_stop);
  return &stop_requested;
}

}  // namespace azoo::app
