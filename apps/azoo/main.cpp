// Entry point of the command line: parses, dispatches, and turns what goes wrong into an exit status.
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <exception>

#include "azoo/commands.hpp"
#include "core/problem.hpp"
#include "core/version.hpp"

namespace {

int dispatch(const azoo::app::Arguments& arguments) {
  if (arguments.command == "run") return azoo::app::run_command(arguments);
  if (arguments.command == "analyse") return azoo::app::analyse_command(arguments);
  if (arguments.command == "section") return azoo::app::section_command(arguments);
  if (arguments.command == "dock") return azoo::app::dock_command(arguments.dock);
  if (arguments.command == "validate") return azoo::app::validate_command(arguments);
  if (arguments.command == "observables") return azoo::app::observables_command(arguments);
  if (arguments.command == "evidence") return azoo::app::evidence_command(arguments.evidence);
  std::printf("azoo %s\n", azoo::version().c_str());
  return 0;
}

// What is printed is a result too: a full disk behind a redirection must not pass for success.
int checked_output(int status) {
  if (std::fflush(stdout) == 0 && std::ferror(stdout) == 0) return status;
  if (errno == EPIPE) return status;  // the reader has seen enough
  std::fprintf(stderr, "azoo: cannot write to standard output: %s\n", std::strerror(errno));
  return 3;
}

}  // namespace

int main(int argc, char** argv) {
  // A file size limit or a closed pipe is told by the failing write, not by the death of the program.
  std::signal(SIGXFSZ, SIG_IGN);
  std::signal(SIGPIPE, SIG_IGN);
  const azoo::app::Parsed parsed = azoo::app::parse_command_line(argc, argv);
  if (parsed.done) return parsed.exit_status;
  try {
    return checked_output(dispatch(parsed.arguments));
  } catch (const azoo::InputError& error) {
    std::fprintf(stderr, "%s\n", error.what());
    return 2;
  } catch (const azoo::Interrupted& error) {
    std::fprintf(stderr, "azoo: %s\n", error.what());
    return 3;
  } catch (const std::exception& error) {
    std::fprintf(stderr, "azoo: a fault of the program: %s\n", error.what());
    return 1;
  }
}
