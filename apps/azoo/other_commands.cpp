#include <cstdio>
#include <string>

#include "azoo/commands.hpp"
#include "core/problem.hpp"
#include "study/analyse_data.hpp"
#include "trial/design.hpp"

namespace azoo::app {

int analyse_command(const Arguments& arguments) {
  const study::AnalyseRequest request{arguments.input, arguments.study, arguments.out, arguments.force};
  const study::AnalyseResult result = study::analyse_data(request);
  if (arguments.out.empty()) {
    std::fputs(result.analysis_csv.c_str(), stdout);
  } else if (!arguments.quiet) {
    std::printf("Report: %s\n", result.report.c_str());
  }
  return 0;
}

int observables_command(const Arguments& arguments) {
  if (arguments.input != "trial") {
    throw InputError(
        {{{"", 0, 0}, "KIND", arguments.input, "trial (other kinds of study are not there yet)"}});
  }
  std::printf("%-24s %-8s %-15s %s\n", "observable", "unit", "kind", "meaning");
  for (const trial::Observable& o : trial::observables()) {
    std::printf("%-24s %-8s %-15s %s\n", o.key.c_str(), o.unit.c_str(), o.kind.c_str(), o.meaning.c_str());
  }
  return 0;
}

}  // namespace azoo::app
