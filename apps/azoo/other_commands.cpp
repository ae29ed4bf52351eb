#include <cstdio>
#include <string>

#include "animal/observables.hpp"
#include "azoo/commands.hpp"
#include "body/cell_class.hpp"
#include "core/problem.hpp"
#include "screen/tables.hpp"
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

namespace {

template <class Observables>
void print_observables(const Observables& observables, int key_width) {
  std::printf("%-*s %-8s %-15s %s\n", key_width, "observable", "unit", "kind", "meaning");
  for (const auto& o : observables) {
    std::printf("%-*s %-8s %-15s %s\n", key_width, o.key.c_str(), o.unit.c_str(), o.kind.c_str(),
                o.meaning.c_str());
  }
}

}  // namespace

int observables_command(const Arguments& arguments) {
  constexpr int width_of_trial = 24;
  constexpr int width_of_animal = 33;
  constexpr int width_of_screen = 19;
  if (arguments.input == "trial") {
    print_observables(trial::observables(), width_of_trial);
  } else if (arguments.input == "animal") {
    print_observables(animal::observables(), width_of_animal);
    std::printf(
        "\nA key that ends in capitals stands for one read-out each: STAGE of the cycle, CLASS of cells");
    std::printf(
        " or TYPE of cell\nof the species. stage_frequency asks for all of them, stage_frequency_VII for "
        "one.\nCLASS:");
    for (const std::string& name : body::cell_class_names()) std::printf(" %s", name.c_str());
    std::printf("\n");
  } else if (arguments.input == "screen") {
    print_observables(screen::observables(), width_of_screen);
    std::printf(
        "\nColumns of matrix.csv, one row for each ligand on each receptor. au: arbitrary units; scores are "
        "no energies "
        "and no affinities.\n");
  } else {
    throw InputError({{{"", 0, 0},
                       "KIND",
                       arguments.input,
                       "trial, animal or screen (other kinds of study are not there yet)"}});
  }
  return 0;
}

}  // namespace azoo::app
